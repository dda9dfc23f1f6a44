"""Open or create the journal."""
