"""Run one benchmark: `python3 tools/dev.py run -- python tools/bench.py NAME [--json] [--check]`.

Each benchmark is a module of `tools/benchmarks`. The last line of the output holds the figures as JSON.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import pkgutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)
# The programs a benchmark starts find the same rooms, wherever it was called from.
os.environ["PYTHONPATH"] = str(ROOT)
from tools import benchmarks  # noqa: E402


def names() -> list[str]:
    return sorted(m.name for m in pkgutil.iter_modules(benchmarks.__path__) if not m.name.startswith("_"))


def report(result: benchmarks.Result) -> str:
    figures = [f"{name:<28} {value:12.4f}" for name, value in result.figures.items()]
    budgets = [
        f"{budget.name}: {budget.value:.2f} × {budget.peer}, "
        f"budget {budget.at_most:.2f}: {'met' if budget.met else 'MISSED'}"
        for budget in result.budgets
    ]
    return "\n".join([*figures, *budgets])


def as_json(name: str, result: benchmarks.Result) -> str:
    ratios = {
        budget.name: {
            "ratio": round(budget.value, 4),
            "at_most": budget.at_most,
            "peer": budget.peer,
            "met": budget.met,
        }
        for budget in result.budgets
    }
    figures = {key: round(value, 6) for key, value in result.figures.items()}
    return json.dumps({"benchmark": name, "figures": figures, "ratios": ratios}, ensure_ascii=False)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="tools/bench.py", description="One benchmark, its figures and its budgets."
    )
    parser.add_argument("name", choices=names())
    parser.add_argument("--json", action="store_true", help="only the line of figures")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a budget is missed")
    asked = parser.parse_args()
    result: benchmarks.Result = importlib.import_module(f"tools.benchmarks.{asked.name}").run()
    if not asked.json:
        print(report(result))
    print(as_json(asked.name, result))
    return 1 if asked.check and not all(budget.met for budget in result.budgets) else 0


if __name__ == "__main__":
    sys.exit(main())
