"""A caseload file on this computer: every row of it, or none; and the two commands IT asks with."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from app.ctl import __main__ as ctl
from app.domain.changes import Topic
from app.errors import CaseloadFileRefused
from app.services import caseload, doctor, importing, search, selftest
from app.store import caseload as rows
from app.vault.vault import Vault
from tests.journal_parts import NOW, SENTINEL, counts, participant, whole_text
from tests.vault_parts import PASSPHRASE, open_vault

_HEAD = "Navn;CPR-nummer;Sagsnummer;Fase;IPS-start;Ønsker\r\n"
_GOOD = _HEAD + "Amira Holm;630489-0000;JC-1;Jobsøgning;17-08-2026;Bageri\r\nJonas Bak;;JC-2;I job;;\r\n"


def test_every_row_becomes_a_participant_that_is_queued_and_found(vault: Vault) -> None:
    done = importing.import_caseload(vault, _GOOD.encode(), now=NOW)
    assert (done.created, done.changed, done.same) == (2, 0, 0)
    assert done.changes == {Topic.CASELOAD, Topic.OUTBOX}
    found = {row.participant.name: row.participant for row in caseload.overview(vault, now=NOW)}
    assert (found["Amira Holm"].case_no, found["Jonas Bak"].phase.value) == ("JC-1", "employed")
    assert counts(vault)["outbox"] == 2
    assert len(search.find(vault, "JC-2").participants) == 1


def test_a_file_taken_in_twice_changes_only_what_is_new(vault: Vault) -> None:
    importing.import_caseload(vault, _GOOD.encode(), now=NOW)
    again = importing.import_caseload(vault, _GOOD.encode(), now=NOW)
    assert (again.created, again.changed, again.same, again.changes) == (0, 0, 2, frozenset())
    newer = _GOOD.replace("Bageri", "Kantine").encode("cp1252")
    assert importing.import_caseload(vault, newer, now=NOW).changed == 1
    assert counts(vault)["outbox"] == 3


def test_a_participant_is_known_by_cpr_or_case_number(vault: Vault) -> None:
    by_cpr = participant(vault, "Amira H", cpr="630489-0000")
    by_case = participant(vault, "J Bak", case_no="JC-2")
    done = importing.import_caseload(vault, _GOOD.encode(), now=NOW)
    assert (done.created, done.changed) == (0, 2)
    with vault.read() as tx:
        assert rows.names(tx) == {by_cpr: "Amira Holm", by_case: "Jonas Bak"}


@pytest.mark.parametrize("bad", ["630489", "719984-0000"])
def test_one_bad_row_keeps_all_out(vault: Vault, bad: str) -> None:
    before = counts(vault)
    with pytest.raises(CaseloadFileRefused):
        importing.import_caseload(vault, (_GOOD + f"Sofie Dam;{bad};JC-3;;;\r\n").encode(), now=NOW)
    assert counts(vault) == before


def test_a_refused_cell_keeps_all_out_and_leaves_no_trace(vault: Vault) -> None:
    with pytest.raises(CaseloadFileRefused):
        importing.import_caseload(
            vault, (_GOOD + "Sofie Dam;;JC-3;;;Får Abilify 15 mg til natten\r\n").encode(), now=NOW
        )
    assert SENTINEL.casefold() not in whole_text(vault).casefold()


def test_a_dry_run_says_what_would_be_and_stores_nothing(vault: Vault) -> None:
    participant(vault, "J Bak", case_no="JC-2")
    before = counts(vault)
    done = importing.import_caseload(vault, _GOOD.encode(), now=NOW, dry_run=True)
    assert (done.created, done.changed, done.changes) == (1, 1, frozenset())
    assert counts(vault) == before


class _Stdin:
    def __init__(self, text: str) -> None:
        self.buffer = io.BytesIO(text.encode())


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    status = ctl.main([*arguments, "--json"])
    return status, json.loads(capsys.readouterr().out)


def _import(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: Path, text: str, *more: str
) -> tuple[int, dict[str, Any]]:
    file = place.parent / "sagsstamme.csv"
    file.write_text(text, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", _Stdin(PASSPHRASE + "\n"))
    keychain = str(place.parent / "keychain")
    return _run(
        capsys, "import", str(file), "--vault", str(place), "--passphrase-stdin", "--keychain-folder", keychain, *more
    )  # fmt: skip


def test_the_command_takes_a_file_in_or_lists_what_is_wrong(
    vault: Vault, vault_place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    vault.close()
    status, said = _import(monkeypatch, capsys, vault_place, _GOOD, "--dry-run")
    assert (status, said) == (0, {"created": 2, "changed": 0, "same": 0, "dry_run": True})
    assert _import(monkeypatch, capsys, vault_place, _GOOD)[1]["created"] == 2
    status, said = _import(monkeypatch, capsys, vault_place, _GOOD + "Sofie Dam;12;JC-3;;;\r\n")
    assert status == 1
    assert [(p["line"], p["column"], p["reason"]) for p in said["problems"]] == [(4, "CPR-nummer", "bad_cpr")]
    assert said["problems"][0]["text"]
    again = open_vault(vault_place)
    try:
        assert len(caseload.overview(again, now=NOW)) == 2
    finally:
        again.close()


def test_the_command_says_where_no_vault_is_and_where_one_is_busy(
    vault: Vault,
    vault_place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _import(monkeypatch, capsys, tmp_path / "nothing", _GOOD)[0] == 3
    status, said = _import(monkeypatch, capsys, vault_place, _GOOD)
    assert (status, said["error"]) == (5, "VaultInUse")


def test_the_selftest_passes_here_and_names_the_keychain(capsys: pytest.CaptureFixture[str]) -> None:
    status, said = _run(capsys, "selftest")
    assert (status, said["passed"]) == (0, True)
    checks = {check["name"]: check for check in said["checks"]}
    assert checks.keys() == {
        "resources", "libraries", "guard", "caseload-file", "calendar-file", "word-file", "papers", "holidays", "cipher", "keychain"
    }  # fmt: skip
    assert "keyring.backends" in checks["keychain"]["detail"]


def test_the_selftest_fails_when_a_file_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "_FILES", ("theme/nothing.json",))
    checks = selftest.run(now=NOW)
    assert not selftest.passed(checks)
    assert [check.detail for check in checks if check.ok is False] == ["theme/nothing.json"]


def test_the_doctor_tells_states_and_no_content(
    vault: Vault, vault_place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    participant(vault, "Zebra Havesen")
    home = vault_place.parent.parent
    status, said = _run(capsys, "doctor", "--profile", str(home))
    assert status == 0
    assert (said["vault"]["state"], said["policy"]["source"], said["network"]) == (
        "ready",
        "defaults",
        "not-configured",
    )
    assert "Zebra" not in json.dumps(said)
    assert said["versions"].keys() >= {"feltjournal", "schema", "guard", "sqlcipher3"}


def test_the_doctor_sees_a_missing_journal_and_a_policy_that_cannot_be_followed(
    vault: Vault, vault_place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vault.close()
    home = vault_place.parent.parent
    (vault_place / "journal.fjdb").unlink()
    (home / "policy.toml").write_text("idle_minutes = 'never'\n")
    status, said = _run(capsys, "doctor", "--profile", str(home))
    assert (status, said["vault"]["state"], said["policy"]["damaged"]) == (1, "VaultMissing", "idle_minutes")
    assert doctor.look(now=NOW, profile=home).policy.source.endswith("policy.toml")
