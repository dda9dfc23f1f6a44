"""Text out of files: everything a reader could find in them, visible or not; or why the guard cannot vouch for one."""

from app.guard.documents.found import DocumentText, Reason, Unreadable
from app.guard.documents.opening import of, read

__all__ = ["DocumentText", "Reason", "Unreadable", "of", "read"]
