"""One table of policies: bounds, stricter sides, layers, the registry's types, and the files made from it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET  # our own files, made in this repository
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import settings
from app.ctl import __main__ as console
from app.policy import resolve, sources
from app.policy.kinds import Choice, Flag, Number
from app.policy.resolve import Fault, Source
from app.policy.table import BY_NAME, RULES, Rule
from app.services import doctor
from installer import policies

NS = {"p": "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"}
ADMX = policies.ROOT / "installer" / "windows" / "admx"
WORDS = st.text("0123 abæ;-:/", max_size=12)
NUMBERS = [rule for rule in RULES if isinstance(rule.kind, Number)]
# Which way is stricter. A new policy must be thought through before it is listed here.
SAFER = {
    "server.chain": True, "recovery_required": True, "guard_overrides": False, "allow_export": False,
    "allow_print": False, "allow_clipboard": False, "allow_screenshots": False,
}  # fmt: skip


def machine(**said: Any) -> Source:
    return Source(sources.MACHINE, "test", said)


def of_user(**said: Any) -> Source:
    return Source(sources.USER, "test", said)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_default_and_a_stricter_side_are_themselves_allowed(rule: Rule) -> None:
    for value in (rule.default, rule.strict):
        if value not in ("", (), None):
            assert value == rule.kind.read(list(value) if isinstance(value, tuple) else value)


@pytest.mark.parametrize("rule", NUMBERS, ids=lambda rule: rule.name)
def test_a_number_holds_to_its_bounds_and_no_further(rule: Rule) -> None:
    assert isinstance(rule.kind, Number)
    low, high = rule.kind.low, rule.kind.high
    for inside in (low, high):
        assert resolve.held([machine(**{rule.name: inside})]).value(rule.name) == inside
    for value in (low - 1, high + 1, True, str(low), float(low), None, [low]):
        found = resolve.held([machine(**{rule.name: value})])
        assert found.value(rule.name) == rule.strict
        assert [problem.fault for problem in found.problems] == [Fault.WRONG]


@given(
    st.sampled_from(RULES),
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), WORDS, st.lists(WORDS)),
)
def test_no_value_whatever_weakens_what_it_may_not(rule: Rule, value: object) -> None:
    found = resolve.held([machine(**{rule.name: value})])
    held = found.held[rule.name]
    if found.problems:
        assert (held.value, held.strict) == (rule.strict, True)
        if rule.name in SAFER:
            assert held.value is SAFER[rule.name]
    else:
        assert rule.kind.read(value) == held.value
    others = {name: one for name, one in found.held.items() if name != rule.name}
    assert all(not one.decided for one in others.values())


def test_every_switch_has_a_safe_side() -> None:
    assert {rule.name for rule in RULES if isinstance(rule.kind, Flag)} == SAFER.keys()


def test_the_machine_is_stronger_than_the_user_even_when_it_is_wrong() -> None:
    found = resolve.held([machine(lease_days=900), of_user(lease_days=90, contact_days=30)])
    assert (found.value("lease_days"), found.value("contact_days")) == (1, 30)
    assert found.held["lease_days"].layer == sources.MACHINE


@pytest.mark.parametrize(
    "text", [b"allow_export", b"\xff", b"idle_minutes = " + b"9" * 5000, b"a = " + b"[" * 5000, None],
    ids=["no TOML", "no text", "no number", "no end", "no looking"],
)  # fmt: skip
def test_a_policy_that_cannot_be_read_is_a_strict_one_and_stops_nothing(
    tmp_path: Path, text: bytes | None
) -> None:
    place = tmp_path / sources.FILE if text is not None else tmp_path / ("x" * 300)
    if text is not None:
        place.write_bytes(text)
    source = sources.of_file(sources.MACHINE, place)
    assert source is not None
    assert source.fault is Fault.UNREADABLE
    assert resolve.held([source]).value("allow_export") is False


def test_where_a_policy_cannot_be_read_is_told_by_its_line_and_never_by_what_stands_there(
    tmp_path: Path,
) -> None:
    twice = 'org_label = "A"\nserver.key = "hemmelig"\n[server]\nserver.key = "hemmelig"\n'
    (tmp_path / sources.FILE).write_text(twice, "utf-8")
    source = sources.of_file(sources.MACHINE, tmp_path / sources.FILE)
    assert source is not None
    assert source.where == f"{tmp_path / sources.FILE}:3"


def test_the_registrys_types_become_the_programs() -> None:
    said = {
        "AllowExport": 0,
        "IdleMinutes": 3,
        "ServerZones": "lan; vpn",
        "OrgLabel": "Prøveby",
        "Colour": "red",
    }
    found = resolve.held([source for source in [sources.of_values(sources.MACHINE, "HKLM", said)] if source])
    assert (found.value("allow_export"), found.value("idle_minutes")) == (False, 3)
    assert (found.value("server.zones"), found.value("org_label")) == (("lan", "vpn"), "Prøveby")
    assert [(problem.name, problem.fault) for problem in found.problems] == [("Colour", Fault.UNKNOWN)]


@pytest.mark.parametrize("value", [2, "yes", "2", ["1"]])
def test_a_wrong_type_in_the_registry_falls_to_the_stricter_side(value: object) -> None:
    source = sources.of_values(sources.MACHINE, "HKLM", {"AllowExport": value})
    assert source is not None
    assert resolve.held([source]).value("allow_export") is False


def test_a_managed_value_is_locked_and_a_tighter_own_choice_is_not(tmp_path: Path) -> None:
    file = tmp_path / "m" / "policy.toml"
    file.parent.mkdir()
    file.write_text('theme = "dark"\nidle_minutes = 5\n', "utf-8")
    found = settings.load(tmp_path, file)
    assert not settings.may_choose(found, "theme")
    assert settings.may_choose(found, "idle_minutes")
    assert settings.may_choose(found, "text_percent")
    assert not settings.may_choose(found, "allow_export")


def test_the_console_tells_each_policy_and_fails_on_a_bad_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert console.main(["policy", "--profile", str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [line["name"] for line in told["lines"]] == [rule.name for rule in RULES]
    (tmp_path / "policy.toml").write_text("lease_days = 900\nhemmelig = 1\n", "utf-8")
    assert console.main(["policy", "--profile", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "lease_days = 1 (user, locked, stricter side)" in out
    assert "NOT FOLLOWED user hemmelig: unknown" in out
    assert doctor.look(now=datetime.now(UTC), profile=tmp_path).policy.damaged == "lease_days, hemmelig"


def test_the_console_speaks_utf8_whatever_code_page_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text('support_text = "Ring på 22 22 22 22, også lørdag"\n', "utf-8")
    command = [sys.executable, "-m", "app.ctl", "policy", "--profile", str(tmp_path), "--json"]
    done = subprocess.run(
        command, capture_output=True, env=os.environ | {"PYTHONIOENCODING": "cp1252"}, check=False
    )
    values = {line["name"]: line["value"] for line in json.loads(done.stdout.decode())["lines"]}
    assert values["support_text"] == "Ring på 22 22 22 22, også lørdag"


# --- the files made from the table -------------------------------------------------------------------------------------


def test_the_committed_files_follow_the_table() -> None:
    assert policies.stale() == []


def test_every_name_an_admx_file_uses_is_explained_in_each_language() -> None:
    admx = ET.parse(ADMX / "feltjournal.admx").getroot()
    text = (ADMX / "feltjournal.admx").read_text("utf-8")
    for language in policies.LANGUAGES.values():
        adml = ET.parse(ADMX / language / "feltjournal.adml").getroot()
        strings = {one.attrib["id"] for one in adml.iterfind(".//p:string", NS)}
        forms = {one.attrib["id"]: one for one in adml.iterfind(".//p:presentation", NS)}
        used = {part.split(")")[0] for part in text.split("$(string.")[1:]}
        assert used == strings
        for policy in admx.iterfind(".//p:policy", NS):
            ids = {one.attrib["id"] for one in policy.iterfind("./p:elements/*", NS)}
            named = policy.attrib.get("presentation", "").removeprefix("$(presentation.").removesuffix(")")
            assert ids == ({one.attrib["refId"] for one in forms[named]} if named else set())


def test_an_admx_file_writes_what_the_program_reads() -> None:
    admx = ET.parse(ADMX / "feltjournal.admx").getroot()
    found = list(admx.iterfind(".//p:policy", NS))
    assert [one.attrib["name"] for one in found] == [rule.registry for rule in RULES]
    assert {one.attrib["key"] for one in found} == {sources.REGISTRY}
    for one, rule in zip(found, RULES, strict=True):
        values = [
            one.attrib.get("valueName"),
            *(each.attrib["valueName"] for each in one.iterfind("./p:elements/*", NS)),
        ]
        assert set(values) - {None} == {rule.registry}
        match rule.kind:
            case Number(low=low, high=high):
                decimal = one.find("./p:elements/p:decimal", NS)
                assert decimal is not None
                assert (int(decimal.attrib["minValue"]), int(decimal.attrib["maxValue"])) == (low, high)
            case Choice(values=values_):
                assert [each.text for each in one.iterfind(".//p:item/p:value/p:string", NS)] == list(values_)
            case _:
                pass


def test_each_line_of_the_sample_is_in_force_by_itself_and_all_of_them_mean_the_defaults() -> None:
    lines = [
        line.removeprefix("#")
        for line in policies.policy_toml().splitlines()
        if line.startswith("#") and not line.startswith("# ")
    ]
    said = dict(sources._flat(tomllib.loads("\n".join(lines))))
    assert said.keys() == BY_NAME.keys()
    assert [name for line in lines for name, _ in sources._flat(tomllib.loads(line))] == list(BY_NAME)
    for name, value in said.items():
        assert value in ([], "") or BY_NAME[name].kind.read(value) == BY_NAME[name].default
