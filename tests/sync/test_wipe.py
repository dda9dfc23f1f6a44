"""The jobcenter's order to destroy a journal: signed, for this computer alone, and nothing readable is left."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.errors import ServerRefused, WipeOrdered
from app.protocol import orders
from app.services import erasing
from app.store import sync_state
from app.vault.place import LOCK
from server import db, identity
from tests.parts import Jobcenter
from tests.sync.consultant import Consultant

pytestmark = pytest.mark.day


@pytest.fixture
def anna(office: Jobcenter, tmp_path: Path) -> Iterator[Consultant]:
    made = Consultant.new(tmp_path)
    made.enrol(office, f"anna-{uuid.uuid4().hex[:8]}")
    made.take_on("Kim Prøve")
    yield made
    made.vault.close()


def _device(anna: Consultant) -> uuid.UUID:
    with anna.vault.read() as tx:
        return sync_state.who(tx).device


def test_a_computer_ordered_to_wipe_leaves_nothing_that_can_be_opened(
    office: Jobcenter, anna: Consultant
) -> None:
    assert anna.sync().stopped is None
    with anna.vault.read() as tx:
        assert sync_state.the_lease(tx) is not None
    engine = db.engine(office.database, pool=1)
    with engine.begin() as tx:
        mine = db.device.c.id == _device(anna)
        tx.execute(sa.update(db.device).where(mine).values(wipe_requested_at=datetime.now(UTC)))
    engine.dispose()
    last = anna.note("Skrevet lige før ordren kom.")
    stopped = anna.sync().stopped
    assert isinstance(stopped, WipeOrdered)
    assert anna.unsent() == [], "what waits is delivered before anything is destroyed"
    assert last in anna.notes()
    keychain, vault = anna.vault.keychain, anna.vault.id
    erasing.obey(anna.vault, stopped.p, stopped.s)
    assert {path.name for path in anna.place.iterdir()} <= {LOCK}
    assert keychain is not None
    assert keychain.get(vault) is None


def test_nothing_but_the_servers_own_order_for_this_computer_destroys_it(
    office: Jobcenter, anna: Consultant
) -> None:
    now, me = datetime.now(UTC), identity.load(office.state)
    device = _device(anna)
    forged = (
        orders.sign(orders.Order(orders.WIPE, device, "x", now), anna.vault.sign),
        orders.sign(orders.Order(orders.WIPE, uuid.uuid4(), "x", now), me.sign),
        orders.sign(orders.Order(orders.LEASE, device, "x", now, now), me.sign),
    )
    for told in forged:
        with pytest.raises(ServerRefused):
            erasing.obey(anna.vault, told.p, told.s)
    assert anna.sync().stopped is None
