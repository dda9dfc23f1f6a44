"""state.json: how often the passphrase was wrong, when the vault was last open, the window's language.

Nothing personal and nothing secret. The counter stops a person at the keyboard, also across a
restart; whoever copies the files away meets Argon2id and the device secret instead.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from app.vault.place import STATE, write_atomic

log = logging.getLogger(__name__)

MOST = 100  # in a row: NIST SP 800-63B-4, 3.2.2
_FREE = 3
_LONGEST = 60.0
_seen: dict[Path, State] = {}  # also counted here, for the file can be deleted while the program runs


@dataclass(frozen=True, slots=True)
class State:
    failures: int = 0
    last_try: str | None = None
    last_unlock: str | None = None
    language: str | None = None

    def wait(self, now: datetime) -> float:
        """Seconds until the next attempt is read: three are free, then 1, 2, 4 … 60."""
        if self.failures < _FREE or self.last_try is None:
            return 0.0
        pause = min(2.0 ** min(self.failures - _FREE, 6), _LONGEST)
        passed = (now - datetime.fromisoformat(self.last_try)).total_seconds()
        # A clock that was set back must not make the pause longer than it is.
        return min(pause, max(0.0, pause - passed))

    def tried(self, now: datetime) -> State:
        return replace(self, failures=self.failures + 1, last_try=now.isoformat())

    def opened(self, now: datetime) -> State:
        return replace(self, failures=0, last_try=None, last_unlock=now.isoformat())


def read(place: Path) -> State:
    """Unreadable or odd content counts as none: the file may not stand between a person and the vault."""
    stored, seen = _stored(place), _seen.get(place.absolute(), State())
    if seen.failures > stored.failures:
        return replace(stored, failures=seen.failures, last_try=seen.last_try)
    return stored


def forget(place: Path) -> None:
    """The municipality has let somebody in: what was typed before no longer counts."""
    write(place, replace(read(place), failures=0, last_try=None))


def _stored(place: Path) -> State:
    try:
        found = json.loads((place / STATE).read_bytes())
        state = State(**found)
        valid = type(state.failures) is int and state.failures >= 0
        times = [datetime.fromisoformat(at) for at in (state.last_try, state.last_unlock) if at]
    except (OSError, ValueError, TypeError, RecursionError):
        return State()
    return state if valid and all(at.tzinfo for at in times) else State()


def write(place: Path, state: State) -> None:
    """A full disk must not lock the consultant out, so a failure is only noted."""
    _seen[place.absolute()] = state
    try:
        write_atomic(place / STATE, json.dumps(asdict(state), sort_keys=True).encode())
    except OSError as error:
        log.warning("state.json not written: errno %s", error.errno)
