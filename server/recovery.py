"""`feltjournal-server recovery-key`, `recover` and `open-rescue`: for two officers at a computer without a network."""

from __future__ import annotations

import argparse
import base64
import json
import os
import sys
from pathlib import Path
from typing import Any

from server import recover

COMMANDS = frozenset({"recovery-key", "recover", "open-rescue"})
REFUSED = 4


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    key = commands.add_parser(
        "recovery-key", help="make the municipality's recovery key: two halves, one for each of two officers"
    )
    key.add_argument("--kid", required=True, metavar="NAME", help="the key's name, such as kommune-2026-1")
    key.add_argument("--to", required=True, type=Path, metavar="DIR", help="folder for the two halves")
    key.set_defaults(run=_key)
    answer = commands.add_parser(
        "recover", help="answer a computer's request for recovery; both officers' halves are needed"
    )
    answer.add_argument(
        "request",
        help="the text the computer shows (fjr1.…); - to type it, paste it or let a QR reader type it",
    )
    answer.add_argument(
        "--share",
        required=True,
        action="append",
        type=Path,
        metavar="FILE",
        help="one officer's half; give it twice",
    )
    answer.add_argument(
        "--vault", required=True, metavar="ID", help="the journal's id, as the consultant reads it out"
    )
    answer.set_defaults(run=_answer)

    rescue = commands.add_parser(
        "open-rescue", help="open the rescue journal of a lost or broken computer: what it had not sent"
    )
    rescue.add_argument("folder", type=Path, metavar="DIR", help="the folder `rescue` of its vault")
    rescue.add_argument(
        "--share", required=True, action="append", type=Path, metavar="FILE", help="as for recover"
    )
    rescue.add_argument(
        "--to",
        required=True,
        type=Path,
        metavar="FILE",
        help="a new file: one JSON line for each operation, in clear",
    )
    rescue.set_defaults(run=_rescue)


def _rescue(chosen: argparse.Namespace) -> int:
    """The file holds what was written about people: it is made for its owner alone, and must be deleted after use."""
    found: dict[int, dict[str, Any]] = {}
    refused = 0
    try:
        one, other = (path.read_text("ascii") for path in chosen.share)
        for path in sorted(chosen.folder.glob("*.fjo")):
            try:
                found |= {
                    int(row["q"]): row for row in recover.opened_record(path.read_bytes(), (one, other))
                }
            except recover.RecoveryRefused:
                refused += 1
        with open(chosen.to, "x", encoding="utf-8", opener=_private) as file:
            file.writelines(json.dumps(found[q], ensure_ascii=False) + "\n" for q in sorted(found))
    except (recover.RecoveryRefused, OSError, ValueError):
        print(
            "feltjournal-server: no such folder, not these halves, or the file is there already",
            file=sys.stderr,
        )
        return REFUSED
    print(f"operations {len(found)}\nunreadable {refused}")
    return REFUSED if refused or not found else 0


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _key(chosen: argparse.Namespace) -> int:
    try:
        public = recover.new_key(chosen.to, chosen.kid)
    except FileExistsError:
        print("feltjournal-server: a half of that name is there already", file=sys.stderr)
        return 2
    print(f"kid  {chosen.kid}\nkey  {base64.b64encode(public).decode()}")
    return 0


def _answer(chosen: argparse.Namespace) -> int:
    try:
        request = recover.read(sys.stdin.readline() if chosen.request == "-" else chosen.request)
        if request.vault != chosen.vault or len(chosen.share) != 2:
            raise recover.RecoveryRefused
        one, other = (path.read_text("ascii") for path in chosen.share)
        print(recover.answer(request, (one, other)))
    except (recover.RecoveryRefused, OSError, UnicodeDecodeError):
        print("feltjournal-server: not this request, not these halves, or not this journal", file=sys.stderr)
        return REFUSED
    return 0
