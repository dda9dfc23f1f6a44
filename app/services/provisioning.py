"""Use case: a computer that IT has made ready enrols by itself, once its user has chosen a passphrase.

IT lays one JSON file, made by `feltjournal-server enrol-code --file`, in the user's profile (`enrol.json`), or on Linux and
macOS as `enrol/<login>.json` beside the machine's policy. Its code works once; the file is taken away when it has.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import logging
import os
import stat
import sys
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.errors import EnrolmentError
from app.policy import sources
from app.services import enrol
from app.services.enrol import Enrolled
from app.settings import Settings

if TYPE_CHECKING:
    from app.vault.vault import Vault

FILE: Final = "enrol.json"
FOLDER: Final = "enrol"
_MOST = 16_384
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Prepared:
    """`jobcenter`: its name, to be shown. `invitation` holds the code and is never shown nor logged."""

    jobcenter: str
    path: Path
    invitation: str = field(repr=False)


def find(profile: Path, machine: Path | None = None) -> Prepared | None:
    """What IT has laid ready, the user's own first. `machine`: another folder than the computer's own.

    A file that others may read or write is not believed, for its code is as good as a password; the log tells.
    """
    for path in _places(profile, machine):
        try:
            if not path.is_file():
                continue
            if _open_to_others(path):
                log.warning("provisioning file not followed: others may read or write it")
                continue
            return _read(path)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            log.warning("provisioning file not followed: unreadable")
    return None


def use(vault: Vault, settings: Settings, found: Prepared, *, machine: str, now: datetime) -> Enrolled:
    """Enrol with it. Without the network it stays for another time; once its code is spent or refused it goes.

    Raises what `enrol.enrol` raises.
    """
    try:
        done = enrol.enrol(vault, settings, found.invitation, machine=machine, now=now)
    except EnrolmentError:
        _take_away(found.path)
        raise
    _take_away(found.path)
    return done


def _places(profile: Path, machine: Path | None) -> tuple[Path, ...]:
    if machine is None and sys.platform == "win32":  # anybody may make a folder in ProgramData
        return (profile / FILE,)
    folder = machine if machine is not None else sources.machine_policy().parent / FOLDER
    return (profile / FILE, folder / f"{getpass.getuser()}.json")


def _read(path: Path) -> Prepared:
    """Raises for what is no such file."""
    if path.stat().st_size > _MOST:
        raise ValueError
    told: Any = json.loads(path.read_text("utf-8"))
    jobcenter, invitation = told["jobcenter"], told["invitation"]
    plain = isinstance(jobcenter, str) and jobcenter.isprintable() and 0 < len(jobcenter) <= 80
    if not plain or not isinstance(invitation, str):
        raise ValueError
    return Prepared(jobcenter, path, invitation)


def _open_to_others(path: Path) -> bool:
    if os.name != "posix":
        return False  # the profile folder is the user's alone there
    readable = bool(path.stat().st_mode & stat.S_IROTH)
    return readable or sources.others_may_write(path)


def _take_away(path: Path) -> None:
    """Where the folder is the administrator's, it is emptied, or left: the server takes its code once in any case."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        with contextlib.suppress(OSError):
            path.write_bytes(b"")
