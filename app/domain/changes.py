"""What a use case touched, so that pages know what to reload."""

from __future__ import annotations

import enum


class Topic(enum.Enum):
    CASELOAD = enum.auto()
    JOURNAL = enum.auto()
    EMPLOYERS = enum.auto()
    CALENDAR = enum.auto()
    TASKS = enum.auto()
    WORK = enum.auto()
    TIME = enum.auto()
    DRAFTS = enum.auto()
    OUTBOX = enum.auto()
    SYNC = enum.auto()
    FIDELITY = enum.auto()


Changes = frozenset[Topic]
