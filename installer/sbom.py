"""The bill of materials (CycloneDX 1.6): every distribution and every library in the bundle, each file with its owner.

A native file without an owner fails the build: what nobody can name, nobody can watch for vulnerabilities.
"""

from __future__ import annotations

import ast
import fnmatch
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tomllib
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from app import __version__
from installer.bundle import ROOT, locked, normal

_NATIVE: Final = (b"\x7fELF", b"MZ\x90\x00", b"\xcf\xfa\xed\xfe")
_SPACE: Final = uuid.UUID("8a6a3d2e-6f4e-5b0a-9d5c-0d2f6f1a7c11")
_LIBRARIES: Final = tomllib.loads((ROOT / "installer" / "libraries.toml").read_text("utf-8"))["library"]


class Ownerless(Exception):
    """Native files of the bundle that no component claims."""


@dataclass(slots=True)
class Component:
    """`files`: places in the bundle with the SHA-256 of each. `of`: the distribution a library came in, or ""."""

    name: str
    version: str
    licence: str
    purl: str
    files: dict[str, str] = field(default_factory=dict)
    of: str = ""


def collected(toc: Path) -> dict[str, str]:
    """Where each file of the bundle came from, as PyInstaller noted it."""
    return {
        place.replace("\\", "/"): source for place, source, _ in ast.literal_eval(toc.read_text("utf-8"))[0]
    }


def modules(toc: Path) -> frozenset[str]:
    """The top-level Python modules in the bundle's archive."""
    return frozenset(name.partition(".")[0] for name, _, _ in ast.literal_eval(toc.read_text("utf-8"))[1])


def components(dist: Path, sources: Mapping[str, str], tops: frozenset[str]) -> list[Component]:
    """`tops`: the modules that are there. Raises Ownerless."""
    owners = metadata.packages_distributions()
    there = {normal(owner) for top in tops for owner in owners.get(top, ())}
    all_locked = {name: _distribution(name) for name in locked() if _installed(name)}
    found = {name: one for name, one in all_locked.items() if name in there}
    missing = []
    packages = _debian_packages(sources.values())
    for path in native(dist):
        place = path.relative_to(dist).as_posix()
        owner = _owner(
            place.removeprefix("lib/"), sources.get(place.removeprefix("lib/"), ""), all_locked, packages
        )
        if owner is None:
            missing.append(place)
            continue
        found.setdefault(normal(owner.name), owner).files[place] = hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
    if missing:
        raise Ownerless(", ".join(missing))
    return [found[name] for name in sorted(found)]


def native(dist: Path) -> list[Path]:
    """Programs and libraries, links left out."""
    files = (path for path in sorted(dist.rglob("*")) if path.is_file() and not path.is_symlink())
    return [path for path in files if _head(path) in _NATIVE]


def document(found: Iterable[Component]) -> dict[str, Any]:
    """As CycloneDX 1.6 wants it; the same bytes for the same bundle."""
    listed = [_as_json(one) for one in found]
    digest = hashlib.sha256(json.dumps(listed, sort_keys=True).encode()).hexdigest()
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, digest)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "feltjournal",
                "name": "feltjournal",
                "version": __version__,
            }
        },
        "components": listed,
        "dependencies": [{"ref": "feltjournal", "dependsOn": [one["bom-ref"] for one in listed]}],
    }


def write(dist: Path, work: Path, out: Path) -> list[Component]:
    """The SBOM of the bundle `dist`, which PyInstaller built in `work`, to the file `out`. Raises Ownerless."""
    found = components(dist, collected(work / "COLLECT-00.toc"), modules(work / "PYZ-00.toc"))
    out.write_text(json.dumps(document(found), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return found


def _owner(
    place: str, source: str, found: Mapping[str, Component], packages: Mapping[str, str]
) -> Component | None:
    name = Path(place).name
    distribution = _distribution_of(source)
    for library in _LIBRARIES:
        if any(fnmatch.fnmatch(name, pattern) for pattern in library["match"]) and distribution in (
            library["of"],
            None if library["of"] == "python" else library["of"],
        ):
            return _library(library)
    if distribution is not None:
        return found.get(distribution)
    if name in ("feltjournal", "feltjournal.exe", "feltjournalctl.exe"):
        return Component(
            "pyinstaller-bootloader", metadata.version("pyinstaller"), _BOOTLOADER, "pkg:pypi/pyinstaller"
        )
    if "lib-dynload" in source or "/python3" in source or source.startswith(str(Path(sys.base_prefix))):
        return _library(next(one for one in _LIBRARIES if one["of"] == "python"))
    return _debian(source, packages) if source else None


_BOOTLOADER: Final = "GPL-2.0-or-later WITH Bootloader-exception"


def _library(told: Mapping[str, Any]) -> Component:
    version = told.get("version")
    if version is None:
        version = platform.python_version() if told["of"] == "python" else metadata.version(told["of"])
    purl = f"pkg:generic/{normal(told['name'])}@{version}"
    return Component(told["name"], version, told["licence"], purl, of=told["of"])


def _distribution(name: str) -> Component:
    about = metadata.metadata(name).json
    said = (
        about.get("license_expression")
        or _known_licences().get(name)
        or about.get("license")
        or "see notices"
    )
    version = metadata.version(name)
    return Component(name, version, str(said).splitlines()[0][:80], f"pkg:pypi/{name}@{version}")


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


@cache
def _known_licences() -> dict[str, str]:
    """What the program itself tells under Hjælp > Licenser."""
    rows = (ROOT / "resources" / "licences" / "components.tsv").read_text("utf-8").splitlines()[1:]
    return {
        normal(one.strip()): licence
        for row in rows
        for names, licence, _ in [row.split("\t")]
        for one in names.split(",")
    }


@cache
def _records() -> dict[str, str]:
    """Installed files with the distribution each belongs to."""
    found: dict[str, str] = {}
    for name in locked():
        if _installed(name):
            for file in metadata.files(name) or ():
                found[os.path.realpath(str(file.locate()))] = name
    return found


def _distribution_of(source: str) -> str | None:
    return _records().get(os.path.realpath(source)) if source else None


def _debian(source: str, known: Mapping[str, str]) -> Component | None:
    """The package of the build computer that a system library was taken from. `known`: packages by file."""
    package = next((known[path] for path in _spellings(source) if path in known), None)
    if package is None:
        return None
    version = _query("-W", "-f", "${Version}", package)
    return Component(package, version, "see notices", f"pkg:deb/debian/{package}@{version}")


def _debian_packages(sources: Iterable[str]) -> dict[str, str]:
    """Asked once for all of them, for each question takes its time."""
    paths = sorted({path for source in sources if source.startswith("/") for path in _spellings(source)})
    lines = _query("-S", *paths).splitlines() if paths and shutil.which("dpkg-query") else []
    found = (line.rpartition(": ") for line in lines)
    return {path: owner.split(":")[0].split(",")[0] for owner, _, path in found}


def _spellings(source: str) -> tuple[str, ...]:
    real = os.path.realpath(source)
    return (source, real, "/usr" + source, real.removeprefix("/usr"), source.removeprefix("/usr"))


def _query(*arguments: str) -> str:
    return subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True, check=False).stdout


def _as_json(one: Component) -> dict[str, Any]:
    files = [
        {
            "type": "file",
            "bom-ref": f"{one.purl}#{place}",
            "name": place,
            "hashes": [{"alg": "SHA-256", "content": digest}],
        }
        for place, digest in sorted(one.files.items())
    ]
    made: dict[str, Any] = {
        "type": "library",
        "bom-ref": one.purl + ("" if one.purl.startswith("pkg:") else one.name),
        "name": one.name,
        "version": one.version,
        "purl": one.purl,
        "licenses": [{"license": {"name": one.licence}}],
    }
    return made | ({"components": files} if files else {})


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)
