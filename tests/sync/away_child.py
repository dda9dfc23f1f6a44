"""A consultant's computer inside a network namespace; asked by JSON lines."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.services import enrol
from app.services import sync as syncing
from app.settings import Server, Settings
from tests.sync.consultant import Consultant, now


def main() -> None:
    here = Consultant.new(Path(sys.argv[1]))
    for line in sys.stdin:
        asked = json.loads(line)
        sys.stdout.write(json.dumps(_DO[asked.pop("do")](here, **asked)) + "\n")
        sys.stdout.flush()
    here.vault.close()


def _enrol(here: Consultant, code: str, settings: dict[str, Any]) -> None:
    enrol.enrol(here.vault, _settings(settings), code, machine="prøve-pc", now=now())
    here.take_on("Kim Prøve")


def _note(here: Consultant, text: str) -> str:
    return str(here.note(text))


def _sync(here: Consultant, settings: dict[str, Any]) -> list[Any]:
    done = syncing.run_round(here.vault, _settings(settings), now())
    stopped = done.stopped
    return [done.sent, str(getattr(stopped, "reason", "")) or (stopped and type(stopped).__name__)]


def _settings(told: dict[str, Any]) -> Settings:
    server = told.pop("server", None)
    if server:
        server = Server(
            url=server["url"], pins=tuple(base64.b64decode(p) for p in server["pins"]), key=base64.b64decode(server["key"]),
            zones=tuple(server.get("zones", ("lan", "vpn"))),
        )  # fmt: skip
    told["networks"] = tuple(told.get("networks", ()))
    return Settings(server=server, **told)


_DO: dict[str, Callable[..., Any]] = {
    "enrol": _enrol, "note": _note, "sync": _sync,
    "unsent": lambda here: len(here.unsent()),
    "device": lambda here: [here.vault.id, str(enrol.identity(here.vault).person)],
}  # fmt: skip


if __name__ == "__main__":
    main()
