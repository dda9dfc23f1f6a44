"""Reads marked texts: the JSON lines of a corpus, and the plain files of tools/guard_texts/ that we wrote ourselves.

In a plain file each line is a text ("\\n" stands for a line break), `[CATEGORY|words]` marks a span, "# " begins a group of
texts that belong together, and "! " before a text says that it is innocent but looks otherwise.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.guard.finding import REFUSED

OURS = Path(__file__).parent / "guard_texts"
_SPAN = re.compile(r"\[([A-Z_]+)\|([^\[\]]*)\]")


def read(*paths: Path) -> list[dict[str, Any]]:
    """Texts as in the corpus: id, text, label, hard, spans, group. A folder stands for its plain files."""
    found = []
    for path in paths:
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            found += list(_plain(file) if file.suffix == ".txt" else _lines(file))
    return found


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _plain(path: Path) -> Iterator[dict[str, Any]]:
    group = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("#"):
            group += 1
        elif line.strip():
            yield {"id": f"{path.stem}-{number}", "group": f"{path.stem}-{group}", **marked(line)}


def marked(line: str) -> dict[str, Any]:
    hard, said = line.startswith("! "), line.removeprefix("! ").strip().replace("\\n", "\n")
    text, spans, last = "", [], 0
    for found in _SPAN.finditer(said):
        text += said[last : found.start()]
        spans.append({"start": len(text), "end": len(text) + len(found[2]), "category": found[1]})
        text += found[2]
        last = found.end()
    text += said[last:]
    label = "refuse" if any(s["category"] in REFUSED for s in spans) else "warn" if spans else "allow"
    return {"text": text, "label": label, "hard": hard, "spans": spans}
