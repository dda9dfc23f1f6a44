"""The page for the team leader and IT: made on the server, works without script, signed in at the municipality's own."""
