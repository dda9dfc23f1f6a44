"""What stands between a note and the journal, in words that say what to do. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.journal import BODY_TEXTS, TEXT_MAX, TITLE_MAX, TITLE_MIN, NoteKind
from app.services import journal
from app.services.door import Invalid
from ui.note.words import kind_name
from ui.widgets.note_edit import Spot

translate = QCoreApplication.translate
_GAP = re.compile(r"\[(?:[^\[\]\n]{0,40}\?|…)\]")


@dataclass(frozen=True, slots=True)
class Problem:
    """What to mend first: the field that gets the focus, and the words."""

    field: str
    words: str


def problem(note: journal.NoteFields, now: datetime) -> Problem | None:
    """What, apart from the guard, is in the way; the store asks again and has the last word."""
    wrong = journal.check(note, now=now)
    return in_words(wrong) if wrong else _unfilled(note)


def in_words(wrong: Invalid) -> Problem:
    said = _sentences()
    return Problem(
        wrong.field, said.get((wrong.field, wrong.reason)) or said.get((wrong.field, "")) or said["", ""]
    )


def _sentences() -> dict[tuple[str, str], str]:
    """By field and reason; "" stands for any other."""
    too_long = translate("Note", "Teksten er for lang. Der er plads til {n} tegn.").format(
        n=_number(TEXT_MAX)
    )
    return {
        ("participant", "missing"): translate("Note", "Vælg den kandidat, notatet handler om."),
        ("participant", ""): translate(
            "Note", "Kandidaten findes ikke længere på denne computer. Kladden er gemt."
        ),
        ("title", "long"): translate("Note", "Overskriften kan højst være {n} tegn.").format(n=TITLE_MAX),
        ("title", ""): translate("Note", "Skriv en overskrift på mindst {n} tegn.").format(n=TITLE_MIN),
        ("happened_at", "future"): translate(
            "Note", "Tidspunktet ligger i fremtiden. Et notat handler om det, der er sket."
        ),
        ("happened_at", ""): translate("Note", "Skriv dag og klokkeslæt."),
        ("minutes", ""): translate("Note", "Varigheden skal være mellem 0 minutter og et døgn."),
        ("source", "blocked"): translate(
            "Note",
            "Samtykket til, at klinikken fortæller, er trukket tilbage eller udløbet. Skriv kun, hvad du har fra andre.",
        ),
        ("corrects", ""): translate("Note", "Notatet er allerede rettet. Åbn den nyeste udgave, og ret den."),
        ("facts", "missing"): translate("Note", "Skriv, hvad der skete, eller hvad I aftalte."),
        ("", ""): too_long,
    }


def _unfilled(note: journal.NoteFields) -> Problem | None:
    for field in ("title", *BODY_TEXTS):
        text: str = getattr(note, field)
        gap = gap_in(text)
        if gap is not None:
            return Problem(
                field,
                translate("Note", "Skriv dine egne ord i stedet for {gap}.").format(gap=text[slice(*gap)]),
            )
    return None


def title_for(kind: NoteKind, facts: str, spots: tuple[Spot, ...]) -> str:
    """The title a note gets by itself; words the guard looks at are not repeated in it."""
    return journal.suggest_title(kind_name(kind), text="" if spots else facts)


def gap_in(text: str) -> tuple[int, int] | None:
    """The first place where a suggestion waits for the writer's own words."""
    hit = _GAP.search(text)
    return hit.span() if hit else None


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
