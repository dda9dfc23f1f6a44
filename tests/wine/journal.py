"""One journal carried between two systems: `make` it, `add` a note elsewhere, `read` both, with the same key in a folder."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from app.services import caseload, journal, unlock
from app.services.door import Saved
from app.services.journal import NoteFields
from app.vault.vault import Vault

_PASSPHRASE = "seks gule støvler i regnvejr"  # noqa: S105


def main(act: str, folder: Path) -> int:
    keys, place, now = unlock.folder_keychain(folder / "keychain"), folder / "vault", datetime.now(UTC)
    if act == "make":
        vault = unlock.create(place, _PASSPHRASE, keys)
    else:
        vault = unlock.open(place, _PASSPHRASE, keys, now=now)
    try:
        if act == "make":
            made = caseload.create(vault, fields={"name": "Prova Prøve"}, now=now)
            assert isinstance(made, Saved)
            (folder / "participant").write_text(str(made.id), "ascii")
        who = UUID((folder / "participant").read_text("ascii"))
        if act != "read":
            _write(vault, who, "Skrevet i Windows" if sys.platform == "win32" else "Skrevet i Linux", now)
        found = journal.timeline(vault, who, now=now)
        sys.stdout.write(" / ".join(reversed([one.title for one in found])) + "\n")
    finally:
        vault.close()
    return 0


def _write(vault: Vault, who: UUID, title: str, now: datetime) -> None:
    note = NoteFields(participant=who, title=title, happened_at=now, facts="Vi talte om butikken.")
    assert isinstance(journal.write_note(vault, note=note, now=now), journal.Saved)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
