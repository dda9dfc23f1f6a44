"""The demo's computer: a consultant's own, on which eighteen months were written and sent, and today's work not yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.services import demo, enrol, sync, unlock
from app.settings import Settings

if TYPE_CHECKING:
    from app.vault.keychain import Keychain
    from app.vault.vault import Vault

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Invitation:
    """`ready`: without waiting, whether it is there. `wait`: the invitation itself."""

    ready: Callable[[], bool]
    wait: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Computer:
    """Where a computer's vault lies, where it keeps its device secret, and what it is called."""

    place: Path
    keychain: Keychain
    passphrase: str
    machine: str


def live(computer: Computer, invitation: Invitation, *, now: datetime, progress: Progress) -> None:
    """Join the jobcenter, write the history through the use cases and send all of it; then today's work, unsent."""
    from app.vault.keys import Cost

    history = demo.History(now)
    vault = unlock.create(
        computer.place, computer.passphrase, computer.keychain, cost=Cost(m_kib=64 << 10, t=1, p=1)
    )
    try:
        history.read_ahead(invitation.ready)
        enrol.enrol(vault, Settings(), invitation.wait(), machine=computer.machine, now=now)
        _must(sync.run_round(vault, Settings(), now))
        history.read_ahead()
        _write_and_send(vault, history, now, progress)
        progress("sending", 0, 1)
        _must(sync.deliver(vault, Settings(), now))
        demo.add_todays_work(vault, now=now)
    finally:
        vault.close()


def _write_and_send(vault: Vault, history: demo.History, now: datetime, progress: Progress) -> None:
    with sync.sending(vault, Settings(), now) as send:
        for done, whole in history.write(vault):
            progress("history", done, whole)
            send()


def _must(done: sync.RoundDone) -> None:
    if done.stopped is not None:
        raise done.stopped
