"""Pre-commit: one newline at the end of each text file, and no file above 1 MB that nobody meant to add."""

from __future__ import annotations

import sys
from pathlib import Path

_LIMIT = 1_000_000
_MEANT = ("resources/spelling/da_DK.dic",)  # the Danish dictionary, unchanged


def fault(path: Path) -> str | None:
    """What is wrong. A missing or doubled newline at the end is put right on the way."""
    data = path.read_bytes()
    if len(data) > _LIMIT and path.as_posix() not in _MEANT:
        return f"{path}: {len(data) // 1000} kB; large files need a reason"
    if not data or b"\0" in data:
        return None
    tidy = data.rstrip(b"\r\n") + (b"\r\n" if data.endswith(b"\r\n") else b"\n")
    if tidy == data:
        return None
    path.write_bytes(tidy)
    return f"{path}: the end of the file was put right; add it again"


def main(names: list[str]) -> int:
    found = [text for name in names if (text := fault(Path(name)))]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
