"""What this program is and what it is made of, with the licences that travel with it."""

from __future__ import annotations

import csv
import platform
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, qVersion

import resources
from app import __version__
from app.settings import Settings

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Component:
    """`licence`: an SPDX expression. `source`: where it comes from."""

    name: str
    licence: str
    source: str


def components() -> tuple[Component, ...]:
    with resources.path("licences/components.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(Component(**row) for row in csv.DictReader(file, delimiter="\t"))


def about(settings: Settings, newer: str | None = None) -> str:
    """Markdown: version, what runs it, and who decides on this computer. `newer`: a version that exists, if one does."""
    lines = [
        f"**Feltjournal {__version__}**",
        *([_newer(newer)] if newer else []),
        translate("Help", "Journal for IPS-konsulenter. Kører på denne computer og jobcentrets egen server."),
        f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()} {platform.release()}",
        _policy(settings),
    ]
    return "\n\n".join(lines)


def licences(found: Sequence[Component]) -> str:
    """Markdown: one line a component, then the texts that have to travel along."""
    names = "\n".join(f"- **{one.name}** – {one.licence} – {one.source}" for one in found)
    texts = [
        f"## {title}\n\n{_quoted(file)}"
        for title, file in (
            ("IBM Plex Sans", "fonts/OFL.txt"),
            ("Lucide", "icons/LICENSE.txt"),
        )
    ]
    return "\n\n".join([names, *texts])


def _newer(version: str) -> str:
    """Who is told can do nothing but ask; IT deploys it."""
    return translate(
        "Help", "Version %1 er udgivet. Din it-afdeling lægger den på computeren; du skal ikke gøre noget."
    ).replace("%1", version)


def _policy(settings: Settings) -> str:
    if not settings.decided:
        return translate("Help", "Kommunen har ikke bestemt noget på denne computer.")
    names = "\n".join(f"- `{name}`" for name in sorted(settings.decided))
    return "\n\n".join([translate("Help", "Bestemt af kommunen på denne computer:"), names])


def _quoted(file: str) -> str:
    text = resources.path(file).read_text(encoding="utf-8")
    return "\n".join(f"    {line}" for line in text.splitlines())
