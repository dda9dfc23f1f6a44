"""The locked screen: unlock, or the first run."""

from ui.unlock.page import UnlockPage
from ui.unlock.ways import Ways

__all__ = ["UnlockPage", "Ways"]
