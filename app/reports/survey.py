"""The questions of the yearly implementation survey that only a person can answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import resources


@dataclass(frozen=True, slots=True)
class Question:
    """`number`: answered by a whole number, else in words; `choices`: by one of these codes, in words."""

    code: str
    number: bool
    text: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def told(self, answer: int | str, language: str) -> int | str:
        """An answer as it is read."""
        if isinstance(answer, int) or answer not in self.choices:
            return answer
        return self.choices[answer].get(language, answer)


def _read() -> tuple[Question, ...]:
    told: Any = json.loads(resources.path("figures/survey.json").read_text(encoding="utf-8"))
    return tuple(Question(**one) for one in told)


QUESTIONS: Final = _read()
