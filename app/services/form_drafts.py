"""A form that was begun survives the lock and a crash; what the guard refuses is cut out before it reaches the disk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app import guard
from app.domain.form_draft import FormDraft
from app.services.door import LONG_MAX, SHORT_MAX, tidy
from app.store import access, form_drafts

if TYPE_CHECKING:
    from app.vault.vault import Vault

# Whose words a form holds where they are not the consultant's own: the clinic's are read most strictly.
_SOURCES: Final = {"clinic": guard.Source.CLINIC}


def save(
    vault: Vault,
    kind: str,
    *,
    texts: Mapping[str, str],
    choices: Mapping[str, str],
    now: datetime,
    participant: UUID | None = None,
) -> int:
    """Keep it, or forget the one before when there is nothing in it. How many spans were cut out."""
    shown = {name: tidy(text)[:LONG_MAX] for name, text in texts.items() if text.strip()}
    source = _SOURCES.get(kind, guard.Source.OBSERVED)
    held = sum(f.level is guard.Level.REFUSE for text in shown.values() for f in guard.review(text, source))
    cleared = {name: guard.redact(text, source) for name, text in shown.items()}
    short = {name: value for name, value in choices.items() if len(value) <= SHORT_MAX}
    with vault.begin() as tx:
        if cleared:
            form_drafts.save(
                tx, kind, participant=participant, texts=cleared, choices=short, held=held, now=now
            )
        else:
            form_drafts.discard(tx, kind)
    return held


def open_draft(vault: Vault, kind: str, *, now: datetime) -> FormDraft | None:
    """The form of this kind that was begun; that one about a participant was looked at is written down."""
    with vault.begin() as tx:
        found = form_drafts.get(tx, kind)
        if found is not None and found.participant is not None:
            access.log(tx, found.participant, access.Action.DRAFT, now=now)
        return found


def discard(vault: Vault, kind: str) -> bool:
    with vault.begin() as tx:
        return form_drafts.discard(tx, kind)
