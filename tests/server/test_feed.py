"""What a device pushes is stored once, whole, in order, without a gap, or not at all."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from app.protocol import canonical, operation
from app.protocol.messages import MAX_OPS, Envelope
from server import db, feed
from server.problems import Refused
from tests.server.desk import NOW, Device, House


@pytest.fixture
def device(house: House) -> Device:
    return house.device("mh")


@pytest.fixture
def cand(house: House, device: Device) -> uuid.UUID:
    cand = uuid.uuid4()
    house.join(cand, "mh", "ol")
    return cand


def refusal(act: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value


def test_operations_get_revisions_in_their_order(device: Device, cand: uuid.UUID) -> None:
    pushed = device.push(device.note(cand), device.note(cand), device.note(cand))
    assert [(r.r, r.rev) for r in pushed.results] == [("accepted", 1), ("accepted", 2), ("accepted", 3)]
    assert pushed.device_q == 3


def test_eight_writers_at_once_leave_no_gap_and_a_reader_never_misses_one(
    house: House, cand: uuid.UUID
) -> None:
    writers = [house.device("mh") for _ in range(8)]
    reader = house.device("mh")
    done = threading.Event()
    seen: list[int] = []

    def write(writer: Device) -> None:
        for _ in range(12):
            writer.push(writer.note(cand), writer.note(cand))

    def read() -> None:
        at = 0
        while True:
            last = done.is_set()
            page = reader.page(at)
            seen.extend(change.rev for change in page.changes)
            at = page.rev
            if last and not page.more:
                return

    threads = [threading.Thread(target=write, args=(writer,)) for writer in writers]
    watcher = threading.Thread(target=read)
    for thread in (*threads, watcher):
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    watcher.join()
    assert house.revs() == list(range(1, 8 * 12 * 2 + 1))
    assert seen == house.revs()


def test_the_chain_of_the_feed_holds_every_operation(house: House, device: Device, cand: uuid.UUID) -> None:
    device.push(*(device.note(cand) for _ in range(5)))
    chain = canonical.START
    with house.engine.begin() as tx:
        for row in tx.execute(sa.select(db.op).order_by(db.op.c.rev)):
            chain = canonical.chained(chain, canonical.digest(row.p))
            assert row.chain == chain
        assert tx.execute(sa.select(db.feed.c.chain)).scalar_one() == chain


def test_a_batch_that_was_rolled_back_leaves_neither_rows_nor_a_gap(
    house: House, device: Device, cand: uuid.UUID
) -> None:
    envelopes = [device.note(cand), device.note(cand)]
    items = feed.prepare(envelopes, device=device.id, key=device.public, seen=0)
    with house.engine.connect() as tx:
        feed.push(tx, device.id, items, now=NOW)
        tx.rollback()
    assert house.revs() == []
    assert [r.rev for r in device.push(*envelopes).results] == [1, 2]


def test_a_database_that_makes_a_push_wait_too_long_is_busy_and_quotes_nothing(
    house: House, device: Device, cand: uuid.UUID
) -> None:
    items = feed.prepare([device.note(cand, "Bageriet")], device=device.id, key=device.public, seen=0)
    with house.engine.connect() as other, house.engine.connect() as tx:
        other.execute(sa.text("LOCK TABLE op IN SHARE ROW EXCLUSIVE MODE"))
        tx.execute(sa.text("SET LOCAL lock_timeout TO '20ms'"))
        with pytest.raises(sa.exc.OperationalError) as caught:  # what the desk answers with 503
            feed.push(tx, device.id, items, now=NOW)
    assert "Bageriet" not in str(caught.value)
    assert house.revs() == []


def test_a_batch_sent_again_is_told_its_first_answer(device: Device, cand: uuid.UUID, house: House) -> None:
    envelopes = [device.note(cand), device.note(cand)]
    device.push(*envelopes)
    again = device.push(*envelopes, third := device.note(cand))
    assert [(r.r, r.rev) for r in again.results] == [("duplicate", 1), ("duplicate", 2), ("accepted", 3)]
    assert [(r.r, r.rev) for r in device.push(third).results] == [("duplicate", 3)]
    assert house.revs() == [1, 2, 3]


def test_another_text_under_a_sequence_that_is_taken_is_a_fork(
    house: House, device: Device, cand: uuid.UUID
) -> None:
    device.push(device.note(cand))
    device.q, device.prev = 0, canonical.START
    assert refusal(lambda: device.push(device.note(cand, "En anden tekst."))).code == "device-fork"
    assert house.revs() == [1]


def test_an_operation_that_follows_another_predecessor_is_a_fork(device: Device, cand: uuid.UUID) -> None:
    device.push(device.note(cand))
    device.prev = "ab" * 32
    assert refusal(lambda: device.push(device.note(cand))).code == "device-fork"


def test_a_gap_in_the_device_chain_is_told_with_the_last_good_sequence(
    house: House, device: Device, cand: uuid.UUID
) -> None:
    device.push(device.note(cand))
    device.note(cand)
    lost = refusal(lambda: device.push(device.note(cand)))
    assert (lost.code, lost.problem.last) == ("device-chain", 1)
    assert house.revs() == [1]


def test_a_gap_inside_a_batch_refuses_the_whole_batch(house: House, device: Device, cand: uuid.UUID) -> None:
    first = device.note(cand)
    device.note(cand)
    third = device.note(cand)
    assert refusal(lambda: device.push(first, third)).code == "device-chain"
    assert house.revs() == []


def test_a_changed_text_is_refused(house: House, device: Device, cand: uuid.UUID) -> None:
    good = device.note(cand)
    bent = Envelope(good.p.replace("timer", "dage"), good.s)
    assert refusal(lambda: device.push(bent)).code == "bad-signature"
    assert house.rows(db.op) == []


@pytest.mark.parametrize("bad", [0, 35, 69])
def test_one_bad_signature_among_many_refuses_the_whole_batch(
    house: House, device: Device, cand: uuid.UUID, bad: int
) -> None:
    """The signatures of a long batch are checked side by side."""
    many = [device.note(cand) for _ in range(70)]
    many[bad] = Envelope(many[bad].p, many[bad - 1].s)
    assert refusal(lambda: device.push(*many)).code == "bad-signature"
    assert house.rows(db.op) == []


@pytest.mark.parametrize("signature", ["", "x", "ÆØÅ", "QUJD"])
def test_a_signature_that_is_none_is_refused(device: Device, cand: uuid.UUID, signature: str) -> None:
    assert refusal(lambda: device.push(Envelope(device.note(cand).p, signature))).code == "bad-signature"


def test_another_devices_operation_is_refused(house: House, device: Device, cand: uuid.UUID) -> None:
    other = house.device("ol")
    assert refusal(lambda: device.push(other.note(cand))).code == "bad-operation"


@pytest.mark.parametrize(
    "bend",
    [
        lambda p: p.replace('"v":1', '"v": 1'),
        lambda p: p[:-1] + ',"v":1}',
        lambda p: p.replace("talte", "talt\\u0065"),
        lambda p: p + " ",
        lambda p: "[]",
        lambda p: "",
        lambda p: "[" * 5000,
        lambda p: p.replace('"q":1', '"q":true'),
        lambda p: p.replace('"q":1', '"q":0'),
        lambda p: p.replace('"off":0', '"off":NaN'),
        lambda p: p.replace('"prev":"0', '"prev":"x'),
    ],
)
def test_a_text_with_two_readings_or_no_place_in_the_chain_is_refused(
    house: House, device: Device, cand: uuid.UUID, bend: Callable[[str], str]
) -> None:
    bent = device.envelope(bend(device.note(cand).p))
    assert refusal(lambda: device.push(bent)).code == "bad-operation"
    assert house.rows(db.op) == []


def test_more_operations_than_agreed_are_refused(device: Device, cand: uuid.UUID) -> None:
    envelopes = [device.note(cand) for _ in range(MAX_OPS + 1)]
    assert refusal(lambda: device.push(*envelopes)).code == "batch-too-large"


def test_a_revoked_device_delivers_nothing(house: House, device: Device, cand: uuid.UUID) -> None:
    with house.engine.begin() as tx:
        tx.execute(sa.update(db.device).where(db.device.c.id == device.id).values(revoked_at=NOW))
    assert refusal(lambda: device.push(device.note(cand))).code == "device-revoked"


def test_a_kind_or_schema_from_the_future_is_passed_on_unread(device: Device, cand: uuid.UUID) -> None:
    odd = device.say("case.dream", {"anything": [1, {"deep": "ord"}]}, cand=cand)
    newer = device.say("case.patch", {"type": "placement", "new": 1}, cand=cand, sch=99)
    pushed = device.push(odd, newer)
    assert [r.r for r in pushed.results] == ["accepted", "accepted"]
    assert [(c.p, c.eff) for c in device.page().changes] == [(odd.p, None), (newer.p, None)]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"type": "nothing", "rec": str(uuid.uuid4()), "set": {"a": 1}, "base": {}, "base_rev": 0},
        {"type": "employer", "rec": "x", "set": {"name": "A"}, "base": {}, "base_rev": 0},
        {"type": "employer", "rec": str(uuid.uuid4()), "set": {"secret": "A"}, "base": {}, "base_rev": 0},
        {"type": "employer", "rec": str(uuid.uuid4()), "set": {"name": 7}, "base": {}, "base_rev": 0},
        {"type": "employer", "rec": str(uuid.uuid4()), "set": {"name": "A\x00"}, "base": {}, "base_rev": 0},
        {"type": "employer", "rec": str(uuid.uuid4()), "set": {"name": "A"}, "base": {}, "base_rev": -1},
        {"type": "employer", "rec": str(uuid.uuid4()), "set": {"name": "A"}, "base": {}, "base_rev": 1.5},
        {"type": "employer", "rec": str(uuid.uuid4()), "set": {"name": "A"}, "base": {}, "base_rev": 2**63},
        {"type": "employer", "rec": str(uuid.uuid4()), "set": {"name": "A"}, "base": {"x": [2**53]}, "base_rev": 0},
        *(
            {"type": "task", "rec": str(uuid.uuid4()), "set": {"due_on": day}, "base": {}, "base_rev": 0}
            for day in ("31-02-2026", "2026-W48-1", "20261123")
        ),
        *(
            {"type": "appointment", "rec": str(uuid.uuid4()), "set": {"starts_at": at}, "base": {}, "base_rev": 0}
            for at in (
                "2026-W48-1T10:00:00Z", "2026-11-23", "2026-11-23T10:00:00", "2026-11-23T10:00:00,5Z",
                "2026-11-23T10:00:00+20:00", "9999-12-31T23:30:00.000Z", "2026-06-30T23:59:60.000Z",
            )
        ),
    ],
)  # fmt: skip
def test_a_malformed_operation_is_set_aside_and_does_not_stop_the_queue(
    house: House, device: Device, cand: uuid.UUID, body: dict[str, object]
) -> None:
    bad = device.say("case.patch", body)
    pushed = device.push(bad, device.note(cand))
    assert [(r.r, r.rev) for r in pushed.results] == [("parked", None), ("accepted", 1)]
    (kept,) = house.rows(db.op, db.op.c.outcome == "parked")
    assert (kept.p, kept.reason) == (bad.p, "malformed")
    assert [r.r for r in device.push(bad).results] == ["parked"]


@pytest.mark.parametrize("odd", [{"app": "0\x00"}, {"k": "case\x00dream"}, {"off": 2**53}, {"gen": -(2**63)}])
def test_what_one_computer_says_oddly_ends_nobody_elses_reading(
    house: House, device: Device, odd: dict[str, object]
) -> None:
    body = {"type": "employer", "rec": str(uuid.uuid4()), "set": {"name": "A"}, "base": {}, "base_rev": 0}
    said = device.say(**{"kind": "case.patch", "body": body, **odd})  # type: ignore[arg-type]
    assert [r.r for r in device.push(said).results] == ["parked"]
    assert house.device("ol").page().changes == []


def test_a_note_without_its_fields_is_set_aside(device: Device, cand: uuid.UUID) -> None:
    assert [r.r for r in device.push(device.say("journal.append", {"facts": "x"}, cand=cand)).results] == [
        "parked"
    ]


def test_an_operation_for_another_jobcenter_is_set_aside(device: Device, cand: uuid.UUID) -> None:
    (result,) = device.push(device.note(cand, feed=str(uuid.uuid4()))).results
    assert (result.r, result.categories) == ("parked", ["other-feed"])


def test_the_same_saying_from_a_new_chain_is_a_duplicate(
    house: House, device: Device, cand: uuid.UUID
) -> None:
    said = device.note(cand)
    device.push(said)
    again = house.device("mh")
    fields = operation.read(said.p)
    twin = again.say("journal.append", fields["body"], cand=cand, id=fields["id"])
    assert [(r.r, r.rev) for r in again.push(twin).results] == [("duplicate", 1)]
    assert [(r.r, r.rev) for r in again.push(twin).results] == [("duplicate", 1)]
    assert house.revs() == [1]


def test_another_saying_under_an_id_that_is_taken_is_set_aside(
    house: House, device: Device, cand: uuid.UUID
) -> None:
    said = device.note(cand)
    device.push(said)
    thief = house.device("ol")
    (result,) = thief.push(thief.note(cand, "Noget andet.", id=operation.read(said.p)["id"])).results
    assert (result.r, result.categories) == ("parked", ["id-taken"])


def test_a_conflict_is_told_and_kept_and_the_server_value_stays(
    house: House, device: Device, cand: uuid.UUID
) -> None:
    other = house.device("ol")
    device.push(device.patch("participant", cand, {"phone": "11", "name": "A"}, cand=cand))
    device.page()
    device.push(device.patch("participant", cand, {"phone": "22"}, cand=cand, base_rev=1))
    (result,) = other.push(
        other.patch("participant", cand, {"phone": "33", "case_no": "S1"}, cand=cand, base_rev=1)
    ).results
    assert (result.r, result.rev, result.fields) == ("conflict", 3, ["phone"])
    assert device.page(2).changes[0].eff == {"set": {"case_no": "S1"}, "conflicts": ["phone"]}
    (kept,) = house.rows(db.conflict)
    assert (kept.field, kept.mine, kept.theirs, kept.theirs_rev) == ("phone", "33", "22", 2)
    (rec,) = house.rows(db.rec)
    assert rec.vals == {"phone": "22", "name": "A", "case_no": "S1"}
