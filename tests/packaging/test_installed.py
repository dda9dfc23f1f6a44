"""The packages put into a root of their own: they run there as an ordinary user, and go without taking anything along.

The root is this system's with an empty layer over it, gone afterwards; `installer/linux/fresh_root.sh` does the same in a
Debian made from nothing, with the packages' own dependencies fetched.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app import __version__
from installer.linux import package, server

pytestmark = pytest.mark.skipif(
    os.geteuid() != 0 and "CI" not in os.environ, reason="installing takes root, as in CI"
)
_NAMESPACES = (
    "unshare",
    "--mount",
    "--pid",
    "--fork",
    "--kill-child",
    "--mount-proc",
    "--propagation",
    "private",
)
_SCRIPT = Path(__file__).with_name("installed.sh")


@pytest.fixture
def layered(tmp_path: Path, tool: Callable[[str], str]) -> Iterator[Path]:
    """A folder on a file system that can be the upper layer of another."""
    for name in ("unshare", "chroot", "dpkg", "Xvfb", "runuser"):
        tool(name)
    made = Path(f"/dev/shm/feltjournal-{os.getpid()}")  # noqa: S108 - an overlay cannot lie on an overlay
    made.mkdir()
    yield made
    shutil.rmtree(made, ignore_errors=True)


def within(layered: Path, what: str, deb: Path, out: Path) -> dict[str, str]:
    """What `installed.sh` says, line by line: `name: value`."""
    run = subprocess.run(
        [*_NAMESPACES, "bash", str(_SCRIPT), what, str(layered), str(deb), str(out)],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=600,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    return dict(line.split(": ", 1) for line in run.stdout.splitlines() if ": " in line)


def test_the_program_runs_as_an_ordinary_user_and_goes_cleanly(
    bundle: Path, layered: Path, tmp_path: Path
) -> None:
    deb = package.deb(bundle, tmp_path, compression="none")
    said = within(layered, "client", deb, tmp_path)
    told = json.loads((tmp_path / "selftest.json").read_text("utf-8"))
    assert (told["passed"], told["frozen"], told["version"]) == (True, True, __version__)
    assert "/etc/feltjournal/policy.toml" in next(
        c["detail"] for c in told["checks"] if c["name"] == "policy"
    )
    assert said["policy"] == "3 machine"
    assert said["window"] == "painted"
    assert int(said["colours"]) > 20
    assert said["after remove"] == "program gone, policy kept, data kept"
    assert said["after purge"] == "program gone, policy gone, data kept"
    assert said["left behind"] == "nothing"


def test_the_servers_package_answers_and_keeps_its_keys(layered: Path, tmp_path: Path) -> None:
    deb = server.deb(tmp_path, compression="none")
    said = within(layered, "server", deb, tmp_path)
    assert said["user"] == "feltjournal"
    assert said["settings"] == "640 root feltjournal"
    assert said["keys"] == "700 feltjournal feltjournal"
    assert "which database?" in said["without settings"]
    assert "does not answer" in said["with settings"]
    assert said["copies made by root"] == "700 feltjournal feltjournal"
    assert said["settings taken away"] == "configured"
    assert said["after purge"] == "program gone, settings gone, keys kept"
