"""A note in the wrong case goes to the right one with its versions, and leaves a place without a word."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa

from app.services import authority, caseload, journal, misfiled, search
from app.services.door import Invalid
from app.store import access, outbox
from app.store.tables import note as table
from app.vault.vault import Vault
from tests.journal_parts import NOW, fields, note, participant, saved

WORDS = "Vil gerne arbejde i gartneriet om formiddagen."


def written(vault: Vault) -> tuple[UUID, UUID, UUID, UUID]:
    """A note corrected once, in the case of somebody it is not about: (whose, whose it is, first, newest)."""
    wrong, right = participant(vault, "Kim Prøve"), participant(vault, "Bo Forsøg")
    first = note(vault, wrong, facts=WORDS)
    changed = fields(wrong, facts=f"{WORDS} Tre timer.")
    second = journal.correct(vault, first.id, note=changed, now=NOW + timedelta(hours=1))
    assert isinstance(second, journal.Saved)
    return wrong, right, first.id, second.note.id


def test_the_right_case_gets_every_version_and_the_wrong_one_keeps_an_empty_place(vault: Vault) -> None:
    wrong, right, old, new = written(vault)
    moved = saved(misfiled.move(vault, new, to=right, now=NOW + timedelta(days=1)))
    (there,) = journal.timeline(vault, right, now=NOW)
    assert (there.id, there.text, there.came_at) == (moved, f"{WORDS} Tre timer.", NOW + timedelta(days=1))
    assert [one.facts for one in there.earlier] == [WORDS]
    assert there.earlier[0].written_at == NOW
    (here,) = journal.timeline(vault, wrong, now=NOW)
    assert (here.id, here.title, here.text, here.earlier) == (new, "", "", ())
    assert here.misfiled_at == NOW + timedelta(days=1)
    with vault.read() as tx:
        for one in (old, new):
            row = tx.execute(sa.select(table).where(table.c.id == one)).one()
            assert [row.title, row.facts, row.own_view, row.assessment, row.agreements] == [""] * 5
        told = [op.p for op in outbox.waiting(tx) if "note_moved" in op.p]
        assert not [p for p in told if "gartneri" in p or "Prøve" in p or "Forsøg" in p]
        logged = [{one.action for one in access.of_participant(tx, whose)} for whose in (wrong, right)]
    assert all(access.Action.WRITE in one for one in logged)


def test_what_has_gone_is_found_counted_and_corrected_nowhere(vault: Vault) -> None:
    wrong, right, _, new = written(vault)
    saved(misfiled.move(vault, new, to=right, now=NOW))
    assert journal.correct(vault, new, note=fields(wrong, facts=WORDS), now=NOW) == Invalid(
        "corrects", "final"
    )
    assert misfiled.move(vault, new, to=right, now=NOW) == Invalid("note", "unknown")
    assert [one.participant for one in authority.untransferred(vault, now=NOW)] == ["Bo Forsøg"]
    hits = search.find(vault, "gartneriet", today=NOW.date())
    assert "Kim Prøve" not in str(hits)
    rows = {row.participant.name: row.last_contact for row in caseload.overview(vault, now=NOW)}
    assert rows["Kim Prøve"] is None
    assert rows["Bo Forsøg"] is not None


def test_a_note_moves_to_nobody_and_not_to_where_it_stands(vault: Vault) -> None:
    wrong, _, old, new = written(vault)
    assert misfiled.move(vault, new, to=wrong, now=NOW) == Invalid("note", "final")
    assert misfiled.move(vault, old, to=wrong, now=NOW) == Invalid("note", "final")
    assert misfiled.move(vault, new, to=new, now=NOW) == Invalid("participant", "unknown")
    (here,) = journal.timeline(vault, wrong, now=NOW)
    assert here.title
