"""The server over HTTP: thin handlers around a core that knows no framework."""
