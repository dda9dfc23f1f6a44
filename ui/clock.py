"""The clock on the wall: this computer's moment, in a zone that knows summer and winter."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, tzinfo


class Here(tzinfo):
    """The computer's own zone for every moment. The offset it has today is not the one it had last summer: with that
    alone a visit of last week is an hour off, and a day begins at eleven in the evening.

    (`zoneinfo` is slow to load, and would have to be told where it is.) One for each moment that is read from the clock:
    two moments of the very same zone are compared by what the clock on the wall says, not by the time between them.
    """

    def __init__(self) -> None:
        self._ahead = datetime.now().astimezone().utcoffset() or timedelta()

    def utcoffset(self, when: datetime | None) -> timedelta | None:
        if when is None:
            return None
        try:
            return when.replace(tzinfo=None).astimezone().utcoffset()
        except (OSError, OverflowError, ValueError):  # years of which the operating system knows nothing
            return self._ahead

    def fromutc(self, when: datetime) -> datetime:
        try:
            seconds = int(when.replace(tzinfo=UTC, microsecond=0).timestamp())
            at = datetime.fromtimestamp(seconds)  # noqa: DTZ006 - which of two equal hours it is, is asked here
        except (OSError, OverflowError, ValueError):
            return when + self._ahead
        return at.replace(microsecond=when.microsecond, tzinfo=self)

    def dst(self, when: datetime | None) -> timedelta | None:
        del when
        return None

    def tzname(self, when: datetime | None) -> str | None:
        ahead = self.utcoffset(when)
        return None if ahead is None else f"UTC{ahead / timedelta(hours=1):+g}"

    def __repr__(self) -> str:
        """The same for two of the same place."""
        return f"Here{time.tzname}"


def now() -> datetime:
    return datetime.now(Here())
