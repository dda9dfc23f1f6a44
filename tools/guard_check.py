"""Try the guard's promises on every text of a corpus: redacted texts clear, rewrites heal, spelling does not matter.

    python3 tools/guard_check.py CORPUS.jsonl [--every N]

Prints one line a promise and up to five ids of texts that break it; exit code 1 when one that may never break does.
"""

from __future__ import annotations

import argparse
import html
import json
import sys
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app import guard

_INNOCENT = "Vi talte om mødetid og transport, og butikken vil gerne se ham igen på torsdag. " * 20
SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": "\u00ad".join,
    "zero width": "\u200b".join,
    "html entities": lambda text: "".join(
        c if c.isascii() else f"&#{ord(c)};" for c in html.escape(text, quote=False)
    ),
    "ae oe aa": lambda text: text.replace("æ", "ae").replace("ø", "oe").replace("å", "aa"),
    "wide spaces": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "among innocent words": lambda text: f"{_INNOCENT}\n\n{text}\n\n{_INNOCENT}",
}


def clears(text: str) -> bool:
    redacted = guard.redact(text)
    return isinstance(guard.clear(redacted.text, kept=frozenset(redacted.kept)), guard.ClearedText)


def rewrites(text: str) -> tuple[int, int, int]:
    """Findings, those with a suggestion, those whose suggestion does not keep its promise."""
    findings = guard.review(text)
    refused = sum(f.level is guard.Level.REFUSE for f in findings)
    given = broken = 0
    for finding in findings:
        suggestion = guard.suggest(text, finding)
        if suggestion is None:
            continue
        given += 1
        after = guard.review(suggestion.applied(text))
        end = suggestion.start + len(suggestion.replacement)
        inside = [f for f in after if f.start < end and f.end > suggestion.start]
        kept = any(f.level is guard.Level.REFUSE or f.category == finding.category for f in inside)
        more = sum(f.level is guard.Level.REFUSE for f in after) > refused
        broken += kept or more
    return len(findings), given, broken


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take one text in N")
    arguments = parser.parse_args()
    lines = [line for line in arguments.corpus.read_text(encoding="utf-8").splitlines() if line.strip()]
    items = [json.loads(line) for line in lines[:: arguments.every]]
    broken = [item["id"] for item in items if not clears(item["text"])]
    print(f"redacted texts that do not clear: {len(broken)} of {len(items)} {broken[:5]}")
    counts = [rewrites(item["text"]) for item in items]
    found, given, bad = (sum(column) for column in zip(*counts, strict=True))
    print(f"findings {found}, with a rewrite {given}, rewrites that break their promise {bad}")
    check_spellings(items)
    return int(bool(broken) or bad > 0)


def check_spellings(items: list[dict[str, Any]]) -> None:
    refused = [item for item in items if guard.label(guard.review(item["text"])) == "refuse"]
    for name, spell in SPELLINGS.items():
        lost = [i["id"] for i in refused if guard.label(guard.review(spell(i["text"]))) != "refuse"]
        print(f"refused texts let through when {name}: {len(lost)} of {len(refused)} {lost[:5]}")


if __name__ == "__main__":
    sys.exit(main())
