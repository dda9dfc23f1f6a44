"""kill -9 at every step of what changes a vault as a whole: new keys, another passphrase, a migration, a restore.

A step is what the program asks of the file system on the vault's folder: to open, link, rename or remove a file, to
make one durable. The child kills itself right before one; the next child, one step further. What SQLite does by itself
between two steps is met by kills at random moments.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any

from app.services import renewing, salvaging, unlock, upkeep
from tests.vault_children import child, heard
from tests.vault_parts import CHEAP, PASSPHRASE, keychain_of, open_vault

OTHER = "syv blå vogne holder stille"
LATER = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
_STEPS = frozenset({"open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "fsync"})


def _rotate(place: Path) -> None:
    renewing.rotate(place, PASSPHRASE, keychain_of(place), now=LATER)


def _change_passphrase(place: Path) -> None:
    vault = open_vault(place, now=LATER)
    unlock.change_passphrase(
        vault, old=PASSPHRASE, new=OTHER, keychain=keychain_of(place), now=LATER, cost=CHEAP
    )
    vault.close()


def _open(place: Path) -> None:
    open_vault(place, now=LATER).close()


def _restore(place: Path) -> None:
    upkeep.put_back(place, PASSPHRASE, keychain_of(place), now=LATER)


def _salvage(place: Path) -> None:
    salvaging.salvage(place, PASSPHRASE, keychain_of(place), now=LATER)


ACTS: dict[str, Callable[[Path], None]] = {
    "new keys": _rotate,
    "another passphrase": _change_passphrase,
    "migration": _open,
    "restore": _restore,
    "salvage": _salvage,
}


def act_until(pipe: Connection, place: Path, act: str, last: int) -> None:
    """Do it, and die right before step `last`; 0: live on."""
    seen = 0

    def step(event: str, path: object) -> None:
        nonlocal seen
        if event in _STEPS and str(path).startswith(str(place)):
            seen += 1
            if seen == last:
                os.kill(os.getpid(), signal.SIGKILL)

    fsync = os.fsync

    def watched(descriptor: Any) -> None:
        step("fsync", place)
        fsync(descriptor)

    os.fsync = watched  # type: ignore[assignment]
    sys.addaudithook(lambda event, arguments: step(event, arguments[0] if arguments else ""))
    pipe.send("go")
    ACTS[act](place)
    pipe.send(seen)


@dataclass(frozen=True, slots=True)
class Kills:
    """A vault as it was before, and a place to do the same to it over and over."""

    before: Path
    place: Path
    act: str

    def at_step(self, step: int) -> bool:
        """Whether the act came to its end before that step."""
        self._lay()
        with child(act_until, self.place, self.act, step) as (_, said):
            return len(heard(said)) == 2

    def after(self, seconds: float) -> bool:
        self._lay()
        with child(act_until, self.place, self.act, 0) as (process, said):
            assert said.recv() == "go"
            timer = threading.Timer(seconds, process.kill)
            timer.start()
            done = bool(heard(said))
            timer.cancel()
            timer.join()
        return done

    def each(self, check: Callable[[bool], None], *, every: int, random: int, rng: Random) -> int:
        """Kill at each `every`th step and `random` times in between, and check what is left. How many kills."""
        kills, done, step = 0, False, rng.randrange(every) + 1
        while not done:
            done = self.at_step(step)
            check(done)
            kills += not done
            step += every
        for _ in range(random):
            done = self.after(rng.uniform(0.0, 0.15))
            check(done)
            kills += not done
        return kills

    def _lay(self) -> None:
        """The folder and its keychain as they were."""
        shutil.rmtree(self.place.parent, ignore_errors=True)
        shutil.copytree(self.before, self.place.parent)
