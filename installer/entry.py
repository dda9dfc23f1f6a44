"""Where the frozen programs begin: `feltjournal`, and `feltjournalctl` by that name."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def main() -> int:
    if Path(sys.argv[0]).stem.lower() == "feltjournalctl":
        from app.ctl.__main__ import main as console

        return int(console())
    gc.disable()  # what is imported stays; looking for what could be thrown away is a thirtieth of the start
    from ui.main import main as window

    gc.enable()
    return window()


if __name__ == "__main__":
    sys.exit(main())
