"""A monkey at the keys and a screen reader out of its senses, both at once: the program has to live.

.venv/bin/python -m tests.day.pried --sessions 20 --steps 300 --seed 1
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.day.machine import Machine


@dataclass(frozen=True, slots=True)
class Lived:
    """`code`: how the program ended, negative for a signal; `asked`: questions by kind."""

    code: int
    said: str
    asked: dict[str, int]


def live(home: Path, *, seed: int, steps: int, sessions: int = 1) -> Lived:
    """Play the monkey's sessions on a screen of their own while the reader asks."""
    with Machine(home, "the monkey's laptop") as machine:
        command = [sys.executable, "-X", "faulthandler", "-m", "tests.ui.monkey"]
        numbers = {"--sessions": sessions, "--steps": steps, "--seed": seed}
        monkey = machine.run(
            [*command, *(str(part) for pair in numbers.items() for part in pair)], log="monkey.log"
        )
        reader = machine.run(
            ["/usr/bin/python3", str(Path(__file__).with_name("prying.py")), str(seed)],
            log="prying.log", stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        code = monkey.wait()
        told, _ = reader.communicate()
        return Lived(code, (home / "monkey.log").read_text(), json.loads(told))


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.day.pried", description=__doc__)
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lived = live(Path(folder) / "home", seed=asked.seed, steps=asked.steps, sessions=asked.sessions)
    sys.stdout.write(
        f"{lived.said}\nasked {sum(lived.asked.values())}: {lived.asked}\nended with {lived.code}\n"
    )
    return lived.code


if __name__ == "__main__":
    sys.exit(main())
