"""The Debian package, of a small bundle: the same bytes twice, and nothing its checkers complain about."""

from __future__ import annotations

import hashlib
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app import __version__
from installer import icons
from installer.linux import package

HERE = Path(package.__file__).parent


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """As large as a bundle needs to be for the package's own rules."""
    made = tmp_path / "feltjournal"
    (made / "lib").mkdir(parents=True)
    (made / "feltjournal").write_bytes(Path("/bin/true").read_bytes())
    (made / "feltjournalctl").symlink_to("feltjournal")
    (made / "lib" / "note.txt").write_text("en fil", "utf-8")
    return made


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_same_bundle_gives_the_same_package(small: Path, tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        out = tmp_path / name
        out.mkdir()
        made.append([digest(path) for path in package.packages(small, out)])
    assert made[0] == made[1]


def test_lintian_has_nothing_to_say(small: Path, tmp_path: Path, tool: Callable[[str], str]) -> None:
    deb = package.deb(small, tmp_path)
    run = subprocess.run(
        [tool("lintian"), "--allow-root", "--fail-on", "warning", "--tag-display-limit", "0", str(deb)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    # The small bundle lacks what some overrides are for; those notes are neither errors nor warnings.
    assert run.returncode == 0, run.stdout


def test_the_desktop_finds_the_program(tool: Callable[[str], str]) -> None:
    for command in (
        [tool("desktop-file-validate"), str(HERE / f"{icons.NAME}.desktop")],
        [tool("appstreamcli"), "validate", "--no-net", str(HERE / f"{icons.NAME}.metainfo.xml")],
    ):
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr


def test_a_users_data_and_the_policy_are_not_the_packages(small: Path, tmp_path: Path) -> None:
    listing = subprocess.run(
        ["dpkg-deb", "--contents", str(package.deb(small, tmp_path))],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    places = {line.split()[5].removeprefix(".") for line in listing.splitlines()}
    assert "/opt/feltjournal/feltjournal" in places
    assert "/usr/bin/feltjournalctl" in places
    assert not [place for place in places if place.startswith(("/home", "/root", "/var"))]
    told = subprocess.run(
        ["dpkg-deb", "--info", str(tmp_path / f"feltjournal_{__version__}_amd64.deb"), "conffiles"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert told.split() == ["/etc/feltjournal/policy.toml"]
    scripts = subprocess.run(
        ["dpkg-deb", "--info", str(tmp_path / f"feltjournal_{__version__}_amd64.deb")],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert not [name for name in ("postinst", "prerm", "postrm", "preinst") if name in scripts]


def test_the_archive_runs_from_any_folder(small: Path, tmp_path: Path) -> None:
    made = package.archive(small, tmp_path)
    with tarfile.open(made) as tar:
        names = {member.name: member for member in tar.getmembers()}
        assert all(member.uid == 0 for member in names.values())
    program = names[f"feltjournal-{__version__}/feltjournal"]
    assert program.mode == 0o755
    assert names[f"feltjournal-{__version__}/feltjournalctl"].linkname == "feltjournal"
