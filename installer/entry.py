"""Where the frozen programs begin: `feltjournal`, and `feltjournalctl` by that name."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    if Path(sys.argv[0]).stem.lower() == "feltjournalctl":
        from app.ctl.__main__ import main as console

        return int(console())
    from ui.main import main as window

    return window()


if __name__ == "__main__":
    sys.exit(main())
