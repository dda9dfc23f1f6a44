"""The handbook as topics that can be searched. Pure; the text is data in `resources/handbook`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import resources
from ui.widgets.picker import fold

_HEAD = re.compile(r"^# (?P<title>.+?) \{(?P<id>[a-z-]+)\}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Topic:
    """`text`: Markdown, without its heading."""

    id: str
    title: str
    text: str


def topics() -> tuple[Topic, ...]:
    """In the order of the book."""
    whole = resources.path("handbook/da.md").read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(whole))
    ends = [head.start() for head in heads[1:]] + [len(whole)]
    return tuple(
        Topic(head["id"], head["title"], whole[head.end() : end].strip())
        for head, end in zip(heads, ends, strict=True)
    )


def matching(book: Sequence[Topic], typed: str) -> tuple[Topic, ...]:
    """Topics in which every typed word begins a word; those whose title has it come first."""
    asked = fold(typed).split()
    fits = [one for one in book if _has(f"{one.title} {one.text}", asked)]
    return tuple(sorted(fits, key=lambda one: not _has(one.title, asked)))


def _has(text: str, asked: Sequence[str]) -> bool:
    words = re.findall(r"\w+", fold(text))
    return all(any(word.startswith(begin) for word in words) for begin in asked)
