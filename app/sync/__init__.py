"""The jobcenter's server, seen from here."""
