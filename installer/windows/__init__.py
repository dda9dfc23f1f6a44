"""The Windows installer: one MSI, its policy templates, its signatures."""
