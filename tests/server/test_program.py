"""The console: what IT types, and what it is told when it is wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from server import embedded, settings
from server.enrol import read_invitation
from tests.parts import ROOT, Jobcenter, make_jobcenter, run

pytestmark = pytest.mark.day
FILE = "Navn;Sagsnummer;Konsulent\nAnna Prøve;S1;mh\n"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "keys"


@pytest.fixture
def idle(postgres_url: str) -> Iterator[Jobcenter]:
    """Made, not running."""
    with make_jobcenter(postgres_url) as made:
        yield made


def test_init_twice_keeps_the_keys_and_the_rest_follows(
    postgres_url: str, state: Path, tmp_path: Path
) -> None:
    first = run(
        "init",
        postgres_url,
        state,
        "--name",
        "Prøveby",
        "--host",
        "fj.proeveby.dk",
        "--host",
        "127.0.0.1",
        "--json",
    )
    again = run("init", postgres_url, state, "--json")
    told = json.loads(first.stdout)
    assert json.loads(again.stdout) == told
    assert (told["feed_name"], len(told["pins"])) == ("Prøveby", 2)
    assert (state / "server.key").stat().st_mode & 0o077 == 0

    code = run(
        "enrol-code",
        postgres_url,
        state,
        "--person",
        "mh",
        "--name",
        "Mette Hansen",
        "--url",
        "https://fj:8443",
        "--json",
    )
    invitation = read_invitation(json.loads(code.stdout)["invitation"])
    assert invitation == {
        "url": "https://fj:8443",
        "pins": told["pins"],
        "key": told["key"],
        "code": json.loads(code.stdout)["code"],
    }

    file = tmp_path / "sager.csv"
    file.write_text(FILE, encoding="cp1252")
    assert json.loads(run("load-caseload", postgres_url, state, str(file), "--json").stdout)["new"] == 1
    file.write_text(FILE.replace("S1", "").replace("mh", "hvem"), encoding="utf-8")
    refused = run("load-caseload", postgres_url, state, str(file))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.splitlines() == [
        "linje 2, Konsulent: Konsulenten kendes ikke på jobcenteret.",
        "linje 2, CPR-nummer: Rækken har hverken CPR-nummer eller sagsnummer.",
        "2 fejl; intet er indlæst.",
    ]


def test_before_init_there_is_nothing_to_serve(postgres_url: str, state: Path) -> None:
    done = run("serve", postgres_url, state)
    assert done.returncode == 2
    assert "run init first" in done.stderr


def test_keys_of_another_server_are_not_taken(idle: Jobcenter, state: Path) -> None:
    assert run("init", idle.database, state).returncode == 2
    done = run("serve", idle.database, state)
    assert "not the one this database knows" in done.stderr


@pytest.mark.parametrize(
    ("command", "arguments", "told"),
    [
        ("serve", ("--port", "99999"), "cannot listen"),
        ("serve", ("--host", "192.0.2.1"), "cannot listen"),
        ("enrol-code", ("--person", "a b", "--name", "X"), "--person"),
        ("enrol-code", ("--person", "a", "--name", " "), "--name"),
        ("load-caseload", ("nowhere.csv",), "nowhere.csv"),
    ],
)
def test_a_wrong_word_is_answered_in_one_line(
    idle: Jobcenter, command: str, arguments: tuple[str, ...], told: str
) -> None:
    done = idle.run(command, *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_database_that_does_not_answer_is_named_without_its_password(state: Path) -> None:
    done = run("init", "postgresql://fj:hemmeligt@127.0.0.1:1/fj", state)
    assert done.returncode == 3
    assert "does not answer" in done.stderr
    assert "hemmeligt" not in done.stderr


def test_every_mistake_in_the_settings_is_named() -> None:
    wrong = {
        "PORT": "x",
        "LAN": "hjemme",
        "MIN_APP": "ny",
        "COLOUR": "red",
        "CERTIFICATE": "a.pem",
        "POOL": "0",
    }
    with pytest.raises(settings.SettingsRefused) as caught:
        settings.load(None, {settings.PREFIX + name: value for name, value in wrong.items()})
    assert [p.split(":")[0] for p in caught.value.problems] == ["port", "colour"]
    with pytest.raises(settings.SettingsRefused) as caught:
        settings.load(None, {settings.PREFIX + n: v for n, v in wrong.items() if n not in ("PORT", "COLOUR")})
    assert [p.split(":")[0] for p in caught.value.problems] == [
        "pool",
        "certificate, tls_key",
        "lan",
        "min_app",
    ]


def test_zones_follow_the_networks() -> None:
    said = settings.Settings(lan="10.0.0.0/8", vpn="10.9.0.0/16")
    assert [said.zone(a) for a in ("10.1.1.1", "10.9.1.1", "192.0.2.1", "::1", "x")] == [
        "lan",
        "vpn",
        None,
        None,
        None,
    ]


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="fj-embedded-"))
    yield made
    embedded.stop(made)
    shutil.rmtree(made, ignore_errors=True)


def test_an_embedded_jobcenter_needs_no_database_and_leaves_no_process(folder: Path) -> None:
    place = (
        folder
        / "et 'sted' med lange navne og mellemrum, så stien til en sokkel bliver for lang til systemet"
        / "her"
    )
    command = [sys.executable, "-m", "server.main"]
    done = subprocess.run(
        [*command, "init", "--embedded", str(place), "--json"],
        capture_output=True,
        check=False,
        cwd=ROOT,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert not (place / "postgres" / "postmaster.pid").exists()
    with embedded.running(place) as cluster, psycopg.connect(cluster.url().replace("+psycopg", "")) as db:
        assert db.execute("SELECT count(*) FROM feed").fetchone() == (1,)
    assert not (place / "postgres" / "postmaster.pid").exists()
