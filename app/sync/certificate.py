"""What a server's certificate says: whose key, for which name, from when to when."""

from __future__ import annotations

import hashlib
import ipaddress
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


@dataclass(frozen=True, slots=True)
class Certificate:
    """`pin`: SHA-256 of the public key (SPKI)."""

    pin: bytes
    names: tuple[str, ...]
    since: datetime
    until: datetime

    def is_for(self, host: str) -> bool:
        wanted = host.lower().rstrip(".")
        return any(_matches(name, wanted) for name in self.names)


def read(der: bytes) -> Certificate:
    """Raises ValueError for what is no certificate."""
    found = x509.load_der_x509_certificate(der)
    spki = found.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return Certificate(
        hashlib.sha256(spki).digest(), _names(found), found.not_valid_before_utc, found.not_valid_after_utc
    )


def _names(found: x509.Certificate) -> tuple[str, ...]:
    try:
        listed = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    names = [name.lower() for name in listed.get_values_for_type(x509.DNSName)]
    return (*names, *(str(address) for address in listed.get_values_for_type(x509.IPAddress)))


def _matches(name: str, wanted: str) -> bool:
    if name.startswith("*."):
        return not _is_address(wanted) and "." in wanted and wanted.split(".", 1)[1] == name[2:]
    return name == (str(ipaddress.ip_address(wanted)) if _is_address(wanted) else wanted)


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
