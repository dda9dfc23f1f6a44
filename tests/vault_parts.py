"""Real vaults for tests: the parts that fixtures and child processes share."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from app.services import unlock
from app.vault.keychain import FolderKeychain
from app.vault.keys import Cost
from app.vault.vault import Vault

PASSPHRASE = "en grøn hest spiser æbler"  # noqa: S105 - opens invented vaults only
CHEAP = Cost(m_kib=8 << 10, t=1, p=1)
NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def keychain_of(place: Path) -> FolderKeychain:
    """The keychain of the computer on which `place` lies."""
    return FolderKeychain(place.parent / "keychain")


def new_vault(place: Path) -> Vault:
    return unlock.create(place, PASSPHRASE, keychain_of(place), cost=CHEAP)


def open_vault(place: Path, passphrase: str = PASSPHRASE, now: datetime = NOW) -> Vault:
    return unlock.open(place, passphrase, keychain_of(place), now=now)
