"""A caseload as municipalities export it: CSV with semicolons, read whole or refused cell by cell."""

from __future__ import annotations

import csv
import functools
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any, Final

from app.domain.cpr import Cpr
from app.domain.participant import Phase
from app.domain.records import PARTICIPANT, FieldType, Value
from app.errors import CaseloadFileRefused
from app.guard import CATEGORIES, ClearedText, Level, clear
from resources import path

BYTES_MAX, ROWS_MAX, CELL_MAX, LONG_CELL_MAX = 20 * 1024 * 1024, 50_000, 200, 2000
_LONG: Final = frozenset({"wish_area", "disclosure"})
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
_DATES = (
    re.compile(r"(?P<d>\d{1,2})[-./](?P<m>\d{1,2})[-./](?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?:[T ]00:00(?::00)?)?"),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One bad cell. `line`: where its row begins in the file, from 1. `column`: our Danish name of it, or empty.
    `reason`: a key of `problems` in the data file; `guard:` is followed by the category. Never what the cell says."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """`values`: fields of `domain.records.PARTICIPANT`, of the columns the file has. `consultant`: as the file
    names the person, an id or a name."""

    line: int
    values: Mapping[str, Value]

    def __repr__(self) -> str:
        return f"Row(line {self.line})"

    def as_new(self) -> dict[str, Value]:
        """With what a participant nobody knew must have."""
        return {"phase": Phase.ACCEPTED.value} | dict(self.values)


@dataclass(frozen=True, slots=True)
class CaseloadFile:
    rows: tuple[Row, ...]


def parse(
    data: bytes, *, consultant_column: str | None = None, people: frozenset[str] | None = None
) -> CaseloadFile:
    """All rows, or CaseloadFileRefused with every problem. Columns we have no use for are passed over.
    `people`: the consultants there are, ids and names casefolded; None when anybody may be named.

    What the guard would ask about is kept: a file answers no questions. What it refuses is a problem.
    """
    if len(data) > BYTES_MAX:
        raise CaseloadFileRefused((Problem(1, "", "too_big"),))
    reader = _Reader(people)
    records = reader.records(_decoded(data))
    columns = reader.header(records, consultant_column)
    rows = tuple(reader.row(line, cells, columns) for line, cells in records)
    if reader.problems:
        raise CaseloadFileRefused(tuple(sorted(reader.problems, key=attrgetter("line"))))
    return CaseloadFile(rows)


def column_name(field_name: str) -> str:
    """The Danish name of a field's column."""
    return str(_data()["columns"][field_name][0])


def explain(reason: str) -> str:
    """The Danish sentence of a reason."""
    code, _, _ = reason.partition(":")
    return str(_data()["problems"][code])


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text.removeprefix("sep=;")  # a spreadsheet's own first line; its line break still counts
    raise CaseloadFileRefused((Problem(1, "", "encoding"),))


@dataclass(slots=True)
class _Reader:
    people: frozenset[str] | None
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def records(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Each record that says anything, with the line it begins on."""
        table = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
        line = 1
        try:
            for cells in table:
                if any(cell.strip() for cell in cells):
                    yield line, cells
                line = table.line_num + 1
        except csv.Error:
            self._bad(line, "", "damaged")

    def header(self, records: Iterator[tuple[int, list[str]]], consultant: str | None) -> list[str | None]:
        """Which field each column holds. Raises CaseloadFileRefused where the rest could not be understood."""
        line, names = next(records, (1, []))
        known = _column_fields()
        if consultant:
            known = {n: f for n, f in known.items() if f != "consultant"} | {
                _folded(consultant): "consultant"
            }
        columns = [known.get(_folded(name)) for name in names]
        if not names and not self.problems:
            self._bad(line, "", "empty_file")
        elif len(names) == 1 and re.search(r"[,\t|]", names[0]):
            self._bad(line, "", "delimiter")
        elif names:
            self._check_header(line, columns, consultant)
        if self.problems:
            raise CaseloadFileRefused(tuple(self.problems))
        return columns

    def _check_header(self, line: int, columns: list[str | None], consultant: str | None) -> None:
        for name in PARTICIPANT.fields:
            if columns.count(name) > 1:
                self._bad(line, name, "column_twice")
        needed = ["name", *(["consultant"] if consultant else [])]
        if "cpr" not in columns and "case_no" not in columns:
            needed.append("cpr")
        for name in needed:
            if name not in columns:
                self._bad(line, name, "column_missing")

    def row(self, line: int, cells: list[str], columns: list[str | None]) -> Row:
        if len(cells) != len(columns):
            self._bad(line, "", "cells")
        if len(self.seen) > 2 * ROWS_MAX:
            raise CaseloadFileRefused((Problem(line, "", "too_big"),))
        values: dict[str, Value] = {}
        for name, cell in zip(columns, cells, strict=False):
            if name is not None:
                self._cell(line, name, cell, values)
        self._check_row(line, values)
        return Row(line, values)

    def _cell(self, line: int, name: str, cell: str, values: dict[str, Value]) -> None:
        cell = cell.strip() if name in _LONG else " ".join(cell.split())
        read = _READERS.get(PARTICIPANT.fields[name], _text)
        value = _phase(cell) if name == "phase" else read(cell, _limit(name))
        if isinstance(value, _Bad):
            self._bad(line, name, value.reason)
        elif not (name == "phase" and value is None):
            values[name] = value.text if name == "consultant" and isinstance(value, ClearedText) else value

    def _check_row(self, line: int, values: dict[str, Value]) -> None:
        bad = {p.column for p in self.problems if p.line == line}
        name, number, cpr = values.get("name"), values.get("case_no"), values.get("cpr")
        if isinstance(name, ClearedText) and not name.text:
            self._bad(line, "name", "missing")
        self._check_consultant(line, str(values.get("consultant") or ""))
        keys = [f"cpr {cpr.digits}"] if isinstance(cpr, Cpr) else []
        keys += [f"case {number.text}"] if isinstance(number, ClearedText) and number.text else []
        if not keys and not bad & {column_name("cpr"), column_name("case_no")}:
            self._bad(line, "cpr", "no_identity")
        for key, column in zip(keys, ("cpr" if isinstance(cpr, Cpr) else "case_no", "case_no"), strict=False):
            if key in self.seen:
                self._bad(line, column, "duplicate")
        self.seen.update(keys)

    def _check_consultant(self, line: int, said: str) -> None:
        if said and self.people is not None and said.casefold() not in self.people:
            self._bad(line, "consultant", "unknown_person")

    def _bad(self, line: int, name: str, reason: str) -> None:
        self.problems.append(Problem(line, column_name(name) if name else "", reason))


@dataclass(frozen=True, slots=True)
class _Bad:
    reason: str


def _limit(name: str) -> int:
    return LONG_CELL_MAX if name in _LONG else CELL_MAX


def _text(cell: str, limit: int) -> ClearedText | _Bad:
    if len(cell) > limit:
        return _Bad("too_long")
    if _UNREADABLE.search(cell):
        return _Bad("bad_character")
    return _cleared(cell)


@functools.lru_cache(maxsize=2048)
def _cleared(cell: str) -> ClearedText | _Bad:
    """Towns, hours and caseworkers stand in many rows."""
    answer = clear(cell, kept=frozenset(CATEGORIES))
    if isinstance(answer, ClearedText):
        return answer
    return _Bad("guard:" + next(f.category for f in answer if f.level is Level.REFUSE))


def _cpr(cell: str, _: int) -> Cpr | _Bad | None:
    if not cell:
        return None
    # A spreadsheet eats the zero of those born on the first nine days of a month.
    return Cpr.parse("0" + cell if re.fullmatch(r"\d{9}", cell) else cell) or _Bad("bad_cpr")


def _date(cell: str, _: int) -> date | _Bad | None:
    if not cell:
        return None
    for shape in _DATES:
        if match := shape.fullmatch(cell):
            try:
                day = date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:
                break
            if 1990 <= day.year <= 2100:
                return day
    return _Bad("bad_date")


def _phase(cell: str) -> str | _Bad | None:
    if not cell:
        return None
    return _phases().get(_folded(cell), _Bad("bad_phase"))


_READERS: Final[Mapping[FieldType, Any]] = {FieldType.CPR: _cpr, FieldType.DATE: _date}


@functools.cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path("caseload/columns_da.json").read_text(encoding="utf-8"))
    return data


@functools.cache
def _column_fields() -> dict[str, str]:
    return {_folded(name): field_name for field_name, names in _data()["columns"].items() for name in names}


@functools.cache
def _phases() -> dict[str, str]:
    named = {_folded(name): phase for phase, names in _data()["phases"].items() for name in names}
    return named | {_folded(phase.value): phase.value for phase in Phase}


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name).strip().casefold()
