"""Put the program together and start it."""
