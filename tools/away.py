"""Ninety days away, 2,000 notes and 50 documents to deliver, over 256 kbit/s that breaks off every 30 s.

`python3 tools/dev.py run -- python tools/away.py [--notes 2000] [--files 50] [--kilobytes 700]`

Real vault, real server, real TLS; the line's seconds are reckoned from the bytes (`tests/sync/slow_line.py`). The server believes
the guard that read the notes. Exit 1 when something did not arrive, or went again after it had its receipt.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.errors import ServerUnavailable
from app.services import caseload, files, sync
from app.services.door import Saved
from app.settings import Settings
from app.vault.vault import Vault
from tests.document_parts import heavy_pdf
from tests.sync.slow_line import SlowLine
from tools.benchmarks import sync as bench

_MOST = 2_000  # rounds; a line that carries nothing ends the attempt


def until_whole(line: SlowLine, vault: Vault, settings: Settings) -> int:
    """Rounds until one has run to its end: all is sent, and all news and files are here."""
    for rounds in range(1, _MOST):
        if _round(line, vault, settings):
            return rounds
    raise SystemExit("the line carries nothing")


def _round(line: SlowLine, vault: Vault, settings: Settings) -> bool:
    with line.laid():
        stopped = sync.run_round(vault, settings, bench.now()).stopped
    if stopped is not None and not isinstance(stopped, ServerUnavailable):
        raise stopped
    return stopped is None


def main() -> int:
    parser = argparse.ArgumentParser(prog="tools/away.py", description=__doc__)
    parser.add_argument("--notes", type=int, default=2000)
    parser.add_argument("--files", type=int, default=50)
    parser.add_argument("--kilobytes", type=int, default=700)
    chosen = parser.parse_args()
    with bench.jobcenter() as (office, _), bench.computer(office) as mine, bench.computer(office) as other:
        made = caseload.create(mine, fields={"name": "Amira Holm"}, now=bench.now())
        if not isinstance(made, Saved):
            raise SystemExit("no participant")
        bench.write(mine, made.id, bench.texts(chosen.notes))
        for n in range(chosen.files):
            data = heavy_pdf(chosen.kilobytes * 1024, seed=n)
            files.attach(mine, made.id, name=f"Aftale {n}.pdf", data=data, now=bench.now())
        up, down = SlowLine(), SlowLine()
        rounds = until_whole(up, mine, Settings())
        until_whole(down, other, Settings())
        whole = sync.status(mine, bench.now()).all_sent and all(
            one.here for one in files.of_participant(other, made.id)
        )
    told = {
        "notes": chosen.notes, "files": chosen.files, "up_rounds": rounds, "up_cuts": up.cuts, "up_mb": round(up.up / 1e6, 1),
        "up_min": round(up.clock / 60, 1), "down_cuts": down.cuts, "down_mb": round(down.down / 1e6, 1),
        "down_min": round(down.clock / 60, 1), "sent_again_after_receipt": len(up.again), "fetched_again": len(down.again),
        "whole": whole,
    }  # fmt: skip
    print(json.dumps(told))
    return 0 if whole and not up.again and not down.again else 1


if __name__ == "__main__":
    sys.exit(main())
