"""The jobcenter's server."""
