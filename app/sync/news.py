"""Of a signed word about a newer version: what is believed, and what replaces what."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache

import resources
from app.protocol import release
from app.protocol.messages import Envelope
from app.protocol.release import Notice
from app.store import Tx
from app.store import newer as store
from app.sync import wire


def take(tx: Tx, told: Envelope, now: datetime) -> None:
    """Keep what the publisher signed, unless something newer of theirs is kept: an old word cannot come back."""
    found = read(told, now)
    if found is not None and found.serial > _serial(store.kept(tx)):
        store.keep(tx, told.p, told.s)


def standing(tx: Tx, now: datetime) -> Notice | None:
    """What is kept, if it holds now; it was believed when it came, and is asked again."""
    kept = store.kept(tx)
    return None if kept is None else read(Envelope(*kept), now)


def read(told: Envelope, now: datetime) -> Notice | None:
    return release.read(told, verify=[wire.verifier(key) for key in publishers()], now=now)


@cache
def publishers() -> tuple[bytes, ...]:
    return release.keys(resources.path("release/keys.txt").read_text("utf-8"))


def _serial(kept: tuple[str, str] | None) -> int:
    """Of what was believed when it was kept, even where it has since run out."""
    return 0 if kept is None else int(json.loads(kept[0])["serial"])
