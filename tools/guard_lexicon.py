"""Fold the word lists of resources/guard/lexicon into resources/guard/lexicon.json; run after changing a list.

python3 tools/guard_lexicon.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.guard import lexicon


def text() -> str:
    rows = lexicon.compile_lists()
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


if __name__ == "__main__":
    (lexicon.folder() / "lexicon.json").write_text(text(), encoding="utf-8")
