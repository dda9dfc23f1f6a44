"""A leader's computer takes in what the server tells of the others' cases, and lets go of it when it is told no more."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import msgspec

from app.domain.changes import Topic
from app.protocol import messages
from app.services import journal
from app.store import journal as store
from app.store import team
from app.sync.disk import VaultDisk
from tests.journal_parts import fields
from tests.sync.model import Computer, ModelServer
from tests.sync.rounds import anna, server

__all__ = ["anna", "server"]

CASE = messages.TeamCase("7b" * 16, "JC-1", "mlu", "job_search", "2026-09-01", None, 2)


def _tell(
    server: ModelServer,
    *cases: messages.TeamCase,
    tag: str,
    drafts: tuple[messages.LateDrafts, ...] = (),
    figures: tuple[messages.FiguresLeft, ...] = (),
) -> None:
    plain = ModelServer._scope

    def scope(known: object) -> messages.Scope:
        told = plain(server, known)  # type: ignore[arg-type]
        return msgspec.structs.replace(
            told, team=list(cases), drafts=list(drafts), figures=list(figures), tag=tag
        )

    server._scope = scope  # type: ignore[method-assign]
    server._tag = lambda _: tag  # type: ignore[method-assign, assignment]


def _known(anna: Computer) -> tuple[team.Elsewhere, ...]:
    with anna.vault.read() as tx:
        return team.everything(tx)


def test_the_others_cases_come_with_the_round_and_go_with_the_role(
    server: ModelServer, anna: Computer
) -> None:
    _tell(server, CASE, tag="a" * 32)
    assert Topic.CASELOAD in anna.sync().topics
    (one,) = _known(anna)
    assert one == team.Elsewhere(UUID(CASE.cand), "JC-1", "mlu", "job_search", date(2026, 9, 1), None, 2)
    heard = msgspec.structs.replace(CASE, last="2026-11-22", overdue=0)
    _tell(server, heard, tag="b" * 32)
    anna.sync()
    assert [(one.last, one.overdue) for one in _known(anna)] == [(date(2026, 11, 22), 0)]
    _tell(server, tag="c" * 32)
    anna.sync()
    assert _known(anna) == ()


def test_late_drafts_are_told_by_number_and_day_and_nothing_of_what_stands_in_them(
    server: ModelServer, anna: Computer
) -> None:
    """A11, DOMAIN 4.3: after 24 hours the writer, after 72 the leader's list."""
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)
    with anna.vault.begin() as tx:
        for hours in (71, 73, 100):
            made = journal.redacted(
                fields(None, facts="Vil gerne være gartner."),
                id=uuid4(),
                corrects=None,
                now=now - timedelta(hours=hours),
            )
            store.save_draft(tx, made.draft, texts=made.texts)
    said = VaultDisk(anna.vault, server.home, now).begin()
    assert (said.drafts, said.draft_on) == (2, "2026-11-19")
    assert "gartner" not in msgspec.json.encode(said).decode()


def test_a_leader_knows_the_others_late_drafts_until_they_are_written(
    server: ModelServer, anna: Computer
) -> None:
    _tell(server, tag="a" * 32, drafts=(messages.LateDrafts("mlu", 2, "2026-11-18"),))
    assert Topic.CASELOAD in anna.sync().topics
    with anna.vault.read() as tx:
        assert team.late_drafts(tx) == (team.LateDrafts("mlu", 2, date(2026, 11, 18)),)
    _tell(server, tag="b" * 32)
    anna.sync()
    with anna.vault.read() as tx:
        assert team.late_drafts(tx) == ()


def test_a_leader_knows_which_figures_the_server_has_handed_out_until_they_are_taken_back(
    server: ModelServer, anna: Computer
) -> None:
    third = messages.FiguresLeft("2026-07-01", "2026-09-30", "ab" * 32)
    _tell(server, tag="a" * 32, figures=(third,))
    anna.sync()
    with anna.vault.read() as tx:
        assert team.left(tx) == {team.FiguresLeft(date(2026, 7, 1), date(2026, 9, 30), "ab" * 32)}
    _tell(server, tag="b" * 32)
    anna.sync()
    with anna.vault.read() as tx:
        assert team.left(tx) == frozenset()


def test_a_server_of_before_tells_nothing_of_the_others() -> None:
    before = b'{"tag":"","entries":[],"people":[]}'
    assert msgspec.json.decode(before, type=messages.Scope).team == []
