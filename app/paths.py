"""Where things lie on this computer, and where a vault must not lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath

_VAULTS = "v"
_PARTS = ("vault.fjk", "vault.fjk.bak", "journal.fjdb")
_REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "ncpfs", "afs"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs2", "fuse.s3fs"}
)
_SYNCED = (
    *("onedrive", "dropbox", "google drive", "googledrive", "icloud", "mobile documents", "cloudstorage"),
    *("com~apple~clouddocs", "nextcloud", "owncloud", "box sync", "sharepoint", "creative cloud files"),
)


def profile(explicit: Path | None = None) -> Path:
    """The folder of everything Feltjournal keeps on this computer; never one that roams."""
    if explicit is not None:
        return explicit
    import platformdirs

    name = "feltjournal" if sys.platform.startswith("linux") else "Feltjournal"
    return Path(platformdirs.user_data_dir(name, appauthor=False, roaming=False))


def log_dir(profile: Path) -> Path:
    return profile / "log"


def vault_places(profile: Path) -> tuple[Path, ...]:
    """Folders that hold any part of a vault, whole or damaged."""
    folder = vaults(profile)
    try:
        if not folder.is_dir():
            return ()
        found = [place for place in folder.iterdir() if any((place / part).exists() for part in _PARTS)]
    except OSError:  # a drive or a network folder that does not answer any more
        return ()
    return tuple(sorted(found))


def vaults(profile: Path) -> Path:
    """The folder in which the profile's vault has a folder of its own."""
    return profile / _VAULTS


def vault_place(profile: Path) -> Path:
    """The profile's vault, or where a new one goes."""
    places = vault_places(profile)
    return places[0] if places else profile / _VAULTS / os.urandom(16).hex()


def unsuitable(place: Path) -> str | None:
    """`network` or `synced` when a vault must not lie here: both copy it, and break its locks."""
    place = place.expanduser().absolute()
    resolved = place.resolve()
    if _is_unc(place) or _is_unc(resolved) or file_system(resolved) in _REMOTE:
        return "network"
    return "synced" if is_synced(place) or is_synced(resolved) else None


def is_synced(place: PurePath) -> bool:
    """Whether a folder on the way is one that a cloud client copies."""
    for variable in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = os.environ.get(variable)
        if root and place.is_relative_to(root):
            return True
    if any(part.casefold().startswith(_SYNCED) for part in place.parts):
        return True
    return any(Path(folder, ".dropbox").is_file() for folder in place.parents)


def file_system(place: Path) -> str:
    """The kind of the file system under `place`, as the system names it; `` when it will not say."""
    if sys.platform == "win32":
        return "smb" if _drive_is_remote(place) else ""
    if sys.platform == "darwin":
        import subprocess

        listing = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
        return deepest(place, mac_mounts(listing))
    try:
        listing = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    except OSError:
        return ""
    return deepest(place, linux_mounts(listing))


def linux_mounts(mountinfo: str) -> list[tuple[str, str]]:
    """Mount point and kind of each line of /proc/self/mountinfo, later mounts last."""
    found = []
    for line in mountinfo.splitlines():
        left, _, right = line.partition(" - ")
        fields, kind = left.split(" "), right.split(" ")[0]
        if len(fields) > 4:
            found.append((_unescaped(fields[4]), kind))
    return found


def mac_mounts(listing: str) -> list[tuple[str, str]]:
    """The same from `mount`: `//anna@fil/del on /Volumes/del (smbfs, nodev, nosuid)`."""
    found = []
    for line in listing.splitlines():
        where, _, kind = line.partition(" on ")[2].rpartition(" (")
        found.append((where, kind.partition(",")[0].rstrip(")")))
    return found


def deepest(place: Path, mounts: list[tuple[str, str]]) -> str:
    """The kind of the mount that `place` lies in; of two at one point the later hides the earlier."""
    best, length = "", -1
    for point, kind in mounts:
        if place.is_relative_to(point) and len(point) >= length:
            best, length = kind, len(point)
    return best


def _unescaped(field: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        field = field.replace(code, character)
    return field


def _is_unc(place: PurePath) -> bool:
    return str(place).startswith(("\\\\", "//"))


def _drive_is_remote(place: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    remote = 4
    return bool(ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == remote)
