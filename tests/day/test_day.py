"""A consultant's day, whole: real programs, real windows, a keyboard, and a look at every byte that is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.day.machine import Machine
from tests.parts import Jobcenter

pytestmark = pytest.mark.day

PASSPHRASE = "fire grønne ord i regnvejr"  # noqa: S105
SENTINEL, DOSE = "Sertralin", "Sertralin 50 mg"
NEED = "træt om formiddagen"
CASELOAD = """Navn;CPR-nummer;Sagsnummer;Fase;IPS-start;Konsulent;Ønsker
Amira Holm;630489-0000;JC-2026-0418;Jobsøgning;17-08-2026;mlu;Bageri eller kantine
Jonas Bak;711292-0000;JC-2026-0231;Jobsøgning;01-09-2026;mlu;Lager
Karim Aydin;700101-0000;JC-2026-0500;Opstart;01-10-2026;bka;Butik
"""


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Machine]:
    with Machine(tmp_path / "clinic", "the clinic's laptop") as machine:
        yield machine


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Machine]:
    with Machine(tmp_path / "office", "the office computer") as machine:
        yield machine


def test_a_day_from_unlock_to_the_second_computer(
    jobcenter: Jobcenter, clinic: Machine, office: Machine, tmp_path: Path
) -> None:
    _load_caseload(jobcenter, tmp_path)
    _first_start(clinic, jobcenter.enrol_code("mlu", "Mette Lund"))
    clinic.press("ctrl+2")
    clinic.sees("Amira Holm", "Jonas Bak")
    clinic.sees_no("Karim Aydin")

    _lock_and_come_back(clinic)
    jobcenter.stop()
    _write_with_a_slip(clinic)
    _find(clinic, "bageri juhl")
    clinic.sees("1 ændring", "Arbejder offline")

    jobcenter.start()
    clinic.press("ctrl+shift+s")
    clinic.sees("Alt er sendt")

    _first_start(office, jobcenter.enrol_code("mlu", "Mette Lund"))
    office.press("ctrl+2")
    office.sees("Amira Holm", "Jonas Bak")
    office.press("ctrl+f")
    office.write("ami")
    office.press("Down", "Return")
    office.sees("Amira Holm", NEED)
    office.sees_no(SENTINEL)

    clinic.quit()
    office.quit()
    jobcenter.stop()
    _nothing_of_the_slip_is_left(clinic, office, jobcenter)


def _load_caseload(jobcenter: Jobcenter, tmp_path: Path) -> None:
    file = tmp_path / "sagsstamme.csv"
    file.write_bytes(CASELOAD.encode("cp1252"))
    done = jobcenter.run("load-caseload", "--add-people", str(file))
    assert done.returncode == 0, done.stderr


def _first_start(machine: Machine, invitation: str) -> None:
    machine.start()
    machine.sees("Vælg en adgangskode")
    machine.write(PASSPHRASE)
    machine.press("Tab", "Tab")
    machine.write(PASSPHRASE)
    machine.press("Return")
    machine.sees("Kode fra jobcentret")
    machine.write(invitation)
    machine.press("Return")
    machine.sees("Du er klar", "Begynd")
    machine.press("Return")
    machine.sees("I dag", "Kandidater, 2", "Mette Lund")


def _lock_and_come_back(machine: Machine) -> None:
    machine.press("ctrl+l")
    machine.sees("Feltjournal er låst")
    machine.sees_no("Amira")
    machine.write("forkert adgangskode her")
    machine.press("Return")
    machine.sees("Adgangskoden passer ikke")
    machine.write(PASSPHRASE)
    machine.press("Return")
    machine.sees("Amira Holm")


def _write_with_a_slip(machine: Machine) -> None:
    """The guard stops the drug, offers what it means for work, and only then is the note entered."""
    machine.press("ctrl+1")
    machine.press("ctrl+n")
    machine.sees("Før i journalen")
    machine.write("ami")
    machine.press("Return")
    machine.write(f"Mødte Amira om Bageri Juhl. Hun er begyndt på {DOSE} og er {NEED}. Vi ringer på fredag.")
    machine.sees("Medicin og dosis", "1 stop skal løses")
    machine.press("ctrl+Return")
    machine.sees("1 stop skal løses")
    machine.press("F4", "alt+Return")
    machine.sees("Vagten: ingen bemærkninger")
    machine.sees_no(SENTINEL)
    machine.press("ctrl+Return")
    machine.sees("Ført i journalen")


def _find(machine: Machine, words: str) -> None:
    machine.press("ctrl+k")
    machine.sees("Find alt")
    machine.write(words)
    machine.sees("NOTATER", NEED)
    machine.press("Escape")


def _nothing_of_the_slip_is_left(clinic: Machine, office: Machine, jobcenter: Jobcenter) -> None:
    for machine in (clinic, office):
        assert machine.files_with(SENTINEL) == []
        assert machine.files_with(PASSPHRASE) == []
        assert machine.files_with("Amira") == []
        tables = machine.read_vault(PASSPHRASE)
        assert SENTINEL.lower() not in str(tables).lower()
        assert len([row for row in tables["note"] if NEED in str(row)]) == 1
        assert len(tables["participant"]) == 2
    rows = _server_rows(jobcenter.database)
    assert SENTINEL.lower() not in rows.lower()
    assert rows.count(NEED) == 1
    assert SENTINEL not in jobcenter.log


def _server_rows(database: str) -> str:
    with psycopg.connect(database.replace("+psycopg", "")) as db:
        names = db.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        ).fetchall()
        found = [
            db.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(name))).fetchall()
            for (name,) in names
        ]
    return str(found)
