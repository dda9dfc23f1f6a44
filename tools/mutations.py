"""Break a promise in a copy of the tree, and see the test that guards it turn red; the lists say which."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_COPIED = ("app", "tests", "resources", "ui", "server", "tools", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Mutation:
    """In `file`, `old` becomes `new`; then `test` must fail."""

    file: str
    old: str
    new: str
    test: str


def noticed(mutation: Mutation) -> bool:
    """Whether the test fails on the broken copy; it must pass on the whole one, or it proves nothing."""
    with tempfile.TemporaryDirectory(prefix="fj-mutation-") as folder:
        copy = Path(folder)
        for name in _COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy / name)
        if not _passes(copy, mutation.test):
            raise SystemExit(f"{mutation.test} fails without any break")
        broken = copy / mutation.file
        text = broken.read_text("utf-8")
        if text.count(mutation.old) != 1:
            raise SystemExit(f"{mutation.file}: not there, or not once: {mutation.old}")
        broken.write_text(text.replace(mutation.old, mutation.new), "utf-8")
        return not _passes(copy, mutation.test)


def _passes(tree: Path, test: str) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", test]
    return subprocess.run(command, cwd=tree, capture_output=True, check=False).returncode == 0


def run(mutations: Mapping[str, Mutation], about: str) -> int:
    """Those named on the command line, or all; 1 when a break went unnoticed."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(mutations)}")
    chosen = parser.parse_args().names or list(mutations)
    missed = 0
    for name in chosen:
        seen = noticed(mutations[name])
        missed += not seen
        print(f"{'noticed' if seen else 'MISSED '}  {name}: {mutations[name].test}", flush=True)
    return 1 if missed else 0
