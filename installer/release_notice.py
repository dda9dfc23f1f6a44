"""The publisher's signed word that a newer version exists: a key to sign with, and the notice itself.

    python3 tools/dev.py run -- python -m installer.release_notice new-key --out FILE
    python3 tools/dev.py run -- python -m installer.release_notice sign --key FILE --version 0.2.0 --serial 2 --out release.json

The municipality's IT lays release.json where its server's `release_file` points. Each has a higher serial than the last.
"""

from __future__ import annotations

import argparse
import base64
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.protocol import release
from installer.bundle import ROOT

KEYS: Final = ROOT / "resources" / "release" / "keys.txt"
_MOST_DAYS = 400


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="installer.release_notice", description="Tell of a newer version.")
    commands = parser.add_subparsers(dest="command", required=True)
    new = commands.add_parser("new-key", help="make a key; its public half goes into the program")
    new.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the secret half is laid")
    signing = commands.add_parser("sign", help="make release.json")
    signing.add_argument("--key", type=Path, required=True, metavar="FILE")
    signing.add_argument("--version", required=True)
    signing.add_argument("--serial", type=int, required=True, help="higher than every one before")
    signing.add_argument("--channel", choices=(release.STABLE, release.BETA), default=release.STABLE)
    signing.add_argument("--days", type=int, default=90, help="how long it is said (default 90)")
    signing.add_argument("--out", type=Path, required=True, metavar="FILE")
    asked = parser.parse_args(arguments)
    if asked.command == "new-key":
        public = new_key(asked.out)
        with KEYS.open("a", encoding="utf-8") as file:
            file.write(public + "\n")
        print(f"public key {public} added to {KEYS.relative_to(ROOT)}")
        return 0
    if asked.serial < 1 or not 1 <= asked.days <= _MOST_DAYS:
        print("--serial is 1 or more, --days 1 to 400", file=sys.stderr)
        return 2
    now = datetime.now(UTC)
    notice = release.Notice(asked.version, asked.serial, asked.channel, now, now + timedelta(days=asked.days))
    asked.out.write_bytes(signed(notice, asked.key))
    return 0


def new_key(place: Path) -> str:
    """Makes one, readable by its owner alone. Returns the public half in base64. Raises FileExistsError."""
    made = Ed25519PrivateKey.generate()
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(base64.b64encode(made.private_bytes_raw()) + b"\n")
    return base64.b64encode(made.public_key().public_bytes_raw()).decode()


def signed(notice: release.Notice, key: Path) -> bytes:
    """The file as the server carries it."""
    secret = Ed25519PrivateKey.from_private_bytes(
        base64.b64decode(key.read_text("ascii").strip(), validate=True)
    )
    return msgspec.json.encode(release.sign(notice, secret.sign)) + b"\n"


if __name__ == "__main__":
    sys.exit(main())
