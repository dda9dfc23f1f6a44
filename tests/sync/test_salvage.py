"""A salvaged journal meets its jobcenter: what was lost from the file comes back, and nothing is sent or made twice."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from app.services import salvaging
from tests.flows.test_vault_salvage import damage
from tests.parts import Jobcenter
from tests.sync.consultant import Consultant, now
from tests.vault_parts import PASSPHRASE, keychain_of, open_vault

pytestmark = pytest.mark.logs_warning
TEXT = "Vi talte om bageriet på torvet og om vagterne. " * 20


@pytest.mark.parametrize("table", ["note", "outbox", "rec"])
def test_what_a_damaged_page_held_comes_back_from_the_jobcenter(
    office: Jobcenter, tmp_path: Path, table: str
) -> None:
    computer, other = Consultant.new(tmp_path / "first"), Consultant.new(tmp_path / "second")
    person = f"bo-{uuid.uuid4().hex[:8]}"
    for one in (computer, other):
        one.enrol(office, person, "Bo Prøve")
    computer.take_on("Kim Prøve")
    for _ in range(30):
        computer.note(TEXT)
    assert computer.sync().stopped is None
    unsent = [computer.note("Ikke sendt endnu. " + TEXT) for _ in range(10)]
    notes = computer.notes()
    damage(computer.vault, table, which=1)
    done = salvaging.salvage(computer.place, PASSPHRASE, keychain_of(computer.place), now=now())
    assert done.damaged == (table,)
    computer.vault = open_vault(computer.place, now=now())
    assert computer.unsent() == unsent
    for _ in range(2):
        assert computer.sync().stopped is None
    assert computer.notes() == notes, "a note the jobcenter has is not here again"
    assert computer.status.all_sent
    assert other.sync().stopped is None
    assert other.notes() == notes
    again = computer.sync()
    assert (again.sent, again.received) == (0, 0)
    for one in (computer, other):
        one.vault.close()
