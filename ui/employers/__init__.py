"""The employer register and its contacts."""
