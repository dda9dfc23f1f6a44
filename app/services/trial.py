"""A journal to try: invented people, three months of them, in a folder that goes away. Nobody can open it again."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.services import demo, unlock
from app.store import sync_state
from app.store import trial as store

if TYPE_CHECKING:
    from app.vault.vault import Vault

KEPT: Final = timedelta(weeks=13)
_FEED, _PERSON = "trial", "mlu"
# Nobody listens there, and no code of a real jobcenter can be used: what is invented is never sent.
_SERVER: Final[dict[str, Any]] = {
    "url": "https://127.0.0.1:9", "pins": ["A" * 43 + "="], "key": "A" * 43 + "=", "id": "trial",
}  # fmt: skip


def begin(
    folder: Path, *, jobcenter: str, name: str, now: datetime, progress: Callable[[int, int], object]
) -> Vault:
    """`jobcenter`, `name`: of the invented place and consultant. `progress(done, whole)` while it is written."""
    keychain = unlock.folder_keychain(folder / "keychain")
    vault = unlock.create(folder / "vault", secrets.token_urlsafe(24), keychain)
    try:
        enrol(vault, jobcenter=jobcenter, name=name, now=now)
        for done, whole in demo.History(now, since=now - KEPT).write(vault):
            progress(done, whole)
        as_sent(vault, now)
        demo.add_todays_work(vault, now=now)
    except BaseException:
        vault.close()
        raise
    return vault


def enrol(vault: Vault, *, jobcenter: str, name: str, now: datetime) -> None:
    """As a computer is that knows a jobcenter it never meets."""
    with vault.begin() as tx:
        sync_state.enrol(
            tx, person=_PERSON, name=name, role="consultant", feed=_FEED, feed_name=jobcenter,
            server=_SERVER, enrolled_at=now,
        )  # fmt: skip


def as_sent(vault: Vault, now: datetime) -> None:
    """As if the jobcenter had acknowledged everything yesterday afternoon."""
    at = (now - timedelta(days=1)).replace(hour=15, minute=42)
    with vault.begin() as tx:
        store.as_received(tx, at)
