"""What a language model may say, and what the passages bear out of it."""
