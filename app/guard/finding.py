"""What the guard may say of a text: categories, levels, findings."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Label = Literal["refuse", "warn", "allow"]


class Level(enum.Enum):
    REFUSE = "refuse"
    WARN = "warn"


class Source(enum.Enum):
    """Whose words they are; the guard is strictest with the clinic's."""

    PARTICIPANT = "participant"
    OBSERVED = "observed"
    EMPLOYER = "employer"
    AUTHORITY = "authority"
    CLINIC = "clinic"


REFUSED = (
    "DIAG_CODE",
    "DIAG_NAME",
    "MEDICATION",
    "RATING_SCALE",
    "MENTAL_STATE",
    "TREATMENT",
    "RISK_COERCION",
    "SUBSTANCE",
    "RECORD_DOC",
    "CLINICIAN_ATTR",
    "THIRD_PARTY",
)
WARNED = ("LAY_HEALTH", "MED_UNNAMED", "SOMATIC", "CLIN_VAGUE", "CPR", "PRIVATE")
# What is everyday talk from the candidate is record content when the clinic says it.
STERNER_FROM_CLINIC = frozenset({"LAY_HEALTH", "MED_UNNAMED", "SOMATIC"})
CATEGORIES = REFUSED + WARNED


@dataclass(frozen=True, slots=True)
class Finding:
    """`start` and `end` are code points of the text as it was given; `rule` names what found it."""

    start: int
    end: int
    category: str
    level: Level
    rule: str


def label(findings: Iterable[Finding]) -> Label:
    levels = {finding.level for finding in findings}
    if Level.REFUSE in levels:
        return "refuse"
    return "warn" if levels else "allow"
