"""Notes of 4 kB sent to a real jobcenter over TLS and fetched by a second computer, beside Anki's sync and raw PostgreSQL.

`FELTJOURNAL_BENCH_NOTES` says how many (default 1,000; the issue's figure is 10,000). With `FELTJOURNAL_BENCH_ANKI`, the
path of a Python that has the package `anki`, Anki's own client and server move as many texts of the same size in the
same run. The raw peer writes the same signed texts as rows of one table, 500 a transaction, over the same kind of connection.
What takes a moment is done five times, and the median stands, for Anki too.
The server believes the guard that has read the texts; what its reading costs is measured beside, on 20 of them.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from uuid import UUID

import psycopg

from app import guard
from app.domain.journal import Note, NoteKind, SourceOf
from app.domain.records import NOTE_TEXTS
from app.services import caseload, enrol, sync, unlock
from app.services.door import Saved
from app.settings import Settings
from app.store import journal as rows
from app.store import records
from app.vault.keys import Cost
from app.vault.vault import Vault
from server import db, embedded, migrations
from tests import parts
from tools.benchmarks import Budget, Result, seconds
from tools.benchmarks import _journal as journal

_NOTES = int(os.environ.get("FELTJOURNAL_BENCH_NOTES", "1000"))
_ANKI = os.environ.get("FELTJOURNAL_BENCH_ANKI", "")
_SIZE, _READ, _SMALL = 4096, 20, 5


def run() -> Result:
    written = texts(_NOTES)
    with jobcenter() as (office, database), computer(office) as mine:
        made = caseload.create(mine, fields={"name": "Amira Holm"}, now=now())
        assert isinstance(made, Saved)
        _round(mine)  # the case is known, as Anki's deck is
        saved = seconds(lambda: write(mine, made.id, written))
        waiting = _waiting(mine)
        before = _processor(office)
        pushed = seconds(lambda: _round(mine))
        processor = _processor(office) - before
        with computer(office) as other:
            pulled = seconds(lambda: _round(other))
        hundred, nothing = [], []
        for _ in range(_SMALL):
            write(mine, made.id, written[:100])
            hundred.append(seconds(lambda: _round(mine)))
            nothing.append(seconds(lambda: _round(mine)))
        raw = seconds(lambda: _insert(database, waiting))
    figures = {
        "notes": float(_NOTES), "save_s": saved, "push_s": pushed, "push_processor_s": processor, "pull_s": pulled, "hundred_s": median(hundred),
        "nothing_s": median(nothing),
        "raw_insert_s": raw, "guard_s_per_note": seconds(lambda: [guard.review(t) for t in written[:_READ]]) / _READ,
    }  # fmt: skip
    budgets = [Budget("push", pushed / raw, 4.0, "raw PostgreSQL inserts of the same rows")]
    if _ANKI:
        anki = _peer(written)
        figures |= {f"anki_{name}": value for name, value in anki.items()}
        budgets += [
            Budget("push", pushed / anki["push_s"], 3.0, "Anki's push of as many texts"),
            Budget("pull", pulled / anki["pull_s"], 1.0, "Anki's pull"),
            Budget(
                "100 notes",
                figures["hundred_s"] / anki["changed_s"],
                0.7,
                "Anki's 100 changed notes, signed in anew",
            ),
            Budget(
                "nothing to do",
                figures["nothing_s"] / anki["nothing_s"],
                0.3,
                "Anki with nothing to do, signed in anew",
            ),
        ]
    return Result(figures, tuple(budgets))


def texts(count: int) -> list[str]:
    made = []
    words = (getattr(note, "facts", "") for note in itertools.cycle(journal.sentences()))
    for number in range(count):
        text = f"{number}. "
        while len(text) < _SIZE:
            text += next(words) + " "
        made.append(text[:_SIZE].strip())
    return made


def write(vault: Vault, participant: UUID, texts: list[str]) -> None:
    """As the use case does after the guard has read; reading 4 kB takes it a second, and is not what is measured."""
    for text in texts:
        new = Note(
            id=records.new_id(), participant=participant, kind=NoteKind.MEETING, title="Samtale om job", happened_at=now(),
            minutes=30, place=None, source=SourceOf.OBSERVED, facts=text, own_view="", assessment="", agreements="",
            written_at=now(), author="", corrects=None,
        )  # fmt: skip
        sealed = {name: guard.vouched(getattr(new, name), guard.version()) for name in NOTE_TEXTS}
        with vault.begin() as tx:
            rows.write(tx, new, texts={n: t for n, t in sealed.items() if t is not None}, sign=vault.sign)


def _peer(texts: list[str]) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="fj-bench-anki-") as folder:
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps(texts), "utf-8")
        peer = Path(__file__).with_name("_anki_peer.py")
        done = subprocess.run(
            [_ANKI, "-P", str(peer), str(file)], capture_output=True, text=True, check=True, cwd=folder
        )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


@contextmanager
def jobcenter() -> Iterator[tuple[parts.Jobcenter, str]]:
    with tempfile.TemporaryDirectory(prefix="fj-bench-pg-") as folder:
        cluster = embedded.start(Path(folder))
        try:
            engine = db.engine(cluster.url())
            migrations.upgrade(engine)
            engine.dispose()
            with parts.make_jobcenter(cluster.url()) as office:
                office.settings = {"believe_guard": "true", "device_per_minute": "0"}
                yield office.start(), cluster.url().replace("+psycopg", "")
        finally:
            embedded.stop(Path(folder))


@contextmanager
def computer(office: parts.Jobcenter) -> Iterator[Vault]:
    with tempfile.TemporaryDirectory(prefix="fj-bench-") as folder:
        place, keys = Path(folder) / "v", unlock.folder_keychain(Path(folder) / "k")
        vault = unlock.create(place, journal.WORDS, keys, cost=Cost(m_kib=8 << 10, t=1, p=1))
        try:
            invitation = office.enrol_code("mlu", "Mette Lund")
            enrol.enrol(vault, Settings(), invitation, machine="bench", now=now())
            yield vault
        finally:
            vault.close()


def _processor(office: parts.Jobcenter) -> float:
    """Seconds of processor time of this process and of the server's worker so far; PostgreSQL and the guard beside are not in it."""
    assert office.process is not None
    told = Path(f"/proc/{office.process.pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    return time.process_time() + (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _round(vault: Vault) -> None:
    done = sync.run_round(vault, Settings(), now())
    if done.stopped is not None:
        raise done.stopped


def _waiting(vault: Vault) -> list[tuple[str, str]]:
    with vault.read() as tx:
        found = tx.exec_driver_sql("SELECT p, s FROM outbox WHERE state = 'pending'").all()
    return [(p, s) for p, s in found]


def _insert(database: str, texts: list[tuple[str, str]]) -> None:
    with psycopg.connect(database, autocommit=True) as raw:
        raw.execute("CREATE TABLE raw (n bigserial PRIMARY KEY, p text, s text)")
        for start in range(0, len(texts), 500):
            with raw.transaction(), raw.cursor() as cursor:
                cursor.executemany("INSERT INTO raw (p, s) VALUES (%s, %s)", texts[start : start + 500])


def now() -> datetime:
    return datetime.now(UTC)
