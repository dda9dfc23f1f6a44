"""The way out over SFTP, by OpenSSH's own program: a known host, one key, and no file seen before it is whole."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from server.outbound.adapters import CONFIRMED, NotTaken
from server.outbound.entry import Entry

# What needs no quoting, neither for the shell of a batch nor for ssh's `-o`: whatever else is refused at the start.
_PATH = re.compile(r"/[A-Za-z0-9._/-]*")
_WHO = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")
_SECONDS = 120.0
_FIXED = {
    "BatchMode": "yes", "StrictHostKeyChecking": "yes", "GlobalKnownHostsFile": "none", "UpdateHostKeys": "no",
    "PreferredAuthentications": "publickey", "PasswordAuthentication": "no", "KbdInteractiveAuthentication": "no",
    "IdentitiesOnly": "yes", "IdentityAgent": "none", "ClearAllForwardings": "yes", "ConnectTimeout": "10",
    "ConnectionAttempts": "1", "ServerAliveInterval": "10", "ServerAliveCountMax": "2", "LogLevel": "ERROR",
}  # fmt: skip
# What the program says, the first that fits; only the code goes on, as its words hold addresses and paths.
_CODES = (
    ("HOST IDENTIFICATION HAS CHANGED", "host-key-changed"), ("Host key verification failed", "host-key-unknown"),
    ("UNPROTECTED PRIVATE KEY", "key-open-to-others"), ("Permission denied (", "key-refused"),
    ("Could not resolve", "unreachable"), ("Connection refused", "unreachable"), ("timed out", "unreachable"),
    ("No route to host", "unreachable"), ("Network is unreachable", "unreachable"),
    ("ermission denied", "permission"), ("No such file", "no-folder"), ("o space left", "disk-full"),
    ("uota exceeded", "disk-full"), ("Failure", "failed-there"), ("Connection", "broken-off"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sftp:
    """As the folder, on another machine: `<uuid>.pdf` and then `<uuid>.json` appear under their names when they are
    whole; `kvittering/<uuid>.ok` confirms. `address`: sftp://user@host[:port]/folder."""

    address: str
    key: Path
    known_hosts: Path
    name: str = "sftp"

    def send(self, entry: Entry) -> bool:
        there = f"{_folder(self.address)}/{entry.note}"
        with _memory(entry.pdf()) as pdf, _memory(entry.json()) as told:
            self._run(
                f"put -f /proc/self/fd/{pdf} {there}.pdf.part", f"put -f /proc/self/fd/{told} {there}.json.part",
                # Not every server replaces a file by renaming. The JSON goes first and comes last.
                f"-rm {there}.json", f"-rm {there}.pdf",
                f"rename {there}.pdf.part {there}.pdf", f"rename {there}.json.part {there}.json",
                keep=(pdf, told),
            )  # fmt: skip
        return False

    def confirmed(self) -> list[str]:
        try:
            said = self._run(f"-ls -1 {_folder(self.address)}/{CONFIRMED}")
        except NotTaken:
            return []
        names = (
            line.strip().rsplit("/", 1)[-1] for line in said.splitlines() if not line.startswith("sftp>")
        )
        return [name.removesuffix(".ok") for name in names if name.endswith(".ok") and _is_key(name[:-3])]

    def seen(self, key: str) -> None:
        with contextlib.suppress(NotTaken):
            self._run(f"-rm {_folder(self.address)}/{CONFIRMED}/{key}.ok")

    def _run(self, *batch: str, keep: tuple[int, ...] = ()) -> str:
        parts = urlsplit(self.address)
        options = _FIXED | {"UserKnownHostsFile": str(self.known_hosts), "IdentityFile": str(self.key)}
        command = ["sftp", "-F", "none", "-b", "-", "-P", str(parts.port or 22)]
        command += [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        try:
            done = subprocess.run(  # noqa: S603 - every part was checked by `mistakes`
                [*command, f"{parts.username}@{parts.hostname}"], input="\n".join(batch) + "\n", text=True,
                errors="replace", capture_output=True, check=False, timeout=_SECONDS, pass_fds=keep,
                env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
            )  # fmt: skip
        except FileNotFoundError:
            raise NotTaken("no-sftp-program") from None
        except (OSError, subprocess.TimeoutExpired):
            raise NotTaken("silent") from None
        if done.returncode:
            raise NotTaken(_code(done.stderr))
        return done.stdout


def mistakes(address: str, key: str, known_hosts: str) -> list[str]:
    """What is wrong with the three settings, one sentence each; none of them said is no mistake."""
    if not (address or key or known_hosts):
        return []
    problems = []
    if not _is_address(address):
        problems.append(
            "outbound_sftp: must be sftp://user@host/folder, without a password and without spaces"
        )
    for name, said in (("outbound_sftp_key", key), ("outbound_sftp_known_hosts", known_hosts)):
        if not _PATH.fullmatch(said):
            problems.append(f"{name}: must be the whole path of a file, of letters, digits and . _ - /")
    return problems


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    bare = not (parts.password or parts.query or parts.fragment) and parts.scheme == "sftp" and port != 0
    known = all(_WHO.fullmatch(said or "") for said in (parts.username, parts.hostname))
    return bare and known and bool(_PATH.fullmatch(parts.path)) and ".." not in parts.path


def _folder(address: str) -> str:
    return urlsplit(address).path.rstrip("/")


def _is_key(said: str) -> bool:
    try:
        return str(UUID(said)) == said
    except ValueError:
        return False


def _code(said: str) -> str:
    lines = "\n".join(
        line for line in said.splitlines() if "delete" not in line
    )  # of -rm, which may find nothing
    return next((code for words, code in _CODES if words in lines), "broken-off")


@contextlib.contextmanager
def _memory(data: bytes) -> Iterator[int]:
    """A file without a disk under it, so that no entry lies in a temporary folder."""
    made = os.memfd_create("entry")
    try:
        os.fchmod(made, 0o640)  # which is what it is given on the other side
        with os.fdopen(os.dup(made), "wb") as file:
            file.write(data)
        yield made
    finally:
        os.close(made)
