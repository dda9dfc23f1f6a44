"""Small invented cases for tests, and a way to see every byte a vault keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.domain.journal import Note
from app.services import calendar, caseload, employers, journal
from app.services.door import Saved
from app.services.journal import NoteFields
from app.vault.place import JOURNAL
from app.vault.vault import Vault

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=timezone(timedelta(hours=1)))
REFUSED = "Får Abilify 15 mg til natten."
SENTINEL = "Abilify"
WARNED = "Nummeret er 710384-0000."
_PAGE, _RESERVE, _SALT = 4096, 80, 16


def saved(outcome: object) -> UUID:
    assert isinstance(outcome, Saved), outcome
    return outcome.id


def participant(vault: Vault, name: str = "Amira Holm", *, now: datetime = NOW, **fields: Any) -> UUID:
    return saved(caseload.create(vault, fields={"name": name, "phase": "job_search", **fields}, now=now))


def employer(vault: Vault, name: str = "Bageri Juhl", **fields: Any) -> UUID:
    return saved(employers.create(vault, fields={"name": name, **fields}, now=NOW, anyway=True))


def contact(vault: Vault, at_employer: UUID, *whose: UUID, at: datetime = NOW, **fields: Any) -> UUID:
    told = {"at": at, "mode": "in_person", "purpose": "learn_needs", **fields}
    return saved(
        employers.log_contact(vault, employer=at_employer, fields=told, participants=whose, now=max(at, NOW))
    )


def task(vault: Vault, whose: UUID | None = None, title: str = "Ring til Bageri Juhl", **given: Any) -> UUID:
    return saved(calendar.add_task(vault, title=title, participant=whose, now=NOW, **given))


def fields(whose: UUID | None, **given: Any) -> NoteFields:
    plain: dict[str, Any] = {
        "title": "Samtale på klinikken",
        "happened_at": NOW - timedelta(hours=1),
        "facts": "Mødtes kl. 9 og talte om job i et bageri.",
    }
    return NoteFields(participant=whose, **(plain | given))


def note(vault: Vault, whose: UUID, *, now: datetime = NOW, **given: Any) -> Note:
    outcome = journal.write_note(vault, note=fields(whose, **given), now=now)
    assert isinstance(outcome, journal.Saved), outcome
    return outcome.note


def counts(vault: Vault) -> dict[str, int]:
    """How many rows each table of the vault holds, the index's own tables too."""
    with vault.read() as tx:
        names = tx.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
        found = {name: tx.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}  # noqa: S608
    return {name: int(n) for name, n in found.items()}


def terms(vault: Vault) -> set[str]:
    """Every word the search index knows."""
    with vault.begin() as tx:
        tx.exec_driver_sql("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search, row)")
        found = set(tx.exec_driver_sql("SELECT term FROM temp.terms").scalars().all())
        tx.exec_driver_sql("DROP TABLE temp.terms")
    return found


def whole_text(vault: Vault) -> str:
    """All a vault keeps: the file's pages decrypted, free ones too, after the log was folded in; index terms."""
    vault.checkpoint()
    return "\n".join([*(page.decode("utf-8", "replace") for page in decrypted(vault)), *sorted(terms(vault))])


def decrypted(vault: Vault) -> Iterator[bytes]:
    """The pages of the main file, read without the library that wrote them."""
    assert vault._key is not None
    data = (vault.place / JOURNAL).read_bytes()
    for start in range(0, len(data), _PAGE):
        page = data[start : start + _PAGE]
        begin = _SALT if start == 0 else 0
        iv = page[-_RESERVE : -_RESERVE + 16]
        plain = Cipher(algorithms.AES(bytes(vault._key)), modes.CBC(iv)).decryptor()
        yield plain.update(page[begin:-_RESERVE]) + plain.finalize()
