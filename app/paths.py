"""Where Feltjournal keeps its files on each system."""
