"""THIRD-PARTY-NOTICES.txt: what travels with the program, under which licence, with every licence text."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Final

from installer.bundle import ROOT, locked
from installer.sbom import Component

_TEXTS: Final = ROOT / "installer" / "licences"
_WORDS: Final = ("licen", "copying", "notice", "copyright")
# Distributions without a licence text of their own, and libraries: the texts that stand in installer/licences/.
_BY_HAND: Final = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "Qt": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
_HEAD: Final = """THIRD-PARTY NOTICES OF FELTJOURNAL

Feltjournal uses Qt and PySide6 under the GNU Lesser General Public License, version 3. They are separate library files in the
folders "lib/PySide6" and "lib/shiboken6" of the program and have not been changed. You may replace them with versions of your own
that have the same interface, and you may take the program apart for the purpose of debugging such changes. The sources of exactly
these versions are at https://download.qt.io/official_releases/ and https://code.qt.io.

To replace them: put your files in place of those of the same name, and delete the folder "lib/shiboken6/files.dir" (Shiboken's own
Python part, compiled for the version that is delivered; without it Shiboken uses the one it carries). The program checks no digests
of these files. Where an organisation's Windows policy (WDAC, AppLocker) lets only signed files run, a changed library must be signed
or allowed by whoever administers that computer.

SQLCipher: Copyright (c) 2025, ZETETIC LLC. All rights reserved. (Attribution asked for by its licence, reproduced below.)

"""


class TextMissing(Exception):
    """Components without a licence text."""


def texts(component: Component) -> list[tuple[str, str]]:
    """File name and text of each licence that travels with `component`."""
    if by_hand := _BY_HAND.get(component.name):
        return [(name, (_TEXTS / name).read_text("utf-8")) for name in by_hand]
    if component.purl.startswith("pkg:deb/"):
        path = Path("/usr/share/doc") / component.name / "copyright"
        return [(path.name, path.read_text("utf-8", "replace"))] if path.is_file() else []
    if component.name in locked():
        return _of_distribution(component.name)
    path = _TEXTS / f"{component.name}.txt"
    if path.is_file():
        return [(path.name, path.read_text("utf-8"))]
    return _of_distribution(component.of) if component.of in locked() else []


def whole(components: Iterable[Component]) -> str:
    """Raises TextMissing."""
    parts, missing, said = [_HEAD], [], dict[str, str]()
    for one in components:
        found = texts(one)
        if not found:
            missing.append(one.name)
        parts.append("=" * 100 + f"\n{one.name} {one.version}\nLicence: {one.licence}\n" + "=" * 100 + "\n\n")
        for name, text in found:
            if text in said:
                parts.append(f"{name}: as printed under {said[text]}.\n\n")
            else:
                said[text] = one.name
                parts.append(f"{text.strip()}\n\n")
    if missing:
        raise TextMissing(", ".join(missing))
    return "".join(parts)


def _of_distribution(name: str) -> list[tuple[str, str]]:
    files = [file for file in metadata.files(name) or () if any(word in file.name.lower() for word in _WORDS)]
    own = [file for file in files if file.suffix not in (".py", ".pyc", ".pyi")]
    found = [(file.name, Path(str(file.locate())).read_text("utf-8", "replace")) for file in own]
    by_hand = _TEXTS / f"{name}.txt"
    return found or ([(by_hand.name, by_hand.read_text("utf-8"))] if by_hand.is_file() else [])
