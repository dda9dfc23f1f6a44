"""Errors, dates, findings and the state of sync, in the words a consultant reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from app import errors
from app.guard.finding import CATEGORIES, Level
from app.sync.gate import Reason
from ui.text import dates, explain, guard, language, network, numbers, standing
from ui.text.standing import Kind, Standing, sync_state
from ui.theme import Theme

HERE = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 11, 23, 10, 21, tzinfo=HERE)

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    language.speak(qapp, "en")
    yield
    language.speak(qapp)


def _at(day: int, hour: int, minute: int, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=HERE)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (_at(23, 13, 0), "I dag kl. 13.00"),
        (_at(24, 9, 0), "I morgen kl. 9.00"),
        (_at(22, 15, 42), "I går kl. 15.42"),
        (_at(26, 9, 5), "Tors. 26. nov. kl. 9.05"),
        (_at(9, 8, 0), "Man. 9. nov. kl. 8.00"),
        (_at(3, 8, 0, 8, 2025), "Søn. 3. aug. 2025 kl. 8.00"),
    ],
)
def test_a_moment_is_said_as_one_says_it(when: datetime, said: str) -> None:
    assert dates.moment(when, NOW) == said


@pytest.mark.usefixtures("english")
def test_in_english_a_number_of_a_day_has_no_full_stop() -> None:
    said = (
        dates.moment(_at(26, 9, 5), NOW),
        dates.long_day(NOW.date()),
        numbers.span(date(2026, 6, 1), NOW.date()),
    )
    assert said == ("Thu 26 Nov at 9:05", "Monday 23 November 2026 · week 48", "1 June – 23 November 2026")


def test_inside_a_sentence_it_begins_small() -> None:
    assert dates.moment_within(_at(22, 15, 42), NOW) == "i går kl. 15.42"


def test_a_moment_of_summer_keeps_its_hour_in_winter() -> None:
    kept = datetime(2026, 7, 1, 7, 0, tzinfo=ZoneInfo("UTC"))
    assert dates.clock(kept, NOW) == "9.00"


def test_midnight_belongs_to_the_day_that_begins() -> None:
    assert dates.day(datetime(2026, 11, 23, 23, 30, tzinfo=ZoneInfo("UTC")), NOW) == "I morgen"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (NOW - timedelta(days=14), "14 dage siden sidst"),
        (NOW - timedelta(days=1), "1 dag siden sidst"),
        (NOW, "kontakt i dag"),
        (None, "ingen kontakt endnu"),
    ],
)
def test_days_without_contact_are_counted_in_words(when: datetime | None, said: str) -> None:
    assert dates.since(when, NOW) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (date(2026, 11, 23), "UGE 48 · I DAG, MANDAG 23. NOVEMBER"),
        (date(2026, 11, 19), "UGE 47"),
        (date(2025, 12, 30), "UGE 1"),
        (date(2025, 12, 28), "UGE 52 · 2025"),
    ],
)
def test_weeks_head_the_timeline(when: date, said: str) -> None:
    assert dates.week_heading(when, NOW) == said


@pytest.mark.parametrize(("minutes", "said"), [(35, "35 min"), (60, "1 t"), (320, "5 t 20 min")])
def test_lengths_are_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert dates.duration(minutes) == said


def test_the_day_of_the_first_page_is_written_out() -> None:
    assert dates.long_day(NOW) == "Mandag 23. november 2026 · uge 48"


def _leaves(kind: type[errors.FeltjournalError]) -> list[type[errors.FeltjournalError]]:
    below = kind.__subclasses__()
    return [leaf for one in below for leaf in _leaves(one)] if below else [kind]


@pytest.mark.parametrize("leaf", _leaves(errors.VaultError), ids=lambda leaf: leaf.__name__)
def test_what_is_wrong_with_a_vault_is_said_with_what_to_do(leaf: type[errors.FeltjournalError]) -> None:
    facts = {"WrongPassphrase": (3.2,), "TooManyAttempts": (59.0,), "PassphraseTooWeak": ("common",)}
    said = explain(leaf(*facts.get(leaf.__name__, ())))
    assert said.endswith(".")
    assert "(er)" not in said
    assert "!" not in said


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errors.WrongPassphrase(4.0), "Adgangskoden passer ikke. Du kan prøve igen om 4 sekunder."),
        (errors.WrongPassphrase(0.4), "Adgangskoden passer ikke. Du kan prøve igen om 1 sekund."),
        (
            errors.ServerUnavailable(61),
            "Serveren svarer ikke. Vi prøver igen om 2 minutter. Dine ændringer er gemt her.",
        ),
        (
            errors.CaseloadFileRefused((1, 2)),
            "Intet er hentet ind: filen har 2 steder, der skal rettes først.",
        ),
    ],
)
def test_numbers_in_errors_have_their_plural(error: errors.FeltjournalError, said: str) -> None:
    assert explain(error) == said


def test_an_error_without_words_is_a_bug() -> None:
    with pytest.raises(TypeError):
        explain(errors.FeltjournalError())


@pytest.mark.parametrize("reason", list(Reason), ids=str)
def test_every_reason_of_the_gate_has_its_own_calm_sentence(reason: Reason) -> None:
    others = {network.reason(other) for other in Reason if other is not reason}
    assert network.reason(reason) not in others | {network.reason("?")}


@pytest.mark.parametrize("category", CATEGORIES)
def test_the_guard_has_words_for_every_category(category: str) -> None:
    assert guard.title(category)
    assert "»ordet«" in guard.why(category, "ordet")


def test_a_finding_is_read_out_whole() -> None:
    said = guard.spoken(Level.REFUSE, "MEDICATION", "Sertralin 50 mg", "er træt om formiddagen")
    assert said == "Stop. Medicin og dosis. Sertralin 50 mg. Forslag: er træt om formiddagen."


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "Vagten: ingen bemærkninger"), (1, "Vagten: 1 sted at se på"), (2, "Vagten: 2 steder at se på")],
)
def test_the_guard_counts(count: int, said: str) -> None:
    assert guard.summary(count) == said


SENT = _at(22, 15, 42)
STANDINGS = [
    (Standing(Kind.OFFLINE, 4, SENT), "Arbejder offline", ("4 ændringer er gemt her og venter", "Sidst sendt i går kl. 15.42",)),
    (Standing(Kind.OFFLINE, 1, None), "Arbejder offline", ("1 ændring er gemt her og venter", "Ikke sendt endnu",)),
    (Standing(Kind.READY, 0, SENT), "På kommunens net – klar", ("Sidst sendt i går kl. 15.42",)),
    (Standing(Kind.SENDING, 9, SENT, done=3, total=12), "Sender 3 af 12", ("9 ændringer er gemt her og venter",)),
    (Standing(Kind.SENT, 0, _at(23, 9, 2)), "Alt er sendt kl. 9.02", ()),
    (Standing(Kind.SENT, 0, SENT), "Alt er sendt i går kl. 15.42", ()),
    (Standing(Kind.SILENT, 2, SENT, retry_at=_at(23, 15, 50)), "Serveren svarer ikke", ("Vi prøver igen kl. 15.50.",)),
    (Standing(Kind.EXPIRED, 2, SENT), "Adgangen er udløbet", ("Log på igen for at sende.",)),
    (Standing(Kind.REFUSED, 1, SENT, refused=1), "Serveren tog ikke imod alt", ("Serveren afviste 1 ændring. Se hvorfor her.",)),
    (Standing(Kind.NOT_ENROLLED, 3), "Kun på denne computer", ("3 ændringer er gemt her og venter",)),]  # fmt: skip


@pytest.mark.parametrize("case", STANDINGS, ids=lambda case: case[1])
def test_how_things_stand_is_said_calmly(case: tuple[Standing, str, tuple[str, ...]]) -> None:
    state = sync_state(case[0], NOW)
    assert state.title == case[1]
    assert set(case[2]) <= set(state.lines)
    assert len(state.lines) <= 3


@pytest.mark.parametrize(("pending", "sent"), [(1, SENT), (0, None), (3, None)])
def test_everything_is_never_sent_without_the_servers_receipt(pending: int, sent: datetime | None) -> None:
    assert "Alt er sendt" not in sync_state(Standing(Kind.SENT, pending, sent), NOW).sentence()


def test_closing_with_changes_tells_and_does_not_ask() -> None:
    assert standing.closing(4) == "4 ændringer sendes næste gang, du er på kommunens net."


def test_the_words_of_qt_are_danish_too(look: Theme) -> None:
    from PySide6.QtWidgets import QDialogButtonBox

    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Annuller"
    box.deleteLater()
