"""The questions of the yearly implementation survey that only a person can answer, single ones and tables of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import resources

Words = Mapping[str, str]
Answers = Mapping[str, int | str]


@dataclass(frozen=True, slots=True)
class Question:
    """`number`: answered by a whole number, else in words; `choices`: by one of these codes, in words."""

    code: str
    number: bool
    text: Words
    choices: Mapping[str, Words] = field(default_factory=dict)

    def told(self, answer: int | str, language: str) -> int | str:
        """An answer as it is read."""
        if isinstance(answer, int) or answer not in self.choices:
            return answer
        return self.choices[answer].get(language, answer)


@dataclass(frozen=True, slots=True)
class Table:
    """A question that is answered as often as there are units or partners, up to `rows` times. `one`: what a row is
    about. `tally`: the column whose codes are counted: by its number where it has one, else by rows."""

    code: str
    rows: int
    text: Words
    one: Words
    tally: str
    columns: tuple[Question, ...]

    def cell(self, row: int, column: str) -> str:
        """The code under which a cell is kept."""
        return f"{self.code}.{row}.{column}"

    def cells(self) -> tuple[Question, ...]:
        return tuple(
            Question(self.cell(row, one.code), one.number, one.text, one.choices)
            for row in range(self.rows)
            for one in self.columns
        )

    def row(self, given: Answers, row: int) -> Mapping[str, int | str]:
        """What is answered in a row, by column."""
        told = {one.code: given.get(self.cell(row, one.code), "") for one in self.columns}
        return {column: answer for column, answer in told.items() if answer != ""}

    def counts(self, given: Answers) -> Mapping[str, int]:
        """How many of each code; "" where a row does not say which."""
        found: Counter[str] = Counter()
        number = next((one.code for one in self.columns if one.number), "")
        for n in range(self.rows):
            row = self.row(given, n)
            many = row.get(number, 0) if number else int(bool(row))
            found[str(row.get(self.tally, ""))] += many if isinstance(many, int) else 0
        return {code: many for code, many in found.items() if many}


def told(given: Answers, language: str) -> tuple[tuple[str, int | str], ...]:
    """Question and answer, as they are read: the single ones, then each table row by row and how many there are."""
    found = [
        (_in(one.text, language), one.told(given[one.code], language))
        for one in QUESTIONS
        if given.get(one.code, "") != ""
    ]
    for table in TABLES:
        found += _rows(table, given, language)
        found += _tally(table, given, language)
    return tuple(found)


def _rows(table: Table, given: Answers, language: str) -> list[tuple[str, int | str]]:
    """Only rows somebody named: where no words are told, the counts say all there is."""
    found: list[tuple[str, int | str]] = []
    for n in range(table.rows):
        row = table.row(given, n)
        if table.columns[0].code in row:
            parts = [str(one.told(row[one.code], language)) for one in table.columns if one.code in row]
            found.append((_in(table.text, language), ", ".join(parts)))
    return found


def _tally(table: Table, given: Answers, language: str) -> list[tuple[str, int | str]]:
    counts, name = table.counts(given), _in(table.text, language)
    if not counts:
        return []
    of = next(one for one in table.columns if one.code == table.tally)
    known = [(f"{name}: {of.told(code, language)}", counts[code]) for code in of.choices if code in counts]
    return [*known, (f"{name}: {_ALL[language]}", sum(counts.values()))]


def _in(words: Words, language: str) -> str:
    return words.get(language, words["da"])


def _read() -> tuple[tuple[Question, ...], tuple[Table, ...]]:
    whole: Any = json.loads(resources.path("figures/survey.json").read_text(encoding="utf-8"))
    questions = tuple(Question(**one) for one in whole if "columns" not in one)
    tables = (
        Table(**one | {"columns": tuple(Question(**column) for column in one["columns"])})
        for one in whole
        if "columns" in one
    )
    return questions, tuple(tables)


_ALL: Final = {"da": "i alt", "en": "in all"}
QUESTIONS, TABLES = _read()
CELLS: Final = (*QUESTIONS, *(cell for table in TABLES for cell in table.cells()))
