"""`feltjournalctl doctor`: versions, places and states for the IT desk; no content."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.services import doctor

if TYPE_CHECKING:
    Parsers = argparse._SubParsersAction[argparse.ArgumentParser]


def add_parser(subparsers: Parsers) -> None:
    parser = subparsers.add_parser("doctor", help="versions, places and states, for the IT desk")
    parser.add_argument(
        "--profile", metavar="DIR", type=Path, help="another profile folder than the user's own"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run_doctor)


def run_doctor(arguments: argparse.Namespace) -> int:
    found = doctor.look(now=datetime.now(UTC), profile=arguments.profile)
    facts = asdict(found)
    if arguments.json:
        print(json.dumps(facts, ensure_ascii=False))
    else:
        for name, value in _lines(facts):
            print(f"{name}: {value}")
    healthy = found.vault.state in ("none", "ready") and found.policy.damaged is None
    return 0 if healthy else 1


def _lines(facts: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in facts.items():
        if isinstance(value, Mapping):
            yield from _lines(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", "-" if value is None else value
