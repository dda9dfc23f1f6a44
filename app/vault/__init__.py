"""The encrypted file on disk: its keys, its engine, its lock."""
