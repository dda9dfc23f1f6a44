"""The jobcenter's server as a .deb: our sources, the distributions of requirements-server.lock, service, copies, settings.

    python3 tools/dev.py run -- python -m installer.linux.server --out build/release

The compiled wheels hold for one Python: the package is made with, and depends on, the system's own.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Final

from packaging.markers import Marker

from app import __version__
from installer.bundle import ROOT, normal
from installer.linux.package import changelog, finish, link, maintainer, md5sums, packed, put

HERE: Final = Path(__file__).parent
NAME: Final = "feltjournal-server"
HOME: Final = "usr/lib/feltjournal-server"
_CONFFILE: Final = "etc/feltjournal-server/server.toml"
# What the server shares with the client, as the import contracts say; and what of the resources those rooms read.
_SHARED: Final = ("domain", "protocol", "guard", "reports")
_RESOURCES: Final = (
    "caseload",
    "codelists",
    "documents",
    "fidelity",
    "figures",
    "fonts",
    "guard",
    "papers",
    "work",
)
# The guard's word lists as they are written; it reads them folded, from lexicon.json.
_WRITTEN: Final = "resources/guard/lexicon"
_OVERRIDES: Final = ("non-standard-file-perm", "embedded-library", "unstripped-binary-or-object", "hardening-no-pie", "custom-library-search-path",
                     "shared-library-lacks-prerequisites", "library-not-linked-against-libc")  # fmt: skip
_UNITS: Final = (
    "feltjournal-server.service",
    "feltjournal-server-backup.service",
    "feltjournal-server-backup.timer",
)
_SCRIPTS: Final = ("feltjournal-server-backup", "feltjournal-server-restore")
# The guard calls onnxruntime's library itself (app/guard/runtime.py), not its Python half and what that stands on.
_NOT_CALLED: Final = frozenset({"numpy", "protobuf", "flatbuffers"})
_LEFT_OUT: Final = ("tests", "test", "__pycache__", "f2py", "_pyinstaller", "include")
_UNUSED: Final = (".pyi", ".pyx", ".pxd", ".c", ".h", ".hpp", ".pth", ".exe")


class Refused(Exception):
    """Why no package is made."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="installer.linux.server", description="Make the server's .deb.")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "release", metavar="DIR")
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    try:
        made = deb(asked.out)
    except Refused as refusal:
        print(f"refused: {refusal}", file=sys.stderr)
        return 1
    print(f"{made.stat().st_size / 1e6:8.1f} MB  {made}")
    return 0


def deb(out: Path, *, libraries: bool = True, compression: str = "xz") -> Path:
    """`libraries`: with what the lock names; without, the package is only for its own tests. Raises Refused."""
    stage = out / "server-deb"
    shutil.rmtree(stage, ignore_errors=True)
    _sources(stage / HOME)
    if libraries:
        _libraries(stage / HOME / "lib")
    _program(stage)
    _service(stage)
    _papers(stage)
    _control(stage)
    return finish(stage, out / f"{NAME}_{__version__}_amd64.deb", compression)


def locked() -> dict[str, str]:
    """Distributions of the server by normalised name, as the lock pins them for this Python."""
    text = (ROOT / "requirements-server.lock").read_text("utf-8")
    rows = re.findall(r"^([\w.-]+)==([\w.+!-]+)(?: *; *([^\\\n]+))?", text, re.M)
    return {
        normal(name): version
        for name, version, marker in rows
        if not marker or Marker(marker.strip()).evaluate()
    }


def files_of(name: str) -> Iterator[tuple[PurePosixPath, Path]]:
    """Place below site-packages, and file, of what an installed distribution needs when it runs."""
    for file in metadata.distribution(name).files or ():
        place = PurePosixPath(file)
        if ".." in place.parts or set(place.parts) & set(_LEFT_OUT) or place.suffix in _UNUSED:
            continue
        if place.name.startswith("onnxruntime_pybind11_state."):
            continue
        if place.parent.suffix == ".dist-info" and place.name not in (
            "METADATA",
            "entry_points.txt",
            "top_level.txt",
        ):
            continue
        yield place, Path(str(file.locate()))


def _libraries(home: Path) -> None:
    for name, version in locked().items():
        if name in _NOT_CALLED:
            continue
        try:
            found = metadata.version(name)
        except metadata.PackageNotFoundError:
            found = "absent"
        if found != version:
            raise Refused(f"{name} {found}, not {version}: not what requirements-server.lock says")
        for place, file in files_of(name):
            put(home / place, file.read_bytes())


def _sources(home: Path) -> None:
    tops = [*(ROOT / "app").glob("*.py"), *(ROOT / "server").rglob("*"), *(ROOT / "resources").glob("*.py")]
    rooms = [file for room in _SHARED for file in (ROOT / "app" / room).rglob("*")]
    words = [file for room in _RESOURCES for file in (ROOT / "resources" / room).rglob("*")]
    for file in (*tops, *rooms, *words):
        place = file.relative_to(ROOT)
        if file.is_file() and "__pycache__" not in file.parts and not place.is_relative_to(_WRITTEN):
            put(home / place, file.read_bytes())


def _program(stage: Path) -> None:
    """Isolated from the caller's environment: only our folders and the system's own library are looked in."""
    text = f"""#!/usr/bin/python3 -Is
import sys

if sys.version_info[:2] != {sys.version_info[:2]}:
    sys.exit("feltjournal-server: made for Python {python()}; this is " + sys.version.split()[0])
sys.path[:0] = ["/{HOME}", "/{HOME}/lib"]
sys.dont_write_bytecode = True
from server.main import main

sys.exit(main())
"""
    put(stage / "usr" / "bin" / NAME, text.encode(), 0o755)
    for script in _SCRIPTS:
        put(stage / "usr" / "sbin" / script, (ROOT / "installer" / "hosting" / script).read_bytes(), 0o755)


def _service(stage: Path) -> None:
    for unit in _UNITS:
        put(stage / "lib" / "systemd" / "system" / unit, (HERE / unit).read_bytes())
    put(stage / _CONFFILE, (ROOT / "installer" / "hosting" / "server.toml").read_bytes(), 0o640)


def _papers(stage: Path) -> None:
    share = stage / "usr" / "share"
    papers = share / "doc" / NAME
    put(share / NAME / "roles.sql", (ROOT / "installer" / "hosting" / "roles.sql").read_bytes())
    put(
        papers / "copyright", (HERE / "copyright").read_bytes().replace(b"feltjournal/", NAME.encode() + b"/")
    )
    put(papers / "changelog.gz", changelog(NAME))
    for page in ("run-the-server", "host-the-server", "update-the-server"):
        put(papers / f"{page}.md.gz", packed(ROOT / "docs" / "how-to" / f"{page}.md"))
    put(share / "man" / "man1" / f"{NAME}.1.gz", packed(HERE / f"{NAME}.1"))
    for script in _SCRIPTS:
        link(share / "man" / "man8" / f"{script}.8.gz", f"../man1/{NAME}.1.gz")
    put(share / "lintian" / "overrides" / NAME, "".join(f"{NAME}: {tag}\n" for tag in _OVERRIDES).encode())


def python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _control(stage: Path) -> None:
    kilobytes = sum(path.stat().st_size for path in stage.rglob("*") if path.is_file()) // 1024
    following = f"{sys.version_info.major}.{sys.version_info.minor + 1}"
    control = f"""Package: {NAME}
Version: {__version__}
Section: misc
Priority: optional
Architecture: amd64
Installed-Size: {kilobytes}
Maintainer: {maintainer()}
Depends: python3 (>= {python()}), python3 (<< {following}), adduser, libc6, postgresql-client (>= 15) | postgresql-client-15
Recommends: postgresql (>= 15), openssh-client
Homepage: https://feltjournal.example/
Description: server of the field journal for IPS consultants
 Keeps the journal of one jobcenter in PostgreSQL, lets in the consultants'
 own computers alone, and refuses what belongs in a patient record.
"""
    put(stage / "DEBIAN" / "control", control.encode())
    put(stage / "DEBIAN" / "conffiles", f"/{_CONFFILE}\n".encode())
    put(stage / "DEBIAN" / "md5sums", md5sums(stage, but=[_CONFFILE]).encode())
    for script in ("postinst", "prerm", "postrm"):
        put(stage / "DEBIAN" / script, (HERE / f"{NAME}.{script}").read_bytes(), 0o755)


if __name__ == "__main__":
    sys.exit(main())
