"""Whatever is done, and in whatever order: no state that cannot be, no act and no version lost (DOMAIN 2.2, 2.3, 2.13)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.career import PlanStatus
from app.domain.life_cycle import NEXT, REASONS, Action, Move
from app.services import career, consents, course, jobs
from app.services.door import Saved
from app.vault.vault import Vault
from tests.journal_parts import NOW, participant
from tests.vault_parts import new_vault

TODAY: Final = NOW.date()


@pytest.fixture(scope="module")
def one_vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    vault = new_vault(Path(tmp_path_factory.mktemp("sequences")) / "v" / ("6f" * 16))
    yield vault
    vault.close()


@dataclass
class Told:
    """What was written and answered with Saved, in order."""

    moves: list[Action] = field(default_factory=list)
    wishes: list[str] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)
    given: int = 0


_ACT = st.one_of(
    st.tuples(st.just("move"), st.sampled_from(Action)),
    st.tuples(st.just("profile"), st.sampled_from(["meeting", "after_job"])),
    st.tuples(st.just("plan"), st.integers(0, 40)),
    st.tuples(st.just("close plan"), st.none()),
    st.tuples(st.just("job"), st.integers(-3, 3)),
    st.tuples(st.just("end job"), st.none()),
    st.tuples(st.just("consent"), st.sampled_from(["contact_clinic", "contact_employer"])),
)


@given(st.lists(_ACT, max_size=14))
@settings(max_examples=20, deadline=None)
def test_no_sequence_reaches_an_invalid_state_or_loses_a_version(one_vault: Vault, acts: list[Any]) -> None:
    whose, told = participant(one_vault, phase="referred"), Told()
    for n, (what, how) in enumerate(acts):
        _act(one_vault, whose, told, what, how, n)
    _the_course_stands(one_vault, whose, told)
    page = career.open_career(one_vault, whose)
    assert [p.wishes for p in reversed(page.profiles)] == told.wishes
    assert [p.number for p in reversed(page.profiles)] == list(range(1, len(told.wishes) + 1))
    assert [p.goal for p in reversed(page.plans)] == told.goals
    active = [p for p in page.plans if p.status == PlanStatus.ACTIVE]
    assert len(active) <= 1
    assert page.plan is None or page.plan.goal == told.goals[-1]
    assert len(consents.open_consents(one_vault, whose, now=NOW).rows) == told.given


def _act(vault: Vault, whose: UUID, told: Told, what: str, how: Any, n: int) -> None:
    _DOES[what](vault, whose, told, how, n)


def _move(vault: Vault, whose: UUID, told: Told, how: Action, n: int) -> None:
    del n
    reason = next(iter(sorted(REASONS.get(how, [""]))))
    if isinstance(course.move(vault, whose, move=Move(how, TODAY, reason, "Aftalt."), now=NOW), Saved):
        told.moves.append(how)


def _profile(vault: Vault, whose: UUID, told: Told, how: str, n: int) -> None:
    fields = {"wishes": f"Ønske {n}", "occasion": how}
    assert isinstance(career.save_profile(vault, whose, fields=fields, now=NOW), Saved)
    told.wishes.append(f"Ønske {n}")


def _plan(vault: Vault, whose: UUID, told: Told, how: int, n: int) -> None:
    fields: dict[str, Any] = {"goal": f"Mål {n}", "contacts_per_week": how}
    assert isinstance(career.save_plan(vault, whose, fields=fields, now=NOW), Saved)
    told.goals.append(f"Mål {n}")


def _close_plan(vault: Vault, whose: UUID, told: Told, how: None, n: int) -> None:
    del told, how, n
    if (plan := career.open_career(vault, whose).plan) is not None:
        career.close_plan(vault, whose, plan.id, now=NOW)


def _job(vault: Vault, whose: UUID, told: Told, how: int, n: int) -> None:
    del told
    start: dict[str, Any] = {
        "title": f"Job {n}", "form": "ordinary_permanent", "start_on": TODAY + timedelta(days=how)
    }  # fmt: skip
    jobs.start(vault, whose, fields=start, now=NOW)


def _consent(vault: Vault, whose: UUID, told: Told, how: str, n: int) -> None:
    del n
    consents.give(vault, whose, fields={"kind": how, "scope": "Mødetider"}, now=NOW)
    told.given += 1


def _end_a_job(vault: Vault, whose: UUID, told: Told, how: None, n: int) -> None:
    del told, how, n
    running = [line.job for line in jobs.page(vault, whose, now=NOW).jobs if line.job.ended_on is None]
    if running:
        ending: dict[str, Any] = {
            "ended_on": TODAY,
            "learned_on": TODAY,
            "ended_by": "mutual",
            "reasons": "hours",
        }
        jobs.end(vault, running[0].id, fields=ending, now=NOW)


_DOES: Final[dict[str, Any]] = {
    "move": _move, "profile": _profile, "plan": _plan, "close plan": _close_plan, "job": _job,
    "end job": _end_a_job, "consent": _consent,
}  # fmt: skip


def _the_course_stands(vault: Vault, whose: UUID, told: Told) -> None:
    page = course.open_course(vault, whose, now=NOW)
    assert page is not None
    changes = page.changes
    assert all(one.after is two.before for one, two in itertools.pairwise(changes))
    assert page.participant.phase is (changes[-1].after if changes else page.participant.phase)
    held = iter([change.action for change in changes])
    assert all(action in held for action in told.moves), "an act was lost"  # jobs may have added some between
    for change in changes:
        if change.action is not Action.RESUME:
            assert NEXT[change.before][change.action] is change.after
    assert [one.number for one in page.courses] == list(range(1, len(page.courses) + 1))
    assert sum(one.ended_on is None for one in page.courses) <= 1
