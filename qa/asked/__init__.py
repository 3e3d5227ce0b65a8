"""What a question says of dates, people, kinds of papers and shelf marks, and how it was meant to be typed."""
