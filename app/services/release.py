"""Use case: whether a newer version of the program exists, where the municipality wants it said."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from app import __version__
from app.settings import Settings
from app.sync import news

if TYPE_CHECKING:
    from app.vault.vault import Vault

_HEARD: Final = {"none": (), "stable": ("stable",), "beta": ("stable", "beta")}


def newer(vault: Vault, settings: Settings, *, now: datetime) -> str | None:
    """The newer version's number, or None: nothing is known, it is not newer, or the policy wants nothing said."""
    heard = _HEARD[settings.update_notice]
    if not heard:
        return None
    with vault.read() as tx:
        found = news.standing(tx, now)
    if found is None or found.channel not in heard or not found.is_newer_than(__version__):
        return None
    return found.version
