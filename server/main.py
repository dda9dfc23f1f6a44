"""feltjournal-server: init, serve, enrol-code, load-caseload."""
