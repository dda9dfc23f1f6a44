"""What other processes do to a vault in tests: write until killed, hold it, try to open it.

Run from a fork server that has imported everything once, so that thirty kills cost seconds. The
connection is the acknowledgement: a word is sent only after the call before it has returned.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Any

from app.errors import FeltjournalError
from app.services import unlock
from app.vault import keys
from app.vault.keys import Cost
from tests.vault_parts import CHEAP, PASSPHRASE, keychain_of, new_vault, open_vault

_PRELOAD = [
    *(
        "tests.vault_children",
        "tests.vault_kills",
        "app.vault.lifecycle",
        "app.vault.backup",
        "app.vault.salvage",
    ),
    *(
        "app.store.schema",
        "app.services.integrity",
        "app.services.renewing",
        "app.services.upkeep",
        "app.services.salvaging",
    ),
]


@contextmanager
def child(target: Callable[..., None], *arguments: object) -> Iterator[tuple[BaseProcess, Connection]]:
    """`target(pipe, *arguments)` in a process of its own; dead and closed on leaving."""
    ours, theirs = multiprocessing.Pipe()
    process = _process(target, (theirs, *arguments))
    with _without_main():
        process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        ours.close()


@contextmanager
def _without_main() -> Iterator[None]:
    """A child imports the main module again, and here that is the whole test runner."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _process(target: Callable[..., None], arguments: tuple[object, ...]) -> BaseProcess:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn").Process(target=target, args=arguments)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    return context.Process(target=target, args=arguments)


def heard(pipe: Connection) -> list[Any]:
    """Everything the dead child had said."""
    words = []
    with contextlib.suppress(EOFError, OSError):
        while True:
            words.append(pipe.recv())
    return words


def body(number: int) -> str:
    return f"notat {number} blåbær " * (1 + number % 60)


def save_until_killed(pipe: Connection, place: Path, start: int) -> None:
    vault = open_vault(place)
    pipe.send("open")
    number = start
    while True:
        with vault.begin() as tx:
            tx.exec_driver_sql("INSERT INTO written (id, body) VALUES (?, ?)", (number, body(number)))
            tx.exec_driver_sql("INSERT INTO trace (written) VALUES (?)", (number,))
        pipe.send(number)
        number += 1


def change_passphrase_until_killed(pipe: Connection, place: Path, known: str, other: str) -> None:
    vault = open_vault(place, known)
    pipe.send(known)
    while True:
        unlock.change_passphrase(
            vault, old=known, new=other, keychain=keychain_of(place), now=datetime.now(UTC), cost=CHEAP
        )
        known, other = other, known
        pipe.send(known)


def create_and_be_killed(pipe: Connection, place: Path) -> None:
    pipe.send("begin")
    vault = new_vault(place)
    pipe.send(vault.id)
    pipe.recv()


def hold(pipe: Connection, place: Path) -> None:
    vault = open_vault(place)
    pipe.send("open")
    pipe.recv()
    vault.close()


def scan(pipe: Connection, path: Path, start: int, length: int) -> None:
    """A real exclusive lock on a stretch of a file, as a scanner or a copying program takes it, until told to let go."""
    import fcntl

    with path.open("r+b") as file:
        fcntl.lockf(file, fcntl.LOCK_EX, length, start)
        fcntl.flock(file, fcntl.LOCK_EX)
        pipe.send("held")
        pipe.recv()
    pipe.send("let go")


def try_to_open(pipe: Connection, place: Path) -> None:
    try:
        open_vault(place).close()
        pipe.send("open")
    except FeltjournalError as error:
        pipe.send(type(error).__name__)


def save_past_a_size(pipe: Connection, place: Path) -> None:
    """The disk answers a write with an error that is not want of room."""
    import resource

    vault = open_vault(place)
    with vault.begin() as tx:
        tx.exec_driver_sql("CREATE TABLE written (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, resource.RLIM_INFINITY))
    number = 0
    try:
        while True:
            with vault.begin() as tx:
                tx.exec_driver_sql("INSERT INTO written VALUES (?, ?)", (number, body(59)))
            number += 1
    except FeltjournalError as error:
        with vault.read() as tx:
            kept = tx.exec_driver_sql("SELECT count(*) FROM written").scalar()
        pipe.send((type(error).__name__, kept == number))


def stretch_in_little_memory(pipe: Connection) -> None:
    import resource

    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + (64 << 20), resource.RLIM_INFINITY))
    cost = Cost(m_kib=256 << 10, t=1)
    try:
        keys.passphrase_slot("5e" * 16, 1, b"k" * 32, PASSPHRASE, b"d" * 32, cost=cost, keychain="here")
        pipe.send("enough")
    except FeltjournalError as error:
        pipe.send(type(error).__name__)
