"""A proof that grew old in the middle of a round, and a server that asks for patience: nothing is lost or doubled."""

from __future__ import annotations

from pathlib import Path

from app.errors import ServerUnavailable
from app.services import sync as syncing
from app.sync.round import Tally, session
from tests.parts import Jobcenter
from tests.sync.consultant import Consultant, now


def test_a_clock_that_jumps_in_the_middle_of_a_round_stops_nothing(
    anna: Consultant, office: Jobcenter
) -> None:
    """As when a computer sleeps between two requests: the server no longer takes its proofs, once."""
    assert anna.unsent()
    line, disk = syncing._line(anna.vault, anna.settings, now())
    refused = office.log.count(" 401 ")
    with line:
        steps = session(disk, now(), Tally())
        request, asked = next(steps), 0
        while True:
            if asked == 1:  # between the beacon and the greeting
                line._started -= 3600
            asked += 1
            try:
                request = steps.send(line.ask(request))
            except StopIteration:
                break
    assert anna.unsent() == []
    assert anna.status.all_sent
    assert office.log.count(" 401 ") == refused + 1


def test_whoever_asks_too_often_is_told_to_wait_and_loses_nothing(
    jobcenter: Jobcenter, tmp_path: Path
) -> None:
    made = Consultant.new(tmp_path / "bo")
    made.enrol(jobcenter, "bo", "Bo Prøve")
    made.take_on("Kim Prøve")
    jobcenter.stop()
    jobcenter.settings["device_per_minute"] = "2"
    jobcenter.start()
    stopped = made.sync().stopped
    assert isinstance(stopped, ServerUnavailable)
    assert stopped.retry_after is not None
    assert 1 <= stopped.retry_after <= 30
    jobcenter.stop()
    jobcenter.settings["device_per_minute"] = "600"
    jobcenter.start()
    assert made.sync().stopped is None
    assert made.unsent() == []
    made.vault.close()
