"""What waits, what was sent."""
