"""A keystroke in the search field at 20,000 notes, against a bare FTS5 index in a plain file.

Ours: the whole use case on the encrypted vault: four groups, names looked up, snippets cut. The peer: the same
words in stdlib sqlite3, one MATCH with a LIMIT, row numbers only. Questions are every beginning of common words.
"""

from __future__ import annotations

import sqlite3
import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

from app.services import search
from app.vault.vault import Vault
from tools.benchmarks import Budget, Result, seconds
from tools.benchmarks import _journal as journal

_NOTES, _ROUNDS = 20_000, 3
_ASKED = (
    "amira", "bageri juhl", "prøvedag", "pakning", "værksted", "gaarden", "ydelse", "hanne juhl", "vagtplan",
    "mødtes på biblioteket", "aftalt", "kl. 9.30", "rundstykker", "samtale", "å",
)  # fmt: skip


def run() -> Result:
    with journal.vault() as vault, TemporaryDirectory() as folder:
        journal.fill(vault, _NOTES, journal.participants(vault, 100))
        journal.employers_of(vault, 200)
        plain = _plain(vault, Path(folder) / "plain.db")
        ours, peer = _measure(vault, plain)
        plain.close()
    median, p95 = statistics.median(ours), _p95(ours)
    figures = {
        "notes": float(_NOTES),
        "keystrokes": float(len(ours)),
        "search_p50_s": median,
        "search_p95_s": p95,
        "search_max_s": max(ours),
        "bare_p95_s": _p95(peer),
    }
    budget = Budget("a keystroke (p95)", p95 / _p95(peer), 8.0, "a bare FTS5 index in a plain file")
    return Result(figures, (budget,))


def _plain(vault: Vault, file: Path) -> sqlite3.Connection:
    bare = sqlite3.connect(file)
    bare.execute("CREATE VIRTUAL TABLE bare USING fts5 (words, tokenize='unicode61 remove_diacritics 0')")
    with vault.read() as tx:
        rows = tx.exec_driver_sql(
            "SELECT title || ' ' || facts || ' ' || own_view || ' ' || assessment || ' ' || agreements FROM note"
        )
        bare.executemany("INSERT INTO bare (words) VALUES (?)", [(row[0],) for row in rows])
    bare.commit()
    return bare


def _measure(vault: Vault, plain: sqlite3.Connection) -> tuple[list[float], list[float]]:
    ours: list[float] = []
    peer: list[float] = []
    for round_ in range(_ROUNDS + 1):
        for asked in (word[:n] for word in _ASKED for n in range(1, len(word) + 1)):
            mine = seconds(lambda asked=asked: search.find(vault, asked))  # type: ignore[misc]
            theirs = seconds(lambda asked=asked: _bare(plain, asked))  # type: ignore[misc]
            if round_:
                ours.append(mine)
                peer.append(theirs)
    return ours, peer


def _bare(plain: sqlite3.Connection, asked: str) -> None:
    words = [f'"{word}"' for word in asked.replace(".", " ").split()]
    question = " AND ".join(words) + "*" if words else '""'
    plain.execute("SELECT rowid FROM bare WHERE bare MATCH ? LIMIT 8", (question,)).fetchall()


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
