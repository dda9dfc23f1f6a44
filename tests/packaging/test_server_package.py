"""The server's Debian package: the same bytes twice, nothing its checkers complain about, every locked distribution it calls in it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from installer.bundle import ROOT
from installer.linux import server


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Without the distributions, which its own rules do not concern."""
    return server.deb(tmp_path_factory.mktemp("server"), libraries=False, compression="gzip")


def test_the_same_sources_give_the_same_package(small: Path, tmp_path: Path) -> None:
    again = server.deb(tmp_path, libraries=False, compression="gzip")
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(small.read_bytes()).digest()


def test_lintian_has_nothing_to_say(small: Path, tool: Callable[[str], str]) -> None:
    run = subprocess.run(
        [tool("lintian"), "--allow-root", "--fail-on", "warning", "--tag-display-limit", "0", str(small)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout


def test_nothing_of_the_client_is_in_it_but_what_both_share(small: Path) -> None:
    listing = subprocess.run(
        ["dpkg-deb", "--contents", str(small)], capture_output=True, text=True, check=True
    ).stdout
    places = {line.split()[5].removeprefix(f"./{server.HOME}/") for line in listing.splitlines()}
    rooms = {
        "/".join(place.split("/")[:2]) for place in places if place.startswith(("app/", "ui/", "resources/"))
    }
    assert "app/domain" in rooms
    assert not rooms & {"app/services", "app/store", "app/vault", "app/sync", "ui/main.py", "resources/icons"}
    assert {"server/main.py", "resources/guard/lexicon.json"} <= places
    assert not [place for place in places if place.startswith("resources/guard/lexicon/")]


def test_every_distribution_of_the_lock_is_here_to_be_taken_in() -> None:
    for name in server.locked():
        places = {place.as_posix() for place, _ in server.files_of(name)}
        assert any(place.endswith("METADATA") for place in places), name
        assert not [place for place in places if place.startswith("..") or "/tests/" in place]


def test_it_runs_from_its_own_folders_alone(tmp_path: Path) -> None:
    """With the sources of the package and the locked distributions, and nothing else of this repository."""
    stage = tmp_path / "stage"
    server._sources(stage)
    site = next(path for path in sys.path if path.endswith("site-packages"))
    code = f"""
import sys
sys.path[:0] = [{str(stage)!r}, {site!r}]
import importlib, pkgutil, server
for one in pkgutil.walk_packages(server.__path__, "server."):
    if not one.name.startswith(("server.migrations.", "server.embedded")):
        importlib.import_module(one.name)
from app import guard
print(guard.label(guard.review("Får Sertralin 50 mg dagligt.")))
from server.main import main
main(["--help"])
"""
    run = subprocess.run(
        [sys.executable, "-I", "-c", code], cwd="/", capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("refuse\n")
    assert not [line for line in run.stderr.splitlines() if str(ROOT / "app") in line]
    shutil.rmtree(stage)


def test_a_package_is_refused_when_this_is_not_what_the_lock_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "locked", lambda: {"sqlalchemy": "0.0.1"})
    with pytest.raises(server.Refused, match="sqlalchemy"):
        server.deb(tmp_path)
