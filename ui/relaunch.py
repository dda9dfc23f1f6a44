"""Begin again as a new process: the only way in which Python lets go of every copy of a key or a text.

What a closed vault leaves behind in memory (copies the interpreter, the cipher and the window system made) is gone
with the process image. The new one shows the locked screen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def command(arguments: Sequence[str]) -> list[str]:
    """How this program is started; an installed one is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "ui.main", *arguments]


def replace(words: Sequence[str]) -> None:
    """Does not return. Windows cannot put another program in a process, so there a new one is started."""
    sys.stdout.flush()
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(list(words), close_fds=True)  # noqa: S603 - ourselves
        os._exit(0)
    os.execv(words[0], list(words))  # noqa: S606 - ourselves
