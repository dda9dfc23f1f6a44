"""Where a vault may lie, and how the program finds out."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from app import paths


def test_an_ordinary_folder_will_do(tmp_path: Path) -> None:
    assert paths.unsuitable(tmp_path / "v" / "5e") is None


@pytest.mark.parametrize(
    "name",
    ["OneDrive - Odense Kommune", "Dropbox", "Google Drive", "iCloudDrive", "Nextcloud", "CloudStorage"],
)
def test_a_folder_that_a_cloud_client_copies_will_not(tmp_path: Path, name: str) -> None:
    assert paths.unsuitable(tmp_path / name / "v") == "synced"


def test_a_link_into_such_a_folder_will_not_either(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox")
    assert paths.unsuitable(tmp_path / "plain" / "v") == "synced"


def test_a_folder_known_only_by_its_mark_or_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "box").mkdir()
    (tmp_path / "box" / ".dropbox").write_text("{}")
    assert paths.unsuitable(tmp_path / "box" / "v") == "synced"
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "kommune"))
    assert paths.unsuitable(tmp_path / "kommune" / "v") == "synced"


def test_a_windows_share_is_known_by_its_name() -> None:
    assert paths._is_unc(PureWindowsPath(r"\\fil01\hjem\anna"))
    assert not paths._is_unc(PureWindowsPath(r"C:\Users\anna"))
    assert paths.is_synced(PurePosixPath("/Users/anna/Library/Mobile Documents/x"))


MOUNTINFO = """\
25 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
90 25 0:44 / /home/anna/faelles\\040drev rw,relatime - cifs //fil01/hjem rw
91 25 0:45 / /mnt/a rw - nfs4 fil02:/x rw
92 25 0:46 / /mnt/a rw - tmpfs tmpfs rw
broken
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/home/anna/.local", "ext4"),
        ("/home/anna/faelles drev/v", "cifs"),
        ("/mnt/a/v", "tmpfs"),
        ("/mnt/ab", "ext4"),
    ],
)
def test_the_deepest_and_latest_mount_decides(place: str, kind: str) -> None:
    assert paths.deepest(Path(place), paths.linux_mounts(MOUNTINFO)) == kind


def test_a_mac_tells_by_its_mount_list() -> None:
    listing = (
        "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n"
        "//anna@fil01/hjem on /Volumes/hjem (smbfs, nodev, nosuid, mounted by anna)\n"
    )
    assert paths.deepest(Path("/Volumes/hjem/v"), paths.mac_mounts(listing)) == "smbfs"
    assert paths.deepest(Path("/Users/anna"), paths.mac_mounts(listing)) == "apfs"


def test_a_remote_file_system_will_not_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "file_system", lambda _place: "cifs")
    assert paths.unsuitable(tmp_path) == "network"


def test_a_given_profile_is_used_and_its_vault_found_again(tmp_path: Path) -> None:
    profile = paths.profile(tmp_path)
    assert profile == tmp_path
    assert paths.vault_places(profile) == ()
    new = paths.vault_place(profile)
    assert new.parent == tmp_path / "v"
    assert len(new.name) == 32
    new.mkdir(parents=True)
    (tmp_path / "v" / ".making-1").mkdir()
    (new / "journal.fjdb").write_bytes(b"")
    assert paths.vault_place(profile) == new


def test_without_one_it_lies_in_the_users_local_data() -> None:
    assert paths.profile().name.casefold() == "feltjournal"
    assert "roaming" not in str(paths.profile()).casefold()
