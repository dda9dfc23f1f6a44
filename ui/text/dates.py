"""Dates and times as a consultant says them. `now` is always passed, and its zone is the zone that is shown."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timezone, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

translate = QCoreApplication.translate
# The days a field can be set to. A slip of the finger names others, of which no clock can tell the moment: Windows' begin in
# 1970, and the last day of all has no tomorrow.
OFFERED = QDate(1971, 1, 1), QDate(2199, 12, 31)


def local(when: datetime, now: datetime) -> datetime:
    """`when` in the zone of `now`; a fixed offset stands for the computer's own zone, summer and winter."""
    return when.astimezone(_named(now))


def moment_of(on: date, at: time, now: datetime) -> datetime:
    """The moment a day and a time of day name, in the zone `now` is shown in: the inverse of `local`."""
    naive = datetime.combine(on, at)
    zone = _named(now)
    # By way of the timestamp: half past two in the night that has none is half past three, and not half past one.
    return naive.replace(tzinfo=zone) if zone else datetime.fromtimestamp(naive.timestamp(), UTC).astimezone()


def _named(now: datetime) -> tzinfo | None:
    """A zone that knows summer and winter, as that of `ui.clock`; None for a fixed offset."""
    return None if isinstance(now.tzinfo, timezone) else now.tzinfo


def clock(when: datetime, now: datetime) -> str:
    """`9.05`, in English `9:05`"""
    at = local(when, now)
    return QLocale().toString(QTime(at.hour, at.minute), pattern("H.mm"))


def pattern(danish: str) -> str:
    """Of a day or a time, as Danes write it. The English put no full stop behind a day's number, and a colon in a time."""
    if QLocale().language() is not QLocale.Language.English:
        return danish
    return danish.replace("dd.MM.", "dd/MM/").replace("d. ", "d ").replace("H.mm", "H:mm")


def shaped(when: date, danish: str) -> str:
    """A day by a pattern for Danish."""
    return QLocale().toString(QDate(when.year, when.month, when.day), pattern(danish))


def day(when: date, now: datetime) -> str:
    """At the start of a sentence: `I dag`, `I morgen`, `I går`, `Tors. 26. nov.`, `Man. 3. aug. 2025`."""
    return _capital(day_within(when, now))


def day_within(when: date, now: datetime) -> str:
    """Inside a sentence: `i dag`, `tors. 26. nov.`"""
    which = local(when, now).date() if isinstance(when, datetime) else when
    today = local(now, now).date()
    near = {
        -1: lambda: translate("Dates", "i går"),
        0: lambda: translate("Dates", "i dag"),
        1: lambda: translate("Dates", "i morgen"),
    }.get((which - today).days)
    if near is not None:
        return near()
    return shaped(which, "ddd d. MMM" if which.year == today.year else "ddd d. MMM yyyy")


def weekday(when: date) -> str:
    """Inside a sentence, however near: `tirs. 24. nov.`"""
    return shaped(when, "ddd d. MMM")


def moment(when: datetime, now: datetime) -> str:
    """`I dag kl. 13.00`, `Tors. 26. nov. kl. 9.00`"""
    return _capital(moment_within(when, now))


def moment_within(when: datetime, now: datetime) -> str:
    """`i går kl. 15.42`"""
    sentence = translate("Dates", "%1 kl. %2")
    return sentence.replace("%1", day_within(when, now)).replace("%2", clock(when, now))


def span(start: datetime, minutes: int | None, now: datetime) -> str:
    """`kl. 9.05`, or with a length `kl. 9.05 · 35 min`."""
    at = translate("Dates", "kl. %1").replace("%1", clock(start, now))
    return f"{at} · {duration(minutes)}" if minutes else at


def happened(when: datetime, minutes: int | None, now: datetime) -> str:
    """For a timeline: today by the clock, otherwise by the day. `kl. 9.05 · 35 min`, `man. 9. nov. · 45 min`."""
    if local(when, now).date() == local(now, now).date():
        return span(when, minutes, now)
    on = day_within(when, now)
    return f"{on} · {duration(minutes)}" if minutes else on


def duration(minutes: int) -> str:
    """`35 min`, `5 t`, `5 t 20 min`"""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return translate("Dates", "%1 min").replace("%1", str(rest))
    if not rest:
        return translate("Dates", "%1 t").replace("%1", str(hours))
    return translate("Dates", "%1 t %2 min").replace("%1", str(hours)).replace("%2", str(rest))


def long_day(when: date) -> str:
    """`Mandag 23. november 2026 · uge 48`"""
    return _capital(long_day_within(when))


def long_day_within(when: date) -> str:
    """Inside a sentence: `mandag 23. november 2026 · uge 48`"""
    return f"{shaped(when, 'dddd d. MMMM yyyy')} · {week(when)}"


def long_date(when: date) -> str:
    """Inside a sentence: `17. august 2026`"""
    return shaped(when, "d. MMMM yyyy")


def short_date(when: date, now: datetime) -> str:
    """Without its weekday: `24. nov.`, and with the year when it is not this one."""
    return shaped(when, "d. MMM" if when.year == local(now, now).year else "d. MMM yyyy")


def month(now: datetime) -> str:
    """Inside a sentence: `nov.`"""
    return shaped(local(now, now).date(), "MMM")


def week(when: date) -> str:
    """`uge 48`"""
    return translate("Dates", "uge %1").replace("%1", str(when.isocalendar().week))


def week_heading(when: date, now: datetime) -> str:
    """`UGE 47`, `UGE 48 · I DAG, MANDAG 23. NOVEMBER`, and with the year when it is not this one."""
    which = local(when, now).date() if isinstance(when, datetime) else when
    today = local(now, now).date()
    title = week(which)
    if which == today:
        named = shaped(which, "dddd d. MMMM")
        title = translate("Dates", "%1 · i dag, %2").replace("%1", title).replace("%2", named)
    elif which.isocalendar().year != today.isocalendar().year:
        title = f"{title} · {which.isocalendar().year}"
    return title.upper()


def since(when: datetime | date | None, now: datetime) -> str:
    """`14 dage siden sidst`, `i dag`, `ingen kontakt endnu`"""
    if when is None:
        return translate("Dates", "ingen kontakt endnu")
    days = days_since(when, now)
    if days <= 0:
        return translate("Dates", "kontakt i dag")
    return translate("Dates", "%n dag(e) siden sidst", "", days)


def days_since(when: datetime | date, now: datetime) -> int:
    which = local(when, now).date() if isinstance(when, datetime) else when
    return (local(now, now).date() - which).days


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
