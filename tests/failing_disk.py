"""A disk that answers with errors: the program's own calls on one file fail in the kernel, and what it makes of that.

`strace -e inject` puts the error in the place of the call (`EIO` for a block that cannot be read or a write that does not
reach the disk), so everything above it is the real thing: SQLite, the vault, the use case.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.errors import FeltjournalError
from app.services import reading, salvaging
from app.vault.place import JOURNAL
from tests.journal_parts import note
from tests.vault_parts import NOW, PASSPHRASE, keychain_of, open_vault

ROOT = Path(__file__).parents[1]


def acted(act: str, place: Path, calls: str, when: str, *, side: str = "") -> dict[str, Any]:
    """What came of `act` on a disk whose `calls` on the journal fail, those that `when` counts (strace(1), `when=`)."""
    assert shutil.which("strace"), "apt-get install strace"
    command = [
        *("strace", "-f", "--quiet=all", "-o", "/dev/null", "-P", str(place / (JOURNAL + side))),
        *("-e", f"inject={calls}:error=EIO:when={when}"),
        *(sys.executable, "-m", "tests.failing_disk", act, str(place)),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _open(place: Path) -> dict[str, Any]:
    open_vault(place).close()
    return {}


def _read(place: Path) -> dict[str, Any]:
    """As it lies there, nothing written."""
    frozen = reading.open(place, PASSPHRASE, keychain_of(place), now=NOW)
    found = [name for _, name in reading.names(frozen)]
    frozen.close()
    return {"names": found}


def _save(place: Path) -> dict[str, Any]:
    """Notes until one is refused, and once more; how many were acknowledged."""
    vault = open_vault(place)
    with vault.read() as tx:
        whose = tx.exec_driver_sql("SELECT id FROM participant").scalar_one()
    saved: list[str] = []
    refused: list[str] = []
    for number in range(6):
        try:
            note(vault, _id(whose), facts=f"Mødtes for gang {number}.")
            saved.append(f"Mødtes for gang {number}.")
        except FeltjournalError as error:
            refused.append(type(error).__name__)
    vault.close()
    return {"saved": saved, "refused": refused}


def _salvage(place: Path) -> dict[str, Any]:
    done = salvaging.salvage(place, PASSPHRASE, keychain_of(place), now=NOW)
    return {"rows": done.rows, "damaged": list(done.damaged), "original": done.original.name}


def _id(text: str) -> Any:
    from uuid import UUID

    return UUID(text)


_ACTS: dict[str, Callable[[Path], dict[str, Any]]] = {
    "open": _open,
    "read": _read,
    "save": _save,
    "salvage": _salvage,
}


def main() -> None:
    act, place = sys.argv[1], Path(sys.argv[2])
    try:
        found = _ACTS[act](place)
    except FeltjournalError as error:
        found = {"error": type(error).__name__}
    print(json.dumps(found))  # noqa: T201 - the answer of this process


if __name__ == "__main__":
    main()
