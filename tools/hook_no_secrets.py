"""Pre-commit: refuse personal numbers of living people, and files that hold journals or keys.

Invented personal numbers have a day above 60, which no real one has.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

_REAL = re.compile(r"(?<![\d.])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-?\d{4}(?![\d.])")
_HELD = {".db", ".fjdb", ".fjk", ".fjo", ".pem", ".key", ".p12", ".pfx", ".sqlite"}
_LOCK = ".lock"
_PRIVATE = re.compile("-----BEGIN [A-Z ]*" + "PRIVATE KEY-----")


def faults(path: Path) -> list[str]:
    if path.suffix in _HELD:
        return [f"{path}: this kind of file is never committed"]
    if path.suffix == _LOCK:
        return []
    try:
        text = path.read_text("utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return []
    found = [
        f"{path}:{n}: looks like a real personal number" for n, line in _lines(text) if _REAL.search(line)
    ]
    return found + [f"{path}:{n}: a private key" for n, line in _lines(text) if _PRIVATE.search(line)]


def _lines(text: str) -> Iterable[tuple[int, str]]:
    return enumerate(text.splitlines(), 1)


def main(names: list[str]) -> int:
    found = [fault for name in names for fault in faults(Path(name))]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
