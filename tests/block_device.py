"""A file system of its own on a loop device, whose medium can be made to fail below it: the kernel's own errors."""

from __future__ import annotations

import contextlib
import fcntl
import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_EXT4_SHUTDOWN = 0x8004587D  # _IOR('X', 125, u32), Linux fs/ext4/ext4.h
_AT_ONCE = 2  # without writing the log out first
_SIZE = 16 << 20
_SIDE = "24m"  # what there is really room for


@dataclass(frozen=True, slots=True)
class Medium:
    """`folder`: where it is mounted; `image`: the file that stands for the blocks, on a small file system of its own."""

    folder: Path
    image: Path

    def mount(self) -> None:
        _run("mount", "-o", "loop", str(self.image), str(self.folder))

    def take_out(self) -> None:
        """Gone from under those who have files open on it, as a drive that is pulled out."""
        _run("umount", "-l", str(self.folder))

    def abort(self) -> None:
        """What ext4 does by itself at the first error in its log: it stays, to be read only."""
        _run("mount", "-o", "remount,abort", str(self.folder))

    def shut_down(self) -> None:
        """From now on every call is answered with an error."""
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, _EXT4_SHUTDOWN, struct.pack("I", _AT_ONCE))
        finally:
            os.close(descriptor)

    def lose_writes(self) -> None:
        """No block that is new reaches the medium any more."""
        _fill(self.image.with_name("filler"))

    def fill(self) -> None:
        _fill(self.folder / "filler")


@contextmanager
def medium(folder: Path) -> Iterator[Medium]:
    """Needs root and a loop device."""
    side, mounted = folder / "blocks", folder / "disk"
    for one in (side, mounted):
        one.mkdir(parents=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={_SIDE}", "tmpfs", str(side))
    made = Medium(mounted, side / "image")
    try:
        with made.image.open("wb") as file:
            file.truncate(_SIZE)
        _run("mkfs.ext4", "-q", "-E", "lazy_itable_init=0", str(made.image))
        made.mount()
        yield made
    finally:
        for one in (mounted, side):
            subprocess.run(["umount", "-l", str(one)], check=False, capture_output=True)


def is_possible() -> bool:
    """Asked by doing it: a container's root may be refused what its tools are there for."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    allowed = contextlib.suppress(AssertionError, OSError)
    with tempfile.TemporaryDirectory() as folder, allowed, medium(Path(folder)):
        return True
    return False


def _run(*command: str) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, (command, done.stderr)


def _fill(path: Path) -> None:
    with path.open("ab", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(b"\0" * size)
