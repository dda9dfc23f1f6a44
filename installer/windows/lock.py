"""Of requirements.lock, the rows that a Windows computer installs: pip reads markers on the computer it runs on.

python3 tools/dev.py run -- python -m installer.windows.lock > windows.lock
"""

from __future__ import annotations

import re
import sys
from typing import Final

from packaging.markers import Marker, default_environment

from installer.bundle import ROOT

PYTHON: Final = "3.13"


def rows(text: str, python: str = PYTHON) -> list[str]:
    """Each pinned distribution with its hashes, without its marker; what is for other systems is left out."""
    here = {name: str(value) for name, value in default_environment().items()} | {
        "sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64",
        "python_version": python, "python_full_version": f"{python}.2", "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }  # fmt: skip
    found = []
    for block in re.split(r"^(?=[\w.-]+==)", text, flags=re.M)[1:]:
        head = re.match(r"([\w.-]+==[\w.+!-]+)(?: *; *([^\\\n]+))?", block)
        if head is None or (head[2] and not Marker(head[2].strip()).evaluate(here)):
            continue
        hashes = re.findall(r"--hash=sha256:[0-9a-f]{64}", block)
        found.append(" \\\n    ".join([head[1], *hashes]))
    return found


def main() -> int:
    print("\n".join(rows((ROOT / "requirements.lock").read_text("utf-8"))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
