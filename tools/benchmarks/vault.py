"""What encryption costs: the same journal of 100,000 notes in the vault and in a plain SQLite file, taking turns.

Both are opened by the same library with the same settings, and asked the same statements: a note saved durably with its
index entry, one participant's 50 newest notes, one word found and ranked, and opening the file for a first read. The
plain file is the vault's own, decrypted. `chained_save` is the save through the vault's transaction, with audit link and
rescue record, which the plain file has nothing like. FELTJOURNAL_NOTES=5000 for a short look.
"""

from __future__ import annotations

import itertools
import os
import statistics
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from sqlcipher3 import dbapi2

from app.vault import cipher
from app.vault.place import JOURNAL
from app.vault.vault import Vault
from tools.benchmarks import Budget, Result, seconds
from tools.benchmarks import _journal as journal

_NOTES = int(os.environ.get("FELTJOURNAL_NOTES", "100000"))
_ROUNDS = 200
_ROWIDS = itertools.count(9 << 40)  # behind every document there is
_WORDS = ("bageri", "prøvedag", "pakning", "værksted", "vagtplan", "samtale", "rundstykker", "lager")
_LIMITS = {"durable save": 1.6, "timeline of 50 notes": 3.5, "one word found": 2.2, "open": 1.6}
_TIMELINE = "SELECT * FROM note WHERE participant = ? ORDER BY happened_at DESC LIMIT 50"
_FIND = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search) LIMIT 50"

Act = Callable[[dbapi2.Connection], object]


def run() -> Result:
    with journal.vault() as vault, TemporaryDirectory(prefix="feltjournal-bench-") as folder:
        who = journal.participants(vault, 100)
        journal.fill(vault, _NOTES, who)
        vault.checkpoint()
        plain = Path(folder) / "plain.db"
        _decrypted(vault, plain)
        acts = _acts(vault, [str(id.hex) for id in who])
        figures: dict[str, float] = {"notes": float(_NOTES)}
        budgets = []
        ours, theirs = _ours(vault), _theirs(plain)
        for name, act in acts.items():
            a, b = _turns(lambda act=act: act(ours), lambda act=act: act(theirs))  # type: ignore[misc]
            budgets.append(_budget(name, a, b, figures))
        for connection in (ours, theirs):
            connection.close()
        a, b = _turns(lambda: _ours(vault).close(), lambda: _theirs(plain).close())
        budgets.append(_budget("open", a, b, figures))
        figures["chained_save_p50_s"] = statistics.median(_chained(vault))
    return Result(figures, tuple(budgets))


def _budget(name: str, ours: float, theirs: float, figures: dict[str, float]) -> Budget:
    key = name.replace(" ", "_")
    figures[f"{key}_p50_s"], figures[f"{key}_plain_p50_s"] = ours, theirs
    return Budget(name, ours / theirs, _LIMITS[name], "the same in a plain file")


def _acts(vault: Vault, who: list[str]) -> dict[str, Act]:
    whose, words = itertools.cycle(who), itertools.cycle(_WORDS)
    row = _newest(vault)

    def save(raw: dbapi2.Connection) -> None:
        raw.execute("BEGIN IMMEDIATE")
        _insert(raw.execute, row)
        raw.execute("COMMIT")

    turn, times = {"who": "", "word": ""}, itertools.count()

    def same(name: str, values: Any) -> str:
        """Each question is asked twice, once of either file."""
        if next(times) % 2 == 0:
            turn[name] = next(values)
        return turn[name]

    return {
        "durable save": save,
        "timeline of 50 notes": lambda raw: raw.execute(_TIMELINE, (same("who", whose),)).fetchall(),
        "one word found": lambda raw: raw.execute(_FIND, (same("word", words),)).fetchall(),
    }


def _newest(vault: Vault) -> dict[str, Any]:
    with vault.read() as tx:
        return dict(tx.exec_driver_sql("SELECT * FROM note ORDER BY happened_at DESC LIMIT 1").one()._mapping)


def _insert(execute: Callable[[str, tuple[Any, ...]], object], row: dict[str, Any]) -> None:
    """A note and its index entry."""
    new = row | {"id": uuid4().hex}
    execute(
        f"INSERT INTO note ({', '.join(new)}) VALUES ({', '.join('?' for _ in new)})",  # noqa: S608 - own columns
        tuple(new.values()),
    )
    words = (next(_ROWIDS), row["title"], f"{row['facts']} {row['assessment']}", "")
    execute("INSERT INTO search (rowid, head, body, folded) VALUES (?, ?, ?, ?)", words)


def _chained(vault: Vault) -> list[float]:
    row = _newest(vault)

    def one() -> None:
        with vault.begin() as tx:
            _insert(tx.exec_driver_sql, row)

    return [seconds(one) for _ in range(_ROUNDS)]


def _turns(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    ours(), theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(_ROUNDS)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def _decrypted(vault: Vault, target: Path) -> None:
    raw = vault.connect(vault.place / JOURNAL, "rw")  # one without the authorizer: for a benchmark alone
    raw.execute("ATTACH ? AS plain KEY ''", (str(target),))
    raw.execute("SELECT sqlcipher_export('plain')")
    raw.execute("DETACH plain")
    raw.close()


def _ours(vault: Vault) -> dbapi2.Connection:
    raw = vault.connect(vault.place / JOURNAL, "rw")
    cipher.prepare(raw, frozen=False)
    return raw


def _theirs(plain: Path) -> dbapi2.Connection:
    raw = dbapi2.connect(
        f"{plain.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
    )
    cipher.prepare(raw, frozen=False)
    return raw
