"""What a question takes from the ones before it."""
