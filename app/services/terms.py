"""What the municipality calls its own unit and the person this is all about: a dated list, remembered for the next start.

The program speaks before the journal is open, so the words lie beside it; they are names of offices, nobody's data.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.vault.vault import Vault

TERMS: Final = "terms"
UNIT, UNIT_THE, PARTICIPANT = "municipal_unit", "municipal_unit_the", "participant"
_FILE: Final = "terms.json"
_LONGEST: Final = 60


def remember(vault: Vault, *, profile: Path) -> bool:
    """Lay the lists of words the journal has taken in where the next start finds them; whether they were news."""
    from app.store import code_lists  # the start does without the store

    with vault.read() as tx:
        bodies = [body for body in code_lists.bodies(tx) if body["name"] == TERMS]
    told, file = json.dumps(bodies, ensure_ascii=False, sort_keys=True), profile / _FILE
    if told == (file.read_text("utf-8") if file.exists() else "[]"):
        return False
    file.write_text(told, "utf-8")
    return True


def spoken(profile: Path, today: date) -> dict[str, dict[str, str]]:
    """Language → code → word, of the list in force today; nothing where the municipality has sent none."""
    try:
        bodies = json.loads((profile / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    from app.domain import code_list

    try:
        lists = code_list.together(code_list.parse(body) for body in bodies)
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}
    begun = [one for one in lists.lists if one.valid_from <= today]
    offered = lists.choices(TERMS, today) if begun else ()
    return {
        language: {c.code: c.words[language][:_LONGEST] for c in offered if c.words.get(language)}
        for language in ("da", "en")
    }
