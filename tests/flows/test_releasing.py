"""Words that only look clinical: released by a team leader alone, for that phrase alone, and counted without the words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from app import guard
from app.domain.log_rows import Period
from app.guard import Finding, Level, release
from app.protocol import operation
from app.reports import breakdowns, figures
from app.services import logs, releasing
from app.services.door import Invalid
from app.services.releasing import Answer
from app.store import outbox, people, schema
from app.vault.vault import Vault
from server import door
from tests.journal_parts import NOW, note, participant, saved, whole_text

TEXT = "Hun har talt med Lyrica og skal begynde på mandag."
HARD = "Han har paranoid skizofreni og får Zyprexa 10 mg."


@pytest.fixture(autouse=True)
def nothing_released() -> Iterator[None]:
    release.hold(())
    yield
    release.hold(())


@pytest.fixture
def leader(vault: Vault) -> Vault:
    with vault.begin() as tx:
        people.introduce(tx, name="Lis Leder", role="leader")
    return vault


def _marked(text: str = TEXT) -> Finding:
    return next(f for f in guard.review(text) if f.level is Level.REFUSE and release.is_marked(f))


def test_a_leader_releases_a_phrase_and_it_passes_from_then_on_and_after_the_next_unlock(
    leader: Vault,
) -> None:
    finding = _marked()
    saved(releasing.put_out(leader, text=TEXT, finding=finding, reason="name", now=NOW))
    assert finding not in guard.review(TEXT)
    amira = participant(leader)
    assert note(leader, amira, facts=TEXT).facts == TEXT
    release.hold(())
    assert finding in guard.review(TEXT)
    with leader.begin() as tx:
        schema.bring_up(tx)
    assert finding not in guard.review(TEXT)


def test_other_words_of_the_same_kind_still_stand(leader: Vault) -> None:
    saved(releasing.put_out(leader, text=TEXT, finding=_marked(), reason="name", now=NOW))
    assert guard.label(guard.review(HARD)) == "refuse"
    assert guard.label(guard.review("Hun får Zyprexa 10 mg.")) == "refuse"


def test_the_phrase_itself_is_nowhere_at_rest_nor_on_the_wire(leader: Vault) -> None:
    finding = _marked()
    saved(releasing.put_out(leader, text=TEXT, finding=finding, reason="product", now=NOW))
    words = TEXT[finding.start : finding.end]
    with leader.read() as tx:
        told = [op.p for op in outbox.waiting(tx)]
    (op,) = (p for p in told if "guard_release" in p)
    body = operation.read(op)["body"]["set"]
    assert words not in (body["digest"], body["salt"], body["reason"])
    assert f'"{words}' not in whole_text(leader)
    assert len(body["digest"]) == 64


def test_nobody_but_a_leader_releases(vault: Vault) -> None:
    outcome = releasing.put_out(vault, text=TEXT, finding=_marked(), reason="name", now=NOW)
    assert outcome == Invalid("person", "unknown")
    assert _marked() in guard.review(TEXT)


def test_what_no_marked_rule_found_cannot_be_released(leader: Vault) -> None:
    for finding in guard.review(HARD):
        if not release.is_marked(finding):
            outcome = releasing.put_out(leader, text=HARD, finding=finding, reason="name", now=NOW)
            assert outcome == Invalid("finding", "final")
    assert guard.label(guard.review(HARD)) == "refuse"


def test_a_release_taken_back_holds_no_more(leader: Vault) -> None:
    finding = _marked()
    id = saved(releasing.put_out(leader, text=TEXT, finding=finding, reason="name", now=NOW))
    saved(releasing.take_back(leader, id, now=NOW))
    assert finding in guard.review(TEXT)


def test_answers_are_counted_by_rule(leader: Vault) -> None:
    finding = _marked()
    saved(releasing.put_out(leader, text=TEXT, finding=finding, reason="name", now=NOW))
    kept = Answer("word:stress", releasing.KEPT, "everyday")
    for _ in range(2):
        releasing.count(leader, [kept], now=NOW)
    assert dict(releasing.counts(leader)) == {kept: 2, Answer(finding.rule, releasing.RELEASED, "name"): 1}
    # What the team's figures get: a day, a kind of rule and a number; no rule that names its word.
    with leader.read() as tx:
        told = [op.p for op in outbox.waiting(tx) if "guard_tally" in op.p]
    assert not [p for p in told if "stress" in p or finding.rule in p]
    month = Period(NOW.date().replace(day=1), NOW.date())
    page = figures.compute(logs.read(leader, now=NOW).logs, month)
    assert next(one.fact.value for one in page if one.metric.id == "overrides") == 3
    (split,) = (
        s
        for s in breakdowns.compute(logs.read(leader, now=NOW).logs, month)
        if s.breakdown.id == "overrides_by_rule"
    )
    assert sum(split.cells.values()) == 3
    assert split.cells["word", "all"] >= 2


def test_the_server_lets_a_released_phrase_in_and_no_other(leader: Vault) -> None:
    finding = _marked()
    made = release.Release.of(finding.category, TEXT[finding.start : finding.end])
    op: dict[str, Any] = {"body": {"text": TEXT}}
    assert door.held(op) == (finding.category,)
    assert door.held(op, released=(made,)) == ()
    assert door.held({"body": {"text": HARD}}, released=(made,)) != ()
