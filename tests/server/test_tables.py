"""The migrations make the tables the code knows, and what was signed can only be added to."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from server import db, migrations, setup
from tests.server.desk import House, note_body


def test_the_migrated_tables_are_those_the_code_knows(engine: sa.Engine) -> None:
    with engine.begin() as tx:
        known = MigrationContext.configure(tx, opts={"compare_type": True})
        differences = [d for d in compare_metadata(known, db.metadata) if "alembic_version" not in str(d)]
    assert differences == []


def test_migrating_again_changes_nothing_and_may_take_its_time(engine: sa.Engine) -> None:
    patience: list[object] = []

    def ask(tx: sa.Connection) -> None:
        patience.extend(
            tx.exec_driver_sql(f"SHOW {name}").scalar_one() for name in ("statement_timeout", "lock_timeout")
        )

    sa.event.listen(engine, "commit", ask)
    migrations.upgrade(engine)
    assert patience == ["0", "5s"]
    sa.event.remove(engine, "commit", ask)
    with engine.begin() as tx:
        assert tx.exec_driver_sql("SHOW statement_timeout").scalar_one() == "15s"


def test_a_program_does_not_serve_tables_of_another_version(engine: sa.Engine) -> None:
    with engine.begin() as tx:
        assert ScriptDirectory.from_config(migrations._config(tx)).get_heads() == [db.VERSION]
        setup.fits(tx)
        tx.exec_driver_sql("UPDATE alembic_version SET version_num = '0011'")
        with pytest.raises(setup.NotThisServer, match="0011"):
            setup.fits(tx)


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (sa.select(sa.func.count()).where(db.op.c.outcome == "parked"), "op_parked"),
        (sa.select(db.outbound.c.rev).where(db.outbound.c.adapter == "x", db.outbound.c.state == "waiting"), "outbound_waiting"),
    ],
)  # fmt: skip
def test_what_is_looked_for_all_the_time_has_an_index_of_its_own(
    engine: sa.Engine, wanted: sa.Select[tuple[int]], index: str
) -> None:
    said = wanted.compile(engine, compile_kwargs={"literal_binds": True})
    with engine.begin() as tx:
        tx.exec_driver_sql("SET LOCAL enable_seqscan = off")
        plan = tx.exec_driver_sql(f"EXPLAIN {said}").scalars().all()
    assert index in "\n".join(plan)


@pytest.mark.parametrize("table", ["op", "access_log"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET feed = feed", "DELETE FROM {}", "TRUNCATE {}"])
def test_operations_and_the_access_log_are_only_ever_added_to(
    house: House, table: str, statement: str
) -> None:
    device = house.device("mh")
    device.push(device.say("case.patch", {"type": "task", "rec": str(device.id), "set": {"title": "Ring"}, "base": {}, "base_rev": 0}))  # fmt: skip
    with house.engine.connect() as tx, pytest.raises(sa.exc.DBAPIError, match="only ever added to"):
        tx.exec_driver_sql(statement.format(table))


def test_a_row_the_guard_held_back_cannot_carry_text(house: House) -> None:
    device = house.device("mh")
    row = {
        "device": device.id, "dseq": 1, "feed": house.feed, "outcome": "held", "kind": "journal.append", "own": False,
        "by": "mh", "hash": "0" * 64, "p": str(note_body(device.id, "x")), "received_at": "2026-11-23T09:00:00Z",
    }  # fmt: skip
    with house.engine.connect() as tx, pytest.raises(sa.exc.IntegrityError):
        tx.execute(sa.insert(db.op), [row])
