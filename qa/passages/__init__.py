"""What stands beside the searches: filters, agreement with the question, closings, and where a passage is best cut."""
