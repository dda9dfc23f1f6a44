"""The way back in through the municipality: two officers, one answer for one request, and nothing old opens any more."""

from __future__ import annotations

import base64
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import (
    DeviceSecretForeign,
    DiskFailing,
    NoWayBack,
    PassphraseOff,
    RecoveryAnswerWrong,
    WrongPassphrase,
)
from app.services import unlock
from app.vault import attempts
from app.vault.keys import RecoveryKey
from app.vault.vault import Vault
from server import recover
from server.main import main
from tests.journal_parts import note, participant
from tests.vault_parts import CHEAP, NOW, PASSPHRASE, keychain_of, open_vault

NEW = "syv blå vogne holder stille"
KID = "kommune-2026-1"


@pytest.fixture
def officers(tmp_path: Path) -> tuple[RecoveryKey, Path]:
    folder = tmp_path / "officers"
    return RecoveryKey(KID, recover.new_key(folder, KID)), folder


@pytest.fixture
def shut(vault_place: Path, officers: tuple[RecoveryKey, Path]) -> Path:
    made = unlock.create(vault_place, PASSPHRASE, keychain_of(vault_place), recovery=officers[0], cost=CHEAP)
    note(made, participant(made))
    made.close()
    return vault_place


def _answer(request: str, folder: Path) -> str:
    halves = [path.read_text("ascii") for path in sorted(folder.iterdir())]
    return recover.answer(recover.read(request), (halves[0], halves[1]))


@pytest.mark.parametrize("keychain_lost", [False, True])
def test_two_officers_let_a_consultant_in_again(
    shut: Path, officers: tuple[RecoveryKey, Path], *, keychain_lost: bool
) -> None:
    if keychain_lost:
        keychain_of(shut).remove(shut.name)
    asked = unlock.ask_for_recovery(shut)
    unlock.recover(shut, asked, _answer(asked.text, officers[1]), NEW, keychain_of(shut), cost=CHEAP)
    with pytest.raises(WrongPassphrase):
        open_vault(shut)
    again = open_vault(shut, NEW)
    with again.read() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM note").scalar_one() == 1
    again.close()
    assert unlock.ask_for_recovery(shut).text != asked.text


def test_after_a_hundred_wrong_ones_only_the_municipality_lets_one_in(
    shut: Path, officers: tuple[RecoveryKey, Path]
) -> None:
    attempts.write(shut, attempts.State(failures=99, last_try=NOW.isoformat()))
    with pytest.raises(WrongPassphrase):
        open_vault(shut, NEW, NOW + timedelta(hours=1))
    for days in (1, 30):
        with pytest.raises(PassphraseOff):
            open_vault(shut, PASSPHRASE, NOW + timedelta(days=days))
    asked = unlock.ask_for_recovery(shut)
    unlock.recover(shut, asked, _answer(asked.text, officers[1]), NEW, keychain_of(shut), cost=CHEAP)
    open_vault(shut, NEW).close()


def test_where_the_municipality_has_no_key_a_passphrase_stays_a_way_in(
    vault: Vault, vault_place: Path
) -> None:
    vault.close()
    attempts.write(vault_place, attempts.State(failures=300, last_try=NOW.isoformat()))
    open_vault(vault_place, PASSPHRASE, NOW + timedelta(hours=1)).close()


def test_a_way_back_that_could_not_be_written_down_leaves_the_old_one(
    shut: Path, officers: tuple[RecoveryKey, Path]
) -> None:
    asked = unlock.ask_for_recovery(shut)
    (shut / "vault.fjk.tmp").mkdir()  # the key file cannot be written
    with pytest.raises(DiskFailing):
        unlock.recover(shut, asked, _answer(asked.text, officers[1]), NEW, keychain_of(shut), cost=CHEAP)
    (shut / "vault.fjk.tmp").rmdir()
    open_vault(shut, PASSPHRASE).close()


def test_an_answer_fits_one_request_and_one_journal_only(
    shut: Path, officers: tuple[RecoveryKey, Path]
) -> None:
    before = {path.name: path.read_bytes() for path in shut.glob("vault.fjk*")}
    first, second = unlock.ask_for_recovery(shut), unlock.ask_for_recovery(shut)
    answer = _answer(first.text, officers[1])
    for wrong in (answer[:-6], "", "fja1.xxxx", answer.replace("fja1.", "fjr1.")):
        with pytest.raises(RecoveryAnswerWrong):
            unlock.recover(shut, first, wrong, NEW, keychain_of(shut), cost=CHEAP)
    with pytest.raises(RecoveryAnswerWrong):
        unlock.recover(shut, second, answer, NEW, keychain_of(shut), cost=CHEAP)
    assert {path.name: path.read_bytes() for path in shut.glob("vault.fjk*")} == before
    open_vault(shut).close()


def test_one_officer_alone_opens_nothing(shut: Path, officers: tuple[RecoveryKey, Path]) -> None:
    request = recover.read(unlock.ask_for_recovery(shut).text)
    half = next(officers[1].iterdir()).read_text("ascii")
    other = "fjs1." + base64.urlsafe_b64encode(b"x" * 32).decode()
    for pair in ((half, half), (half, other), (half, "fjs1.")):
        with pytest.raises(recover.RecoveryRefused):
            recover.answer(request, pair)


def test_a_vault_made_without_the_municipalitys_key_says_so(vault: Vault, vault_place: Path) -> None:
    vault.close()
    with pytest.raises(NoWayBack):
        unlock.ask_for_recovery(vault_place)


def test_the_officers_commands_make_the_key_and_answer(
    vault_place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "halves"
    assert main(["recovery-key", "--kid", KID, "--to", str(folder)]) == 0
    public = capsys.readouterr().out.split()[-1]
    assert main(["recovery-key", "--kid", KID, "--to", str(folder)]) == 2
    recovery = RecoveryKey(KID, base64.b64decode(public))
    unlock.create(vault_place, PASSPHRASE, keychain_of(vault_place), recovery=recovery, cost=CHEAP).close()
    asked = unlock.ask_for_recovery(vault_place)
    shares = [word for path in sorted(folder.iterdir()) for word in ("--share", str(path))]
    capsys.readouterr()
    assert main(["recover", "--vault", "0" * 32, *shares, asked.text]) == 4
    assert main(["recover", "--vault", vault_place.name, *shares, asked.text]) == 0
    answer = capsys.readouterr().out
    unlock.recover(vault_place, asked, answer, NEW, keychain_of(vault_place), cost=CHEAP)
    open_vault(vault_place, NEW).close()


def test_a_qr_reader_may_type_the_request(
    shut: Path,
    officers: tuple[RecoveryKey, Path],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shares = [word for path in sorted(officers[1].iterdir()) for word in ("--share", str(path))]
    asked = unlock.ask_for_recovery(shut)
    assert asked.text.replace(".", "").isalnum(), "on a Danish keyboard other signs lie elsewhere"
    monkeypatch.setattr("sys.stdin", io.StringIO(asked.text + "\n"))
    assert main(["recover", "--vault", shut.name, *shares, "-"]) == 0
    answer = capsys.readouterr().out
    unlock.recover(shut, asked, answer, NEW, keychain_of(shut), cost=CHEAP)
    open_vault(shut, NEW).close()


def test_the_secret_of_another_vault_is_told_from_a_wrong_answer(shut: Path) -> None:
    keychain_of(shut).put(shut.name, b"x" * 32)
    with pytest.raises(DeviceSecretForeign):
        open_vault(shut, PASSPHRASE, NOW)


def test_the_officers_open_what_a_lost_computer_had_not_sent(
    shut: Path, officers: tuple[RecoveryKey, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shares = [word for path in sorted(officers[1].iterdir()) for word in ("--share", str(path))]
    out = tmp_path / "operations.jsonl"
    command = ["open-rescue", str(shut / "rescue"), *shares, "--to", str(out)]
    assert main(command) == 0
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["q"] for row in rows] == [1, 2]
    assert "journal.append" in rows[1]["kind"]
    assert "talte om job i et bageri" in rows[1]["p"]
    assert out.stat().st_mode & 0o077 == 0
    assert main(command) == 4, "a file that is there is not written over"
    recover.new_key(tmp_path / "others", "others")
    wrong = [word for path in sorted((tmp_path / "others").iterdir()) for word in ("--share", str(path))]
    assert main(["open-rescue", str(shut / "rescue"), *wrong, "--to", str(tmp_path / "nothing")]) == 4
    assert (tmp_path / "nothing").read_text() == ""
    assert "talte om" not in capsys.readouterr().out
