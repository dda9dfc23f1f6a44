"""The guard under random texts: `python -m tests.fuzz_guard --seconds 300 --seed 7`. Says the first text that breaks a promise.

The promises: whatever Unicode it is given, it answers, and answers the same again; every span points at words inside
the text, apart from the others; what is redacted clears; a suggestion never adds a refusal; a refused phrase stays
refused in any spelling that the eye reads the same.
"""

from __future__ import annotations

import argparse
import html
import random
import sys
import time
import unicodedata
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final

from app import guard
from app.guard import Level, Source

PHRASES: Final = (
    "Hun fik Sertralin 50 mg i går.", "Han har paranoid skizofreni og vil i job.", "Henvisningen siger DF20.0 på side 2.",
    "Hun blev tvangsindlagt i nat.", "PANSS 71 ved sidste besøg.", "Min søster har bipolar lidelse.",
    "Han er på antabus og møder kl. 9.", "Aktionsdiagnose: F31.3",
)  # fmt: skip
SPELLINGS: Final[Mapping[str, Callable[[str], str]]] = {
    "capitals": str.upper, "small": str.lower, "decomposed": lambda t: unicodedata.normalize("NFD", t),
    "soft hyphens": "\u00ad".join, "zero-width": "\u200b".join, "spaces": lambda t: t.replace(" ", "  "),
    "no-break": lambda t: t.replace(" ", "\u00a0"),
    "entities": lambda t: "".join(c if c.isascii() else f"&#{ord(c)};" for c in html.escape(t)),
    "ae oe aa": lambda t: t.replace("æ", "ae").replace("ø", "oe").replace("å", "aa"),
}  # fmt: skip
PIECES: Final = (
    *PHRASES, "Vi ses på torsdag kl. 10. ", "\n\n", "\t", "\u200b", "\u202e", "\ufeff", "\ud800", "\x00", "&shy;", "&#x110000;",
    "🙂", "e\u0301" * 3, "İ", "ẞ", "ﬁ", "٣", "F20", " mg", "710384-0000", "han ", "hun ", "»", "*" * 9, "a" * 300, "1" * 80, "<b>",
    "&amp;amp;", "skiz*freni", "s k i z o f r e n i", "Ǆ", "\u0345", "\u2028",
)  # fmt: skip


def text(dice: random.Random) -> str:
    """Pieces that have made readers stumble, and code points from anywhere."""
    return "".join(_piece(dice) for _ in range(dice.randint(0, 8)))


def _piece(dice: random.Random) -> str:
    if dice.random() < 0.7:
        return dice.choice(PIECES)
    return "".join(chr(dice.randrange(0x110000)) for _ in range(dice.randint(1, 20)))


def broken(said: str) -> str:
    """The promise that this text breaks, or nothing."""
    found = guard.review(said)
    guard.forget()
    if guard.review(said) != found:
        return "another answer the second time"
    if not all(0 <= f.start < f.end <= len(said) and said[f.start : f.end].strip() for f in found):
        return "a span outside the words"
    if any(a.end > b.start for a, b in pairwise(found)):
        return "spans that overlap"
    cleared = guard.redact(said)
    if not isinstance(guard.clear(cleared.text, kept=frozenset(cleared.kept)), guard.ClearedText):
        return "a redacted text that does not clear"
    refused = _refused(found)
    for one in found:
        better = guard.suggest(said, one)
        if better is not None and _refused(guard.review(better.applied(said))) > refused:
            return "a suggestion that adds a refusal"
    return ""


def spelt(dice: random.Random) -> str:
    """The spelling in which a refused phrase was let through, or nothing."""
    phrase, name = dice.choice(PHRASES), dice.choice(list(SPELLINGS))
    around = "Vi talte om mødetid og transport. " * dice.randint(0, 30)
    whole = f"{around}\n\n{SPELLINGS[name](phrase)}\n\n{around}"
    return (
        "" if guard.label(guard.review(whole, dice.choice(list(Source)))) == "refuse" else f"{name}: {phrase}"
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz_guard", description=__doc__)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(arguments)
    dice, count, until = random.Random(asked.seed), 0, time.monotonic() + asked.seconds  # noqa: S311 - no secret
    while time.monotonic() < until:
        count += 1
        said = text(dice)
        problem = broken(said) or spelt(dice)
        if problem:
            print(f"text {count} of seed {asked.seed}: {problem}\n{said!r}")  # noqa: T201
            return 1
    print(f"{count} texts, seed {asked.seed}: every promise kept")  # noqa: T201
    return 0


def _refused(found: tuple[guard.Finding, ...]) -> int:
    return sum(f.level is Level.REFUSE for f in found)


if __name__ == "__main__":
    sys.exit(main())
