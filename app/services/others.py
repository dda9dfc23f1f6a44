"""Whether a text names a candidate it is not about: what others may read, or a clinic hears, is about nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.store import caseload

if TYPE_CHECKING:
    from app.store import Tx

REASON: Final = "other"


def named(tx: Tx, texts: Mapping[str, str], *, but: Iterable[UUID]) -> str | None:
    """The first field that has the whole name of a candidate who is not one of `but`; a first name alone may be
    anybody's. None where there is none."""
    read = {field: " ".join(text.casefold().split()) for field, text in texts.items() if text.strip()}
    if not read:
        return None
    about = set(but)
    names = {
        whole
        for id, name in caseload.names(tx).items()
        if id not in about and " " in (whole := " ".join(name.casefold().split()))
    }
    names -= {" ".join(name.casefold().split()) for name in caseload.names(tx, about).values()}
    return next((field for field, text in read.items() if any(_stands(name, text) for name in names)), None)


def _stands(name: str, text: str) -> bool:
    """As whole words, or as "Amira Holms"."""
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?:s|'s)?(?!\w)", text) is not None
