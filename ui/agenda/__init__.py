"""Appointments and next steps as every page treats them: make, change, tick off, put off, take back."""
