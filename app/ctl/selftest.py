"""`feltjournalctl selftest`: what a build is lacking."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.services import selftest

if TYPE_CHECKING:
    Parsers = argparse._SubParsersAction[argparse.ArgumentParser]

_MARKS = {True: "ok", False: "FAILED", None: "note"}


def add_parser(subparsers: Parsers) -> None:
    parser = subparsers.add_parser("selftest", help="prove that this build holds all it needs")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run_selftest)


def run_selftest(arguments: argparse.Namespace) -> int:
    checks = selftest.run(now=datetime.now(UTC))
    passed = selftest.passed(checks)
    if arguments.json:
        print(json.dumps({"passed": passed, "checks": [asdict(check) for check in checks]}))
    else:
        for check in checks:
            print(f"{_MARKS[check.ok]:7} {check.name}: {check.detail}")
    return 0 if passed else 1
