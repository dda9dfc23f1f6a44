"""Every policy there is. Registry, policy.toml, ADMX, macOS profile and documentation are made from this table.

The words that IT reads stand beside it in `resources/policy/words.toml`, one entry for each row here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from app.policy.kinds import Choice, Flag, Key, Kind, Number, Several, Text, https, network, proxy


@dataclass(frozen=True, slots=True)
class Rule:
    """`strict`: what holds when the value given cannot be followed; never weaker than `default`.

    `own`: the user may choose while no policy decides. `tighten`: and may choose less than the policy.
    """

    name: str
    kind: Kind
    default: Any
    strict: Any
    own: bool = False
    tighten: bool = False

    @property
    def registry(self) -> str:
        """The name in the registry, the ADMX file and a macOS profile: `server.url` is `ServerUrl`."""
        return "".join(part.capitalize() for part in self.name.replace(".", "_").split("_"))


def _kept(name: str, kind: Kind, default: Any, *, own: bool = False) -> Rule:
    """Nothing is stricter than the default."""
    return Rule(name, kind, default, default, own=own)


RULES: Final = (
    _kept("server.url", Text(check=https), ""),
    _kept("server.pins", Several(Key()), ()),
    _kept("server.key", Key(), None),
    Rule("server.chain", Flag(), default=False, strict=True),
    Rule("server.zones", Several(Choice(("lan", "vpn"))), ("lan", "vpn"), ("lan",)),
    Rule("gate", Choice(("none", "domain", "listed")), "none", "domain"),
    _kept("networks", Several(Text(80, check=network)), ()),
    _kept("proxy", Text(check=proxy), ""),
    _kept("sync_minutes", Number(1, 60), 5),
    Rule("idle_minutes", Number(1, 15), 5, 5, own=True, tighten=True),
    Rule("lock_hours", Number(1, 24), 12, 1),
    Rule("visit_minutes", Number(0, 60), 2, 0),
    Rule("lease_days", Number(1, 90), 14, 1),
    Rule("key_days", Number(30, 730), 365, 30),
    Rule("passphrase_length", Number(15, 64), 15, 20),
    _kept("recovery.kid", Text(64), ""),
    _kept("recovery.key", Key(), None),
    Rule("recovery_required", Flag(), default=False, strict=True),
    Rule("guard_overrides", Flag(), default=True, strict=False),
    _kept("guard.key", Key(), None),
    _kept("guard.file", Text(260), ""),
    Rule("allow_export", Flag(), default=True, strict=False),
    Rule("allow_print", Flag(), default=True, strict=False),
    Rule("allow_clipboard", Flag(), default=True, strict=False),
    Rule("allow_screenshots", Flag(), default=True, strict=False),
    _kept("update_notice", Choice(("none", "stable", "beta")), "none"),
    Rule("log_level", Choice(("ERROR", "WARNING", "INFO", "DEBUG")), "INFO", "WARNING"),
    _kept("org_label", Text(80), ""),
    _kept("managed_by", Text(80), ""),
    _kept("support_text", Text(200), ""),
    _kept("participant_word", Choice(("kandidat", "deltager", "borger")), "kandidat"),
    _kept("contact_days", Number(1, 90), 14),
    _kept("theme", Choice(("system", "light", "dark", "contrast")), "system", own=True),
    _kept("text_percent", Number(80, 200), 100, own=True),
    _kept("language", Choice(("da", "en")), "da", own=True),
)
BY_NAME: Final = {rule.name: rule for rule in RULES}
