"""What the operating system says of the networks this computer is on. Asks the system alone; sends nothing."""
