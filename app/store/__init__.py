"""SQL, subject by subject: takes an open transaction, returns frozen dataclasses."""
