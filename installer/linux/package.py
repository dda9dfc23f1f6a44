"""The bundle as a .deb for Debian 12 and Ubuntu 22.04 or later, and as a tar.xz. The same bundle gives the same bytes."""

from __future__ import annotations

import gzip
import hashlib
import lzma
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from app import __version__
from installer import icons, sbom
from installer.bundle import ROOT

HERE: Final = Path(__file__).parent
_MAINTAINER: Final = "Feltjournal <it@feltjournal.example>"
# What the bundle asks the system for: found by `needed`, and compared with it by a test. The system's own updates mend it.
DEPENDS: Final = (
    "libc6 (>= 2.35)",
    *(
        "libstdc++6",
        "libgcc-s1",
        "zlib1g",
        "libbz2-1.0",
        "liblzma5",
        "libzstd1",
        "libbrotli1",
        "libffi8",
        "libuuid1",
    ),
    *("libssl3 | libssl3t64", "libgssapi-krb5-2", "libglib2.0-0 | libglib2.0-0t64", "libdbus-1-3"),
    *(
        "libegl1",
        "libgl1",
        "libx11-6",
        "libx11-xcb1",
        "libxcb1",
        "libxkbcommon0",
        "libwayland-client0",
        "libwayland-cursor0",
    ),
    *("libfontconfig1", "libfreetype6", "libcups2 | libcups2t64"),
)
# What no library names: keyboards of X11.
BESIDES: Final = ("xkb-data",)
RECOMMENDS: Final = ("gnome-keyring | kwalletmanager", "dbus-user-session | dbus-x11", "xdg-desktop-portal")
_OVERRIDES: Final = (
    *("dir-or-file-in-opt", "embedded-library", "unstripped-binary-or-object", "hardening-no-pie"),
    *("custom-library-search-path", "shared-library-lacks-prerequisites", "library-not-linked-against-libc"),
)
_EFFORT: Final = {"xz": 6, "gzip": 1, "none": 0}
_CONFFILE: Final = "etc/feltjournal/policy.toml"


def packages(dist: Path, out: Path) -> list[Path]:
    return [deb(dist, out), archive(dist, out)]


def deb(dist: Path, out: Path, compression: str = "xz") -> Path:
    stage = out / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(dist, stage / "opt" / "feltjournal", symlinks=True)
    _modes(stage / "opt" / "feltjournal")
    for name in ("feltjournal", "feltjournalctl"):
        link(stage / "usr" / "bin" / name, f"/opt/feltjournal/{name}")
    _desktop(stage)
    _papers(stage)
    _control(stage)
    made = out / f"feltjournal_{__version__}_amd64.deb"
    return finish(stage, made, compression)


def maintainer() -> str:
    return _MAINTAINER


def finish(stage: Path, made: Path, compression: str = "xz") -> Path:
    """Build a .deb of `stage`, every time clamped to the release's. `compression`: a quicker one where only a test reads it."""
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "1790000000"))
    for path in (stage, *stage.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", f"-Z{compression}", f"-z{_EFFORT[compression]}", "--build", str(stage), str(made)],
        check=True, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
    )  # fmt: skip
    return made


def archive(dist: Path, out: Path) -> Path:
    """For other systems: unpack anywhere, run `feltjournal`."""
    made = out / f"feltjournal-{__version__}-linux-x86_64.tar.xz"
    with lzma.open(made, "wb", preset=3) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
        for path in sorted((dist, *dist.rglob("*"))):
            told = tar.gettarinfo(str(path), f"feltjournal-{__version__}/{path.relative_to(dist)}")
            told.mtime, told.uid, told.gid, told.uname, told.gname = 1790000000, 0, 0, "root", "root"
            if told.isreg():
                told.mode = 0o755 if path.name == "feltjournal" else 0o644
                with path.open("rb") as file:
                    tar.addfile(told, file)
            else:
                tar.addfile(told)
    return made


def needed(dist: Path) -> dict[str, set[str]]:
    """Debian packages of the libraries the bundle asks for and does not hold, with the names; `?` where none is known."""
    have = {path.name for path in dist.rglob("*") if path.is_file()}
    wanted: set[str] = set()
    for path in sbom.native(dist):
        listing = subprocess.run(
            ["objdump", "-p", str(path)], capture_output=True, text=True, check=True
        ).stdout
        wanted |= set(re.findall(r"^ +NEEDED +(\S+)", listing, re.M)) - have
    found: dict[str, set[str]] = {}
    for name in wanted:
        found.setdefault(_package_of(name), set()).add(name)
    return found


def md5sums(stage: Path, but: Iterable[str] = ()) -> str:
    files = [path for path in sorted(stage.rglob("*")) if path.is_file() and not path.is_symlink()]
    places = [path.relative_to(stage).as_posix() for path in files]
    kept = [place for place in places if not place.startswith("DEBIAN/") and place not in set(but)]
    return "".join(
        f"{hashlib.md5((stage / place).read_bytes(), usedforsecurity=False).hexdigest()}  {place}\n"
        for place in kept
    )


def put(place: Path, data: bytes, mode: int = 0o644) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    place.chmod(mode)


def changelog(package: str) -> bytes:
    lines = f"{package} ({__version__}) stable; urgency=medium\n\n  * Release. See CHANGELOG.md of the project.\n\n"
    return gzip.compress(f"{lines} -- {_MAINTAINER}  Sun, 22 Nov 2026 12:00:00 +0000\n".encode(), 9, mtime=0)


def _package_of(library: str) -> str:
    for folder in ("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64"):
        asked = subprocess.run(
            ["dpkg-query", "-S", f"{folder}/{library}"], capture_output=True, text=True, check=False
        )
        if asked.returncode == 0:
            return asked.stdout.split(":")[0]
    return "?"


def _desktop(stage: Path) -> None:
    share, name = stage / "usr" / "share", icons.NAME
    put(share / "applications" / f"{name}.desktop", (HERE / f"{name}.desktop").read_bytes())
    put(share / "metainfo" / f"{name}.metainfo.xml", (HERE / f"{name}.metainfo.xml").read_bytes())
    pictures = icons.draw(ROOT / "build" / "icons")
    for size, picture in pictures.items():
        put(share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{name}.png", picture.read_bytes())
    svg = (ROOT / "resources" / "icons" / "feltjournal.svg").read_bytes()
    put(share / "icons" / "hicolor" / "scalable" / "apps" / f"{name}.svg", svg)


def _papers(stage: Path) -> None:
    share = stage / "usr" / "share"
    put(stage / _CONFFILE, (HERE / "policy.toml").read_bytes())
    put(share / "doc" / "feltjournal" / "copyright", (HERE / "copyright").read_bytes())
    put(share / "doc" / "feltjournal" / "changelog.gz", changelog("feltjournal"))
    put(share / "doc" / "feltjournal" / "README-IT.md.gz", packed(ROOT / "installer" / "README-IT.md"))
    put(share / "doc" / "feltjournal" / "politikker.md.gz", packed(ROOT / "installer" / "politikker.md"))
    page = packed(HERE / "feltjournal.1")
    put(share / "man" / "man1" / "feltjournal.1.gz", page)
    link(share / "man" / "man1" / "feltjournalctl.1.gz", "feltjournal.1.gz")
    overrides = "".join(f"feltjournal: {tag}\n" for tag in _OVERRIDES)
    put(share / "lintian" / "overrides" / "feltjournal", overrides.encode())


def _control(stage: Path) -> None:
    kilobytes = (
        sum(path.stat().st_size for path in stage.rglob("*") if path.is_file() and not path.is_symlink())
        // 1024
    )
    control = f"""Package: feltjournal
Version: {__version__}
Section: misc
Priority: optional
Architecture: amd64
Installed-Size: {kilobytes}
Maintainer: {_MAINTAINER}
Depends: {", ".join((*DEPENDS, *BESIDES))}
Recommends: {", ".join(RECOMMENDS)}
Homepage: https://feltjournal.example/
Description: encrypted field journal for IPS consultants
 Notes from visits to employers and meetings with candidates, encrypted on
 the laptop and synchronised when the computer is on the municipality's
 network.
"""
    put(stage / "DEBIAN" / "control", control.encode())
    put(stage / "DEBIAN" / "conffiles", f"/{_CONFFILE}\n".encode())
    put(stage / "DEBIAN" / "md5sums", md5sums(stage, but=[_CONFFILE]).encode())


def packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)


def link(place: Path, target: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)


def _modes(folder: Path) -> None:
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == folder / "feltjournal" else 0o644)
