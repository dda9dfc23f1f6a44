"""Run use cases off the GUI thread and bring their results back to it."""
