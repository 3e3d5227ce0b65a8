"""The museum's kiosk: what it shows, how it is set up, and its screens."""
