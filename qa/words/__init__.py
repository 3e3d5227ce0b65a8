"""The words of an answer: what is wanted, where it stands in the quote, how it is put."""
