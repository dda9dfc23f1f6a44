"""What the server's guard refused, until the consultant has written it anew."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

from app.domain.records import EMPLOYER
from app.protocol import operation
from app.services import sync
from app.store import outbox, records
from app.store.records import Case
from tests.sync.model import HELD, Computer, ModelServer
from tests.sync.rounds import KIM, anna, server
from tests.sync.test_model import cleared, write_note

__all__ = ["anna", "server"]
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def _status(computer: Computer) -> sync.SyncStatus:
    return sync.status(cast("Any", computer.vault), NOW)


def test_a_refused_note_that_has_been_corrected_needs_nobody_any_more(
    server: ModelServer, anna: Computer
) -> None:
    first = write_note(anna, KIM, f"Dette er {HELD}.")
    anna.sync()
    assert _status(anna).held == 1
    second = write_note(anna, KIM, f"Dette er {HELD}.", corrects=first)
    assert _status(anna).held == 0
    anna.sync()
    assert [(item.id, item.state) for item in sync.waiting_list(cast("Any", anna.vault))] == [
        (second, "held")
    ]
    write_note(anna, KIM, "Vi talte om butikken.", corrects=second)
    anna.sync()
    assert _status(anna).waiting == 0
    assert sync.waiting_list(cast("Any", anna.vault)) == ()


def test_a_note_corrected_before_its_refusal_came_is_never_asked_about(
    server: ModelServer, anna: Computer
) -> None:
    first = write_note(anna, KIM, f"Dette er {HELD}.")
    write_note(anna, KIM, "Vi talte om butikken.", corrects=first)
    assert anna.sync().held == 0
    assert (_status(anna).waiting, _status(anna).held) == (0, 0)


def test_a_new_record_that_was_refused_is_sent_whole_with_its_correction(
    server: ModelServer, anna: Computer
) -> None:
    id = records.new_id()
    with anna.vault.begin() as tx:
        first = {"name": cleared(f"Juhl {HELD}"), "city": cleared("Aarhus")}
        records.write(tx, EMPLOYER, id, first, case=Case(), now=NOW, sign=anna.vault.sign)
    anna.sync()
    assert _status(anna).held == 1
    with anna.vault.begin() as tx:
        records.change(
            tx, EMPLOYER, id, {"name": cleared("Juhl")}, case=Case(), now=NOW, sign=anna.vault.sign
        )
    assert _status(anna).held == 0
    anna.sync()
    with anna.vault.read() as tx:
        assert operation.read(outbox.in_state(tx, "acked")[-1].p)["body"]["set"] == {
            "name": "Juhl",
            "city": "Aarhus",
        }


def test_the_refused_text_is_gone_once_the_servers_backup_covers_it(
    server: ModelServer, anna: Computer
) -> None:
    first = write_note(anna, KIM, f"Dette er {HELD}.")
    anna.sync()
    write_note(anna, KIM, "Vi talte om butikken.", corrects=first)
    anna.sync()
    server.backup_rev = server.head
    anna.sync()
    with anna.vault.read() as tx:
        texts = tx.exec_driver_sql("SELECT p FROM outbox WHERE state = 'held'").scalars().all()
    assert texts == [""]
