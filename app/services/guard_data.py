"""The guard's rules and models as a signed set that the municipality puts in place of what came with the program."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.errors import ListRefused
from app.guard import source
from app.protocol import signed_file as sealing
from app.settings import Settings
from app.sync import signed_file

KIND: Final = "guard-data"
FORMAT: Final = 1  # of the files in a set; a set of another format is for another program
MANIFEST: Final = "manifest.json"
_FOLDER, _NEXT, _LARGEST = "guard", "guard.next", 200_000_000
_VERSION = re.compile(r"[0-9A-Za-zÆØÅæøå ._-]{1,60}")


@dataclass(frozen=True, slots=True)
class InForce:
    """`version`: of the municipality's set, "" where the built-in one stands. `refused`: why a set that is there is
    not followed: `key` (no policy names one), `signature`, `kind`, `shape`, `size`, `format`, `files` or `reading`."""

    version: str = ""
    refused: str = ""


def begin(profile: Path, settings: Settings) -> InForce:
    """At the start, before a text is read: fetch what the policy names, check every byte, and use it or leave it be."""
    refused = ""
    if settings.guard_file:
        refused = _fetched(profile, Path(settings.guard_file), settings.guard_key)
    place = profile / _FOLDER
    if not (place / MANIFEST).exists():
        return InForce(refused=refused)
    try:
        version = _checked(place, settings.guard_key)
    except (ListRefused, OSError) as error:
        return InForce(refused=refused or _why(error))
    source.use(place)
    return InForce(version, refused)


def take(profile: Path, package: Path, key: bytes | None, *, tried: bool = True) -> str:
    """Put a set in place for the next start; says its version. Raises ListRefused, and leaves what stood before.

    `tried`: the guard reads with it first, in a program of its own; whoever made the set has done so already.
    """
    fresh = profile / _NEXT
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _unpack(package, fresh)
        version = _checked(fresh, key)
        if tried:
            _tried(fresh)
        shutil.rmtree(profile / _FOLDER, ignore_errors=True)
        fresh.replace(profile / _FOLDER)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return version


def leave(profile: Path) -> None:
    """Back to what came with the program, from the next start on."""
    shutil.rmtree(profile / _FOLDER, ignore_errors=True)


def pack(folder: Path, package: Path, *, version: str, pem: bytes) -> None:
    """Make a set out of a folder of files. `pem`: the Ed25519 key whose public half the policy names.

    Raises ListRefused where a file is missing, the version cannot be shown, or the guard cannot read with it, and
    ValueError for what is no such key.
    """
    sign = signed_file.signer(pem)
    if not _VERSION.fullmatch(version):
        raise ListRefused("shape")
    missing = [name for name in source.FILES if not (folder / name).is_file()]
    if missing:
        raise ListRefused("files")
    _tried(folder)
    files = {name: _digest(folder / name) for name in source.FILES}
    body = {"format": FORMAT, "version": version, "files": files}
    manifest = sealing.seal(body, kind=KIND, sign=sign)
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, manifest)
        for name in source.FILES:
            archive.write(folder / name, name)


def _fetched(profile: Path, package: Path, key: bytes | None) -> str:
    """Why the set the policy names could not be taken in; "" where it was, or stands already."""
    try:
        with zipfile.ZipFile(package) as archive:
            named = (
                archive.read(MANIFEST) if archive.getinfo(MANIFEST).file_size <= signed_file.LARGEST else b""
            )
        here = profile / _FOLDER / MANIFEST
        if not (here.exists() and here.read_bytes() == named):
            take(profile, package, key, tried=False)
    except (ListRefused, OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        return _why(error)
    return ""


def _why(error: Exception) -> str:
    return error.reason if isinstance(error, ListRefused) else "reading"


def _unpack(package: Path, to: Path) -> None:
    """Only the files a set has, by their exact names, so that no path leads out of the folder."""
    to.mkdir(mode=0o700, parents=True)
    try:
        with zipfile.ZipFile(package) as archive:
            if sum(info.file_size for info in archive.infolist()) > _LARGEST:
                raise ListRefused("size")
            for name in (MANIFEST, *source.FILES):
                (to / name).write_bytes(archive.read(name))
    except (zipfile.BadZipFile, KeyError, RuntimeError, EOFError, ValueError):
        raise ListRefused("files") from None


def _checked(place: Path, key: bytes | None) -> str:
    """The version of a set whose signature and every byte hold. Raises ListRefused."""
    if key is None:
        raise ListRefused("key")
    body = signed_file.open((place / MANIFEST).read_bytes(), key=base64.b64encode(key).decode(), kind=KIND)
    if body.get("format") != FORMAT:
        raise ListRefused("format")
    version, files = body.get("version"), body.get("files")
    if not isinstance(version, str) or not _VERSION.fullmatch(version) or not isinstance(files, dict):
        raise ListRefused("shape")
    if files.keys() != set(source.FILES):
        raise ListRefused("files")
    if any(not (place / name).is_file() or _digest(place / name) != files[name] for name in source.FILES):
        raise ListRefused("signature")
    return version


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# What every set must know, read in a program of its own: a set that cannot be read, or stops nothing or everything,
# would be worse than none.
_TRIAL: Final = (
    ("Hun har paranoid skizofreni.", "refuse"),
    ("Vi mødes i butikken på torsdag kl. 10.", "allow"),
)


def trial(place: Path) -> bool:
    """Whether the guard reads with these files as it must. Changes the process it runs in."""
    from app import guard

    source.use(place)
    labels = [guard.label(guard.review(text)) for text, _ in _TRIAL]
    return guard.health().model and labels == [wanted for _, wanted in _TRIAL]


def _tried(place: Path) -> None:
    command = [*_console(), "guard", "trial", str(place)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)  # noqa: S603 - our own program
    if done.returncode != 0:
        raise ListRefused("reading")


def _console() -> list[str]:
    program = Path(sys.executable)
    if getattr(sys, "frozen", False):
        return [str(program.with_name(f"feltjournalctl{program.suffix}"))]
    return [str(program), "-m", "app.ctl"]
