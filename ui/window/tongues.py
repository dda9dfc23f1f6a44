"""How the window's language is changed while it runs, and how its pages are called then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ui.desk import PageKind


@dataclass(frozen=True, slots=True)
class Tongues:
    """`speak(code)`: use a language from now on. `spoken()`: the one in use. `pages()`: the pages in its words."""

    speak: Callable[[str], object]
    spoken: Callable[[], str]
    pages: Callable[[], Sequence[PageKind]]
