"""The demo's two computers: the one a consultant wrote eighteen months on, and the one this window opens."""

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
class Computer:
    """Where a computer's vault lies, where it keeps its device secret, and the jobcenter's invitation to it."""

    place: Path
    keychain: Keychain
    passphrase: str
    invitation: str
    machine: str


def write_history(computer: Computer, *, now: datetime, progress: Progress) -> None:
    """Take in the caseload the jobcenter loaded, write its history through the use cases, and send all of it."""
    from app.vault.keys import Cost

    vault = unlock.create(
        computer.place, computer.passphrase, computer.keychain, cost=Cost(m_kib=64 << 10, t=1, p=1)
    )
    try:
        _join(vault, computer, now)
        demo.fill(vault, now=now, progress=lambda done, whole: progress("history", done, whole))
        progress("sending", 0, 1)
        _must(sync.deliver(vault, Settings(), now))
    finally:
        vault.close()


def move_in(computer: Computer, *, now: datetime, progress: Progress) -> None:
    """A new computer of the same consultant: it gets everything, then writes today's work while off the network."""
    vault = unlock.create(computer.place, computer.passphrase, computer.keychain)
    try:
        progress("fetching", 0, 1)
        _join(vault, computer, now)
        demo.add_todays_work(vault, now=now)
    finally:
        vault.close()


def _join(vault: Vault, computer: Computer, now: datetime) -> None:
    enrol.enrol(vault, Settings(), computer.invitation, machine=computer.machine, now=now)
    _must(sync.run_round(vault, Settings(), now))


def _must(done: sync.RoundDone) -> None:
    if done.stopped is not None:
        raise done.stopped
