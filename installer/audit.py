"""Known vulnerabilities of what is locked, by pip-audit where it can ask; where it cannot, that is said and nothing else.

    python3 tools/dev.py run -- python -m installer.audit [--strict]

pip-audit alone calls a run that asked nobody a clean one. Here the count of what was audited must be the count of the lock.
Exit code: 0 audited and clean, 1 something is known, 3 not run (with --strict: 1).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from installer.bundle import ROOT, normal

LOCKS: Final = ("requirements.lock", "requirements-server.lock")
_SERVICES: Final = ("pypi", "osv")
_SECONDS = 600
CLEAN, KNOWN, NOT_RUN = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Found:
    """`known`: distribution, version, advisories. `missed`: of the lock, and not audited; `why`: not run at all."""

    audited: int
    known: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    why: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="installer.audit", description="Known vulnerabilities of the locks."
    )
    parser.add_argument(
        "--strict", action="store_true", help="not to have run is a failure, as before a release"
    )
    asked = parser.parse_args(arguments)
    worst = CLEAN
    for name in LOCKS:
        found = audit(ROOT / name)
        print(told(name, found))
        worst = max(worst, outcome(found, strict=asked.strict))
    return worst


def audit(lock: Path, program: str | None = None) -> Found:
    """By the first service that knows every row; what one of them knows to be wrong counts whatever the others say.
    `program`: another pip-audit than the one of this Python."""
    beside = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    pip_audit = program or shutil.which("pip-audit", path=beside)
    if pip_audit is None:
        return Found(0, why="pip-audit is not installed")
    reasons = []
    for service in _SERVICES:
        found = _asked(pip_audit, lock, service)
        if found.known or not (found.why or found.missed):
            return found
        reasons.append(f"{service}: {found.why or f'{len(found.missed)} rows unknown to it'}")
    return Found(0, why="; ".join(reasons))


def _asked(pip_audit: str, lock: Path, service: str) -> Found:
    command = [pip_audit, "--strict", "--require-hashes", "--disable-pip", "--progress-spinner", "off",
               "-s", service, "-f", "json", "-r", str(lock)]  # fmt: skip
    try:
        run = subprocess.run(
            command, capture_output=True, text=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        return Found(0, why="no answer")
    return read(run.stdout, pinned(lock), run.stderr)


def read(said: str, wanted: frozenset[str], error: str = "") -> Found:
    """What pip-audit's JSON says of the distributions that the lock pins."""
    try:
        rows = json.loads(said)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Found(0, why=_reason(error))
    audited = {normal(row["name"]) for row in rows if "skip_reason" not in row}
    known = tuple(
        f"{row['name']} {row['version']}: {', '.join(one['id'] for one in row['vulns'])}"
        for row in rows
        if row.get("vulns")
    )
    return Found(len(audited), known, tuple(sorted(wanted - audited)))


def _reason(error: str) -> str:
    """The last thing it said, in short: it prints a whole stack where a computer has no network."""
    last = (error.strip().splitlines() or ["no answer"])[-1]
    return "cannot be reached" if "ConnectionError" in last else last.rpartition("_cli:")[2][:200]


def pinned(lock: Path) -> frozenset[str]:
    """Every distribution of the lock that this computer would install."""
    from packaging.markers import Marker

    rows = re.findall(r"^([\w.-]+)==[\w.+!-]+(?: *; *([^\\\n]+))?", lock.read_text("utf-8"), re.M)
    return frozenset(normal(name) for name, marker in rows if not marker or Marker(marker.strip()).evaluate())


def told(name: str, found: Found) -> str:
    if found.why or found.missed:
        missed = f"; not audited: {', '.join(found.missed)}" if found.missed else ""
        return f"{name}: NOT RUN ({found.why or 'incomplete'}{missed})"
    if found.known:
        return f"{name}: KNOWN VULNERABILITIES\n  " + "\n  ".join(found.known)
    return f"{name}: {found.audited} audited, nothing known"


def outcome(found: Found, *, strict: bool) -> int:
    if found.known:
        return KNOWN
    if found.why or found.missed:
        return KNOWN if strict else NOT_RUN
    return CLEAN


if __name__ == "__main__":
    sys.exit(main())
