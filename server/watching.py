"""A folder in which the case system lays its caseload files: each is taken in whole, and then it is gone.

A file holds CPR numbers, so none is kept: what is left of one is a receipt with counts, or, when it was refused, the
lines that were wrong. Whoever lays a file must finish it under another ending (`.part`) or leave it still for a while.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.domain.caseload_file import Problem, explain
from app.errors import CaseloadFileRefused
from server.caseload import Loaded

STILL = timedelta(seconds=10)  # nobody is writing a file that has not changed for so long
RECEIPTS = "kvittering"
Load = Callable[[bytes], Loaded]


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of one file. `problems`: how many cells were wrong; none of it was taken in then."""

    name: str
    loaded: Loaded | None
    problems: int = 0


def turn(folder: Path, load: Load, *, now: datetime) -> Iterator[Seen]:
    """Take in what lies there, the oldest first. A file is taken away only after `load` has returned or refused."""
    for file in sorted(_ready(folder, now), key=lambda one: one.stat().st_mtime):
        data = file.read_bytes()
        try:
            loaded = load(data)
        except CaseloadFileRefused as refused:
            _receipt(folder, file, ".afvist.txt", _lines(refused), now)
            yield Seen(file.name, None, len(refused.problems))
        else:
            _receipt(folder, file, ".indlaest.json", json.dumps(asdict(loaded)), now)
            yield Seen(file.name, loaded)
        file.unlink()


def _ready(folder: Path, now: datetime) -> Iterator[Path]:
    for file in folder.glob("*.csv"):
        if file.is_file() and not file.is_symlink() and file.stat().st_mtime <= (now - STILL).timestamp():
            yield file


def _receipt(folder: Path, file: Path, ending: str, text: str, now: datetime) -> None:
    place = folder / RECEIPTS
    place.mkdir(mode=0o750, exist_ok=True)
    (place / f"{now:%Y%m%dT%H%M%S}-{file.stem}{ending}").write_text(text + "\n", encoding="utf-8")


def _lines(refused: CaseloadFileRefused) -> str:
    """Which line and column, and what is wrong with it; never the cell itself."""
    said = [
        f"linje {one.line}{f', {one.column}' if one.column else ''}: {explain(one.reason)}"
        for one in refused.problems
        if isinstance(one, Problem)
    ]
    return "\n".join([*said, f"{len(refused.problems)} fejl; intet er indlæst."])
