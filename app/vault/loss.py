"""What is amiss with a file that opens: older than its anchor, another than it was, poorer than the rescue journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from app.vault.audit import Verdict
from app.vault.faults import is_damage

if TYPE_CHECKING:
    from app.vault.anchor import Anchors
    from app.vault.audit import Chain
    from app.vault.rescue import Rescue


@dataclass(frozen=True, slots=True)
class Loss:
    """What was amiss at unlock.

    `behind`: links the anchor knows and the file lacks. `other`: the file went another way than the anchor says.
    `unsent`: operations only the rescue journal had, `restored`: those of them that are back. `file_at`, `anchor_at`:
    the times of the newest link in the file and outside it, UTC ISO, where known. `tail`: the newest links and their
    rows; None where a page of them is damaged. `pages`: damaged ones an earlier session has met anywhere in the file.
    """

    behind: int
    other: bool
    unsent: int
    file_at: str | None
    anchor_at: str | None
    tail: Verdict | None
    restored: int = 0
    pages: tuple[int, ...] = ()


def find(
    raw: dbapi2.Connection,
    chain: Chain,
    anchors: Anchors | None,
    rescue: Rescue,
    pages: tuple[int, ...] = (),
) -> Loss | None:
    """None when all is as it was left, and for a file that has no chain yet."""
    if not chain.is_here(raw):
        return None
    head, anchor = chain.head(raw), anchors.last() if anchors is not None else None
    behind, other = 0, False
    if anchor is not None:
        behind = max(anchor.n - head.n, 0)
        there = chain.mac_at(raw, anchor.n)
        other = there is not None and there != anchor.mac
    last = raw.execute("SELECT coalesce(max(q), 0) FROM outbox").fetchone()[0]
    unsent, tail = len(rescue.beyond(last)), _tail(raw, chain)
    if not (behind or other or unsent or pages) and tail is not None and tail.sound:
        return None
    return Loss(behind, other, unsent, head.at, anchor.at if anchor else None, tail, pages=pages)


def _tail(raw: dbapi2.Connection, chain: Chain) -> Verdict | None:
    try:
        return chain.look_back(raw)
    except dbapi2.DatabaseError as error:
        if is_damage(error):
            return None
        raise
