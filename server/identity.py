"""The server's own keys, in a folder only it may read: the signing key, the TLS certificate, and a spare TLS key."""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
from cryptography.x509.oid import NameOID

_VALID = timedelta(days=730)
SIGNING, CERTIFICATE, TLS_KEY, SPARE = "server.key", "tls.crt", "tls.key", "tls-spare.key"


class IdentityMissing(Exception):
    """The reason in one sentence."""


@dataclass(frozen=True, slots=True)
class Identity:
    """`pins`: SHA-256 of the TLS keys clients may meet, the live one first."""

    key: Ed25519PrivateKey
    certificate: Path
    tls_key: Path
    pins: tuple[str, ...]

    @property
    def public(self) -> str:
        raw = self.key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        return base64.b64encode(raw).decode()

    def sign(self, data: bytes) -> bytes:
        return self.key.sign(data)


def make(folder: Path, *, hosts: Sequence[str], certificate: Path | None = None, now: datetime) -> None:
    """Write what is not there yet; a key that exists is never replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_once(folder / SIGNING, lambda: _pem(Ed25519PrivateKey.generate()))
    if certificate is not None:
        return
    _write_once(folder / TLS_KEY, lambda: _pem(ec.generate_private_key(ec.SECP256R1())))
    _write_once(folder / SPARE, lambda: _pem(ec.generate_private_key(ec.SECP256R1())))
    key = serialization.load_pem_private_key((folder / TLS_KEY).read_bytes(), None)
    if isinstance(key, ec.EllipticCurvePrivateKey):
        _write_once(folder / CERTIFICATE, lambda: _self_signed(key, hosts, now))


def load(folder: Path, *, certificate: Path | None = None, tls_key: Path | None = None) -> Identity:
    """Read it back. Raises IdentityMissing with the file that is absent or unreadable."""
    certificate, tls_key = certificate or folder / CERTIFICATE, tls_key or folder / TLS_KEY
    try:
        key = serialization.load_pem_private_key((folder / SIGNING).read_bytes(), None)
        live = x509.load_pem_x509_certificate(certificate.read_bytes()).public_key()
        pins = [_pin(live)]
        if (folder / SPARE).exists():
            spare = serialization.load_pem_private_key((folder / SPARE).read_bytes(), None)
            pins.append(_pin(spare.public_key()))
    except FileNotFoundError as error:
        raise IdentityMissing(f"{error.filename} is not there; run init first") from None
    except ValueError:
        raise IdentityMissing(f"a key or certificate in {folder} cannot be read") from None
    if not isinstance(key, Ed25519PrivateKey) or not tls_key.exists():
        raise IdentityMissing(f"the keys in {folder} are not this server's; run init first")
    return Identity(key, certificate, tls_key, tuple(pins))


def _pin(key: PublicKeyTypes) -> str:
    spki = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(spki).digest()).decode()


def _pem(key: Ed25519PrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _self_signed(key: ec.EllipticCurvePrivateKey, hosts: Sequence[str], now: datetime) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, hosts[0][:64])])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + _VALID)
        .add_extension(x509.SubjectAlternativeName([_alternative(host) for host in hosts]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.PEM)


def _alternative(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _write_once(path: Path, make: Callable[[], bytes]) -> None:
    if path.exists():
        return
    partial = path.with_suffix(path.suffix + ".part")
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        if sys.platform != "win32" and os.geteuid() == 0:  # the service could not read what is root's
            owner = path.parent.stat()
            os.fchown(descriptor, owner.st_uid, owner.st_gid)
        file.write(make())
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
