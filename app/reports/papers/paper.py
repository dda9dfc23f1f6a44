"""A report before it is a file: title, what personal data it holds, headings, paragraphs, tables."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Cell = str | int | float | Fraction | None


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """`heads` names the columns; the first column names each row. None is an empty cell."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | Text | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """`personal`: the line that says what personal data is in it. `foot`: who made it, when. `large`: for a reader
    who wants large print. `draft`: a word across the page, where it is not final."""

    title: str
    lines: tuple[str, ...]
    personal: str
    foot: str
    blocks: tuple[Block, ...]
    page_word: str = "Side"
    of_word: str = "af"
    language: str = "da"
    large: bool = False
    draft: str = ""

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))


def told(cell: Cell, comma: str = ",") -> str:
    """A number with one decimal where it has any, and with the language's comma."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case int():
            return str(cell)
        case _:
            exact = Fraction(cell)
            return str(int(exact)) if exact.denominator == 1 else f"{float(exact):.1f}".replace(".", comma)
