"""feltjournalctl: the same use cases on a console, for IT and diagnosis."""
