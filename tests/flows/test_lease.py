"""How long a journal is shown without the server, and why a clock that is set back wins no time."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.services import journal, lease
from app.store import keeping
from app.vault.place import JOURNAL
from app.vault.vault import Vault
from tests.journal_parts import note, participant
from tests.lease_parts import leased
from tests.vault_parts import NOW, open_vault

DAY = timedelta(days=1)


def _standing(place: Path, now: datetime, *, days: int = 14) -> lease.Standing:
    again = open_vault(place, now=now)
    try:
        return lease.standing(again, days=days, now=now)
    finally:
        again.close()


@pytest.fixture
def met(vault: Vault, vault_place: Path) -> Path:
    """A computer that met the server at NOW and may show its journal for 14 days."""
    vault.close()
    again = open_vault(vault_place, now=NOW)
    leased(again, at=NOW, until=NOW + 14 * DAY)
    again.close()
    return vault_place


@pytest.mark.parametrize(
    ("after", "days", "expired"),
    [
        (13.9 * DAY, 14, False),
        (14.1 * DAY, 14, True),
        (14.1 * DAY, 90, True),  # the server's word is the longest
        (2 * DAY, 1, True),  # the municipality may want it shorter
    ],
)
def test_a_lease_ends_when_the_server_or_the_municipality_says(
    met: Path, after: timedelta, days: int, *, expired: bool
) -> None:
    found = _standing(met, NOW + after, days=days)
    assert (found.expired, found.turned_back, found.met) == (expired, False, NOW)


def test_a_computer_that_never_met_a_server_is_not_stopped(vault: Vault, vault_place: Path) -> None:
    vault.close()
    assert _standing(vault_place, NOW + 400 * DAY).plain


def test_a_clock_set_back_is_named_and_wins_no_time(met: Path) -> None:
    assert _standing(met, NOW + 15 * DAY).expired
    back = _standing(met, NOW + DAY)
    assert (back.turned_back, back.expired, back.floor) == (True, True, NOW + 15 * DAY)
    assert _standing(met, NOW + 15 * DAY - keeping.SLACK).turned_back is False


def test_a_note_written_under_a_clock_that_is_set_back_keeps_its_place_and_says_so(met: Path) -> None:
    vault = open_vault(met, now=NOW)
    whose = participant(vault, now=NOW)
    first = note(vault, whose, now=NOW, title="Den første")
    vault.close()
    yesterday = NOW - DAY
    vault = open_vault(met, now=yesterday)
    late = note(vault, whose, now=yesterday, title="Den anden", happened_at=NOW + timedelta(minutes=3))
    assert first.written_at <= late.written_at, "in the order in which they were written"
    doubted = {one.id: one.clock_doubt for one in journal.timeline(vault, whose, now=yesterday)}
    assert doubted == {first.id: False, late.id: True}
    vault.close()
    vault = open_vault(met, now=NOW + DAY)  # somebody has set it right
    right = note(vault, whose, now=NOW + DAY, title="Den tredje")
    assert right.written_at == NOW + DAY
    doubted = {one.id: one.clock_doubt for one in journal.timeline(vault, whose, now=NOW + DAY)}
    assert doubted == {first.id: False, late.id: True, right.id: False}
    vault.close()


def test_meeting_the_server_forgives_a_clock_that_ran_ahead(met: Path) -> None:
    """Somebody's battery was empty, and the computer lived in 2031 for a day."""
    assert _standing(met, NOW + 1500 * DAY).expired
    again = open_vault(met, now=NOW + 1500 * DAY)
    leased(again, at=NOW + DAY, until=NOW + 15 * DAY)
    again.close()
    assert _standing(met, NOW + 2 * DAY).plain


@pytest.mark.logs_warning
def test_an_old_file_put_back_does_not_know_less_of_the_time_than_its_anchor(met: Path) -> None:
    old = (met / JOURNAL).read_bytes()
    later = open_vault(met, now=NOW + 15 * DAY)
    lease.write(later, "Ring til bageriet.", id=uuid4(), now=NOW + 15 * DAY)
    later.close()
    (met / JOURNAL).write_bytes(old)
    back = _standing(met, NOW + DAY)
    assert (back.turned_back, back.expired) == (True, True)


def test_a_lease_nobody_signed_gives_nothing(vault: Vault, vault_place: Path) -> None:
    vault.close()
    again = open_vault(vault_place)
    leased(again, at=NOW, until=NOW + 900 * DAY, key=Ed25519PrivateKey.from_private_bytes(b"x" * 32))
    assert lease.standing(again, days=14, now=NOW).expired
    again.close()


def test_what_is_written_without_reading_is_a_draft_and_the_guard_has_read_it(vault: Vault) -> None:
    id = uuid4()
    lease.write(vault, "Amira har talt med bageriet.", id=id, now=NOW)
    cut = lease.write(vault, "Amira har talt med bageriet. Får Abilify 15 mg til natten.", id=id, now=NOW)
    (draft,) = journal.drafts(vault)
    assert (draft.id, draft.participant) == (id, None)
    assert cut.cut
    assert "bageriet" in draft.facts
    assert "Abilify" not in draft.facts
