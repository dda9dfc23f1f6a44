"""The life cycle as a table, rule by rule, and as a machine that no sequence of acts can break."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.course import MarkerKind, MarkerWarning, StarMarker, TeamKind, kind_at_start, marker_warnings
from app.domain.life_cycle import (
    NEXT,
    REASONS,
    Action,
    Move,
    Not,
    PhaseChange,
    Standing,
    days_in,
    decide,
    paused_in,
    possible,
)
from app.domain.participant import Phase

TODAY = date(2026, 11, 23)
P, A = Phase, Action

# DOMAIN 2.13: referred → accepted → engaged → job_search → employed | in_education → aftercare → closed, with the
# side states on_hold, job_lost and not_started; re-opening begins another course.
TABLE = [
    (P.REFERRED, A.ACCEPT, P.ACCEPTED), (P.REFERRED, A.DECLINE, P.NOT_STARTED),
    (P.ACCEPTED, A.ENGAGE, P.ENGAGED), (P.ACCEPTED, A.DECLINE, P.NOT_STARTED), (P.ACCEPTED, A.PAUSE, P.ON_HOLD),
    (P.ACCEPTED, A.CLOSE, P.CLOSED),
    (P.ENGAGED, A.SEARCH, P.JOB_SEARCH), (P.ENGAGED, A.START_JOB, P.EMPLOYED),
    (P.ENGAGED, A.START_EDUCATION, P.IN_EDUCATION), (P.ENGAGED, A.PAUSE, P.ON_HOLD), (P.ENGAGED, A.CLOSE, P.CLOSED),
    (P.JOB_SEARCH, A.START_JOB, P.EMPLOYED), (P.JOB_SEARCH, A.START_EDUCATION, P.IN_EDUCATION),
    (P.JOB_SEARCH, A.PAUSE, P.ON_HOLD), (P.JOB_SEARCH, A.CLOSE, P.CLOSED),
    (P.EMPLOYED, A.START_EDUCATION, P.IN_EDUCATION), (P.EMPLOYED, A.AFTERCARE, P.AFTERCARE),
    (P.EMPLOYED, A.LOSE_JOB, P.JOB_LOST), (P.EMPLOYED, A.PAUSE, P.ON_HOLD), (P.EMPLOYED, A.CLOSE, P.CLOSED),
    (P.IN_EDUCATION, A.START_JOB, P.EMPLOYED), (P.IN_EDUCATION, A.SEARCH, P.JOB_SEARCH),
    (P.IN_EDUCATION, A.AFTERCARE, P.AFTERCARE), (P.IN_EDUCATION, A.LOSE_JOB, P.JOB_LOST),
    (P.IN_EDUCATION, A.PAUSE, P.ON_HOLD), (P.IN_EDUCATION, A.CLOSE, P.CLOSED),
    (P.AFTERCARE, A.LOSE_JOB, P.JOB_LOST), (P.AFTERCARE, A.START_JOB, P.EMPLOYED),
    (P.AFTERCARE, A.START_EDUCATION, P.IN_EDUCATION), (P.AFTERCARE, A.PAUSE, P.ON_HOLD),
    (P.AFTERCARE, A.CLOSE, P.CLOSED),
    (P.JOB_LOST, A.SEARCH, P.JOB_SEARCH), (P.JOB_LOST, A.START_JOB, P.EMPLOYED),
    (P.JOB_LOST, A.START_EDUCATION, P.IN_EDUCATION), (P.JOB_LOST, A.PAUSE, P.ON_HOLD), (P.JOB_LOST, A.CLOSE, P.CLOSED),
    (P.ON_HOLD, A.RESUME, P.JOB_SEARCH), (P.ON_HOLD, A.CLOSE, P.CLOSED),
    (P.CLOSED, A.REOPEN, P.ACCEPTED), (P.NOT_STARTED, A.REOPEN, P.REFERRED),
]  # fmt: skip
_ALLOWED = {(before, action): after for before, action, after in TABLE}


def _move(action: Action, on: date = TODAY, words: str = "Aftalt ved samtalen.") -> Move:
    return Move(action, on, next(iter(sorted(REASONS.get(action, [""])))), words)


@pytest.mark.parametrize("before", Phase)
@pytest.mark.parametrize("action", Action)
def test_an_act_leads_where_the_table_says_or_is_refused(before: Phase, action: Action) -> None:
    expected = _ALLOWED.get((before, action), Not("action", "order"))
    assert decide(Standing(before), _move(action), TODAY) == expected
    assert (action in possible(before)) == ((before, action) in _ALLOWED)


@pytest.mark.parametrize("action", [A.DECLINE, A.PAUSE, A.CLOSE])
def test_a_refusal_a_pause_and_an_ending_need_a_reason_of_the_list(action: Action) -> None:
    at = Standing(P.REFERRED if action is A.DECLINE else P.ACCEPTED)
    for reason in ("", "because"):
        assert decide(at, Move(action, TODAY, reason, "Ord."), TODAY) == Not("reason", "missing")


def test_a_refused_referral_says_why_in_words() -> None:
    move = Move(A.DECLINE, TODAY, "withdrawn_by_participant", "  ")
    assert decide(Standing(P.REFERRED), move, TODAY) == Not("words", "missing")


@pytest.mark.parametrize(
    ("silent", "reason", "asked"),
    [
        (29, "participant_wish", False), (30, "participant_wish", True), (None, "other", True),
        (None, "deceased", False), (200, "moved_away", False), (3, "steady_and_agreed", False),
    ],
)  # fmt: skip
def test_who_nobody_has_spoken_with_is_not_let_go_without_a_word_on_what_was_tried(
    silent: int | None,
    reason: str,
    asked: bool,  # noqa: FBT001
) -> None:
    at = Standing(P.JOB_SEARCH, silent_days=silent)
    expected: Phase | Not = Not("words", "missing") if asked else P.CLOSED
    assert decide(at, Move(A.CLOSE, TODAY, reason), TODAY) == expected
    assert decide(at, Move(A.CLOSE, TODAY, reason, "To breve og et besøg."), TODAY) is P.CLOSED


def test_a_day_that_has_not_come_and_one_before_the_last_act_are_refused() -> None:
    at = Standing(P.ENGAGED, since=TODAY - timedelta(days=3))
    assert decide(at, _move(A.SEARCH, TODAY + timedelta(days=1)), TODAY) == Not("on_day", "future")
    assert decide(at, _move(A.SEARCH, TODAY - timedelta(days=4)), TODAY) == Not("on_day", "early")
    assert decide(at, _move(A.SEARCH, TODAY - timedelta(days=3)), TODAY) is P.JOB_SEARCH


def test_a_pause_ends_where_it_began() -> None:
    at = Standing(P.ON_HOLD, paused_in=P.EMPLOYED)
    assert decide(at, _move(A.RESUME), TODAY) is P.EMPLOYED


@given(
    st.lists(
        st.tuples(st.sampled_from(Action), st.integers(-3, 3), st.booleans(), st.booleans()), max_size=40
    )
)
def test_no_sequence_of_acts_reaches_an_invalid_phase_or_loses_one(
    acts: list[tuple[Action, int, bool, bool]],
) -> None:
    phase, day = P.REFERRED, TODAY - timedelta(days=100)
    changes: list[PhaseChange] = []
    for action, days, reasoned, worded in acts:
        at = Standing(phase, changes[-1].on_day if changes else None, paused_in(changes), 40)
        on = day + timedelta(days=days)
        reason = next(iter(sorted(REASONS.get(action, [""])))) if reasoned else ""
        after = decide(at, Move(action, on, reason, "Ord." if worded else ""), TODAY)
        if isinstance(after, Not):
            continue
        changes.append(
            PhaseChange(UUID(int=len(changes)), UUID(int=9), None, action, phase, after, on, reason, "", "")
        )
        phase, day = after, on
    assert all(one.after is two.before for one, two in itertools.pairwise(changes))
    assert all(
        c.after in {*NEXT[c.before].values(), *(p.before for p in changes if p.action is A.PAUSE)}
        for c in changes
    )
    assert [c.on_day for c in changes] == sorted(c.on_day for c in changes if c.on_day)
    assert all(c.reason for c in changes if c.action in REASONS)
    assert possible(phase), "a course that nothing can be done with"
    assert sum(days_in(changes, p, TODAY) for p in Phase) == (
        (TODAY - changes[0].on_day).days if changes and changes[0].on_day else 0
    )


def _marker(kind: str = "IPS_STAR", *, end: date | None = None, checked: date | None = TODAY) -> StarMarker:
    return StarMarker(UUID(int=1), UUID(int=2), kind, TODAY - timedelta(days=50), end, checked)


# DOMAIN 3.5, S-STAR-DATA: active course without marker; closed course with open marker; kind ≠ attachment at start.
@pytest.mark.parametrize(
    ("phase", "markers", "team", "expected"),
    [
        (P.JOB_SEARCH, [], "", [MarkerWarning.MISSING]),
        (P.AFTERCARE, [_marker()], "hospital_psychiatry", []),
        (P.AFTERCARE, [_marker(end=TODAY - timedelta(days=1))], "", [MarkerWarning.MISSING]),
        (P.JOB_SEARCH, [_marker(end=TODAY)], "", []),
        (P.CLOSED, [_marker()], "", [MarkerWarning.NOT_CLOSED]),
        (P.CLOSED, [_marker(end=TODAY)], "", []),
        (P.NOT_STARTED, [_marker()], "", [MarkerWarning.NOT_CLOSED]),
        (P.REFERRED, [], "hospital_psychiatry", []),
        (P.ENGAGED, [_marker("IPS_LIGNENDE_STAR")], "hospital_psychiatry", [MarkerWarning.WRONG_KIND]),
        (P.ENGAGED, [_marker()], "municipal_mental_health", [MarkerWarning.WRONG_KIND]),
        (P.ENGAGED, [_marker("IPS_LIGNENDE_STAR")], "municipal_mental_health", []),
        (P.ENGAGED, [_marker(checked=None)], "hospital_psychiatry", [MarkerWarning.NOT_CHECKED]),
    ],
)  # fmt: skip
def test_stars_marker_is_held_against_the_course(
    phase: Phase, markers: list[StarMarker], team: str, expected: list[MarkerWarning]
) -> None:
    assert list(marker_warnings(phase, markers, team, TODAY)) == expected


def test_each_kind_of_team_has_its_marker() -> None:
    for kind in TeamKind:
        assert any(marker_warnings(P.ENGAGED, [_marker(m)], kind, TODAY) == () for m in MarkerKind)


# DOMAIN 3.5: the same marker through the whole course, even if psychiatry ends its treatment meanwhile.
@pytest.mark.parametrize(
    ("links", "kind"),
    [
        ([(None, None, "hospital_psychiatry")], "hospital_psychiatry"),
        ([(60, 20, "hospital_psychiatry"), (20, None, "municipal_mental_health")], "hospital_psychiatry"),
        ([(60, 51, "hospital_psychiatry"), (50, None, "municipal_mental_health")], "municipal_mental_health"),
        ([(30, None, "municipal_mental_health")], "municipal_mental_health"),
        ([], ""),
    ],
)
def test_the_marker_follows_where_the_participant_was_attached_when_it_began(
    links: list[tuple[int | None, int | None, str]], kind: str
) -> None:
    def ago(days: int | None) -> date | None:
        return None if days is None else TODAY - timedelta(days=days)

    told = [(ago(first), ago(last), of) for first, last, of in links]
    assert kind_at_start(told, [_marker()], TODAY) == kind
