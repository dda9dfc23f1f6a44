"""Who sees what: a revision outside a person's scope never reaches them."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from server import assign, db, enrol, feed, scope, shape
from server.book import Item
from server.problems import Refused
from tests.server.desk import NOW, Device, House


@pytest.fixture
def mette(house: House) -> Device:
    return house.device("mh")


@pytest.fixture
def ole(house: House) -> Device:
    return house.device("ol")


def test_each_person_gets_their_own_participants_and_the_cursor_passes_the_rest(
    house: House, mette: Device, ole: Device
) -> None:
    hers, his = uuid.uuid4(), uuid.uuid4()
    house.join(hers, "mh")
    house.join(his, "ol")
    mette.push(mette.note(hers))
    ole.push(ole.note(his))
    mette.push(mette.note(hers))
    page = mette.page()
    assert [c.rev for c in page.changes] == [1, 3]
    assert (page.rev, page.head, page.more) == (3, 3, False)
    assert [d.dev for d in page.devices] == [str(mette.id)]
    page = ole.page()
    assert [c.rev for c in page.changes] == [2]
    assert page.rev == 3


def test_a_page_that_is_full_ends_at_its_last_row(house: House, mette: Device) -> None:
    cand = uuid.uuid4()
    house.join(cand, "mh")
    mette.push(*(mette.note(cand) for _ in range(5)))
    first = mette.page(limit=2)
    assert ([c.rev for c in first.changes], first.rev, first.more) == ([1, 2], 2, True)
    assert first.chain == first.changes[-1].chain
    assert [c.rev for c in mette.page(2).changes] == [3, 4, 5]


def test_a_page_holds_about_a_megabyte_and_always_moves(house: House, mette: Device) -> None:
    cand = uuid.uuid4()
    house.join(cand, "mh")
    long = "Kandidaten arbejder godt i butikken. " * 9000
    for _ in range(4):
        unread = Item(shape.read(mette.note(cand, long).p, ""))
        with house.engine.begin() as tx:
            feed.push(tx, mette.id, [unread], now=NOW)
    assert [c.rev for c in mette.page().changes] == [1, 2, 3]


def test_private_records_reach_the_writers_own_computers_alone(
    mette: Device, ole: Device, house: House
) -> None:
    mine = uuid.uuid4()
    mette.push(mette.patch("task", mine, {"title": "Ring til udlejer"}, own=True))
    assert [c.rev for c in house.device("mh").page().changes] == [1]
    assert ole.page().changes == []


def test_employers_reach_the_whole_jobcenter(mette: Device, ole: Device) -> None:
    mette.push(mette.patch("employer", uuid.uuid4(), {"name": "Bageren"}))
    assert [c.rev for c in ole.page().changes] == [1]


def test_a_new_consultant_gets_the_past_by_backfill_and_the_future_by_the_feed(
    house: House, mette: Device, ole: Device
) -> None:
    cand = uuid.uuid4()
    house.join(cand, "mh")
    mette.push(mette.note(cand), mette.note(cand))
    house.join(cand, "ol")
    mette.push(mette.note(cand))
    assert [c.rev for c in ole.page().changes] == [3]
    with house.engine.begin() as tx:
        (entry,) = scope.read(tx, ole.caller).entries
    assert (entry.cand, entry.since_rev) == (str(cand), 2)
    past = ole.backfill(cand, upto=2)
    assert ([c.rev for c in past.changes], past.rev, past.more) == ([1, 2], 2, False)


def test_who_left_gets_nothing_more_and_is_not_told_that_there_is_more(
    house: House, mette: Device, ole: Device
) -> None:
    cand = uuid.uuid4()
    house.join(cand, "mh", "ol")
    mette.push(mette.note(cand))
    house.leave(cand, "ol")
    mette.push(mette.note(cand))
    assert ole.page().changes == []
    for unknown in (cand, uuid.uuid4()):
        with pytest.raises(Refused) as caught:
            ole.backfill(unknown)
        assert caught.value.code == "not-found"


LONG_AGO = datetime(2024, 3, 4, 9, 0, tzinfo=UTC)


def _deputy(house: House, mette: Device, ole: Device, *, until: datetime) -> uuid.UUID:
    """A case of Mette's that Ole looks after until then."""
    cand = uuid.uuid4()
    mette.push(mette.patch("participant", cand, {"name": "Ny Kandidat"}, cand=cand))
    with house.engine.begin() as tx:
        assign.deputise(tx, feed=house.feed, cand=cand, whom=ole.person, until=until, now=LONG_AGO)
    return cand


def test_a_deputy_whose_time_is_over_writes_no_more_although_nobody_has_called_since(
    house: House, mette: Device, ole: Device
) -> None:
    over = LONG_AGO + timedelta(days=1)
    cand = _deputy(house, mette, ole, until=over)
    before, after = (ole.note(cand, at=over + timedelta(hours=hours)) for hours in (-1, 1))
    assert [r.r for r in ole.push(before, after).results] == ["accepted", "parked"]
    with house.engine.begin() as tx:
        again = NOW + timedelta(days=1)
        assign.deputise(tx, feed=house.feed, cand=cand, whom="ol", until=again, now=NOW)
    assert [row.until for row in house.rows(db.membership, db.membership.c.person == "ol")] == [again]


def test_a_deputy_who_becomes_the_consultant_keeps_the_case(house: House, mette: Device, ole: Device) -> None:
    cand = _deputy(house, mette, ole, until=LONG_AGO + timedelta(days=1))
    with house.engine.begin() as tx:
        assign.move(tx, feed=house.feed, cand=cand, to="ol", sign=house.identity.sign, now=LONG_AGO)
    with house.engine.begin() as tx:
        assign.expire(tx, feed=house.feed, now=NOW)
        assert [(e.cand, e.role) for e in scope.read(tx, ole.caller).entries] == [(str(cand), "consultant")]


def test_a_case_is_given_to_nobody_in_a_role_without_content(
    house: House, mette: Device, ole: Device
) -> None:
    cand = _deputy(house, mette, ole, until=NOW)
    for role in enrol.WITHOUT_CONTENT:
        with house.engine.begin() as tx:
            enrol.add_person(tx, feed=house.feed, person=role, name=role, role=role)
        with house.engine.begin() as tx, pytest.raises(Refused, match="bad-request"):
            assign.move(tx, feed=house.feed, cand=cand, to=role, sign=house.identity.sign, now=LONG_AGO)
        with house.engine.begin() as tx, pytest.raises(Refused, match="bad-request"):
            assign.deputise(tx, feed=house.feed, cand=cand, whom=role, until=NOW, now=LONG_AGO)
    assert {row.person for row in house.rows(db.membership)} == {"mh", "ol"}


def test_the_tag_changes_with_the_set_and_with_the_names(house: House, mette: Device) -> None:
    def tag() -> str:
        with house.engine.begin() as tx:
            return scope.read(tx, mette.caller).tag

    tags = [tag(), tag()]
    cand = uuid.uuid4()
    house.join(cand, "mh")
    tags.append(tag())
    house.device("ny")
    tags.append(tag())
    house.leave(cand, "mh")
    tags.append(tag())
    assert tags[0] == tags[1]
    assert len(set(tags)) == 4


def test_a_note_on_somebody_elses_participant_is_set_aside_for_the_leader(
    house: House, mette: Device, ole: Device
) -> None:
    cand = uuid.uuid4()
    house.join(cand, "mh")
    (result,) = ole.push(note := ole.note(cand)).results
    assert (result.r, result.rev, result.categories) == ("parked", None, ["not-in-scope"])
    assert [row.p for row in house.rows(db.op)] == [note.p]
    assert mette.page().changes == []


def test_what_was_written_before_the_participant_left_is_still_accepted(house: House, mette: Device) -> None:
    cand = uuid.uuid4()
    house.join(cand, "mh")
    house.leave(cand, "mh", at=NOW)
    before, after = (
        mette.note(cand, at=NOW - timedelta(hours=1)),
        mette.note(cand, at=NOW + timedelta(hours=1)),
    )
    assert [r.r for r in mette.push(before, after).results] == ["accepted", "parked"]


def test_a_participant_nobody_has_becomes_the_writers(house: House, mette: Device, ole: Device) -> None:
    cand = uuid.uuid4()
    pushed = mette.push(
        mette.patch("participant", cand, {"name": "Ny Kandidat"}, cand=cand), mette.note(cand)
    )
    assert [r.r for r in pushed.results] == ["accepted", "accepted"]
    assert [c.rev for c in mette.page().changes] == [1, 2]
    assert ole.page().changes == []
    (taken,) = ole.push(ole.patch("participant", cand, {"name": "Min nu"}, cand=cand)).results
    assert taken.r == "parked"


def test_a_note_alone_makes_no_participant(mette: Device) -> None:
    (result,) = mette.push(mette.note(uuid.uuid4())).results
    assert (result.r, result.categories) == ("parked", ["not-in-scope"])


def test_a_record_cannot_be_drawn_into_another_case(house: House, mette: Device, ole: Device) -> None:
    hers, his, rec = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    house.join(hers, "mh")
    house.join(his, "ol")
    mette.push(mette.patch("task", rec, {"title": "Ring"}, cand=hers))
    for envelope in (
        ole.patch("task", rec, {"title": "Stjålet"}, cand=his),
        ole.patch("task", rec, {"title": "Stjålet"}),
        ole.patch("task", rec, {"title": "Stjålet"}, own=True),
    ):
        (result,) = ole.push(envelope).results
        assert (result.r, result.categories) == ("parked", ["foreign-record"])
    (kept,) = house.rows(db.rec)
    assert kept.vals == {"title": "Ring"}


def test_the_access_log_says_who_fetched_whom(house: House, mette: Device) -> None:
    one, two = uuid.uuid4(), uuid.uuid4()
    house.join(one, "mh")
    house.join(two, "mh")
    mette.push(mette.note(one), mette.note(two), mette.note(one))
    mette.page()
    mette.page(3)
    mette.backfill(two)
    seen = [(row.person, row.cand, row.from_rev, row.to_rev) for row in house.rows(db.access_log)]
    assert sorted(seen[:2]) == sorted([("mh", one, 0, 3), ("mh", two, 0, 3)])
    assert seen[2:] == [("mh", two, 0, 3)]
