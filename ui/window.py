"""The main window: navigation, state, lock; wires pages to each other."""
