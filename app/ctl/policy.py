"""`feltjournalctl policy`: what the municipality has decided here, from where, and what could not be followed."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from app.services import policy

if TYPE_CHECKING:
    Parsers = argparse._SubParsersAction[argparse.ArgumentParser]


def add_parser(subparsers: Parsers) -> None:
    parser = subparsers.add_parser("policy", help="each policy, its source, and what could not be followed")
    parser.add_argument(
        "--profile", metavar="DIR", type=Path, help="another profile folder than the user's own"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run_policy)


def run_policy(arguments: argparse.Namespace) -> int:
    """1 when something in a policy is not followed."""
    found = policy.report(arguments.profile)
    if arguments.json:
        print(json.dumps(asdict(found), ensure_ascii=False))
    else:
        for source in found.sources:
            print(f"source {source.layer}: {source.where}" + (f" ({source.fault})" if source.fault else ""))
        for line in found.lines:
            marks = [
                line.layer,
                *(["locked"] if line.locked else []),
                *(["stricter side"] if line.strict else []),
            ]
            print(f"{line.name} = {json.dumps(line.value, ensure_ascii=False)} ({', '.join(marks)})")
        for problem in found.problems:
            print(f"NOT FOLLOWED {problem.layer} {problem.name}: {problem.fault}")
    return 1 if found.problems else 0
