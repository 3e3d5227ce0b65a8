"""What makes the trained parts; nothing of it is imported at run time."""
