"""Real parts for tests: a PostgreSQL started once, databases made from a template, a jobcenter as a process."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from server import db, embedded, enrol, identity, migrations, setup

ROOT = Path(__file__).resolve().parents[1]
_SECONDS = 90


@pytest.fixture(scope="session")
def postgres() -> Iterator[embedded.Cluster]:
    """One PostgreSQL for the whole session. Not below pytest's own folder, which only its owner may enter."""
    folder = Path(tempfile.mkdtemp(prefix="fj-pg-"))
    try:
        cluster = embedded.start(folder, durable=False)
        engine = db.engine(cluster.url())
        migrations.upgrade(engine)
        engine.dispose()
        yield cluster
    finally:
        embedded.stop(folder)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres: embedded.Cluster) -> Iterator[str]:
    """A migrated database of this test's own."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    with _admin(postgres) as admin:
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE feltjournal'.encode())
    yield postgres.url(name)
    with _admin(postgres) as admin:
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@dataclass
class Jobcenter:
    """A jobcenter's server as a process, which can be killed and started again on the same port."""

    database: str
    state: Path
    url: str = ""
    process: subprocess.Popen[bytes] | None = None
    settings: dict[str, str] = field(default_factory=dict)
    within: list[str] = field(
        default_factory=list
    )  # what starts it elsewhere, as in another network namespace

    def start(self, *, fail: str = "", port: int = 0) -> Jobcenter:
        """`fail`: failpoints, as in `push.after_commit:kill`."""
        ready = self.state / "ready"
        ready.unlink(missing_ok=True)
        said = self.state / "stderr"
        port = int(self.url.rsplit(":", 1)[1]) if self.url else port
        with said.open("ab") as err:
            self.process = subprocess.Popen(
                [*self.within, *_command("serve", self.database, self.state), "--port", str(port), "--ready-file", str(ready),
                 "--until-eof", *(["--failpoints"] if fail else [])],
                stdin=subprocess.PIPE, stdout=err, stderr=err, cwd=ROOT, env=_environ(FELTJOURNAL_FAIL=fail, **_told(self.settings)),
            )  # fmt: skip
        _wait(lambda: ready.exists() or self.process.poll() is not None)  # type: ignore[union-attr]
        assert ready.exists(), said.read_text()
        self.url = ready.read_text().strip()
        return self

    def stop(self) -> None:
        """In good order."""
        if self.process is not None and self.process.stdin is not None:
            self.process.stdin.close()
            self.process.wait(_SECONDS)

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.gone()

    def gone(self) -> None:
        """Wait until it has died of itself."""
        if self.process is not None:
            self.process.wait(_SECONDS)
            if self.process.stdin is not None:
                self.process.stdin.close()

    def run(self, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Another command of the program, on the same jobcenter."""
        return run(command, self.database, self.state, *arguments)

    def enrol_code(self, person: str, name: str, *, hours: int = 24, role: str = "consultant") -> str:
        """An invitation to paste."""
        me = identity.load(self.state)
        engine = db.engine(self.database, pool=1)
        with engine.begin() as tx:
            feed, _ = setup.the_feed(tx)
            code = enrol.new_code(
                tx, feed=feed, person=person, name=name, role=role, hours=hours, now=datetime.now(UTC)
            )
        engine.dispose()
        return enrol.invitation(url=self.url, pins=me.pins, key=me.public, code=code)

    @property
    def log(self) -> str:
        return (self.state / "stderr").read_text()


@pytest.fixture
def jobcenter(postgres_url: str) -> Iterator[Jobcenter]:
    """A server over TLS on loopback, initialised and accepting."""
    with make_jobcenter(postgres_url) as made:
        yield made.start()


@contextlib.contextmanager
def make_jobcenter(
    database: str, hosts: Sequence[str] = ("localhost", "127.0.0.1"), within: Sequence[str] = ()
) -> Iterator[Jobcenter]:
    state = Path(tempfile.mkdtemp(prefix="fj-server-"))
    now = datetime.now(UTC)
    identity.make(state, hosts=hosts, now=now)
    engine = db.engine(database, pool=1)
    with engine.begin() as tx:
        setup.found(tx, identity.load(state), feed_name="Jobcenter Prøveby", now=now)
    engine.dispose()
    made = Jobcenter(database, state, within=list(within))
    try:
        yield made
    finally:
        made.stop()
        shutil.rmtree(state, ignore_errors=True)


def run(command: str, database: str, state: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_command(command, database, state), *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True,
        encoding="utf-8", check=False, cwd=ROOT, env=_environ(), timeout=_SECONDS,
    )  # fmt: skip


def _command(command: str, database: str, state: Path) -> list[str]:
    return [sys.executable, "-m", "server.main", command, "--database", database, "--state", str(state)]


def _told(settings: dict[str, str]) -> dict[str, str]:
    return {f"FELTJOURNAL_SERVER_{name.upper()}": value for name, value in settings.items()}


def _environ(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONWARNINGS": "error", **more}


def _admin(cluster: embedded.Cluster) -> psycopg.Connection[Any]:
    return psycopg.connect(cluster.url("postgres").replace("+psycopg", ""), autocommit=True)


def _wait(holds: Callable[[], bool]) -> None:
    last = time.monotonic() + _SECONDS
    while not holds():
        assert time.monotonic() < last, "waited in vain"
        time.sleep(0.02)
