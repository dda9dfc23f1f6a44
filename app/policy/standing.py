"""The decisions that hold for the whole program, for rooms to which nobody hands settings down.

A program puts its settings in force once it has read them (`hold`), and again when policies change. Until then the
defaults hold.
"""

from __future__ import annotations

from typing import Any, Final

from app.policy.table import BY_NAME

# Only what is asked for deep inside: the less stands here, the less is hidden from a reader of the code.
_NAMES: Final = (
    "guard_overrides",
    "contact_days",
    "passphrase_length",
    "allow_clipboard",
    "allow_export",
    "allow_print",
)
_now: dict[str, Any] = {name: BY_NAME[name].default for name in _NAMES}


def hold(settings: object) -> None:
    """From now on. `settings`: has every name as an attribute."""
    _now.update({name: getattr(settings, name) for name in _NAMES})


def guard_overrides() -> bool:
    """Whether the consultant may keep words the guard asks about."""
    return bool(_now["guard_overrides"])


def contact_days() -> int:
    """After so many days without contact a page says so."""
    return int(_now["contact_days"])


def passphrase_length() -> int:
    """Characters that a new passphrase has at least."""
    return int(_now["passphrase_length"])


def allow_clipboard() -> bool:
    return bool(_now["allow_clipboard"])


def allow_export() -> bool:
    """Whether anything of the journal may be saved as a file."""
    return bool(_now["allow_export"])


def allow_print() -> bool:
    return bool(_now["allow_print"])
