"""A caseload file is read whole, or every bad cell of it is named and nothing of it is taken."""

from __future__ import annotations

import contextlib
import csv
import io
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.caseload_file import CaseloadFile, Problem, column_name, explain, parse
from app.domain.cpr import Cpr
from app.domain.records import PARTICIPANT
from app.errors import CaseloadFileRefused
from app.guard import ClearedText

HEADER = "Navn;CPR-nummer;Sagsnummer;Fase;IPS-start;Konsulent;Telefon;Ønsker;Timer;Transport;Åbenhed;Kontaktperson;Sagsbehandler"
ANNA = (
    "Anna Prøve;710384-0000;S1;Jobsøgning;23-11-2026;mh;22 22 22 22;Lager;12-15;Cykel;;Karin Holm;Ole Olsen"
)


def problems(text: str | bytes, **more: object) -> list[tuple[int, str, str]]:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(CaseloadFileRefused) as caught:
        parse(data, **more)  # type: ignore[arg-type]
    told = [p for p in caught.value.problems if isinstance(p, Problem)]
    for problem in told:
        assert explain(problem.reason)
    return [(p.line, p.column, p.reason) for p in told]


def names(read: CaseloadFile) -> list[str]:
    return [value.text for row in read.rows if isinstance(value := row.values["name"], ClearedText)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_file_as_municipalities_export_it(encoding: str, newline: str) -> None:
    (row,) = parse(newline.join([HEADER, ANNA, ""]).encode(encoding)).rows
    assert row.line == 2
    said = {n: v.text if isinstance(v, ClearedText) else v for n, v in row.values.items()}
    assert said == {
        "name": "Anna Prøve", "cpr": Cpr("7103840000"), "case_no": "S1", "phase": "job_search",
        "ips_start": date(2026, 11, 23), "consultant": "mh", "phone": "22 22 22 22", "wish_area": "Lager",
        "wish_hours": "12-15", "wish_transport": "Cykel", "disclosure": "", "clinic_contact": "Karin Holm",
        "caseworker": "Ole Olsen",
    }  # fmt: skip


@pytest.mark.parametrize(
    "written", ["23-11-2026", "23.11.2026", "23/11/2026", "2026-11-23", "2026-11-23 00:00:00"]
)
def test_dates_as_danes_write_them(written: str) -> None:
    (row,) = parse(f"Navn;Sagsnummer;IPS-start\nA B;S1;{written}\n".encode()).rows
    assert row.values["ips_start"] == date(2026, 11, 23)


@pytest.mark.parametrize(
    "header",
    [
        "NAVN;sagsnr.",
        " navn ;SAGSNUMMER",
        "Borger;Sags-id",
        "\ufeffNavn;Sagsnummer",
        "sep=;\nNavn;Sagsnummer",
    ],
)
def test_headers_are_known_by_several_names_in_any_case(header: str) -> None:
    assert names(parse(f"{header}\nAnna Prøve;S1\n".encode())) == ["Anna Prøve"]


def test_line_breaks_in_quotes_belong_to_the_cell_and_lines_are_counted_as_in_the_file() -> None:
    text = 'Navn;Sagsnummer;Ønsker\nA B;S1;"Lager\nog ""butik"""\n\n;S2;\n'
    assert problems(text) == [(5, "Navn", "missing")]
    (row, _) = parse(text.replace(";S2;", "C D;S2;").encode()).rows
    value = row.values["wish_area"]
    assert isinstance(value, ClearedText)
    assert value.text == 'Lager\nog "butik"'


def test_a_zero_that_a_spreadsheet_ate_is_put_back() -> None:
    (row,) = parse(b"Navn;CPR\nA B;101840000\n").rows
    assert row.values["cpr"] == Cpr("0101840000")


def test_columns_we_have_no_use_for_are_passed_over() -> None:
    assert names(parse(b"Kommune;Navn;Sagsnummer;Ydelse\nX;A B;S1;Y\n")) == ["A B"]


def test_another_column_may_name_the_consultant() -> None:
    (row,) = parse(b"Navn;Sagsnummer;Team;Konsulent\nA B;S1;ol;mh\n", consultant_column="team").rows
    assert row.values["consultant"] == "ol"


def test_a_participant_nobody_knew_is_accepted_when_no_phase_is_told() -> None:
    (row,) = parse(b"Navn;Sagsnummer;Fase\nA B;S1;\n").rows
    assert "phase" not in row.values
    assert row.as_new()["phase"] == "accepted"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [(1, "", "empty_file")]),
        ("\n\n", [(1, "", "empty_file")]),
        ("Navn,Sagsnummer\nA,1\n", [(1, "", "delimiter")]),
        ("Navn\tSagsnummer\nA\t1\n", [(1, "", "delimiter")]),
        ("Sagsnummer\nS1\n", [(1, "Navn", "column_missing")]),
        ("Navn;Telefon\nA;1\n", [(1, "CPR-nummer", "column_missing")]),
        ("Navn;Borger;Sagsnummer\nA;B;1\n", [(1, "Navn", "column_twice")]),
        ("Navn;Sagsnummer\nA;1;2\n", [(2, "", "cells")]),
        ("Navn;Sagsnummer\nA\n", [(2, "", "cells"), (2, "CPR-nummer", "no_identity")]),
        ("Navn;Sagsnummer\n;1\n", [(2, "Navn", "missing")]),
        ("Navn;CPR;Sagsnummer\nA;;\n", [(2, "CPR-nummer", "no_identity")]),
        ("Navn;CPR\nA;321384-0000\n", [(2, "CPR-nummer", "bad_cpr")]),
        ("Navn;CPR\nA;12\n", [(2, "CPR-nummer", "bad_cpr")]),
        ("Navn;Sagsnummer;IPS-start\nA;1;31-02-2026\n", [(2, "IPS-start", "bad_date")]),
        ("Navn;Sagsnummer;IPS-start\nA;1;23-11-26\n", [(2, "IPS-start", "bad_date")]),
        ("Navn;Sagsnummer;IPS-start\nA;1;23-11.2026x\n", [(2, "IPS-start", "bad_date")]),
        ("Navn;Sagsnummer;Fase\nA;1;Glad\n", [(2, "Fase", "bad_phase")]),
        ("Navn;Sagsnummer\nA\x01;1\n", [(2, "Navn", "bad_character")]),
        (f"Navn;Sagsnummer\n{'a' * 201};1\n", [(2, "Navn", "too_long")]),
        ("Navn;Sagsnummer\nA;1\nB;1\n", [(3, "Sagsnummer", "duplicate")]),
        ("Navn;CPR\nA;710384-0000\nB;7103840000\n", [(3, "CPR-nummer", "duplicate")]),
        ('Navn;Sagsnummer\nA;1\n"B;2\n', [(3, "", "damaged")]),
        ('Navn;Sagsnummer\nA;"1"x\n', [(2, "", "damaged")]),
        ("Navn;Sagsnummer;Ønsker\nA;1;Tager sertralin\n", [(2, "Ønsker", "guard:MEDICATION")]),
        ("Navn;Sagsnummer;Konsulent\nA;1;Tager sertralin\n", [(2, "Konsulent", "guard:MEDICATION")]),
        (b"Navn;Sagsnummer\nA\x00;1\n", [(1, "", "encoding")]),
        ("Navn;Sagsnummer\n".encode("utf-16"), [(1, "", "encoding")]),
        (b"Navn;Sagsnummer\n\x81\x8d;1\n", [(1, "", "encoding")]),
        (b"x" * (20 * 1024 * 1024 + 1), [(1, "", "too_big")]),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_line_and_column(
    text: str | bytes, told: list[tuple[int, str, str]]
) -> None:
    assert problems(text) == told


def test_every_bad_cell_is_told_not_only_the_first() -> None:
    text = f"{HEADER}\n{ANNA}\n;x;;Glad;nu;;;;;;;;\nB B;720384-0000;S1;;;hvem;;;;;;;\n"
    assert problems(text, people=frozenset({"mh"})) == [
        (3, "CPR-nummer", "bad_cpr"), (3, "Fase", "bad_phase"), (3, "IPS-start", "bad_date"), (3, "Navn", "missing"),
        (4, "Konsulent", "unknown_person"), (4, "Sagsnummer", "duplicate"),
    ]  # fmt: skip


def test_no_problem_says_what_the_cell_says() -> None:
    told = problems("Navn;CPR;Ønsker\nA;hemmelig;Tager sertralin\n")
    assert "hemmelig" not in str(told)
    assert "sertralin" not in str(told)


@pytest.mark.parametrize("size", [25, 5000])
def test_small_and_large_files(size: int) -> None:
    people = [f"{61 + n % 20}{1 + n % 12:02}{n % 100:02}{n:04}" for n in range(size)]
    rows = "".join(
        f"Anna Prøve {n % 50};{cpr};;Jobsøgning;23-11-2026;mh;;;;;;;\n" for n, cpr in enumerate(people)
    )
    started = time.process_time()
    assert len(parse(f"{HEADER}\n{rows}".encode()).rows) == size
    assert time.process_time() - started < 5


cells = st.text(st.characters(codec="cp1252", exclude_categories=("Cc", "Cf", "Zl", "Zp")), max_size=30)


@given(
    st.lists(
        st.tuples(cells, st.sampled_from([None, date(2026, 11, 23), date(1999, 1, 2)])),
        min_size=1,
        max_size=8,
    )
)
def test_what_a_spreadsheet_writes_is_what_is_read(said: list[tuple[str, date | None]]) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(["Navn", "Sagsnummer", "Telefon", "IPS-start"])
    for n, (phone, day) in enumerate(said):
        writer.writerow([f"Person {n}", f"S{n}", phone, day.strftime("%d-%m-%Y") if day else ""])
    reasons: set[str] = set()
    for encoding in ("utf-8", "utf-8-sig", "cp1252"):
        try:
            rows = parse(file.getvalue().encode(encoding)).rows
        except CaseloadFileRefused as refused:
            reasons.update(p.reason.partition(":")[0] for p in refused.problems if isinstance(p, Problem))
            continue
        read = [
            (v.text if isinstance(v := row.values["phone"], ClearedText) else v, row.values["ips_start"])
            for row in rows
        ]
        assert read == [(" ".join(phone.split()), day) for phone, day in said]
    assert reasons <= {"guard"}


@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(CaseloadFileRefused):
        parse(b"Navn;Sagsnummer;IPS-start\n" + data)


def test_every_field_a_municipality_exports_has_a_column() -> None:
    agreed_in_the_course = {"contact_way", "interpreter"}
    for name in PARTICIPANT.fields.keys() - agreed_in_the_course:
        assert column_name(name)
