"""What can be said exactly: the detectors, one subject a file; their words are data in resources/guard."""
