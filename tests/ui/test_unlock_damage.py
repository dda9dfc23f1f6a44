"""Each thing that can be wrong with a journal, made for real, and what the locked screen says of it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.vault import keyfile
from app.vault.place import JOURNAL, KEY_COPY, KEY_FILE, LOCK
from tests.ui.test_unlock import Door, _button, _field, _texts, _type, door, locked  # noqa: F401 - fixtures
from tests.vault_parts import PASSPHRASE, keychain_of, open_vault

pytestmark = pytest.mark.screen

Damage = Callable[[Path], object]


def _keys(content: bytes) -> Damage:
    return lambda at: [(at / name).write_bytes(content) for name in (KEY_FILE, KEY_COPY)]


def _newer_keys(at: Path) -> None:
    content = json.loads((at / KEY_FILE).read_bytes()) | {"format": 2}
    content.pop("sum")
    _keys(keyfile.canon({**content, "sum": keyfile._sum(content)}))(at)


def _newer_journal(at: Path) -> None:
    vault = open_vault(at)
    with vault.begin() as tx:
        tx.exec_driver_sql("PRAGMA user_version = 999")
    vault.close()


def _damaged_page(at: Path) -> None:
    with (at / JOURNAL).open("r+b") as file:
        file.seek(4096)
        file.write(b"\x5a" * 4096)


def _failing_disk(at: Path) -> None:
    """A file the system cannot open: the nearest to a broken block that needs no other disk."""
    (at / LOCK).unlink()
    (at / LOCK).symlink_to(LOCK)


SAID: list[tuple[str, Damage, str]] = [
    ("both key files damaged", _keys(b"{}"), "Nøglefilen er beskadiget"),
    ("key files of a later format", _newer_keys, "Opdatér programmet"),
    ("keychain empty", lambda at: keychain_of(at).remove("5e" * 16), "egen nøgle mangler"),
    ("keychain of another vault", lambda at: keychain_of(at).put("5e" * 16, b"x" * 32), "en anden journal"),
    ("journal missing", lambda at: (at / JOURNAL).unlink(), "Journalens fil mangler"),
    ("journal empty", lambda at: os.truncate(at / JOURNAL, 0), "tom eller skåret over"),
    ("journal damaged", _damaged_page, "E-12"),
    ("journal of a newer program", _newer_journal, "nyere udgave"),
    ("disk that fails", _failing_disk, "E-18"),
]


@pytest.mark.parametrize(("damage", "said"), [one[1:] for one in SAID], ids=[one[0] for one in SAID])
def test_each_thing_that_is_wrong_is_said_in_its_own_words(
    locked: Door,  # noqa: F811
    damage: Damage,
    said: str,
) -> None:
    damage(locked.place)
    page = locked.show()
    if any(button.text() == "Lås op" for button in page.findChildren(QPushButton)):
        _type(locked, _field(page, "Adgangskode"), PASSPHRASE)
        locked.qtbot.mouseClick(_button(page, "Lås op"), Qt.MouseButton.LeftButton)
    locked.qtbot.waitUntil(lambda: any(said in text for text in _texts(page)), timeout=30_000)
    offered = " ".join(button.text() for button in page.findChildren(QPushButton) if button.isVisible())
    assert "Opret" not in offered, "a new journal beside one that is here"
    assert "Slet" not in offered
    assert ("Åbn kun til læsning" in offered) == (said == "E-18")
