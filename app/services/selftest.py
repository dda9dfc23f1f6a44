"""Does this build hold all it needs? A journal is made, written, locked, opened and searched; nothing is left."""

from __future__ import annotations

import importlib
import secrets
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import resources
from app import guard
from app.domain import caseload_file, holidays
from app.errors import FeltjournalError, VaultError
from app.services import caseload, journal, search, selftest_files, unlock
from app.services.journal import NoteFields

_FILES: Final = (
    "theme/tokens.json",
    "theme/style.qss",
    "fonts/IBMPlexSans_400Regular.ttf",
    "icons/notebook-pen.svg",
    "i18n/feltjournal_da.qm",
    "guard/rules.json",
    "guard/lexicon.json",
    "caseload/columns_da.json",
    "vault/common_passphrases.txt",
    "demo/topics.json",
)
LIBRARIES: Final = (
    "urllib3",
    "truststore",
    "msgspec",
    "zstandard",
    "joserfc",
    "pypdf",
    "docx",
    "holidays.countries.denmark",
    "openpyxl",
    "typst",
    "segno",
)
_DAYS: Final = {
    "2023-05-05": "Store bededag",
    "2026-04-05": "Påskedag",
    "2026-05-14": "Kristi himmelfartsdag",
}
_WORDS: Final = "selvtest med gule støvler i regn"
_SENTENCES: Final = {
    "Får Sertralin 50 mg dagligt.": "refuse",
    "Kandidaten har tit hovedpine.": "warn",
    "Vi mødtes kl. 9 og ringede til bageriet.": "allow",
}
_TITLE: Final = "Selvtest af journalen"


@dataclass(frozen=True, slots=True)
class Check:
    """`ok` None: not of this build's making, told for information."""

    name: str
    ok: bool | None
    detail: str


def run(*, now: datetime) -> tuple[Check, ...]:
    """Every check, whatever the others say. No check reads or writes the user's own files."""
    return tuple(
        _safely(name, check)
        for name, check in (
            ("resources", _resources),
            ("libraries", _libraries),
            ("guard", _guard),
            ("holidays", _holidays),
            ("caseload-file", _caseload_file),
            ("papers", lambda: selftest_files.papers(now)),
            ("word-file", selftest_files.word_file),
            ("calendar-file", lambda: selftest_files.calendar_file(now)),
            ("cipher", lambda: _cipher(now)),
            ("keychain", _keychain),
        )
    )


def passed(checks: tuple[Check, ...]) -> bool:
    return all(check.ok is not False for check in checks)


def _safely(name: str, check: Callable[[], tuple[bool | None, str]]) -> Check:
    try:
        return Check(name, *check())
    except (FeltjournalError, OSError, ImportError, ValueError, LookupError) as error:
        return Check(name, ok=False, detail=type(error).__name__)


def _resources() -> tuple[bool, str]:
    missing = [name for name in _FILES if not resources.path(name).is_file()]
    return not missing, ", ".join(missing) or f"{len(_FILES)} files"


def _libraries() -> tuple[bool, str]:
    for name in LIBRARIES:
        importlib.import_module(name)
    return True, f"{len(LIBRARIES)} libraries"


def _guard() -> tuple[bool, str]:
    health = guard.health()
    verdicts = [guard.label(guard.review(sentence)) for sentence in _SENTENCES]
    return verdicts == list(
        _SENTENCES.values()
    ), f"rules {health.rules_version}, model {health.model_version or 'none'}"


def _holidays() -> tuple[bool, str]:
    told = {day.isoformat(): name for year in (2023, 2026) for day, name in holidays.of_year(year).items()}
    return all(told.get(day) == name for day, name in _DAYS.items()) and len(told) == 21, f"{len(told)} days"


def _caseload_file() -> tuple[bool, str]:
    rows = caseload_file.parse("Navn;Sagsnummer\r\nProva Prøve;X-1\r\n".encode()).rows
    return len(rows) == 1, f"{len(rows)} row"


def _cipher(now: datetime) -> tuple[bool, str]:
    with tempfile.TemporaryDirectory(prefix="feltjournal-selftest-", ignore_cleanup_errors=True) as folder:
        place, keychain = Path(folder) / "v", unlock.folder_keychain(Path(folder) / "k")
        vault = unlock.create(place, _WORDS, keychain)
        try:
            made = caseload.create(vault, fields={"name": "Prova Prøve"}, now=now)
            whose = getattr(made, "id", None)
            note = NoteFields(participant=whose, title=_TITLE, happened_at=now, facts="Vi talte om støvler.")
            journal.write_note(vault, note=note, now=now)
        finally:
            vault.close()
        vault = unlock.open(place, _WORDS, keychain, now=now)
        try:
            found = len(search.find(vault, "stoevl").notes)
            versions = vault.pragma("cipher_version")
        finally:
            vault.close()
        readable = [
            name for name, data in _bytes_in(Path(folder)) if _TITLE.encode() in data or data[:6] == b"SQLite"
        ]
    version = str(versions[0][0]) if versions else ""
    return found == 1 and bool(version) and not readable, f"SQLCipher {version or 'missing'}"


def _bytes_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.name, path.read_bytes()


def _keychain() -> tuple[bool | None, str]:
    """Named, and asked for something it cannot have; a computer without one is no fault of the build."""
    keychain = unlock.system_keychain()
    try:
        keychain.get("0" * 32)
    except VaultError as error:
        return None, f"{keychain.name}: {type(error).__name__}"
    return True, keychain.name


def keychain_round_trip() -> tuple[bool, str]:
    """A secret of no vault into the system's keychain, read back and removed. Raises VaultError."""
    keychain, vault, secret = unlock.system_keychain(), secrets.token_hex(16), secrets.token_bytes(32)
    keychain.put(vault, secret)
    try:
        same = keychain.get(vault) == secret
    finally:
        keychain.remove(vault)
    return same and keychain.get(vault) is None, keychain.name
