"""Write what administrators import from the one table of policies: ADMX, ADML, policy.toml, .reg, .mobileconfig, docs.

python3 tools/dev.py run -- python -m installer.policies [--check]
"""

from __future__ import annotations

import argparse
import sys
import tomllib
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import resources
from app.policy.kinds import Choice, Flag, Key, Kind, Number, Several, Text
from app.policy.sources import DOMAIN, REGISTRY
from app.policy.table import RULES, Rule

ROOT: Final = Path(__file__).resolve().parents[1]
LANGUAGES: Final = {"da": "da-DK", "en": "en-US"}
_MADE: Final = "Made by installer/policies.py from app/policy/table.py. Do not edit."
_SPACE: Final = uuid.UUID("8a6a3d2e-6f4e-5b0a-9d5c-0d2f6f1a7c11")
_LONGEST_TEXT: Final = 4000


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    help: str


def words(language: str) -> dict[str, Words]:
    """By policy name. Raises ValueError when table and words differ."""
    told = tomllib.loads(resources.path("policy/words.toml").read_text("utf-8"))
    if told.keys() != {rule.name for rule in RULES}:
        raise ValueError(f"words and table differ: {sorted(told.keys() ^ {rule.name for rule in RULES})}")
    return {name: Words(*entry[language]) for name, entry in told.items()}


def admx() -> str:
    policies = "".join(_admx_policy(rule) for rule in RULES)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!-- {_MADE} -->
<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="feltjournal" namespace="Feltjournal.Policies.Feltjournal" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn>
    <definitions>
      <definition name="SUPPORTED_Feltjournal" displayName="$(string.SUPPORTED_Feltjournal)" />
    </definitions>
  </supportedOn>
  <categories>
    <category name="Feltjournal" displayName="$(string.Category)" />
  </categories>
  <policies>
{policies}  </policies>
</policyDefinitions>
"""


def adml(language: str) -> str:
    said = words(language)
    strings, forms = [], []
    for rule in RULES:
        own = said[rule.name]
        strings.append(_string(rule.registry, own.title))
        strings.append(_string(f"{rule.registry}_Help", f"{own.help}\n\n{_span(rule, language)}"))
        if isinstance(rule.kind, Choice):
            strings += [_string(f"{rule.registry}_{value}", value) for value in rule.kind.values]
        if not isinstance(rule.kind, Flag):
            forms.append(_presentation(rule, own.title))
    supported = {"da": "Feltjournal 0.1 eller nyere", "en": "Feltjournal 0.1 or later"}[language]
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!-- {_MADE} -->
<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>Feltjournal</displayName>
  <description>Feltjournal</description>
  <resources>
    <stringTable>
{_string("Category", "Feltjournal")}{_string("SUPPORTED_Feltjournal", supported)}{"".join(strings)}    </stringTable>
    <presentationTable>
{"".join(forms)}    </presentationTable>
  </resources>
</policyDefinitionResources>
"""


def policy_toml() -> str:
    """Every policy, commented out, each in force by itself once its # is gone: whole names, no tables to uncomment too."""
    said = words("da")
    lines = [
        "# Politikker for Feltjournal. Fjern # foran en linje for at bestemme. Filen skal ejes af root og kun kunne skrives af root.",
        "# Linjerne viser det, der gælder, når ingen politik bestemmer. Kontrollér med: feltjournalctl policy",
        "",
    ]
    for rule in RULES:
        lines += [f"# {said[rule.name].title}. {said[rule.name].help}", f"#{rule.name} = {_toml(rule)}", ""]
    return "\n".join(lines)


def reg() -> str:
    """A sample for a single test computer."""
    lines = ["Windows Registry Editor Version 5.00", "", f"; {_MADE}", f"[HKEY_LOCAL_MACHINE\\{REGISTRY}]"]
    for rule in RULES:
        match rule.kind:
            case Flag():
                value = f"dword:{int(rule.default):08x}"
            case Number():
                value = f"dword:{rule.default:08x}"
            case _:
                value = f'"{_line(rule)}"'
        lines.append(f';"{rule.registry}"={value}')
    return "\r\n".join([*lines, ""])


def mobileconfig() -> str:
    def ident(name: str) -> str:
        return str(uuid.uuid5(_SPACE, name)).upper()

    values = "".join(
        f"      <key>{rule.registry}</key>\n      {_plist(rule)}\n" for rule in RULES if _has_default(rule)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- {_MADE} A sample: remove what the municipality does not decide. -->
<plist version="1.0">
<dict>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key>
      <string>{DOMAIN}</string>
      <key>PayloadIdentifier</key>
      <string>{DOMAIN}.policy.settings</string>
      <key>PayloadUUID</key>
      <string>{ident("settings")}</string>
      <key>PayloadVersion</key>
      <integer>1</integer>
{values}    </dict>
  </array>
  <key>PayloadDisplayName</key>
  <string>Feltjournal</string>
  <key>PayloadIdentifier</key>
  <string>{DOMAIN}.policy</string>
  <key>PayloadScope</key>
  <string>System</string>
  <key>PayloadType</key>
  <string>Configuration</string>
  <key>PayloadUUID</key>
  <string>{ident("profile")}</string>
  <key>PayloadVersion</key>
  <integer>1</integer>
</dict>
</plist>
"""


def page(language: str) -> str:
    """The table as documentation."""
    said = words(language)
    head = {
        "da": [
            "Politik",
            "I registreringsdatabasen",
            "Værdi",
            "Uden politik",
            "Ved fejl i værdien",
            "Hvad den gør",
        ],
        "en": [
            "policy",
            "in the registry",
            "value",
            "without a policy",
            "if the value is wrong",
            "what it does",
        ],
    }[language]
    title = {"da": "Politikker", "en": "Policies"}[language]
    rows = [
        f"| `{rule.name}` | `{rule.registry}` | {_span(rule, language, bare=True)} | {_shown(rule.default)} |"
        f" {_shown(rule.strict)} | {said[rule.name].title}. {said[rule.name].help} |"
        for rule in RULES
    ]
    return "\n".join(
        [
            f"# {title}",
            "",
            f"<!-- {_MADE} -->",
            "",
            "| " + " | ".join(head) + " |",
            "|---" * len(head) + "|",
            *rows,
            "",
        ]
    )


FILES: Final[dict[str, Callable[[], str]]] = {
    "installer/windows/admx/feltjournal.admx": admx,
    "installer/windows/admx/da-DK/feltjournal.adml": lambda: adml("da"),
    "installer/windows/admx/en-US/feltjournal.adml": lambda: adml("en"),
    "installer/windows/feltjournal.reg": reg,
    "installer/linux/policy.toml": policy_toml,
    "installer/macos/feltjournal.mobileconfig": mobileconfig,
    "installer/politikker.md": lambda: page("da"),
    "docs/reference/policies.md": lambda: page("en"),
}


def stale() -> list[str]:
    """The committed files that are not what the table says."""
    return [name for name, make in FILES.items() if not _holds(ROOT / name, make())]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="installer.policies", description="Files made from the table of policies."
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 when a file differs")
    asked = parser.parse_args(arguments)
    if asked.check:
        found = stale()
        print(
            "\n".join(f"differs from the table: {name}" for name in found) or "every file follows the table"
        )
        return 1 if found else 0
    for name in stale():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(FILES[name]().encode("utf-8"))
        print(f"wrote {name}")
    return 0


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode("utf-8")


def _admx_policy(rule: Rule) -> str:
    name = rule.registry
    both = "Both" if rule.own else "Machine"
    opening = (
        f'    <policy name="{name}" class="{both}" displayName="$(string.{name})" explainText="$(string.{name}_Help)"'
        f' key="{REGISTRY}"'
    )
    inside = '      <parentCategory ref="Feltjournal" />\n      <supportedOn ref="SUPPORTED_Feltjournal" />\n'
    if isinstance(rule.kind, Flag):
        decimal = '<{0}><decimal value="{1}" /></{0}>'
        inside += "".join(
            f"      {decimal.format(tag, v)}\n" for tag, v in (("enabledValue", 1), ("disabledValue", 0))
        )
        return f'{opening} valueName="{name}">\n{inside}    </policy>\n'
    inside += f"      <elements>\n{_admx_element(rule)}      </elements>\n"
    return f'{opening} presentation="$(presentation.{name})">\n{inside}    </policy>\n'


def _admx_element(rule: Rule) -> str:
    name = rule.registry
    match rule.kind:
        case Number(low=low, high=high):
            return f'        <decimal id="{name}" valueName="{name}" minValue="{low}" maxValue="{high}" required="true" />\n'
        case Choice(values=values):
            items = "".join(
                f'          <item displayName="$(string.{name}_{value})"><value><string>{value}</string></value></item>\n'
                for value in values
            )
            return f'        <enum id="{name}" valueName="{name}" required="true">\n{items}        </enum>\n'
        case Text(longest=longest):
            return f'        <text id="{name}" valueName="{name}" maxLength="{longest}" />\n'
        case _:
            return f'        <text id="{name}" valueName="{name}" maxLength="{_LONGEST_TEXT}" />\n'


def _presentation(rule: Rule, title: str) -> str:
    name = rule.registry
    match rule.kind:
        case Number():
            form = f'<decimalTextBox refId="{name}" defaultValue="{rule.default}">{escape(title)}</decimalTextBox>'
        case Choice(values=values):
            chosen = values.index(rule.default)
            form = f'<dropdownList refId="{name}" defaultItem="{chosen}" noSort="true">{escape(title)}</dropdownList>'
        case _:
            form = f'<textBox refId="{name}"><label>{escape(title)}</label></textBox>'
    return f'      <presentation id="{name}">{form}</presentation>\n'


def _string(name: str, text: str) -> str:
    return f'      <string id="{name}">{escape(text)}</string>\n'


def _span(rule: Rule, language: str, *, bare: bool = False) -> str:
    """What may stand there, in words."""
    danish = language == "da"
    said = _kind_words(rule.kind, danish=danish)
    if bare:
        return said
    default, strict = _shown(rule.default), _shown(rule.strict)
    if danish:
        return f"Værdi: {said}. Uden politik: {default}. En værdi, der ikke kan følges, giver: {strict}."
    return f"Value: {said}. Without a policy: {default}. A value that cannot be followed gives: {strict}."


def _kind_words(kind: Kind, *, danish: bool) -> str:
    match kind:
        case Flag():
            return "true / false"
        case Number(low=low, high=high):
            return f"{low}-{high}"
        case Choice(values=values):
            return ", ".join(values)
        case Several(one=one):
            return ("flere: " if danish else "several: ") + _kind_words(one, danish=danish)
        case Key():
            return "32 byte i base64" if danish else "32 bytes in base64"
        case _:
            return "tekst" if danish else "text"


def _shown(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case "" | () | None:
            return "–"
        case tuple():
            return "; ".join(str(each) for each in value)
        case _:
            return str(value)


def _line(rule: Rule) -> str:
    return (
        ""
        if not rule.default
        else "; ".join(rule.default)
        if isinstance(rule.default, tuple)
        else str(rule.default)
    )


def _toml(rule: Rule) -> str:
    match rule.default:
        case bool():
            return str(rule.default).lower()
        case int():
            return str(rule.default)
        case tuple():
            return "[" + ", ".join(f'"{each}"' for each in rule.default) + "]"
        case _:
            return f'"{rule.default or ""}"'


def _plist(rule: Rule) -> str:
    match rule.default:
        case bool():
            return f"<{str(rule.default).lower()}/>"
        case int():
            return f"<integer>{rule.default}</integer>"
        case tuple():
            return "<array>" + "".join(_each(rule.default)) + "</array>"
        case _:
            return f"<string>{rule.default}</string>"


def _each(values: tuple[object, ...]) -> Iterator[str]:
    return (f"<string>{value}</string>" for value in values)


def _has_default(rule: Rule) -> bool:
    return rule.default not in ("", (), None)


if __name__ == "__main__":
    sys.exit(main())
