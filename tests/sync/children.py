"""What another process does in the sync tests: write and sync until it is killed."""

from __future__ import annotations

from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from app.services import sync
from app.settings import Settings
from tests.sync.consultant import Consultant
from tests.vault_children import _PRELOAD, child
from tests.vault_parts import open_vault

__all__ = ["child", "sync_until_killed"]
_PRELOAD.append("tests.sync.children")  # in time, unless another test has started the fork server


def sync_until_killed(pipe: Connection, place: Path, participant: UUID) -> None:
    """A note is told of after it has been saved, never before."""
    here = Consultant(place, open_vault(place, now=datetime.now(UTC)), participant=participant)
    while True:
        pipe.send(str(here.note("Vi talte om butikken.")))
        sync.run_round(here.vault, Settings(), datetime.now(UTC))
