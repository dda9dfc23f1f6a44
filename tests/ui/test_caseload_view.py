"""What the caseload and a candidate's page say, as tables: tones, dates, headings, filters, corrections."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.domain.journal import EntryKind, Note, NoteKind, SourceOf, TimelineEntry
from app.domain.participant import CaseloadRow, Participant, Phase, Step, row
from app.services.caseload import ParticipantPage
from ui.caseload import view
from ui.caseload.roster import Roster
from ui.widgets.card_list import CardRow
from ui.widgets.timeline import Entry, Heading

HERE = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 11, 23, 10, 21, tzinfo=HERE)
_BLANK = Participant(
    UUID(int=1), "Amira Holm", None, "JC-2026-0418", Phase.JOB_SEARCH, date(2026, 8, 17), None, "", "", "", "", "", "",
    "", "",
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("look")


def _row(
    *,
    seen: int | None = 3,
    step: Step | None = None,
    phase: Phase = Phase.JOB_SEARCH,
    name: str = "Amira Holm",
) -> CaseloadRow:
    last = None if seen is None else NOW - timedelta(days=seen)
    job = date(2026, 10, 15) if phase is Phase.EMPLOYED else None
    return row(replace(_BLANK, name=name, phase=phase, job_start=job), last, step, NOW)


def _meeting(days: int, hour: int = 13) -> Step:
    at = (NOW + timedelta(days=days)).replace(hour=hour, minute=0)
    return Step(UUID(int=9), False, "Ring til Bageri Juhl", "call", at, None, None)


def _task(days: int | None) -> Step:
    on = None if days is None else NOW.date() + timedelta(days=days)
    return Step(UUID(int=8), True, "Print CV", "", None, on, None)


def _page(one: CaseloadRow, **more: object) -> ParticipantPage:
    known = {"steps": (), "in_dialogue": 3, "month_minutes": 320, "consultant": ""} | more
    return ParticipantPage(participant=one.participant, row=one, **known)  # type: ignore[arg-type]


def _entry(
    at: datetime, kind: EntryKind = EntryKind.NOTE, detail: str = "meeting", **more: object
) -> TimelineEntry:
    known = {
        "kind": kind, "id": uuid4(), "at": at, "title": "Samtale på klinikken", "text": "Amira vil helst arbejde om formiddagen.",
        "detail": detail, "minutes": 45, "place": None, "employer": "", "author": "", "local_only": False,
    }  # fmt: skip
    return TimelineEntry(**(known | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seen", "phase", "tone"),
    [
        (0, Phase.JOB_SEARCH, ""),
        (7, Phase.JOB_SEARCH, ""),
        (8, Phase.JOB_SEARCH, "warn"),
        (13, Phase.JOB_SEARCH, "warn"),
        (14, Phase.JOB_SEARCH, "stop"),
        (40, Phase.EMPLOYED, "stop"),
        (40, Phase.ON_HOLD, ""),
        (40, Phase.CLOSED, ""),
        (40, Phase.REFERRED, ""),
    ],
)
def test_days_without_contact_turn_amber_and_then_red(seen: int, phase: Phase, tone: str) -> None:
    assert view.card(_row(seen=seen, phase=phase), NOW).right_tone == tone


@pytest.mark.parametrize(
    ("step", "second", "left", "strong"),
    [
        (_meeting(0), "Ring til Bageri Juhl", "I dag kl. 13.00", True),
        (_meeting(1, 9), "Ring til Bageri Juhl", "I morgen kl. 9.00", False),
        (_meeting(3), "Ring til Bageri Juhl", "Tors. 26. nov. kl. 13.00", False),
        (_task(-1), "Print CV", "I går", True),
        (_task(2), "Print CV", "Ons. 25. nov.", False),
        (_task(None), "Print CV", "Uden dato", False),
        (None, "Ingen aftale", "Aftal næste kontakt", True),
    ],
)
def test_the_next_step_is_said_with_its_day(
    step: Step | None, second: str, left: str, strong: object
) -> None:
    card = view.card(_row(step=step), NOW)
    assert (card.second, card.left, card.left_strong) == (second, left, strong)


def test_without_contact_and_without_appointment_is_said_in_red() -> None:
    card = view.card(_row(seen=21), NOW)
    assert (card.second, card.second_tone, card.right) == ("Ingen aftale", "stop", "21 dage siden sidst")


def test_a_row_is_read_out_in_whole_words() -> None:
    card = view.card(_row(seen=14, step=_meeting(0)), NOW)
    assert (
        card.sentence()
        == "Amira Holm. Jobsøgning. Ring til Bageri Juhl. I dag kl. 13.00. 14 dage siden sidst"
    )


def test_the_pill_counts_the_weeks_of_a_job() -> None:
    assert view.card(_row(phase=Phase.EMPLOYED), NOW).chip == "Job · uge 6"
    assert view.card(_row(phase=Phase.EMPLOYED), NOW).chip_tone == "accent"
    assert view.card(_row(), NOW).chip == "Jobsøgning"


ROWS = (
    _row(seen=14, name="Amira Holm"),
    _row(seen=3, phase=Phase.EMPLOYED, name="Bo Åberg"),
    _row(seen=3, step=_task(-2), name="Søren Bæk"),
    _row(seen=90, phase=Phase.CLOSED, name="Chloé Ravn"),
)


def test_filters_count_what_they_show() -> None:
    assert view.counts(ROWS) == {view.ACT: 2, view.ALL: 4, view.JOB: 1}
    for which, count in view.counts(ROWS).items():
        assert len(view.filtered(ROWS, which, "")) == count


def test_a_course_that_is_over_takes_no_place() -> None:
    assert view.held(ROWS) == 3


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ami", ["Amira Holm"]),
        ("holm a", ["Amira Holm"]),
        ("aaberg", ["Bo Åberg"]),
        ("ÅBERG", ["Bo Åberg"]),
        ("aberg", []),
        ("soeren", ["Søren Bæk"]),
        ("baek", ["Søren Bæk"]),
        ("chloe", ["Chloé Ravn"]),
        ("mira", []),
        ("jc-2026", ["Amira Holm", "Bo Åberg", "Søren Bæk", "Chloé Ravn"]),
        ("  ", ["Amira Holm", "Bo Åberg", "Søren Bæk", "Chloé Ravn"]),
    ],
)
def test_a_name_is_found_by_the_beginning_of_its_words(typed: str, found: list[str]) -> None:
    assert [one.participant.name for one in view.filtered(ROWS, view.ALL, typed)] == found


@given(st.text(max_size=12))
def test_a_search_never_shows_anybody_who_is_not_in_the_filter(typed: str) -> None:
    for which in (view.ACT, view.ALL, view.JOB):
        assert set(view.filtered(ROWS, which, typed)) <= set(view.filtered(ROWS, which, ""))


def test_the_line_under_the_name_says_since_when_and_which_case() -> None:
    page = _page(_row())
    assert view.subtitle(page, NOW) == "I IPS siden 17. august 2026 · uge 15 · Sagsnr. JC-2026-0418"


def test_four_facts_in_large() -> None:
    facts = view.facts(_page(_row(seen=14, step=_meeting(0))), NOW)
    assert [(fact.value, fact.meaning, fact.tone) for fact in facts] == [
        ("9. nov.", "Sidst set · 14 dage", "stop"),
        ("I dag 13.00", "Ring til Bageri Juhl", ""),
        ("3", "arbejdsgivere i dialog", ""),
        ("5 t 20 min", "hos arbejdsgivere i nov.", ""),
    ]


def test_facts_of_somebody_new_are_honest() -> None:
    facts = view.facts(_page(_row(seen=None), in_dialogue=1, month_minutes=0), NOW)
    assert [fact.value for fact in facts] == ["Ikke endnu", "Intet aftalt", "1", "0 min"]
    assert facts[2].meaning == "arbejdsgiver i dialog"


def test_an_overdue_step_is_marked() -> None:
    assert view.facts(_page(_row(step=_task(-1))), NOW)[1].tone == "warn"


def test_the_course_stands_under_weeks_and_today_is_named() -> None:
    shown = view.timeline(
        (_entry(NOW), _entry(NOW - timedelta(days=4)), _entry(NOW - timedelta(days=14)), _entry(NOW - timedelta(days=400))),
        NOW,
    )  # fmt: skip
    assert [one.text for one in shown if isinstance(one, Heading)] == [
        "UGE 48 · I DAG, MANDAG 23. NOVEMBER",
        "UGE 47",
        "UGE 46",
        "UGE 42 · 2025",
    ]


def test_this_week_without_anything_today_is_only_a_week() -> None:
    friday = NOW + timedelta(days=4)
    shown = view.timeline((_entry(NOW),), friday)
    assert shown[0].sentence() == "UGE 48"


def _entries(*found: TimelineEntry) -> list[Entry]:
    return [one for one in view.timeline(found, NOW) if isinstance(one, Entry)]


@pytest.mark.parametrize(
    ("entry", "icon", "title", "chip"),
    [
        (_entry(NOW), "message-square-text", "Samtale på klinikken", "Samtale"),
        (_entry(NOW, detail="job_search"), "mail", "Samtale på klinikken", "Jobsøgning"),
        (_entry(NOW, detail="follow_up"), "handshake", "Samtale på klinikken", "Opfølgning"),
        (_entry(NOW, detail="employer"), "building-2", "Samtale på klinikken", "Arbejdsgiver"),
        (
            _entry(NOW, EntryKind.EMPLOYER_CONTACT, "phone", employer="Bageri Juhl", title="Hanne Juhl"),
            "phone", "Bageri Juhl · Hanne Juhl", "Arbejdsgiverkontakt",
        ),
        (
            _entry(NOW, EntryKind.EMPLOYER_CONTACT, "in_person", employer="Bageri Juhl", title=""),
            "building-2", "Bageri Juhl", "Arbejdsgiverkontakt",
        ),
        (_entry(NOW, EntryKind.APPOINTMENT, "call"), "calendar-days", "Samtale på klinikken", "Aftale"),
        (_entry(NOW, EntryKind.TASK, ""), "list-checks", "Samtale på klinikken", "Opgave"),
    ],
)  # fmt: skip
def test_every_kind_has_its_icon_and_its_word(entry: TimelineEntry, icon: str, title: str, chip: str) -> None:
    (shown,) = _entries(entry)
    assert (shown.icon, shown.title, shown.chips[0][0]) == (icon, title, chip)


def test_what_the_jobcenter_does_not_have_says_so() -> None:
    (shown,) = _entries(_entry(NOW, local_only=True))
    assert ("Kun på denne computer", "info") in shown.chips


def test_a_corrected_note_says_when_and_keeps_what_stood_before() -> None:
    old = Note(
        UUID(int=3), UUID(int=1), NoteKind.MEETING, "Samtale", NOW - timedelta(days=3), 45, None, SourceOf.OBSERVED,
        "Vi talte om tre dage.", "", "", "", NOW - timedelta(days=3), "", None,
    )  # fmt: skip
    (shown,) = _entries(_entry(NOW, earlier=(old,), corrected_at=NOW - timedelta(days=2)))
    assert ("Rettet 21. nov.", "warn") in shown.chips
    assert shown.more.endswith(
        "Før rettelsen, skrevet fre. 20. nov. kl. 10.21: Samtale\nVi talte om tre dage."
    )
    assert "Før rettelsen" not in shown.sentence()


def test_every_version_says_what_its_correction_changed() -> None:
    first = Note(
        UUID(int=3), UUID(int=1), NoteKind.MEETING, "Samtale", NOW - timedelta(days=3), 45, None, SourceOf.OBSERVED,
        "Vi talte om tre dage.", "", "", "", NOW - timedelta(days=3), "", None,
    )  # fmt: skip
    second = replace(first, id=UUID(int=4), facts="Vi talte om to dage.")
    last = replace(
        _entry(NOW, earlier=(second, first), corrected_at=NOW),
        title="Samtale",
        text="Vi talte om to dage og løn.",
    )
    (shown,) = _entries(last)
    newer, older = shown.more.split("\n\n")
    assert newer.startswith("Tilføjet: »og løn«\nFør rettelsen")
    assert older.startswith("Ændret: »tre« blev til »to«\nFør rettelsen")


def test_what_is_done_is_struck_through_and_can_be_taken_back() -> None:
    done = replace(_task(0), done_at=NOW - timedelta(days=4))
    rows = view.steps(_page(_row(), steps=(_meeting(0), _task(1), done)), NOW)
    assert [(one.title, one.note, one.icon, one.done) for one in rows] == [
        ("Ring til Bageri Juhl", "I dag kl. 13.00", "phone", False),
        ("Print CV", "I morgen", "circle", False),
        ("Print CV", "Gjort tors. 19. nov.", "circle-check", True),
    ]
    assert all(one.tickable for one in rows)


def test_wishes_and_people_that_are_not_known_are_left_out() -> None:
    one = replace(_BLANK, wish_area="Bageri", caseworker="Søren, sagsbehandler")
    assert view.wishes(one) == (("Område", "Bageri"),)
    assert view.team(_page(row(one, None, None, NOW))) == (
        ("Søren, sagsbehandler", "Myndighedssagsbehandler"),
    )


def test_of_thousands_only_those_in_sight_are_put_into_words(qtbot: QtBot) -> None:
    """A team leader's list: the row that is asked for is found, chosen and shown without making the others."""
    many = [
        row(replace(_BLANK, id=UUID(int=n + 1), name=f"Prøve {n:04}"), None, None, NOW) for n in range(5_000)
    ]
    made: list[str] = []
    plain = view.card

    def card(one: CaseloadRow, now: datetime) -> CardRow:
        made.append(one.participant.name)
        return plain(one, now)

    roster = Roster()
    qtbot.addWidget(roster)
    roster.resize(400, 700)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(view, "card", card)
        roster.show_rows(many, NOW)
        with qtbot.waitExposed(roster):
            roster.show()
        assert roster.choose(UUID(int=4_001))
        roster.repaint()
        assert "Prøve 4000" in made
        assert roster.cards.rows.rowCount() == 5_000
        roster.search.setText("4999")
        roster.refresh()
        assert roster.cards.rows.rowCount() == 1
        assert roster.first() == UUID(int=5_000)
    assert len(set(made)) < 100
