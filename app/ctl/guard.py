"""`feltjournalctl guard`: the guard on a console, for texts and for documents."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from app import guard
from app.ctl import guard_data
from app.guard import documents
from app.services.guard_data import InForce

if TYPE_CHECKING:
    Parsers = argparse._SubParsersAction[argparse.ArgumentParser]

_REASONS = {
    "encrypted": "the file is encrypted",
    "damaged": "the file is damaged",
    "kind": "not a txt, docx, pdf, eml or msg file",
    "too_big": "the file is too big",
    "image": "the file holds pictures, and words in pictures cannot be read",
    "inside": "the file holds another file that cannot be read",
    "letters": "the letters of the file stand for other letters and cannot be read",
}


def add_parser(subparsers: Parsers) -> None:
    parser = subparsers.add_parser("guard", help="review texts and documents")
    commands = parser.add_subparsers(dest="command", required=True)
    review = commands.add_parser("review", help="review one text a line from standard input")
    review.add_argument(
        "--jsonl", action="store_true", help='lines {"id","text"[,"source"]} (the only format)'
    )
    review.add_argument("--json", action="store_true", help="the same as --jsonl")
    review.set_defaults(run=lambda _arguments: run_review())
    document = commands.add_parser("document", help="review txt, docx, pdf, eml and msg files")
    document.add_argument("files", nargs="+", metavar="FILE")
    document.add_argument("--json", action="store_true", help="one line of JSON a file")
    document.set_defaults(run=lambda arguments: run_documents(arguments.files, as_json=arguments.json))
    health = commands.add_parser("health", help="which rules and model the guard stands on")
    health.add_argument("--json", action="store_true")
    health.set_defaults(run=lambda arguments: run_health(arguments.data, as_json=arguments.json))
    for one in (review, document, health):
        one.add_argument(
            "--profile", metavar="DIR", type=Path, help="another profile folder than the user's own"
        )
    guard_data.add_parsers(commands)


def run_review() -> int:
    failed = False
    for number, raw in enumerate(sys.stdin.buffer, 1):
        if not raw.strip():
            continue
        try:
            item = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"))
            identity, text = item["id"], item["text"]
            source = guard.Source(item.get("source", guard.Source.OBSERVED.value))
            if not isinstance(text, str):
                raise TypeError
        except (ValueError, KeyError, TypeError, AttributeError):
            print(f"line {number}: not a line of id and text", file=sys.stderr)
            failed = True
            continue
        _write({"id": identity, **_verdict(guard.review(text, source))})
    return int(failed)


def run_documents(files: Iterable[str], *, as_json: bool) -> int:
    failed = False
    for name in files:
        problem, found = _document(Path(name))
        if problem:
            print(f"{name}: {problem}", file=sys.stderr)
            failed = True
        elif as_json:
            _write({"file": name, **_verdict(found)})
        else:
            print(f"{name}: {guard.label(found)} ({len(found)})")
    return int(failed)


def _document(path: Path) -> tuple[str, tuple[guard.Finding, ...]]:
    try:
        content = documents.read(path)
    except OSError as problem:
        return problem.strerror or "cannot be opened", ()
    if isinstance(content, documents.Unreadable):
        return _REASONS[content.reason], ()
    return "", guard.review(content.text)


def run_health(data: InForce, *, as_json: bool) -> int:
    """1 when a set of the municipality's is there and not followed."""
    state = guard.health()
    facts = {
        "model": state.model, "rules_version": state.rules_version, "model_version": state.model_version,
        "data": data.version or "built in", "refused": data.refused,
    }  # fmt: skip
    print(
        json.dumps(facts)
        if as_json
        else f"rules {state.rules_version}, model {state.model_version or 'missing'}, data {facts['data']}"
    )
    if data.refused:
        print(f"the set that is there is not followed: {data.refused}", file=sys.stderr)
    return int(bool(data.refused))


def _verdict(found: tuple[guard.Finding, ...]) -> dict[str, object]:
    spans = [{"start": f.start, "end": f.end, "category": f.category} for f in found]
    return {"label": guard.label(found), "spans": spans}


def _write(value: dict[str, object]) -> None:
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
    sys.stdout.buffer.flush()
