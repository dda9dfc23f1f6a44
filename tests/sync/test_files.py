"""Files of a case between two computers: word first, in parts, going on where they broke off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.domain.case_file import PART
from app.errors import DocumentRefused, ServerUnavailable
from app.services import files
from app.services.door import Held, Invalid, Saved
from app.store import sync_state
from app.store.tables_files import file_content, file_part
from app.sync import asks, link
from server import db
from server import files as server_files
from tests.document_parts import TALK, heavy_pdf, pdf_of
from tests.parts import Jobcenter
from tests.sync.consultant import Consultant, now


def _attach(computer: Consultant, data: bytes, name: str = "Aftale om praktik.pdf") -> UUID:
    put = files.attach(computer.vault, computer.participant, name=name, data=data, now=now())
    assert isinstance(put, Saved), put
    return put.id


class _Line:
    """The line to the server: what went over it, and when it breaks."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.went: list[asks.Request] = []
        self.after: int | None = None
        ask = link.Link.ask

        def cutting(
            of: link.Link, request: asks.Request, meanwhile: Callable[[], None] | None = None
        ) -> asks.Reply:
            if self.after is not None and isinstance(request, asks.FileSend | asks.FileFetch):
                if self.after == 0:
                    raise ServerUnavailable
                self.after -= 1
            self.went.append(request)
            return ask(of, request, meanwhile)

        monkeypatch.setattr(link.Link, "ask", cutting)

    def parts(self) -> list[int]:
        """Numbers of the parts that went, since it was last asked."""
        found = [
            one.body.n if isinstance(one, asks.FileSend) else one.n
            for one in self.went
            if isinstance(one, asks.FileSend | asks.FileFetch)
        ]
        self.went.clear()
        return found


def test_a_file_goes_on_where_the_line_broke_and_comes_whole(
    pair: tuple[Consultant, Consultant], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = pair
    line, data = _Line(monkeypatch), heavy_pdf()
    first.note("Vi talte om butikken.")
    id = _attach(first, data)
    line.after = 2
    assert isinstance(first.sync().stopped, ServerUnavailable)
    assert line.parts() == [0, 1]
    assert first.status.waiting == 0, "the words are there first"
    assert first.status.files == 1
    assert not first.status.all_sent, "a file is on its way"
    line.after = None
    assert second.sync().stopped is None
    [coming] = files.of_participant(second.vault, second.participant)
    assert (coming.file.name, coming.here) == ("Aftale om praktik.pdf", False)
    assert files.open_file(second.vault, id, now=now()) is None
    line.parts()
    done = first.sync()
    assert (done.stopped, done.files) == (None, 1)
    assert line.parts() == [2, 3], "what was acknowledged is not sent again"
    assert first.status.all_sent
    line.after = 1
    assert isinstance(second.sync().stopped, ServerUnavailable)
    line.after = None
    assert line.parts() == [0]
    second.reopen()
    assert second.sync().stopped is None
    assert line.parts() == [1, 2, 3]
    opened = files.open_file(second.vault, id, now=now())
    assert opened is not None
    assert (opened.data, opened.text) == (data, TALK)
    assert first.sync().stopped is None
    assert second.sync().stopped is None
    assert line.parts() == [], "once is enough"


def test_neither_side_keeps_a_file_in_clear(pair: tuple[Consultant, Consultant], office: Jobcenter) -> None:
    first, _ = pair
    data = heavy_pdf(size=PART + 100)
    piece = data[PART // 2 : PART // 2 + 64]
    _attach(first, data)
    assert first.sync().stopped is None
    with _tables(office) as tx:
        lies = [bytes(row.data) for row in tx.execute(sa.select(db.file_part))]
    assert lies
    assert not any(piece in part for part in lies)
    first.vault.close()
    for path in first.place.rglob("*"):
        assert not path.is_file() or piece not in path.read_bytes(), path.name
    first.reopen()


def test_what_the_guard_refuses_is_never_put_to_a_case(pair: tuple[Consultant, Consultant]) -> None:
    first, _ = pair
    with first.vault.read() as tx:
        before = tx.exec_driver_sql("SELECT count(*) FROM outbox").scalar()
    held = files.attach(
        first.vault,
        first.participant,
        name="Brev.pdf",
        data=pdf_of("Hun har diagnosen skizofreni F20."),
        now=now(),
    )
    assert isinstance(held, files.HeldFile)
    named = files.attach(
        first.vault, first.participant, name="Skizofreni F20.pdf", data=pdf_of(TALK), now=now()
    )
    assert isinstance(named, Held)
    with pytest.raises(DocumentRefused):
        files.attach(first.vault, first.participant, name="scan.png", data=b"\x89PNG" + bytes(100), now=now())
    with first.vault.read() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM outbox").scalar() == before
        assert tx.execute(sa.select(sa.func.count()).select_from(file_part)).scalar() == 0


def test_a_file_that_is_taken_out_is_gone_everywhere(
    pair: tuple[Consultant, Consultant], office: Jobcenter
) -> None:
    first, second = pair
    id = _attach(first, pdf_of(TALK))
    assert first.sync().stopped is second.sync().stopped is None
    assert files.open_file(second.vault, id, now=now()) is not None
    files.remove(first.vault, id, now=now())
    assert first.sync().stopped is second.sync().stopped is None
    for computer in pair:
        assert files.of_participant(computer.vault, computer.participant) == ()
        with computer.vault.read() as tx:
            assert tx.execute(sa.select(sa.func.count()).select_from(file_part)).scalar() == 0
    with _tables(office) as tx:
        feed = tx.execute(sa.select(db.feed.c.id)).scalar_one()
        assert server_files.sweep(tx, feed, now=now()) == 0, "not at once: a copy may be put back"
        assert server_files.sweep(tx, feed, now=now() + server_files.LET_LIE + timedelta(hours=1)) == 1


def test_a_file_that_is_put_back_is_there_again_everywhere(
    pair: tuple[Consultant, Consultant], office: Jobcenter
) -> None:
    """Also where the removal had reached the colleague and the server before it was taken back."""
    first, second = pair
    data = pdf_of(TALK)
    id = _attach(first, data)
    assert first.sync().stopped is second.sync().stopped is None
    out = files.remove(first.vault, id, now=now())
    assert isinstance(out, files.TakenOut)
    assert "data" not in repr(out)
    with first.vault.read() as tx:
        assert tx.execute(sa.select(sa.func.count()).select_from(file_part)).scalar() == 0
    assert first.sync().stopped is second.sync().stopped is None
    with _tables(office) as tx:
        feed = tx.execute(sa.select(db.feed.c.id)).scalar_one()
        assert server_files.sweep(tx, feed, now=now() + server_files.LET_LIE + timedelta(hours=1)) == 1
    assert files.put_back(first.vault, id, pdf_of("En anden fil."), now=now()) == Invalid("file", "shape")
    assert isinstance(files.put_back(first.vault, id, out.data, now=now()), Saved)
    assert first.sync().stopped is second.sync().stopped is None
    for computer in pair:
        [one] = files.of_participant(computer.vault, computer.participant)
        assert (one.file.id, one.here, one.there) == (id, True, True)
        opened = files.open_file(computer.vault, id, now=now())
        assert opened is not None
        assert opened.data == data
    assert first.status.all_sent


def test_a_participant_who_leaves_takes_their_files_along_and_not_before_they_have_arrived(
    pair: tuple[Consultant, Consultant], office: Jobcenter
) -> None:
    first, _ = pair
    assert first.sync().stopped is None
    data = heavy_pdf(size=PART + 100)
    _attach(first, data)
    with _tables(office) as tx:
        mine = db.membership.c.cand == first.participant
        tx.execute(sa.update(db.membership).where(mine).values(upto_rev=99, ended_at=now()))
    assert first.sync().stopped is None
    with _tables(office) as tx:
        assert tx.execute(
            sa.select(db.file_content.c.whole).where(db.file_content.c.cand == first.participant)
        ).scalars().all() == [True]
    assert first.sync().stopped is None
    with first.vault.read() as tx:
        assert tx.execute(sa.select(sa.func.count()).select_from(file_part)).scalar() == 0
        assert tx.execute(sa.select(sa.func.count()).select_from(file_content)).scalar() == 0


def test_a_server_that_lost_its_files_gets_them_again_from_whoever_has_them(
    pair: tuple[Consultant, Consultant], office: Jobcenter
) -> None:
    first, second = pair
    data = heavy_pdf(size=PART + 100)
    id = _attach(first, data)
    assert first.sync().stopped is second.sync().stopped is None
    with _tables(office) as tx:
        tx.execute(sa.delete(db.file_content).where(db.file_content.c.cand == first.participant))
    with second.vault.begin() as tx:
        sync_state.start_over(tx)
    assert second.sync().stopped is None
    third = Consultant.new(second.place.parent.parent / "third")
    third.enrol(office, _person(second), "Bo Prøve")
    assert third.sync().stopped is None
    opened = files.open_file(third.vault, id, now=now())
    assert opened is not None
    assert opened.data == data
    third.vault.close()


def _person(computer: Consultant) -> str:
    with computer.vault.read() as tx:
        return sync_state.who(tx).person


@contextmanager
def _tables(office: Jobcenter) -> Iterator[sa.Connection]:
    engine = db.engine(office.database, pool=1)
    with engine.begin() as tx:
        yield tx
    engine.dispose()
