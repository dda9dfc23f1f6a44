"""What a push and a pull of the same notes cost at the least in Python, part by part: where the budgets of `sync` end.

`FELTJOURNAL_BENCH_NOTES` says how many (default 1,000). Processor time of one thread, without network and framework: what no
protocol can leave out as long as each operation is signed, PostgreSQL writes durably, and the vault is encrypted and searchable.
"""

from __future__ import annotations

import base64
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import psycopg
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app import guard
from app.domain.journal import Note, NoteKind, SourceOf
from app.domain.records import NOTE_TEXTS
from app.protocol import canonical
from app.services import caseload
from app.services.door import Saved
from app.store import journal as rows
from app.store import outbox, records
from app.vault.vault import Vault
from tools import rush
from tools.benchmarks import Result
from tools.benchmarks import _journal as journal
from tools.benchmarks.sync import jobcenter, texts

_NOTES = int(os.environ.get("FELTJOURNAL_BENCH_NOTES", "1000"))
_BATCH = 450


def run() -> Result:
    key = Ed25519PrivateKey.generate()
    figures: dict[str, float] = {"notes": float(_NOTES)}
    with journal.vault() as mine:
        made = caseload.create(mine, fields={"name": "Amira Holm"}, now=_now())
        assert isinstance(made, Saved)
        notes = [_note(made.id, text) for text in texts(_NOTES)]
        figures["vault_write_and_index_s"] = _spent(lambda: _take_in(mine, notes))
        with mine.begin() as tx:
            for note in notes:
                outbox.add(tx, rows.as_operation(note, kept=()), sign=mine.sign)
        figures["outbox_read_s"] = _spent(lambda: _read(mine))
        with mine.read() as tx:
            told = [p for (p,) in tx.exec_driver_sql("SELECT p FROM outbox WHERE kind = 'journal.append'")]
    signed = [(p, base64.b64encode(key.sign(p.encode())).decode()) for p in told]
    public = key.public_key()
    figures["verify_s"] = _spent(lambda: [public.verify(base64.b64decode(s), p.encode()) for p, s in signed])
    figures["parse_and_hash_s"] = _spent(lambda: [(canonical.read(p), canonical.digest(p)) for p in told])
    figures["pack_s"] = _spent(
        lambda: [_packed(told[at : at + _BATCH]) for at in range(0, len(told), _BATCH)]
    )
    with jobcenter() as (_, database):
        before = _postgres()
        figures["copy_s"] = _spent(lambda: _copy(database, signed))
        figures["copy_postgres_s"] = _postgres() - before
    push = ("outbox_read_s", "verify_s", "parse_and_hash_s", "pack_s", "copy_s", "copy_postgres_s")
    figures["push_floor_s"] = sum(figures[name] for name in push)
    figures["pull_floor_s"] = sum(figures[name] for name in ("parse_and_hash_s", "vault_write_and_index_s"))
    return Result(figures, ())


def _note(participant: UUID, text: str) -> Note:
    return Note(
        id=records.new_id(), participant=participant, kind=NoteKind.MEETING, title="Samtale om job", happened_at=_now(),
        minutes=30, place=None, source=SourceOf.OBSERVED, facts=text, own_view="", assessment="", agreements="",
        written_at=_now(), author="", corrects=None,
    )  # fmt: skip


def _take_in(vault: Vault, notes: list[Note]) -> None:
    for start in range(0, len(notes), 200):
        some = notes[start : start + 200]
        sealed = [{n: guard.vouched(getattr(one, n), guard.version()) for n in NOTE_TEXTS} for one in some]
        with vault.begin() as tx:
            rows.insert_all(tx, some, [{n: t for n, t in one.items() if t is not None} for one in sealed])


def _read(vault: Vault) -> None:
    with vault.begin() as tx:
        at = 0
        while found := outbox.batch(tx, most=_BATCH, most_bytes=2 << 20, after=at):
            at = found[-1].q


def _packed(some: list[str]) -> bytes:
    return zstandard.ZstdCompressor(level=3).compress("\n".join(some).encode())


def _copy(database: str, signed: list[tuple[str, str]]) -> None:
    with psycopg.connect(database, autocommit=True) as raw:
        raw.execute("CREATE TABLE bare (n bigserial PRIMARY KEY, p text, s text)")
        for start in range(0, len(signed), _BATCH):
            with (
                raw.transaction(),
                raw.cursor() as cursor,
                cursor.copy("COPY bare (p, s) FROM STDIN") as lines,
            ):
                for row in signed[start : start + _BATCH]:
                    lines.write_row(row)


def _postgres() -> float:
    return sum(rush.spent(pid) for pid in rush.named("postgres"))


def _spent(work: Callable[[], object]) -> float:
    """Seconds of this process's processor time."""
    began = time.process_time()
    work()
    return time.process_time() - began


def _now() -> datetime:
    return datetime.now(UTC)
