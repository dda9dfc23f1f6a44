"""A drive taken out, a network folder gone: it is called that, and no new journal takes its place anywhere."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.ctl.__main__ import main
from app.errors import VaultAway
from app.services import unlock
from app.services.unlock import Broken, NoVault, Ready
from app.vault import whereabouts
from app.vault.erase import erase
from app.vault.vault import Vault
from tests.vault_children import child, heard
from tests.vault_parts import CHEAP, NOW, PASSPHRASE, keychain_of, new_vault, open_vault

Away = Callable[[Path], object]


def _taken(place: Path) -> None:
    """The folder is gone with the drive."""
    place.rename(place.parent.parent / "drive")


def _unmounted(place: Path) -> None:
    """The mount point stays, and is empty."""
    _taken(place)
    place.mkdir()


def _profile_gone(place: Path) -> None:
    """The whole profile was on it; what makes it anew at the next start finds nothing."""
    shutil.copytree(place.parent, place.parent.parent / "drive")
    for path in place.parent.iterdir():
        if path.name != "keychain":  # the computer's own, which only these tests keep beside it
            shutil.rmtree(path)


@pytest.mark.parametrize("away", [_taken, _unmounted, _profile_gone])
def test_while_it_runs_a_journal_that_went_away_is_away_and_not_new(
    vault: Vault, vault_place: Path, away: Away
) -> None:
    vault.close()
    away(vault_place)
    found = unlock.status(vault_place, now=NOW)
    assert isinstance(found, Broken)
    assert isinstance(found.error, VaultAway)
    before = sorted(vault_place.rglob("*"))
    with pytest.raises(VaultAway):
        open_vault(vault_place)
    with pytest.raises(VaultAway):
        new_vault(vault_place)
    assert sorted(vault_place.rglob("*")) == before, "not even a lock is left where a drive will be mounted"


def _start_anew(pipe: object, place: Path) -> None:
    """What a program that was just started finds and does."""
    send = pipe.send  # type: ignore[attr-defined]
    send(isinstance(unlock.status(place, now=NOW), NoVault))
    send(unlock.is_away(place.parent, keychain_of(place)))
    try:
        unlock.create(place, PASSPHRASE, keychain_of(place), cost=CHEAP).close()
    except VaultAway:
        send("refused")
    else:
        send("made")


@pytest.mark.parametrize("away", [_taken, _unmounted, _profile_gone])
def test_after_a_start_the_keychain_still_knows_of_it(vault: Vault, vault_place: Path, away: Away) -> None:
    vault.close()
    away(vault_place)
    with child(_start_anew, vault_place) as (_, said):
        assert heard(said) == [True, True, "refused"]


def test_a_journal_from_before_this_was_remembered_is_remembered_at_its_next_lock(
    vault: Vault, vault_place: Path
) -> None:
    keychain = keychain_of(vault_place)
    keychain.set_places(b"{}")
    vault.close()
    assert json.loads(keychain.places() or b"")
    _taken(vault_place)
    assert unlock.is_away(vault_place.parent, keychain)


def test_when_it_is_back_it_opens_as_before(vault: Vault, vault_place: Path) -> None:
    vault.close()
    _taken(vault_place)
    (vault_place.parent.parent / "drive").rename(vault_place)
    assert isinstance(unlock.status(vault_place, now=NOW), Ready)
    assert not unlock.is_away(vault_place.parent, keychain_of(vault_place))
    open_vault(vault_place).close()


def test_a_disk_that_no_longer_answers_is_away_too(
    vault: Vault, vault_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system says of a network folder whose server is gone (ESTALE, EIO)."""
    vault.close()
    plain = os.stat

    def stale(path: object, *args: object, **kwargs: object) -> object:
        if str(path).startswith(str(vault_place)):
            raise OSError(errno.ESTALE, "stale")
        return plain(path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", stale)
    found = unlock.status(vault_place, now=NOW)
    assert isinstance(found, Broken)
    assert isinstance(found.error, VaultAway)
    with pytest.raises(VaultAway):
        open_vault(vault_place)


def test_what_was_destroyed_on_order_is_not_missed(vault: Vault, vault_place: Path) -> None:
    erase(vault)
    assert unlock.status(vault_place, now=NOW) == NoVault(erased=True)
    assert not unlock.is_away(vault_place.parent, keychain_of(vault_place))
    assert keychain_of(vault_place).places() in (None, b"{}")


def test_only_the_newest_folders_are_remembered_and_fit_one_entry_of_windows(
    vault: Vault, vault_place: Path, tmp_path: Path
) -> None:
    keychain = keychain_of(vault_place)
    for n in range(40):
        whereabouts.remember(keychain, tmp_path / f"profile {n}" / "v" / ("5e" * 16), f"{n:032x}")
    assert len(keychain.places() or b"") <= 1280
    assert unlock.is_away(tmp_path / "profile 39" / "v", keychain)
    assert not unlock.is_away(tmp_path / "profile 3" / "v", keychain)


def test_the_console_says_it_and_lets_go_of_it_only_when_it_is_gone(
    vault: Vault, vault_place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vault.close()
    secrets = ["--keychain-folder", str(vault_place.parent / "keychain")]
    assert main(["vault", "forget", str(vault_place), *secrets]) == 3, "it is there"
    _taken(vault_place)
    capsys.readouterr()
    for given in (vault_place, vault_place.parent, vault_place.parent.parent):
        assert main(["vault", "verify", str(given), "--json", *secrets]) == 3
        assert json.loads(capsys.readouterr().out) == {"sound": False, "problem": "VaultAway"}
    assert main(["vault", "forget", str(vault_place.parent), *secrets]) == 0
    capsys.readouterr()
    assert main(["vault", "verify", str(vault_place), *secrets]) == 3
    assert capsys.readouterr().out == "problem: no vault here\n"
    assert main(["vault", "forget", str(vault_place), *secrets]) == 3
