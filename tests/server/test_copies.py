"""What IT gets beside the program: roles, copies and their return, as the very files that are in the package."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
import sqlalchemy as sa

from server import db, embedded, identity, settings
from tests.parts import ROOT, _admin, run

pytestmark = pytest.mark.day
DEPLOY = ROOT / "installer" / "hosting"
_PASSWORDS = {"owner": "en 'ejer'", "app": "et program"}


@pytest.fixture
def hosted(postgres: embedded.Cluster) -> Iterator[str]:
    """A database that `roles.sql` made, by its name; the roles are named after it, since a cluster has them once."""
    name = f"hosted_{uuid.uuid4().hex[:8]}"
    script = (DEPLOY / "roles.sql").read_text("utf-8").replace("feltjournal_", f"{name}_")
    script = script.replace("DATABASE feltjournal", f"DATABASE {name}").replace(
        r"\connect feltjournal", rf"\connect {name}"
    )
    psql = embedded.program("psql")
    assert psql is not None
    _ask_for_passwords(postgres, name)
    done = subprocess.run(
        [psql, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", postgres.url("postgres").replace("+psycopg", "")],
        input=script, text=True, capture_output=True, check=False,
        env={**os.environ, "OWNER_PASSWORD": _PASSWORDS["owner"], "APP_PASSWORD": _PASSWORDS["app"]},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    yield name
    with _admin(postgres) as admin:
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
        for role in ("owner", "app"):
            admin.execute(f"DROP ROLE {name}_{role}".encode())


def _ask_for_passwords(postgres: embedded.Cluster, name: str) -> None:
    """As a PostgreSQL of Debian does; this one believes whoever reaches its socket."""
    with _admin(postgres) as admin:
        (place,) = admin.execute("SHOW hba_file").fetchone() or ("",)
        rules = Path(place)
        rules.write_text(
            f"local {name} {name}_owner,{name}_app scram-sha-256\n" + rules.read_text("utf-8"), "utf-8"
        )
        admin.execute("SELECT pg_reload_conf()")


def address(postgres: embedded.Cluster, name: str, role: str) -> str:
    return postgres.url(name).replace("//feltjournal@", f"//{name}_{role}:{quote(_PASSWORDS[role])}@")


@pytest.fixture
def state(tmp_path: Path, postgres: embedded.Cluster, hosted: str) -> Path:
    """The keys of a jobcenter made as the handbook says: init and grant as the owner."""
    made, owner = tmp_path / "state", address(postgres, hosted, "owner")
    done = run("init", owner, made, "--name", "Jobcenter Prøveby", "--host", "127.0.0.1")
    assert done.returncode == 0, done.stderr
    done = run("grant", owner, made, "--role", f"{hosted}_app")
    assert done.returncode == 0, done.stderr
    return made


def script(
    name: str, state: Path, tmp_path: Path, database: str, *arguments: str
) -> subprocess.CompletedProcess[str]:
    config = tmp_path / "server.toml"
    config.write_text(f'database = "{database}"\n', "utf-8")
    bin = Path(embedded.program("pg_dump") or "").parent
    return subprocess.run(
        [str(DEPLOY / name), *arguments], capture_output=True, text=True, check=False, cwd=ROOT,
        env={
            **os.environ, "PATH": f"{bin}:{os.environ['PATH']}", "FELTJOURNAL_HOSTED_CONFIG": str(config),
            "FELTJOURNAL_HOSTED_KEYS": str(state), "FELTJOURNAL_HOSTED_PROGRAM": f"{sys.executable} -m server.main",
        },
    )  # fmt: skip


def test_the_services_role_serves_and_copies_but_may_make_no_table(
    postgres: embedded.Cluster, hosted: str, state: Path, tmp_path: Path
) -> None:
    app = address(postgres, hosted, "app")
    done = run("enrol-code", app, state, "--person", "mh", "--name", "Mette Prøve")
    assert done.returncode == 0, done.stderr
    with (
        psycopg.connect(app.replace("+psycopg", "")) as tx,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        tx.execute("CREATE TABLE egen (n int)")
    made = script("feltjournal-server-backup", state, tmp_path, app, str(tmp_path / "copies"))
    assert made.returncode == 0, made.stderr
    assert sorted(path.suffix for path in (tmp_path / "copies").iterdir()) == [".dump", ".tar"]
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "copies").iterdir())


def test_a_copy_made_by_hand_is_nobody_elses_to_read(
    postgres: embedded.Cluster, hosted: str, state: Path, tmp_path: Path
) -> None:
    before = os.umask(0o022)  # as root's is
    try:
        done = run("backup", address(postgres, hosted, "app"), state, "--to", str(tmp_path / "a" / "copies"))
    finally:
        os.umask(before)
    assert done.returncode == 0, done.stderr
    (made,) = (tmp_path / "a" / "copies").iterdir()
    assert [path.stat().st_mode & 0o077 for path in (made, made.parent)] == [0, 0]
    refused = run("backup", address(postgres, hosted, "app"), state, "--to", str(made))  # no folder
    assert refused.returncode == 2
    assert refused.stderr.splitlines() == [f"feltjournal-server: cannot write in {made}: FileExistsError"]


def test_a_copy_comes_back_on_another_machine_as_the_same_server(
    postgres: embedded.Cluster, hosted: str, state: Path, tmp_path: Path
) -> None:
    owner = address(postgres, hosted, "owner")
    made = script("feltjournal-server-backup", state, tmp_path, owner, str(tmp_path / "copies"))
    assert made.returncode == 0, made.stderr
    other = f"back_{uuid.uuid4().hex[:8]}"
    with _admin(postgres) as admin:
        admin.execute(f'CREATE DATABASE "{other}" OWNER {hosted}_owner TEMPLATE template0'.encode())
    there = address(postgres, other, "owner").replace(f"{other}_owner", f"{hosted}_owner")
    try:
        keys = tmp_path / "elsewhere"
        back = script(
            "feltjournal-server-restore",
            keys,
            tmp_path,
            there,
            made.stdout.strip(),
            there.replace("+psycopg", ""),
        )
        assert back.returncode == 0, back.stderr
        assert identity.load(keys).public == identity.load(state).public
        assert _epoch(there) != _epoch(owner)
        again = script(
            "feltjournal-server-restore",
            keys,
            tmp_path,
            there,
            made.stdout.strip(),
            there.replace("+psycopg", ""),
        )
        assert again.returncode != 0  # never over what is there
    finally:
        with _admin(postgres) as admin:
            admin.execute(f'DROP DATABASE "{other}" WITH (FORCE)'.encode())


def test_old_copies_go_and_young_ones_stay(
    postgres: embedded.Cluster, hosted: str, state: Path, tmp_path: Path
) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    for name, days in (("feltjournal-old.dump", 40), ("feltjournal-young.dump", 2), ("andet.txt", 40)):
        (copies / name).write_text("", "utf-8")
        when = (copies / name).stat().st_mtime - days * 86_400
        os.utime(copies / name, (when, when))
    owner = address(postgres, hosted, "owner")
    assert script("feltjournal-server-backup", state, tmp_path, owner, str(copies)).returncode == 0
    left = {path.name for path in copies.iterdir()}
    assert "feltjournal-old.dump" not in left
    assert {"feltjournal-young.dump", "andet.txt"} <= left


def test_the_sample_of_settings_names_settings_that_exist() -> None:
    lines = (DEPLOY / "server.toml").read_text("utf-8").splitlines()
    said = tomllib.loads(
        "\n".join(line.removeprefix("#") for line in lines if line.startswith("#") and " = " in line)
    )
    assert said
    assert said.keys() <= {field.name for field in fields(settings.Settings)}


def _epoch(url: str) -> str:
    engine = db.engine(url, pool=1)
    with contextlib.closing(engine.connect()) as tx:
        found: str = tx.execute(sa.select(db.feed.c.epoch)).scalar_one()
    engine.dispose()
    return found
