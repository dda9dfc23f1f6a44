"""What the lists of the sync page say. Pure: rows and sentences, no widgets."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.records import TYPES, FieldType, Wire
from app.guard import CATEGORIES
from app.services.deciding import Settled
from app.services.sync import Disagreement, Item, Rejoined, SyncStatus
from ui.sync import words
from ui.text import dates, guard
from ui.widgets.row_list import Row

translate = QCoreApplication.translate
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a value; `own`: the other version does not have it."""

    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class Version:
    """`mark`: how what is its own is marked, besides the word that says so: `underline` or `strike`."""

    head: str
    parts: tuple[Part, ...]
    mark: str

    def sentence(self) -> str:
        return f"{self.head}: {''.join(part.text for part in self.parts)}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One field two people have changed. `words`: it holds text, so that a third version can be written."""

    rev: int
    field: str
    title: str
    wanted: Version
    stands: Version
    wanted_value: Wire
    stands_value: Wire
    words: bool


def waiting(items: Sequence[Item], now: datetime) -> tuple[Row, ...]:
    """What has no receipt; never called sent, whatever has been put on the wire. As many as are shown: after a month without
    the net there are thousands."""
    return tuple(
        Row(
            item,
            words.icon(item.what, "hard-drive"),
            _title(item),
            _made(item, now),
            right=translate("Sync", "Venter på kvittering") if item.state == "sent" else "",
            tone="infoText",
        )
        for item in unconfirmed(items)[:SHOWN]
    )


def unconfirmed(items: Sequence[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.state in ("pending", "sent"))


def held(items: Sequence[Item], now: datetime) -> tuple[Row, ...]:
    return tuple(
        Row(
            item,
            "shield-alert",
            _title(item),
            f"{_categories(item.problem)} · {_made(item, now)}",
            act=translate("Sync", "Ret") if item.what == "note" else translate("Sync", "Åbn"),
            tone="stopText",
        )
        for item in items
        if item.state == "held"
    )


def parked(items: Sequence[Item], now: datetime) -> tuple[Row, ...]:
    return tuple(
        Row(
            item,
            "users",
            _title(item),
            f"{words.parked(item.problem)} · {_made(item, now)}",
            tone="warnText",
        )
        for item in items
        if item.state == "parked"
    )


def history(items: Sequence[Item], now: datetime) -> tuple[Row, ...]:
    """Alike and written in the same minute is one row with a count."""
    rows = []
    for (title, made), found in groupby(items, key=lambda item: (_title(item), _made(item, now))):
        run = list(found)
        several = translate("Sync", "%n ændring(er) · %1", "", len(run)).replace(
            "%1", made[:1].lower() + made[1:]
        )
        note = several if len(run) > 1 else made
        rows.append(Row(run[0], words.icon(run[0].what, "cloud-check"), title, note, tone="okText"))
    return tuple(rows)


def choice(one: Disagreement, names: Mapping[UUID, str], now: datetime) -> Choice:
    wanted = words.value(one.type, one.field, one.wanted, now)
    stands = words.value(one.type, one.field, one.stands, now)
    subject = " · ".join(
        part
        for part in (words.what(one.type), names.get(one.record, ""), words.field(one.type, one.field))
        if part
    )
    head = translate("Sync", "Udgave fra %1, set %2").replace("%1", one.by)
    mine, theirs = apart(wanted or _nothing(), stands or _nothing())
    kind = TYPES.get(one.type)
    return Choice(
        one.rev,
        one.field,
        subject,
        Version(head.replace("%2", dates.moment_within(one.seen_at, now)), mine, "strike"),
        Version(translate("Sync", "Står nu hos jobcentret"), theirs, "underline"),
        one.wanted,
        one.stands,
        words=kind is not None and kind.fields.get(one.field) is FieldType.TEXT,
    )


def settled(found: Sequence[Settled], names: Mapping[UUID, str], now: datetime) -> tuple[Row, ...]:
    """Decided fields: what stands, and the version that lost, which is never thrown away."""
    return tuple(_settled(one, names, now) for one in found)


def _settled(one: Settled, names: Mapping[UUID, str], now: datetime) -> Row:
    asked = one.asked
    stands = words.value(asked.type, asked.field, one.stands, now) or _nothing()
    lost = [words.value(asked.type, asked.field, version, now) or _nothing() for version in one.lost]
    gone = translate("Sync", "Fravalgt: %1").replace("%1", " / ".join(lost)) if lost else ""
    title = " · ".join(
        part for part in (names.get(asked.record, ""), words.field(asked.type, asked.field), stands) if part
    )
    return Row((asked.rev, asked.field), "list-checks", title, gone, tone="accentText")


def apart(one: str, other: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The two versions, word by word, with what only one of them has marked."""
    a, b = re.findall(r"\s+|\S+", one), re.findall(r"\s+|\S+", other)
    left: list[Part] = []
    right: list[Part] = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        same = tag == "equal"
        left.append(Part("".join(a[i1:i2]), own=not same))
        right.append(Part("".join(b[j1:j2]), own=not same))
    return tuple(part for part in left if part.text), tuple(part for part in right if part.text)


def clock(status: SyncStatus) -> str:
    """`Computerens ur er 12 min. foran.`; "" while it goes right."""
    if status.clock_off is None:
        return ""
    minutes = round(abs(status.clock_off.total_seconds()) / 60)
    if status.clock_off.total_seconds() > 0:
        sentence = translate("Sync", "Computerens ur er %1 foran.")
    else:
        sentence = translate("Sync", "Computerens ur er %1 bagud.")
    return sentence.replace("%1", dates.duration(minutes))


def two_copies(at: datetime | None, now: datetime) -> str:
    """That the disk of this computer was copied and both are used; "" where they are not."""
    if at is None:
        return ""
    said = translate(
        "Sync",
        "Den samme journal er i brug på to computere, set %1. Intet er gået tabt: Det, der skrives på den ene, kommer "
        "også til den anden. Brug kun den ene fra nu af, og bed IT om at tilmelde den anden på ny.",
    )
    return said.replace("%1", dates.moment_within(at, now))


def rejoined(found: Rejoined | None, now: datetime) -> str:
    """What became of a journal that was an older copy of itself; "" where it was none."""
    if found is None:
        return ""
    first = translate(
        "Sync", "Journalen på denne computer var en ældre kopi af sig selv. Det blev opdaget %1."
    )
    said = [first.replace("%1", dates.moment_within(found.at, now))]
    if found.back:
        said.append(translate("Sync", "%n ændring(er) er hentet igen fra jobcentret.", "", found.back))
    if found.again:
        said.append(
            translate("Sync", "%n ændring(er), der kun fandtes her, er lagt i kø på ny.", "", found.again)
        )
    if found.gone:
        gone = translate(
            "Sync", "%n ændring(er), som serverens vagt havde afvist, fandtes kun her og er væk. Skriv dem igen.", "",
            found.gone,
        )  # fmt: skip
        said.append(gone)
    else:
        said.append(translate("Sync", "Intet, der var sendt, er gået tabt."))
    return " ".join(said)


def aside(status: SyncStatus) -> str:
    newer = status.set_aside.get("newer", 0)
    others = sum(status.set_aside.values()) - newer
    found = [words.aside("newer", newer) if newer else "", words.aside("", others) if others else ""]
    return " ".join(sentence for sentence in found if sentence)


def more(count: int) -> str:
    """Said below a list that is cut off."""
    return translate("Sync", "og %n til", "", count - SHOWN) if count > SHOWN else ""


def _title(item: Item) -> str:
    kind = words.what(item.what)
    return f"{kind} · {item.name}" if item.name else kind


def _made(item: Item, now: datetime) -> str:
    return translate("Sync", "Skrevet %1").replace("%1", dates.moment_within(item.made_at, now))


def _categories(problem: str | None) -> str:
    known = [code for code in re.split(r"[,\s]+", problem or "") if code in CATEGORIES]
    titles = ", ".join(dict.fromkeys(guard.title(code) for code in known))
    return titles or translate("Sync", "Serverens vagt tog ikke imod")


def _nothing() -> str:
    return translate("Sync", "(tomt)")
