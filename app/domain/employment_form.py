"""Employment forms as a dated list, each with three answers to "does it count?", because the sources disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.code_list import Code, CodeLists

LIST: Final = "employment_form"


@dataclass(frozen=True, slots=True)
class EmploymentForm:
    """One form of employment as the list had it on the day a job began. `words`: language → what it is called.

    `strict`: competitive in the sense of the 25-item IPS scale. `trial`: ordinary as the Danish IPS trial defined it,
    with flexjob and private wage subsidy; None where the trial does not say. `hours`: its hours are ordinary wage
    hours as STAR counts them. The three are independent of each other.
    """

    code: str
    words: Mapping[str, str]
    strict: bool
    trial: bool | None
    hours: bool

    def word(self, language: str) -> str:
        return self.words.get(language) or self.words["da"]


def choices(lists: CodeLists, day: date) -> tuple[EmploymentForm, ...]:
    """Those a job that starts on this day can have."""
    return tuple(_form(code) for code in lists.choices(LIST, day))


def of(lists: CodeLists, code: str, start: date) -> EmploymentForm | None:
    """The form of a job as it was when the job began; None for one no list here knows."""
    found = lists.find(LIST, code, start)
    return None if found is None else _form(found)


def _form(code: Code) -> EmploymentForm:
    says = code.says
    return EmploymentForm(code.code, code.words, bool(says["strict"]), says["trial"], bool(says["hours"]))
