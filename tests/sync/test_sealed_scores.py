"""Two reviewers on two computers, through a real server: nobody can read a score before both are in."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.review import ReviewKind, Unsealed, digest, packed, proves, unpacked
from app.reports import scale
from app.services import fidelity, reviewing
from app.services.door import Saved
from app.services.reviewing import NotYet
from server import db
from tests.parts import Jobcenter
from tests.sync.consultant import Consultant, now

CODES = tuple(item.code for item in scale.load().items)


@pytest.fixture
def pair(office: Jobcenter, tmp_path: Path) -> Iterator[tuple[Consultant, Consultant]]:
    """Two reviewers, each with a computer."""
    both = Consultant.new(tmp_path / "first"), Consultant.new(tmp_path / "second")
    for number, computer in enumerate(both):
        role = "consultant" if number else "leader"
        computer.enrol(office, f"r{number}-{uuid.uuid4().hex[:8]}", f"Reviewer {number}", role=role)
    yield both
    for computer in both:
        computer.vault.close()


def person(one: Consultant) -> str:
    with one.vault.read() as tx:
        from app.store import people

        return people.me(tx).person


def given(offset: int) -> dict[str, int | None]:
    """A score for each item, and one that cannot be assessed."""
    scores: dict[str, int | None] = {code: 1 + (n + offset) % 4 for n, code in enumerate(CODES)}
    return scores | {"zero_exclusion": None}


def score_all(one: Consultant, id: uuid.UUID, scores: dict[str, int | None]) -> None:
    for code, score in scores.items():
        saved = reviewing.score_apart(one.vault, id, code, score=score, cannot=score is None)
        assert isinstance(saved, Saved)


def everything(one: Consultant) -> str:
    """All that is in the vault, its file of waiting operations included, but the reviewer's own scores."""
    from app.store.tables import metadata

    with one.vault.read() as tx:
        tables = [t for t in metadata.sorted_tables if t.name not in ("fidelity_own", "search_doc")]
        return " ".join(str(row) for t in tables for row in tx.execute(sa.select(t)))


def on_server(office: Jobcenter) -> str:
    engine = db.engine(office.database, pool=1)
    with engine.connect() as tx:
        names = tx.execute(
            sa.text("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
        ).scalars()
        found = " ".join(str(r) for n in names for r in tx.execute(sa.text(f'SELECT * FROM "{n}"')))  # noqa: S608
    engine.dispose()
    return found


def test_the_scores_are_told_when_both_are_in_and_not_before(
    pair: tuple[Consultant, Consultant], office: Jobcenter
) -> None:
    first, second = pair
    begun = reviewing.begin(first.vault, kind=ReviewKind.EXTERNAL, now=now(), second=person(second))
    assert isinstance(begun, Saved)
    first.sync()
    second.sync()
    mine, theirs = given(0), given(1)
    told = {packed(mine, CODES), packed(theirs, CODES)}
    score_all(first, begun.id, mine)
    assert isinstance(reviewing.seal(first.vault, begun.id, now=now()), Saved)
    assert reviewing.score_apart(first.vault, begun.id, CODES[0], score=5) == NotYet("sealed")
    first.sync()
    second.sync()
    for place in (everything(first), everything(second), on_server(office)):
        assert not [scores for scores in told if scores in place]
    assert reviewing.approve(second.vault, begun.id, CODES[0], score=3, now=now()) == NotYet("together")
    assert reviewing.seal(second.vault, begun.id, now=now()) == NotYet("open_items", 25)
    score_all(second, begun.id, theirs)
    reviewing.seal(second.vault, begun.id, now=now())  # the first's seal is here: the second tells
    second.sync()
    first.sync()
    assert isinstance(reviewing.open_when_both_in(first.vault, now=now()), Saved)
    first.sync()
    second.sync()
    for one in pair:
        stands = fidelity.page(one.vault, now=now()).standing
        assert stands is not None
        assert stands.false_seals == ()
        assert stands.apart == {person(first): mine, person(second): theirs}
    _agree(first, begun.id)
    first.sync()
    second.sync()
    page = fidelity.page(second.vault, now=now())
    assert page.standing is None
    assert page.before["caseload_size"] == 4


def _agree(one: Consultant, id: uuid.UUID) -> None:
    """The agreed scores, and the end of the review."""
    for code in CODES:
        item = scale.load().item(code)
        saved = reviewing.approve(one.vault, id, code, score=min(4, item.ceiling), now=now())
        assert isinstance(saved, Saved)
    assert isinstance(reviewing.close(one.vault, id, now=now()), Saved)
    assert reviewing.close(one.vault, id, now=now()) == NotYet("closed")


def test_scores_changed_after_they_were_sealed_are_found_out() -> None:
    from app.domain.review import Sealed

    id, scores = uuid.uuid4(), packed(given(0), CODES)
    sealed = Sealed(id, "anna", digest(id, "anna", "salt", scores), now())
    true = Unsealed(id, "anna", "salt", scores)
    assert proves(sealed, true)
    assert not proves(sealed, replace(true, scores=packed(given(1), CODES)))
    assert not proves(sealed, replace(true, reviewer="bo"))
    assert unpacked(scores, CODES) == given(0)
    with pytest.raises(ValueError, match="scores"):
        unpacked("6" + scores[1:], CODES)
