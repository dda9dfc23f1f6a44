"""The helper process: knows the dictionary and nothing else. One JSON line in, one out.

    {"wrong": ["bessøg", "besøg"]} -> ["bessøg"]        {"suggest": "bessøg"} -> ["besøg", "besøgs"]

The first line out is true when the dictionary can be trusted: a dictionary that is listed and yet not read would
mark every word, or none (the self-test of Danish, `besøg` and `bessøg`).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

FLAG = "--spelling-helper"
SUGGESTIONS = 6


def main(folder: Path) -> int:
    import hunspell

    book = hunspell.Hunspell("da_DK", hunspell_data_dir=str(folder))
    _say(bool(book.spell("besøg")) and not book.spell("bessøg"))
    for line in sys.stdin:
        asked = json.loads(line)
        if "suggest" in asked:
            _say(list(book.suggest(asked["suggest"]))[:SUGGESTIONS])
        else:
            _say([word for word in asked["wrong"] if not book.spell(word)])
    return 0


def _say(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
