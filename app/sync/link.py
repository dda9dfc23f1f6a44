"""HTTPS to the jobcenter's server: the only module that opens a socket."""
