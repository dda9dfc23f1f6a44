"""Bring the vault's file up to this version of the program, in the caller's one transaction."""

from __future__ import annotations

from importlib import resources as files

import sqlalchemy as sa

from app.errors import VaultTooNew
from app.guard import release
from app.store import (
    people,
    releases,
    restore,
    tables_fidelity,
    tables_files,
    tables_guard,
    tables_newer,
    tables_sync,
    tables_team,
    tables_vault,
    tables_writing,
)

_MIGRATIONS = {
    int(f.name[:4]): f for f in files.files("app.store.migrations").iterdir() if f.name.endswith(".sql")
}
# Every table module is read by now.
TABLES = (
    tables_sync.lease,
    tables_newer.newer,
    tables_fidelity.fidelity_own,
    tables_fidelity.fidelity_drawn,
    tables_writing.own_word,
    tables_vault.keeping,
    tables_guard.own_wording,
    tables_files.file_content,
    tables_team.team_case,
)
VERSION = max(_MIGRATIONS)
_NEW_INDEX = 102  # the search index is another from here on


def bring_up(tx: sa.Connection) -> None:
    """Apply the migrations the file lacks. Raises VaultTooNew for a file a newer program has used."""
    have = version(tx)
    if have > VERSION:
        raise VaultTooNew
    for number in sorted(number for number in _MIGRATIONS if number > have):
        for statement in statements(_MIGRATIONS[number].read_text("utf-8")):
            tx.exec_driver_sql(statement)
    if 0 < have < _NEW_INDEX:
        restore.index_all(tx)
    if have != VERSION:
        tx.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
    people.ensure(tx)
    release.hold(releases.in_force(tx))


def is_current(tx: sa.Connection) -> bool:
    """Whether nothing has to be written to bring the file up; then what it holds in force is in force."""
    if version(tx) != VERSION:
        return False
    release.hold(releases.in_force(tx))
    return True


def version(tx: sa.Connection) -> int:
    """The schema the file has now; 0 for a new one."""
    return int(tx.exec_driver_sql("PRAGMA user_version").scalar_one())


def statements(script: str) -> list[str]:
    """The script's statements. A trigger ends at `END;`, any other at `;` on the end of a line."""
    found: list[str] = []
    lines: list[str] = []
    for line in script.splitlines():
        if line.startswith("--") and not lines:
            continue
        lines.append(line)
        text = "\n".join(lines).strip()
        if text.endswith("END;" if text.startswith("CREATE TRIGGER") else ";"):
            found.append(text)
            lines = []
    return found
