"""Which sentence stands on the card: every way a round can end, and never "sent" without a receipt for everything."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import errors
from app.services.sync import Rejoined, SyncStatus
from app.sync.gate import Reason
from tests.vault_parts import NOW
from ui.sync import outcome, view
from ui.text import explain
from ui.text.standing import Kind
from ui.theme import Theme

ERRORS: tuple[errors.FeltjournalError | None, ...] = (
    None,
    *(errors.NotOnNetwork(reason) for reason in Reason),
    errors.ServerUnavailable(),
    errors.ServerUnavailable(60.0),
    errors.ServerRefused("reauth"),
    errors.ServerRefused("incomplete-receipt"),
    errors.DeviceRevoked(),
    errors.DeviceWaiting(),
    errors.WipeOrdered("{}", ""),
    errors.AppTooOld(),
    errors.HistoryDiverged(),
    errors.PolicyDamaged("server.url"),
)


def _status(**told: object) -> SyncStatus:
    usual: dict[str, object] = {
        "enrolled": True, "feed_name": "Jobcenter Prøveby", "waiting": 0, "held": 0, "parked": 0, "conflicts": 0,
        "set_aside": {}, "oldest_waiting": None, "sent_at": NOW - timedelta(minutes=5), "round_at": None,
        "clock_off": None,
    }  # fmt: skip
    return SyncStatus(**{**usual, **told})  # type: ignore[arg-type]


def _line(stopped: errors.FeltjournalError | None = None, **told: object) -> outcome.Line:
    return outcome.Line(tried=True, stopped=stopped, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("back", "again", "gone", "ends"),
    [
        (12, 3, 0, "12 ændringer er hentet igen fra jobcentret. 3 ændringer, der kun fandtes her, er lagt i kø på ny. "
         "Intet, der var sendt, er gået tabt."),
        (1, 0, 0, "1 ændring er hentet igen fra jobcentret. Intet, der var sendt, er gået tabt."),
        (0, 0, 2, "2 ændringer, som serverens vagt havde afvist, fandtes kun her og er væk. Skriv dem igen."),
    ],
)  # fmt: skip
def test_a_journal_that_was_an_older_copy_says_what_came_back_and_what_did_not(
    back: int, again: int, gone: int, ends: str, look: Theme
) -> None:
    said = view.rejoined(Rejoined(NOW, back, again, gone), NOW)
    assert said.startswith(
        "Journalen på denne computer var en ældre kopi af sig selv. Det blev opdaget i dag kl."
    )
    assert said.endswith(ends)


def test_all_is_sent_when_there_is_a_receipt_for_it_and_the_server_is_there(look: Theme) -> None:
    said = outcome.state(_status(), _line(), NOW)
    assert said.title.startswith("Alt er sendt kl.")
    assert said.lines == ()


@given(
    enrolled=st.booleans(),
    waiting=st.integers(0, 5),
    held=st.integers(0, 2),
    parked=st.integers(0, 2),
    receipt=st.booleans(),
    total=st.none() | st.integers(0, 6),
    tried=st.booleans(),
    stopped=st.sampled_from(ERRORS),
)
def test_nothing_but_receipts_for_everything_is_called_sent(
    *,
    enrolled: bool,
    waiting: int,
    held: int,
    parked: int,
    receipt: bool,
    total: int | None,
    tried: bool,
    stopped: errors.FeltjournalError | None,
) -> None:
    sent_at: datetime | None = NOW if receipt else None
    status = _status(enrolled=enrolled, waiting=waiting, held=held, parked=parked, sent_at=sent_at)
    line = outcome.Line(tried=tried, stopped=stopped, total=total)
    said = outcome.state(status, line, NOW)
    assert said.title
    assert len(said.lines) <= 3
    if enrolled and stopped is not None and total is None:
        assert (
            outcome.kind(status, line) is not Kind.READY
        )  # whatever stopped the round, it is not ready to send
        assert said != outcome.state(status, outcome.Line(tried=True), NOW)
    if said.title.startswith("Alt er sendt"):
        assert enrolled
        assert receipt
        assert waiting + held + parked == 0


@pytest.mark.parametrize(
    "reason", [r for r in Reason if r not in (Reason.NOT_ENROLLED, Reason.NOT_CONFIGURED)]
)
def test_away_from_the_network_is_calm_and_says_why(look: Theme, reason: Reason) -> None:
    stopped = errors.NotOnNetwork(reason)
    said = outcome.state(_status(waiting=3), _line(stopped), NOW)
    assert (said.icon, said.title) == ("cloud-off", "Arbejder offline")
    assert said.lines[:2] == (explain(stopped), "3 ændringer er gemt her og venter")


@pytest.mark.parametrize(
    ("stopped", "kind"),
    [
        (None, Kind.READY),
        (errors.ServerUnavailable(), Kind.SILENT),
        (errors.DeviceRevoked(), Kind.REVOKED),
        (errors.ServerRefused("reauth"), Kind.EXPIRED),
        (errors.NotOnNetwork(Reason.NOT_ENROLLED), Kind.NOT_ENROLLED),
    ],
)
def test_each_way_a_round_ends_has_its_kind(stopped: errors.FeltjournalError | None, kind: Kind) -> None:
    assert outcome.kind(_status(waiting=1), _line(stopped)) is kind


@pytest.mark.parametrize(
    ("stopped", "title"),
    [
        (errors.AppTooOld(), "Feltjournal skal opdateres"),
        (errors.HistoryDiverged(), "Serveren er genskabt"),
        (errors.ServerRefused("incomplete-receipt"), "Serveren tog ikke imod"),
        (errors.PolicyDamaged("server.url"), "Synkroniseringen er stoppet"),
    ],
)
def test_what_the_card_has_no_kind_for_says_what_to_do(
    look: Theme, stopped: errors.FeltjournalError, title: str
) -> None:
    said = outcome.state(_status(waiting=2), _line(stopped), NOW)
    assert said.title == title
    assert said.lines == (explain(stopped), "2 ændringer er gemt her og venter", said.lines[2])


def test_a_silent_server_brings_the_time_of_the_next_try(look: Theme) -> None:
    line = _line(errors.ServerUnavailable(), retry_at=NOW + timedelta(minutes=7))
    said = outcome.state(_status(waiting=1), line, NOW)
    assert said.title == "Serveren svarer ikke"
    assert said.lines[0].startswith("Vi prøver igen kl.")


def test_it_is_sending_only_when_a_receipt_has_come(look: Theme) -> None:
    assert outcome.kind(_status(waiting=12), outcome.Line(total=12)) is Kind.OFFLINE
    said = outcome.state(_status(waiting=9), outcome.Line(total=12), NOW)
    assert said.title == "Sender 3 af 12"


def test_before_the_first_try_nothing_is_promised(look: Theme) -> None:
    assert outcome.state(_status(), outcome.Line(), NOW).title == "Arbejder offline"


def test_the_figure_in_the_rail_counts_what_waits_and_what_waits_for_a_person() -> None:
    assert outcome.to_see(_status(waiting=4, held=1, parked=1, conflicts=2)) == 8
