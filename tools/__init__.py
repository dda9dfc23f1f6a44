"""What developers run: environment, gates, locks, translations, benchmarks. Never part of the program."""
