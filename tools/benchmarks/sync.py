"""1,000 notes sent to a real jobcenter over TLS and fetched by a second computer, against raw PostgreSQL inserts.

The peer writes the same signed texts as rows of one table, 500 a transaction, over the same kind of connection.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from app import guard
from app.services import caseload, enrol, sync, unlock
from app.services import journal as use_case
from app.services.door import Saved
from app.settings import Settings
from app.vault.keys import Cost
from app.vault.vault import Vault
from server import db, embedded, migrations
from tests import parts
from tools.benchmarks import Budget, Result, seconds
from tools.benchmarks import _journal as journal

_NOTES = 1_000


def run() -> Result:
    with _jobcenter() as (office, database), _computer(office) as mine:
        made = caseload.create(mine, fields={"name": "Amira Holm"}, now=_now())
        assert isinstance(made, Saved)
        notes = itertools.cycle(journal.sentences())
        for _ in range(_NOTES):
            told = replace(next(notes), participant=made.id, happened_at=_now())
            use_case.write_note(mine, note=told, kept=frozenset(guard.CATEGORIES), now=_now())
        texts = _waiting(mine)
        pushed = seconds(lambda: _round(mine))
        nothing = seconds(lambda: _round(mine))
        with _computer(office) as other:
            pulled = seconds(lambda: _round(other))
        raw = seconds(lambda: _insert(database, texts))
    figures = {
        "push_s": pushed,
        "pull_s": pulled,
        "no_change_s": nothing,
        "raw_insert_s": raw,
        "ops": float(len(texts)),
    }
    budgets = (
        Budget("1,000 notes pushed", pushed / raw, 40.0, "raw PostgreSQL inserts of the same rows"),
        Budget("nothing to do", nothing / pushed, 0.3, "the push of 1,000 notes"),
    )
    return Result(figures, budgets)


@contextmanager
def _jobcenter() -> Iterator[tuple[parts.Jobcenter, str]]:
    with tempfile.TemporaryDirectory(prefix="fj-bench-pg-") as folder:
        cluster = embedded.start(Path(folder))
        try:
            engine = db.engine(cluster.url())
            migrations.upgrade(engine)
            engine.dispose()
            with parts.make_jobcenter(cluster.url()) as office:
                yield office.start(), cluster.url().replace("+psycopg", "")
        finally:
            embedded.stop(Path(folder))


@contextmanager
def _computer(office: parts.Jobcenter) -> Iterator[Vault]:
    with tempfile.TemporaryDirectory(prefix="fj-bench-") as folder:
        place, keys = Path(folder) / "v", unlock.folder_keychain(Path(folder) / "k")
        vault = unlock.create(place, journal.WORDS, keys, cost=Cost(m_kib=8 << 10, t=1, p=1))
        try:
            invitation = office.enrol_code("mlu", "Mette Lund")
            enrol.enrol(vault, Settings(), invitation, machine="bench", now=_now())
            yield vault
        finally:
            vault.close()


def _round(vault: Vault) -> None:
    done = sync.run_round(vault, Settings(), _now())
    if done.stopped is not None:
        raise done.stopped


def _waiting(vault: Vault) -> list[tuple[str, str]]:
    with vault.read() as tx:
        rows = tx.exec_driver_sql("SELECT p, s FROM outbox WHERE state = 'pending'").all()
    return [(p, s) for p, s in rows]


def _insert(database: str, texts: list[tuple[str, str]]) -> None:
    with psycopg.connect(database, autocommit=True) as raw:
        raw.execute("CREATE TABLE raw (n bigserial PRIMARY KEY, p text, s text)")
        for start in range(0, len(texts), 500):
            with raw.transaction(), raw.cursor() as cursor:
                cursor.executemany("INSERT INTO raw (p, s) VALUES (%s, %s)", texts[start : start + 500])


def _now() -> datetime:
    return datetime.now(UTC)
