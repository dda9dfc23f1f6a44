"""The way out to the case system: each journal entry once, by whichever adapter the municipality has chosen."""
