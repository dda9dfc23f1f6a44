"""Measure the guard on a corpus of marked texts, training and validation part side by side.

    python3 tools/guard_report.py CORPUS.jsonl [--part validation|training|all] [--json] [--ablation]

Lines of the corpus: {"id","text","label","spans":[{"start","end","category"}],"group"[,"hard"]}. The validation part is
one group in ten, by hash, that neither tools/guard_train.py nor tools/guard_encoder_train.py sees; the few numbers that weigh
the two against each other are set on it. Intervals are Wilson's, 95 %.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.guard import encoder, model
from app.guard.decide import apart, decide
from app.guard.finding import WARNED
from app.guard.normalise import read
from app.guard.review import rule_hits
from app.guard.rules.hit import Hit
from tools import guard_texts

EXPLICIT = frozenset({"DIAG_CODE", "DIAG_NAME", "MEDICATION", "RATING_SCALE", "RECORD_DOC"})
Verdict = tuple[str, list[tuple[int, int, str]]]


def validation(group: str) -> bool:
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % 10 == 0


def judge(text: str, way: str) -> Verdict:
    """`way`: all; statistics (no encoder at hand); rules (neither); sure (rules that need no model); models (no
    rule stands by itself)."""
    reading = read(text)
    hits = rule_hits(reading)
    loaded = model.load()
    if way == "sure":
        found = apart(h for h in hits if h.strength == "sure")
    elif way == "rules":
        found = decide(reading, hits, None)
    elif way == "models":
        found = decide(reading, [_weak(h) for h in hits], loaded, encoder.load)
    else:
        found = decide(reading, hits, loaded, encoder.load if way == "all" else lambda: None)
    spans = [(*reading.span(h.start, h.end), h.category) for h in found]
    levels = {category in WARNED for _, _, category in spans}
    return ("refuse" if False in levels else "warn" if levels else "allow"), spans


def _weak(hit: Hit) -> Hit:
    return Hit(
        hit.start, hit.end, hit.category, hit.level, hit.rule, "cue" if hit.strength == "cue" else "word"
    )


def wilson(k: int, n: int) -> tuple[float, float, float]:
    if n == 0:
        return 0.0, 0.0, 1.0
    z, p = 1.959964, k / n
    d = 1 + z * z / n
    centre, half = (p + z * z / (2 * n)) / d, z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / d
    return p, max(0.0, centre - half), min(1.0, centre + half)


def measure(items: list[dict[str, Any]], way: str) -> dict[str, tuple[int, int]]:
    """Counts behind every figure: name → (so many, of so many)."""
    verdicts = [judge(item["text"], way) for item in items]
    out: dict[str, tuple[int, int]] = {}

    def share(name: str, of: Callable[[dict[str, Any]], bool], good: Callable[[str], bool]) -> None:
        chosen = [label for item, (label, _) in zip(items, verdicts, strict=True) if of(item)]
        out[name] = sum(map(good, chosen)), len(chosen)

    share("refuse recall", lambda i: i["label"] == "refuse", lambda label: label == "refuse")
    share("refuse stopped", lambda i: i["label"] == "refuse", lambda label: label != "allow")
    share("explicit refuse recall", _explicit, lambda label: label == "refuse")
    share("warn flagged", lambda i: i["label"] == "warn", lambda label: label != "allow")
    share(
        "false alarm hard",
        lambda i: i["label"] == "allow" and bool(i.get("hard")),
        lambda label: label != "allow",
    )
    share(
        "false alarm easy",
        lambda i: i["label"] == "allow" and not i.get("hard"),
        lambda label: label != "allow",
    )
    share(
        "false refuse easy",
        lambda i: i["label"] == "allow" and not i.get("hard"),
        lambda label: label == "refuse",
    )
    out.update(_spans(items, verdicts))
    return out


def _explicit(item: dict[str, Any]) -> bool:
    return item["label"] == "refuse" and any(s["category"] in EXPLICIT for s in item["spans"])


def _spans(items: list[dict[str, Any]], verdicts: list[Verdict]) -> dict[str, tuple[int, int]]:
    """Spans touched by category, and the two halves of span F1 (overlap)."""
    touched: Counter[str] = Counter()
    total: Counter[str] = Counter()
    right = given = 0
    for item, (_, spans) in zip(items, verdicts, strict=True):
        given += len(spans)
        right += sum(any(a < s["end"] and b > s["start"] for s in item["spans"]) for a, b, _ in spans)
        for span in item["spans"]:
            total[span["category"]] += 1
            touched[span["category"]] += any(a < span["end"] and b > span["start"] for a, b, _ in spans)
    figures = {f"span {c}": (touched[c], total[c]) for c, _ in total.most_common()}
    figures["spans found"] = touched.total(), total.total()
    figures["spans right"] = right, given
    return figures


def show(title: str, figures: dict[str, tuple[int, int]]) -> None:
    print(f"\n{title}")
    for name, (k, n) in figures.items():
        p, low, high = wilson(k, n)
        print(f"  {name:<26}{100 * p:6.1f} %  [{100 * low:.1f}; {100 * high:.1f}]  ({k}/{n})")
    recall, precision = (wilson(*figures[name])[0] for name in ("spans found", "spans right"))
    print(f"  {'span F1 (overlap)':<26}{200 * recall * precision / ((recall + precision) or 1):6.1f} %")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--part", choices=("validation", "training", "all"), default="validation")
    parser.add_argument("--ablation", action="store_true", help="also sure rules, rules and model each alone")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    items = guard_texts.read(*arguments.corpus)
    if arguments.part != "all":
        items = [i for i in items if validation(i.get("group", i["id"])) == (arguments.part == "validation")]
    ways = ("all", "statistics", "models", "rules", "sure") if arguments.ablation else ("all",)
    results = {way: measure(items, way) for way in ways}
    if arguments.json:
        print(json.dumps({way: {k: list(v) for k, v in figures.items()} for way, figures in results.items()}))
    else:
        for way, figures in results.items():
            show(f"{arguments.part} part, {way}, {len(items)} texts", figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
