"""Drafts: kept on this computer, never with what the guard refuses."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import guard
from app.domain.changes import Topic
from app.domain.journal import NoteKind, Place, SourceOf, source_of
from app.domain.records import NOTE_TEXTS
from app.services import journal
from app.services.journal import NoteFields
from app.vault.vault import Vault
from tests.journal_parts import (
    NOW,
    REFUSED,
    SENTINEL,
    counts,
    fields,
    participant,
    whole_text,
)

_REFUSED = (
    REFUSED,
    "Diagnose: F20.0 paranoid skizofreni.",
    "PANSS 78, GAF 45 jf. epikrise.",
    "Indlagt på afsnit 2 fra 4/2 til 19/2 efter tvangsindlæggelse.",
)
_PLAIN = ("Mødtes kl. 9.", "Ringede til Bageri Juhl.", "\n", "  ", "Vi ses fredag", "😀", "æøå")


def test_a_draft_comes_back_as_it_was_put_aside(vault: Vault) -> None:
    amira = participant(vault)
    put = fields(
        amira, kind=NoteKind.FOLLOW_UP, minutes=30, place=Place.EMPLOYER, own_view="»Fint.«", title=""
    )
    outcome = journal.save_draft(vault, note=put, now=NOW)
    assert (outcome.held, outcome.cut, outcome.changes) == (0, False, frozenset({Topic.DRAFTS}))
    found = journal.open_draft(vault, outcome.id, now=NOW)
    assert found is not None
    again = NoteFields(**{n: getattr(found, n) for n in NoteFields.__slots__})
    assert again == put


def test_a_draft_needs_nothing_to_be_kept(vault: Vault) -> None:
    id = journal.save_draft(vault, note=NoteFields(participant=None), now=NOW).id
    assert [draft.id for draft in journal.drafts(vault)] == [id]


def test_saving_again_replaces_the_draft(vault: Vault) -> None:
    id = journal.save_draft(vault, note=fields(None, facts="Et"), now=NOW).id
    journal.save_draft(vault, note=fields(None, facts="To"), id=id, now=NOW + timedelta(seconds=2))
    assert [(d.facts, d.updated_at) for d in journal.drafts(vault)] == [("To", NOW + timedelta(seconds=2))]


def test_the_refused_stretch_of_a_draft_is_nowhere_in_the_vault(vault: Vault) -> None:
    amira = participant(vault)
    outcome = journal.save_draft(vault, note=fields(amira, facts=f"Mødtes kl. 9. {REFUSED} Vi ses."), now=NOW)
    assert outcome.held >= 1
    assert outcome.cut
    kept = journal.drafts(vault)[0]
    assert kept.facts.startswith("Mødtes kl. 9.")
    assert kept.held == outcome.held
    assert SENTINEL.casefold() not in whole_text(vault).casefold()


def test_drafts_are_never_sent_and_never_found(vault: Vault) -> None:
    before = counts(vault)
    journal.save_draft(vault, note=fields(None, facts="Zebrahaven"), now=NOW)
    after = counts(vault)
    assert {n for n in after if after[n] != before[n]} == {"draft", "audit"}


def test_entering_the_note_removes_its_draft_in_the_same_step(vault: Vault) -> None:
    amira = participant(vault)
    id = journal.save_draft(vault, note=fields(amira), now=NOW).id
    outcome = journal.write_note(vault, note=fields(amira), draft=id, now=NOW)
    assert isinstance(outcome, journal.Saved)
    assert Topic.DRAFTS in outcome.changes
    assert journal.drafts(vault) == ()


def test_a_held_note_keeps_its_draft(vault: Vault) -> None:
    amira = participant(vault)
    id = journal.save_draft(vault, note=fields(amira, facts=REFUSED), now=NOW).id
    journal.write_note(vault, note=fields(amira, facts=REFUSED), draft=id, now=NOW)
    assert [draft.id for draft in journal.drafts(vault)] == [id]


def test_a_discarded_draft_leaves_no_trace(vault: Vault) -> None:
    id = journal.save_draft(vault, note=fields(None, facts="Zebrahaven"), now=NOW).id
    assert journal.discard_draft(vault, id).changes == {Topic.DRAFTS}
    assert journal.discard_draft(vault, id).changes == frozenset()
    assert "Zebrahaven" not in whole_text(vault)


def test_a_draft_of_a_correction_remembers_what_it_corrects(vault: Vault) -> None:
    old = UUID(int=5)
    id = journal.save_draft(vault, note=fields(None), corrects=old, now=NOW).id
    found = journal.open_draft(vault, id, now=NOW)
    assert found is not None
    assert found.corrects == old


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(st.sampled_from(_REFUSED + _PLAIN) | st.text(max_size=12), max_size=6),
    field=st.sampled_from(NOTE_TEXTS),
    source=st.sampled_from(SourceOf),
)
def test_no_draft_ever_holds_a_refused_span(
    vault: Vault, pieces: list[str], field: str, source: SourceOf
) -> None:
    put = fields(None, source=source, **{field: " ".join(pieces)})
    id = journal.save_draft(vault, note=put, id=UUID(int=1), now=NOW).id
    found = journal.open_draft(vault, id, now=NOW)
    assert found is not None
    for name in NOTE_TEXTS:
        findings = guard.review(getattr(found, name), source_of(name, source))
        assert all(f.level is not guard.Level.REFUSE for f in findings)
