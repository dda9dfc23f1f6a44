"""A real client, a real server, and everything that can happen between them: each note arrives, once."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app.errors import (
    CodeExpired,
    CodeUnknown,
    CodeUsed,
    DeviceKnown,
    DeviceRevoked,
    EnrolmentError,
    InvitationDamaged,
    NotOnNetwork,
    ServerUnavailable,
)
from app.services import enrol
from app.settings import Server, Settings
from app.store import outbox
from server import db
from server import enrol as desk
from tests.parts import Jobcenter
from tests.sync.children import child, sync_until_killed
from tests.sync.consultant import Consultant, now, server_of
from tests.sync.elsewhere import cable

KILLS = 6  # the window itself is killed more often, in tests/day


def taken(jobcenter: Jobcenter, consultant: Consultant) -> list[str]:
    """Ids of this consultant's operations as the server has them, in the feed's order."""
    person = enrol.identity(consultant.vault).person
    return [row.id for row in _rows(jobcenter, person)]


def _rows(jobcenter: Jobcenter, person: str) -> list[Any]:
    engine = db.engine(jobcenter.database)
    with engine.begin() as tx:
        op = db.op.c
        query = sa.select(op.id, op.rev, op.dseq).where(op.by == person, op.rev.is_not(None)).order_by(op.rev)
        found = [
            type("Row", (), {"id": str(row.id), "rev": row.rev, "q": row.dseq}) for row in tx.execute(query)
        ]
    engine.dispose()
    return found


def in_order(jobcenter: Jobcenter, consultant: Consultant) -> bool:
    qs = [row.q for row in _rows(jobcenter, enrol.identity(consultant.vault).person)]
    return qs == list(range(1, len(qs) + 1))


def _unpackable(n: int) -> str:
    """Letters that no compression shortens and no guard mistakes for a number."""
    return "".join(random.Random(n).choices("bdfgklmnprstv", k=60))  # noqa: S311


# --- on the way -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("up", [0, 300, 900, 1500, 2500, 6000])
def test_a_batch_cut_on_its_way_up_arrives_whole_later(anna: Consultant, office: Jobcenter, up: int) -> None:
    before = taken(office, anna)
    written = [
        anna.unsent()[0],
        *(anna.note(f"Vi talte om butikken {_unpackable(n)}.") for n in range(20)),
    ]
    with cable(office.url, up=up) as broken:
        done = anna.sync(**server_of(office, broken))
    assert isinstance(done.stopped, ServerUnavailable | NotOnNetwork)
    assert anna.unsent() == written
    assert anna.sync().stopped is None
    assert taken(office, anna) == before + [str(id) for id in written]
    assert in_order(office, anna)


@pytest.mark.parametrize("down", [100, 1500, 2200, 2600, 3000, 3400])
def test_an_answer_cut_on_its_way_down_doubles_nothing(
    anna: Consultant, office: Jobcenter, down: int
) -> None:
    before = taken(office, anna)
    written = [anna.unsent()[0], *(anna.note("Vi talte om butikken.") for _ in range(5))]
    with cable(office.url, down=down) as broken:
        anna.sync(**server_of(office, broken))
    assert anna.sync().stopped is None
    assert taken(office, anna) == before + [str(id) for id in written]
    assert in_order(office, anna)
    assert anna.status.all_sent


@pytest.mark.parametrize(
    "place", ["push.before_lock", "push.before_commit", "push.after_commit", "changes.after_commit"]
)
def test_a_server_killed_in_the_middle_loses_and_doubles_nothing(
    jobcenter: Jobcenter, tmp_path: Path, place: str
) -> None:
    anna = Consultant.new(tmp_path / "anna")
    anna.enrol(jobcenter, "anna")
    anna.take_on("Kim Prøve")
    written = [anna.note("Vi talte om butikken.") for _ in range(3)]
    jobcenter.stop()
    jobcenter.start(fail=f"{place}:kill")
    done = anna.sync()
    assert isinstance(done.stopped, ServerUnavailable)
    assert (not anna.unsent()) == (place == "changes.after_commit")
    jobcenter.gone()
    down = anna.sync()
    assert isinstance(down.stopped, NotOnNetwork)
    assert down.stopped.reason == "no-server"
    jobcenter.start()
    assert anna.sync().stopped is None
    assert taken(jobcenter, anna)[1:] == [str(id) for id in written]
    assert in_order(jobcenter, anna)
    assert anna.status.all_sent
    anna.vault.close()


def test_a_client_killed_while_it_syncs_loses_and_doubles_nothing(
    anna: Consultant, office: Jobcenter
) -> None:
    """The child writes a note, says so, and syncs; it is killed at a moment of no one's choosing, again and again."""
    said = {str(id) for id in anna.unsent()}
    anna.vault.close()
    for round_ in range(KILLS):
        with child(sync_until_killed, anna.place, anna.participant) as (process, pipe):
            for _ in range(1 + round_ % 3):
                said.add(pipe.recv())
            pipe.poll(0.003 * round_)
            process.kill()
            process.join()
            while _more(pipe, said):
                pass
    anna.reopen()
    assert anna.sync().stopped is None
    there = taken(office, anna)
    assert len(there) == len(set(there))
    assert said <= set(there)
    assert in_order(office, anna)
    assert anna.status.all_sent
    assert {str(id) for id in anna.notes()} >= said


def _more(pipe: Any, said: set[str]) -> bool:
    try:
        said.add(pipe.recv())
    except (EOFError, OSError):
        return False
    return True


# --- who may ----------------------------------------------------------------------------------------------------


def test_a_revoked_computer_keeps_what_it_has_not_delivered(anna: Consultant, office: Jobcenter) -> None:
    waiting = anna.unsent()
    person = enrol.identity(anna.vault).person
    engine = db.engine(office.database)
    with engine.begin() as tx:
        tx.execute(sa.update(db.device).where(db.device.c.person == person).values(revoked_at=now()))
    engine.dispose()
    assert isinstance(anna.sync().stopped, DeviceRevoked)
    assert anna.unsent() == waiting


def test_a_computer_the_server_does_not_know_keeps_what_it_has(anna: Consultant, office: Jobcenter) -> None:
    with anna.vault.begin() as tx:
        tx.exec_driver_sql("UPDATE enrolment SET device = '00000000000000000000000000000001'")
    done = anna.sync()
    assert getattr(done.stopped, "problem", None) == "device-unknown"
    assert anna.unsent()


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[Consultant]:
    made = Consultant.new(tmp_path / "newcomer")
    yield made
    made.vault.close()


def _enrol(consultant: Consultant, text: str, settings: Settings | None = None) -> None:
    enrol.enrol(consultant.vault, settings or Settings(), text, machine="prøve-pc", now=now())


def test_what_was_written_before_enrolment_is_delivered_after_it(
    newcomer: Consultant, office: Jobcenter
) -> None:
    newcomer.take_on("Kim Prøve")
    written = newcomer.note("Vi talte om butikken.")
    done = newcomer.sync()
    assert isinstance(done.stopped, NotOnNetwork)
    assert done.stopped.reason == "not-configured"
    newcomer.enrol(office, f"ny-{uuid.uuid4().hex[:8]}", "Ny Prøve")
    assert newcomer.status.enrolled
    assert newcomer.sync().stopped is None
    assert taken(office, newcomer)[-1] == str(written)


def test_a_policy_without_an_enrolment(newcomer: Consultant, office: Jobcenter) -> None:
    done = newcomer.sync(**server_of(office))
    assert isinstance(done.stopped, NotOnNetwork)
    assert done.stopped.reason == "not-enrolled"


def test_a_code_that_has_run_out(newcomer: Consultant, office: Jobcenter) -> None:
    _refuses(newcomer, _code(office, "ny", hours=0), CodeExpired)


def test_a_code_nobody_gave(newcomer: Consultant, office: Jobcenter) -> None:
    told = desk.read_invitation(_code(office, "ny"))
    told["code"] = "ABCD-EFGH-JKMN"
    _refuses(newcomer, desk.invitation(**told), CodeUnknown)


def test_a_code_another_computer_has_used(newcomer: Consultant, office: Jobcenter, tmp_path: Path) -> None:
    invitation = _code(office, "ny")
    other = Consultant.new(tmp_path / "other")
    _enrol(other, invitation)
    other.vault.close()
    _refuses(newcomer, invitation, CodeUsed)


def test_a_computer_that_belongs_to_somebody_else(anna: Consultant, office: Jobcenter) -> None:
    with pytest.raises(DeviceKnown):
        _enrol(anna, _code(office, "somebody-else"))
    assert anna.sync().stopped is None


def test_a_lost_answer_to_an_enrolment_is_given_again(newcomer: Consultant, office: Jobcenter) -> None:
    invitation = _code(office, f"ny-{uuid.uuid4().hex[:8]}")
    with cable(office.url, down=1900) as broken, pytest.raises((ServerUnavailable, NotOnNetwork)):
        _enrol(newcomer, invitation, Settings(server=Server(**server_of(office, broken))))
    assert not newcomer.status.enrolled
    _enrol(newcomer, invitation)
    assert newcomer.status.enrolled


def test_a_short_code_is_enough_where_the_policy_names_the_server(
    newcomer: Consultant, office: Jobcenter
) -> None:
    code = desk.read_invitation(_code(office, f"ny-{uuid.uuid4().hex[:8]}"))["code"]
    with pytest.raises(NotOnNetwork, match="not-configured"):
        _enrol(newcomer, code)
    _enrol(newcomer, code.lower(), Settings(server=Server(**server_of(office))))
    assert newcomer.status.feed_name == "Jobcenter Prøveby"


@pytest.mark.parametrize("text", ["fj1.", "fj1.e30", "fj1.WzFd", "fj1.%%%", "fj1.eyJjb2RlIjoiQSJ9"])
def test_an_invitation_that_is_not_whole(newcomer: Consultant, text: str) -> None:
    _refuses(newcomer, text, InvitationDamaged)


def test_an_invitation_to_another_server_than_the_policys(newcomer: Consultant, office: Jobcenter) -> None:
    other = {**server_of(office), "key": bytes(32)}
    with pytest.raises(InvitationDamaged):
        _enrol(newcomer, _code(office, "ny"), Settings(server=Server(**other)))


def test_an_invitation_broken_over_lines_by_a_mail(newcomer: Consultant, office: Jobcenter) -> None:
    text = _code(office, f"ny-{uuid.uuid4().hex[:8]}")
    _enrol(newcomer, "  " + "\n".join(text[i : i + 60] for i in range(0, len(text), 60)) + "\n")
    assert newcomer.status.enrolled


def _code(office: Jobcenter, person: str, *, hours: int = 24) -> str:
    return office.enrol_code(person, "Ny Prøve", hours=hours)


def _refuses(newcomer: Consultant, text: str, error: type[EnrolmentError]) -> None:
    with pytest.raises(error):
        _enrol(newcomer, text)
    assert not newcomer.status.enrolled


# --- the status tells the truth ---------------------------------------------------------------------------------


def test_all_is_sent_only_when_the_server_said_so(anna: Consultant, office: Jobcenter) -> None:
    assert not anna.status.all_sent
    assert anna.sync().stopped is None
    sent = anna.status
    assert sent.all_sent
    assert sent.sent_at is not None
    assert abs((sent.sent_at - datetime.now(UTC)).total_seconds()) < 60
    anna.note("Vi talte om butikken.")
    assert not anna.status.all_sent
    with anna.vault.begin() as tx:
        outbox.batch(tx, most=9, most_bytes=10_000)
    assert not anna.status.all_sent
    assert anna.status.waiting == 1


def test_nothing_written_is_not_called_sent(newcomer: Consultant, office: Jobcenter) -> None:
    newcomer.enrol(office, f"ny-{uuid.uuid4().hex[:8]}")
    assert newcomer.sync().stopped is None
    assert not newcomer.status.all_sent
    assert newcomer.status.round_at is not None
