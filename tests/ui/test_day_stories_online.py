"""Two more of a consultant's days in the program's own window, by keyboard, with a real jobcenter: back on the municipal
network, and a laptop that was lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app import paths
from app.domain.journal import NoteKind
from app.services import authority, caseload, enrol, journal, sync
from app.settings import Settings
from app.store import journal as notes
from app.store import sync_state
from app.vault.vault import Vault
from server import db, people, setup
from server.web import acts
from tests.journal_parts import saved
from tests.parts import Jobcenter, jobcenter, postgres, postgres_url
from tests.ui.consultant_parts import Clock, Consultant, at_work
from tests.vault_parts import new_vault

__all__ = ["jobcenter", "postgres", "postgres_url"]

PERSON = "mlu"
SENT, UNSENT = "Amira vil arbejde i et bageri om formiddagen.", "Amira ringer selv til Bageri Juhl torsdag."

pytestmark = pytest.mark.usefixtures("look")


def _now() -> datetime:
    return datetime.now().astimezone()


class Running(Clock):
    """The server's clock runs, so the window's must."""

    def __call__(self) -> datetime:
        return _now()


def _enrolled(office: Jobcenter, vault: Vault) -> None:
    """Yesterday: enrolled, with a candidate and a note that the jobcenter has."""
    now = _now()
    enrol.enrol(vault, Settings(), office.enrol_code(PERSON, "Mette Lund"), machine="pc-12", now=now)
    whose = saved(
        caseload.create(
            vault, fields={"name": "Amira Holm", "phase": "job_search", "case_no": "JC-2026-040"}, now=now
        )
    )
    told = journal.NoteFields(
        whose, NoteKind.MEETING, "Samtale om job", now - timedelta(hours=20), 30, facts=SENT
    )
    assert isinstance(journal.write_note(vault, note=told, now=now), journal.Saved)
    assert sync.run_round(vault, Settings(), now).stopped is None


def _write(mette: Consultant, words: str) -> None:
    mette.press("ctrl+n")
    mette.write("ami")
    mette.press("enter")
    mette.write(words)
    mette.press("ctrl+enter")
    mette.sees("Ført i journalen")


def _facts(vault: Vault) -> set[str]:
    whose = [row.participant.id for row in caseload.overview(vault, now=_now())]
    with vault.read() as tx:
        return {one.facts for id in whose for one in notes.of_participant(tx, id)}


def test_back_on_the_municipal_network(qtbot: QtBot, tmp_path: Path, jobcenter: Jobcenter) -> None:
    with at_work(qtbot, tmp_path / "pc", Running(_now()), lambda vault: _enrolled(jobcenter, vault)) as mette:
        jobcenter.kill()  # out of the house
        mette.unlock()
        with mette.does("a note without a network", at_most=3):
            _write(mette, UNSENT)
        with mette.does("what waits", at_most=1):
            mette.press("ctrl+7")
            mette.sees("Notat", "Amira Holm")
        jobcenter.start()
        with mette.does("send it", at_most=1):
            mette.press("ctrl+shift+s")
            mette.sees("Intet venter.", "Jobcentret har kvitteret.")
        with mette.does("carry both notes over to the case system", at_most=8):
            mette.press("ctrl+k")
            mette.write("ikke ført")
            mette.press("enter")
            mette.sees("Enter kopierer notatet", "Samtale om job")
            for _ in range(2):
                mette.press("enter")
                mette.sees("Kopieret – sæt ind i fagsystemet")
                mette.press("ctrl+enter")
                mette.sees("Notatet er markeret som overført")
            mette.sees("Alle dine notater er ført i fagsystemet.")
        assert mette.ask(lambda vault: authority.untransferred(vault, now=_now())) == ()


def _block(office: Jobcenter, device: UUID) -> None:
    """What IT does on the leader's page within the quarter of an hour."""
    engine = db.engine(office.database, pool=1)
    with engine.begin() as tx:
        feed, _ = setup.the_feed(tx)
        who = people.Person(feed, "it", "It-vagten", "admin")
        acts.revoke(tx, who, device, reason="Stjålet fra bil", now=datetime.now(UTC))
    engine.dispose()


def test_a_lost_laptop(qtbot: QtBot, tmp_path: Path, jobcenter: Jobcenter) -> None:
    place = paths.vault_place(tmp_path / "old")
    vault = new_vault(place)
    _enrolled(jobcenter, vault)
    with vault.read() as tx:
        device = sync_state.who(tx).device
    vault.close()
    _block(jobcenter, device)
    with at_work(qtbot, tmp_path / "old", Running(_now())) as thief:  # who even knows the passphrase
        thief.unlock()
        thief.press("ctrl+7", "ctrl+shift+s")
        thief.sees("Computeren er meldt fra")
    with at_work(qtbot, tmp_path / "new", Running(_now())) as mette:
        mette.unlock()
        with mette.does("enrol the new laptop", at_most=10):
            mette.press("ctrl+7")
            mette.sees("Koden virker kun én gang.")
            mette.tab_to("Kode fra jobcentret", most=8)
            mette.write(jobcenter.enrol_code(PERSON, "Mette Lund"))
            mette.press("enter")
            mette.sees("tilmeldt", "Intet venter.")
        with mette.does("see the candidates come", at_most=1):
            mette.press("ctrl+2")
            mette.sees("Amira Holm", SENT)
        assert mette.ask(_facts) == {SENT}
        with mette.does("what was lost with it is written again, later than it happened", at_most=3):
            _write(mette, f"{UNSENT} Skrevet igen efter mistet computer.")
        assert len(mette.ask(_facts)) == 2
