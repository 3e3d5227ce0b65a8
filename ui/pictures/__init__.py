"""The collection in pictures: its documents in time, its people, and who wrote to whom."""
