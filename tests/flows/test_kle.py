"""KL's subject numbers: read from KL's own XML, signed, taken in, and a number that has expired is known as such."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain import kle
from app.domain.kle import KleState
from app.protocol import signed_file
from app.services import authority, code_lists
from app.vault.vault import Vault
from server import kle as importing
from server.office import Usage
from tests.flows.test_code_lists import _KEY, _enrolled
from tests.journal_parts import NOW, note, participant

# Invented titles in the shape KL publishes; no number of KL's is repeated here but the main group's.
XML = """<?xml version="1.0" encoding="UTF-8"?>
<KLE-Emneplan><UdgivelsesDato>2026-02-01</UdgivelsesDato>
<Hovedgruppe><HovedgruppeNr>15</HovedgruppeNr><HovedgruppeTitel>Beskæftigelse</HovedgruppeTitel>
 <Gruppe><GruppeNr>15.98</GruppeNr><GruppeTitel>Opdigtet  gruppe</GruppeTitel>
  <Emne><EmneNr>15.98.01</EmneNr><EmneTitel>Opdigtet emne</EmneTitel></Emne>
  <Emne><EmneNr>15.98.02</EmneNr><EmneTitel>Udgået emne</EmneTitel>
   <EmneAdministrativInfo><Historisk><UdgaaetDato>2026-06-30</UdgaaetDato></Historisk></EmneAdministrativInfo></Emne>
 </Gruppe></Hovedgruppe>
<Hovedgruppe><HovedgruppeNr>27</HovedgruppeNr><HovedgruppeTitel>Noget andet</HovedgruppeTitel></Hovedgruppe>
</KLE-Emneplan>"""


def _read(tmp_path: Path, text: str = XML) -> dict[str, object]:
    file = tmp_path / "kle.xml"
    file.write_text(text, encoding="utf-8")
    return importing.read(file, ("15",))


def test_kls_own_file_becomes_a_dated_list_of_the_chosen_groups(tmp_path: Path) -> None:
    body = _read(tmp_path)
    assert (body["name"], body["valid_from"]) == ("kle", "2026-02-01")
    assert body["codes"] == [
        {"code": "15", "da": "15 Beskæftigelse", "valid_to": None},
        {"code": "15.98", "da": "15.98 Opdigtet gruppe", "valid_to": None},
        {"code": "15.98.01", "da": "15.98.01 Opdigtet emne", "valid_to": None},
        {"code": "15.98.02", "da": "15.98.02 Udgået emne", "valid_to": "2026-06-30"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "not XML",
        "<KLE-Emneplan/>",
        XML.replace("2026-02-01", "i går"),
        '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + XML.partition("?>")[2],
        XML.replace("<HovedgruppeNr>15</HovedgruppeNr>", "").replace("15.98", "88.88"),
    ],
)
def test_what_is_not_kls_file_is_not_signed(tmp_path: Path, text: str) -> None:
    with pytest.raises(Usage):
        _read(tmp_path, text)


@pytest.mark.parametrize(
    ("words", "day", "state"),
    [
        ("15.98.01 Opdigtet emne", date(2026, 11, 23), KleState.IN_USE),
        ("15.98.02-G01 Udgået emne", date(2026, 6, 30), KleState.IN_USE),
        ("15.98.02-G01 Udgået emne", date(2026, 7, 1), KleState.EXPIRED),
        ("15.98.77 Findes ikke", date(2026, 11, 23), KleState.UNKNOWN),
        ("Beskæftigelse", date(2026, 11, 23), KleState.UNCHECKED),
    ],
)
def test_a_number_is_checked_on_the_day_it_is_used(
    vault: Vault, tmp_path: Path, words: str, day: date, state: KleState
) -> None:
    assert kle.state(code_lists.lists(vault), words, day) is KleState.UNCHECKED
    _enrolled(vault)
    sealed = signed_file.seal(_read(tmp_path), kind=signed_file.LIST, sign=_KEY.sign)
    code_lists.take_in(vault, sealed, now=NOW)
    assert kle.state(code_lists.lists(vault), words, day) is state


def test_a_note_goes_out_with_its_kinds_number_and_whether_that_still_holds(
    vault: Vault, tmp_path: Path
) -> None:
    written = note(vault, participant(vault))
    _enrolled(vault)
    sealed = signed_file.seal(_read(tmp_path), kind=signed_file.LIST, sign=_KEY.sign)
    code_lists.take_in(vault, sealed, now=NOW)
    found = authority.for_authority(vault, written.id, now=NOW)
    assert found is not None
    assert (found.kle, found.kle_state) == ("15 Beskæftigelse", KleState.IN_USE)


def test_the_municipalitys_favourites_are_offered_but_for_those_that_expired(
    vault: Vault, tmp_path: Path
) -> None:
    written = note(vault, participant(vault))
    _enrolled(vault)
    told = ("15.98.01-G01 Samtaler", "15.98.02-G01 Udgået emne", "15 Beskæftigelse")
    mine = {
        "name": "kle_favourites", "valid_from": "2026-01-01",
        "codes": [{"code": f"f{n}", "da": words} for n, words in enumerate(told)],
    }  # fmt: skip
    for body in (_read(tmp_path), mine):
        code_lists.take_in(vault, signed_file.seal(body, kind=signed_file.LIST, sign=_KEY.sign), now=NOW)
    found = authority.for_authority(vault, written.id, now=NOW)
    assert found is not None
    assert found.favourites == (told[0], told[2])


def test_lines_of_business_come_from_the_list_that_holds_that_day(vault: Vault) -> None:
    _enrolled(vault)
    here = code_lists.branches(vault, NOW.date())
    assert len(here) == 88  # the divisions of Dansk Branchekode 2007
    assert "56 Restauranter og kantiner" in here
    newer = {"name": "db07", "valid_from": "2026-01-01", "codes": [{"code": "56", "da": "56 Servering"}]}
    code_lists.take_in(vault, signed_file.seal(newer, kind=signed_file.LIST, sign=_KEY.sign), now=NOW)
    assert code_lists.branches(vault, NOW.date()) == ("56 Servering",)
    assert "56 Restauranter og kantiner" in code_lists.branches(vault, date(2025, 12, 31))
