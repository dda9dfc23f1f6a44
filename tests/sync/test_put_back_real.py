"""A real vault's whole folder put back to yesterday's, against a real server over TLS."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.services import sync
from tests.sync.consultant import Consultant
from tests.vault_parts import open_vault

pytestmark = pytest.mark.logs_warning


def test_a_folder_put_back_is_noticed_made_whole_and_told_of(anna: Consultant, tmp_path: Path) -> None:
    anna.sync()
    anna.vault.close()
    kept = tmp_path / "yesterday"
    shutil.copytree(anna.place, kept)
    anna.vault = open_vault(anna.place)
    lost = [anna.note(f"Vi talte om butikken, gang {n}.") for n in range(3)]
    anna.move_to("employed")
    assert anna.sync().stopped is None
    anna.vault.close()
    shutil.rmtree(anna.place)
    shutil.copytree(kept, anna.place)
    anna.vault = open_vault(anna.place)
    new = anna.note("Vi talte om lageret.")
    done = anna.sync()
    assert done.stopped is None
    assert done.rejoined is not None
    assert (done.rejoined.back, done.rejoined.again, done.rejoined.gone) == (4, 1, 0)
    assert {*lost, new} <= anna.notes()
    assert anna.status.all_sent
    assert anna.status.rejoined is not None
    again = anna.sync()
    assert (again.stopped, again.rejoined, again.sent) == (None, None, 0)
    anna.move_to("job_search")  # having seen what came back, this is no conflict
    assert (anna.sync().conflicts, sync.disagreements(anna.vault)) == (0, ())
