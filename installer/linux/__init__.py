"""The Debian package and the archive for other systems."""
