"""A note the disk would not take: sealed in another folder, nowhere in clear, and a draft again when it is fetched."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.errors import CopyForeign, CopyNotWritten, DiskFull
from app.services import journal, rescue_copy, unlock
from app.vault.keys import RecoveryKey
from app.vault.vault import Vault
from server import recover
from server.main import main
from tests.journal_parts import NOW, REFUSED, SENTINEL, fields, participant
from tests.vault_kills import LATER, OTHER
from tests.vault_parts import CHEAP, PASSPHRASE, keychain_of, open_vault

FACTS = "Mødtes på havnen og så på lageret sammen."
RAW = FACTS.encode()


@pytest.fixture
def away(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def _copy(
    vault: Vault, whose: UUID | None, away: Path, *, facts: str = FACTS, id: UUID | None = None
) -> Path:
    note = fields(whose, facts=facts)
    return rescue_copy.make(vault, note=note, id=id or uuid4(), corrects=None, folder=away, now=NOW).path


def test_on_a_full_disk_the_copy_is_made_and_later_the_draft_is_there_again(vault: Vault, away: Path) -> None:
    whose, id = participant(vault), uuid4()
    vault.pragma("max_page_count = 1")
    with pytest.raises(DiskFull):
        journal.save_draft(vault, note=fields(whose, facts=FACTS * 90), now=NOW, id=id)
    path = _copy(vault, whose, away, facts=FACTS * 90, id=id)
    vault.pragma("max_page_count = 1073741823")
    assert journal.drafts(vault) == ()
    taken = rescue_copy.take(vault, path=path, now=NOW)
    assert not taken.newer
    (draft,) = journal.drafts(vault)
    assert draft == taken.draft
    assert (draft.id, draft.participant, draft.facts) == (id, whose, FACTS * 90)


def test_nothing_of_it_can_be_read_and_what_the_guard_refuses_is_not_even_sealed(
    vault: Vault, away: Path, officers: tuple[RecoveryKey, Path]
) -> None:
    whose = participant(vault, "Zacharias Vandværk")
    path = _copy(vault, whose, away, facts=f"{FACTS} {REFUSED}")
    held = path.read_bytes()
    assert RAW not in held
    for word in ("Zacharias", "Vandværk", SENTINEL, str(whose), "havnen"):
        assert word.encode() not in held
        assert word not in path.name
    assert path.stat().st_mode & 0o077 == 0
    (row,) = vault.open_copy(held) or []
    assert FACTS in row["draft"]["facts"], "the control: the right key finds the words"
    assert SENTINEL not in json.dumps(row)
    assert [left.name for left in away.iterdir()] == [path.name], "nothing half beside it"


def test_an_older_copy_never_takes_the_place_of_a_newer_draft(vault: Vault, away: Path) -> None:
    whose, id = participant(vault), uuid4()
    path = _copy(vault, whose, away, id=id)
    newer = fields(whose, facts="Det nyeste, der blev skrevet.")
    journal.save_draft(vault, note=newer, now=NOW + timedelta(minutes=5), id=id)
    taken = rescue_copy.take(vault, path=path, now=NOW + timedelta(hours=1))
    assert taken.newer
    assert taken.draft.facts == "Det nyeste, der blev skrevet."
    assert [draft.facts for draft in journal.drafts(vault)] == ["Det nyeste, der blev skrevet."]


def test_it_can_be_fetched_after_another_passphrase_and_new_keys(
    vault: Vault, vault_place: Path, away: Path
) -> None:
    from app.services import renewing

    path = _copy(vault, participant(vault), away)
    unlock.change_passphrase(
        vault, old=PASSPHRASE, new=OTHER, keychain=keychain_of(vault_place), now=NOW, cost=CHEAP
    )
    vault.close()
    renewing.rotate(vault_place, OTHER, keychain_of(vault_place), now=LATER)
    again = open_vault(vault_place, OTHER, LATER)
    assert again.gen == 2
    assert rescue_copy.take(again, path=path, now=LATER).draft.facts == FACTS
    again.close()


def test_no_other_file_and_no_other_journals_copy_is_taken(vault: Vault, tmp_path: Path, away: Path) -> None:
    other = unlock.create(tmp_path / "other" / ("6f" * 16), PASSPHRASE, keychain_of(tmp_path), cost=CHEAP)
    foreign = _copy(other, participant(other), away)
    other.close()
    own = _copy(vault, participant(vault), away)
    for n, spoilt in enumerate((b"", b"[]", b"{}", own.read_bytes()[:-30], own.read_bytes()[::-1])):
        path = away / f"{n}.fjo"
        path.write_bytes(spoilt)
        with pytest.raises(CopyForeign):
            rescue_copy.take(vault, path=path, now=NOW)
    for path in (foreign, away, away / "missing.fjo"):
        with pytest.raises(CopyForeign):
            rescue_copy.take(vault, path=path, now=NOW)
    assert journal.drafts(vault) == ()


def test_a_folder_that_takes_nothing_either_is_said(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(CopyNotWritten):
        _copy(vault, participant(vault), tmp_path / "no such folder")


@pytest.fixture
def officers(tmp_path: Path) -> tuple[RecoveryKey, Path]:
    public = recover.new_key(tmp_path / "officers", "kommune-2026-1")
    return RecoveryKey("kommune-2026-1", public), tmp_path / "officers"


def test_the_two_officers_can_read_it_too(
    vault_place: Path, officers: tuple[RecoveryKey, Path], away: Path, tmp_path: Path
) -> None:
    key, halves = officers
    vault = unlock.create(vault_place, PASSPHRASE, keychain_of(vault_place), recovery=key, cost=CHEAP)
    _copy(vault, participant(vault), away)
    vault.close()
    shares = [word for path in sorted(halves.iterdir()) for word in ("--share", str(path))]
    assert main(["open-rescue", str(away), *shares, "--to", str(tmp_path / "out.jsonl")]) == 0
    (line,) = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["draft"]["facts"] == FACTS
