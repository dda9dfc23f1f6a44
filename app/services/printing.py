"""Papers as pages: looked at first, then printed, and what was printed stands in the log of exports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from app.policy import standing
from app.reports.papers import files
from app.reports.papers.paper import Paper
from app.services import export
from app.services.door import Saved
from app.services.export import Asked, Refused

if TYPE_CHECKING:
    from app.vault.vault import Vault

ON_SCREEN_DPI: Final = 96
ON_PAPER_DPI: Final = 200
PRINTED: Final = "print"  # what stands as the format in the log of exports


@dataclass(frozen=True, slots=True)
class Shown:
    """`pages`: PNG pictures. `html`: the same for whoever reads with ears or in large print. Nothing is logged yet."""

    asked: Asked
    paper: Paper
    pages: tuple[bytes, ...]
    html: str


def preview(vault: Vault, asked: Asked, *, now: datetime, organisation: str = "") -> Shown | Refused:
    """What would be printed. Refused: `policy`, `running`, `one_consultant` or `unknown`, as for a file."""
    if not standing.allow_print():
        return Refused("policy")
    if refused := export.cannot_leave(vault, asked, now):
        return refused
    paper = export.as_paper(vault, asked, now=now, organisation=organisation)
    if paper is None:
        return Refused("unknown")
    pages = files.pictures(paper, now=now, dpi=ON_SCREEN_DPI)
    return Shown(asked, paper, pages, files.page(paper).decode("utf-8"))


def sharp(shown: Shown, *, now: datetime) -> tuple[bytes, ...]:
    """The pages as a printer wants them."""
    return files.pictures(shown.paper, now=now, dpi=ON_PAPER_DPI)


def printed(vault: Vault, shown: Shown, *, now: datetime) -> Saved:
    """It has gone to a printer: what, about whom, by whom and when are in the log."""
    return export.write_down(vault, replace(shown.asked, format=PRINTED), now=now)
