"""`feltjournalctl guard pack, take, leave`: the municipality's own set of rules and models, signed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths, settings
from app.errors import ListRefused
from app.guard import source
from app.services import guard_data

if TYPE_CHECKING:
    Parsers = argparse._SubParsersAction[argparse.ArgumentParser]


def add_parsers(commands: Parsers) -> None:
    pack = commands.add_parser("pack", help="sign a folder of rules and models as a set")
    pack.add_argument("folder", type=Path, metavar="FOLDER", help="every file of resources/guard")
    pack.add_argument("package", type=Path, metavar="FILE", help="the set to hand out")
    pack.add_argument("--version", required=True, help="how the set is known, for example 2027-01 Aarhus")
    pack.add_argument(
        "--key", required=True, type=Path, metavar="PEM", help="openssl genpkey -algorithm ed25519"
    )
    pack.set_defaults(run=_pack)
    take = commands.add_parser("take", help="put a signed set in place, from the next start on")
    take.add_argument("package", type=Path, metavar="FILE")
    take.set_defaults(run=_take)
    leave = commands.add_parser("leave", help="back to what came with the program")
    leave.set_defaults(run=_leave)
    for one in (take, leave):
        one.add_argument(
            "--profile", metavar="DIR", type=Path, help="another profile folder than the user's own"
        )
    trial = commands.add_parser("trial", help="whether the guard reads with the files of a folder")
    trial.add_argument("folder", type=Path)
    trial.set_defaults(run=lambda arguments: int(not guard_data.trial(arguments.folder)))


def _pack(arguments: argparse.Namespace) -> int:
    try:
        pem = arguments.key.read_bytes()
        guard_data.pack(arguments.folder, arguments.package, version=arguments.version, pem=pem)
    except (OSError, ValueError):
        print("the key or a file cannot be read", file=sys.stderr)
        return 1
    except ListRefused as refused:
        return _refused(refused)
    print(f"{arguments.package}: {arguments.version}, {len(source.FILES)} files")
    return 0


def _take(arguments: argparse.Namespace) -> int:
    profile = paths.profile(arguments.profile)
    try:
        version = guard_data.take(profile, arguments.package, settings.load(profile).guard_key)
    except ListRefused as refused:
        return _refused(refused)
    except OSError as problem:
        print(problem.strerror or "cannot be opened", file=sys.stderr)
        return 1
    print(f"{version} holds from the next start on")
    return 0


def _leave(arguments: argparse.Namespace) -> int:
    guard_data.leave(paths.profile(arguments.profile))
    print("what came with the program holds from the next start on")
    return 0


def _refused(refused: ListRefused) -> int:
    print(f"refused: {refused.reason}; what stood before still stands", file=sys.stderr)
    return 1
