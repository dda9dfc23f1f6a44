"""Sign every program file that its maker has not signed, and the MSI. SIGN_CMD signs for real; without it a throw-away
certificate does, and what it signs is called UNSIGNED.

SIGN_CMD is a command to which the file's place is added, such as a call of signtool with a certificate in an HSM.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

_SUBJECT = "/CN=Feltjournal throw-away certificate/O=NOT FOR USE"


def for_release() -> bool:
    return bool(os.environ.get("SIGN_CMD"))


def unsigned(folder: Path) -> list[Path]:
    """Program files of Windows without any signature; what others have signed is left alone."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and _is_program(path))
    return [path for path in files if not _has_signature(path)]


def sign(paths: Iterable[Path]) -> None:
    """Each in place."""
    given = list(paths)
    if command := os.environ.get("SIGN_CMD"):
        for path in given:
            subprocess.run([*shlex.split(command), str(path)], check=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        key, certificate = Path(folder) / "key.pem", Path(folder) / "certificate.pem"
        _throw_away(key, certificate)
        for path in given:
            made = Path(folder) / "signed"
            subprocess.run(
                ["osslsigncode", "sign", "-certs", str(certificate), "-key", str(key), "-h", "sha256",
                 "-n", "Feltjournal", "-in", str(path), "-out", str(made)],
                check=True, capture_output=True,
            )  # fmt: skip
            path.write_bytes(made.read_bytes())
            made.unlink()


def intact(path: Path) -> bool:
    """Whether the file is still what was signed, by whomever."""
    told = subprocess.run(
        ["osslsigncode", "verify", "-ignore-cdp", "-in", str(path)],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    return "Signature Index" in told and "MISMATCH" not in told


def _throw_away(key: Path, certificate: Path) -> None:
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", _SUBJECT,
         "-addext", "extendedKeyUsage=codeSigning", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip


def _is_program(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"MZ"


def _has_signature(path: Path) -> bool:
    """The certificate table's size in the PE header."""
    data = path.read_bytes()
    header = int.from_bytes(data[60:64], "little")
    if data[header : header + 4] != b"PE\0\0":
        return False
    optional = header + 24
    wide = data[optional : optional + 2] == b"\x0b\x02"
    directory = optional + (112 if wide else 96) + 4 * 8
    return int.from_bytes(data[directory + 4 : directory + 8], "little") > 0
