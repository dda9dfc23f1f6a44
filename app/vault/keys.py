"""From passphrase and device secret to the vault key, and from the vault key to every other key.

passphrase -NFKC-UTF8-> Argon2id --+
device secret ---------------------+-> HKDF -> KEK -AES-256-GCM-> vault key (32 random bytes)
municipality's public key -HPKE-> the same vault key
vault key -HKDF-> database key, key file MAC, audit chain, rescue journal
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.errors import KeyFileDamaged, NotEnoughMemory
from app.vault.keyfile import FORMAT, KeyFile, Slot, b64, canon, unb64

if TYPE_CHECKING:
    from cryptography.hazmat.primitives import hpke

PASSPHRASE = "passphrase+device"  # noqa: S105 - a slot type, not a secret
RECOVERY = "recovery-hpke"
SUITE = "X25519/HKDF-SHA256/AES-256-GCM"

_KEY = 32
_FLOOR_KIB, _CEILING_KIB = 64 << 10, 256 << 10
_TARGET_SECONDS = 0.65
_LIMITS = {"m_kib": (8 << 10, 1 << 20), "t": (1, 10), "p": (1, 8)}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory, rounds, lanes. Lanes bring nothing on two cores."""

    m_kib: int = _FLOOR_KIB
    t: int = 3
    p: int = 1


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """The municipality's public key, to which a second wrapping of the vault key is sealed."""

    kid: str
    public_key: bytes


def calibrate() -> Cost:
    """As much memory as this computer can fill in about two thirds of a second, 64-256 MiB."""
    floor = Cost()
    started = time.perf_counter()
    _stretch("kalibrering", b"\0" * 16, floor)
    taken = max(time.perf_counter() - started, 1e-3)
    wanted = int(_FLOOR_KIB * _TARGET_SECONDS / taken) // 8192 * 8192
    return replace(floor, m_kib=min(max(wanted, _FLOOR_KIB), _CEILING_KIB))


def new_secret() -> bytes:
    return secrets.token_bytes(_KEY)


def secret_id(secret: bytes) -> str:
    """A public name of a device secret, so that a foreign one is told from a wrong passphrase."""
    return hashlib.sha256(b"fj/ds-id" + secret).hexdigest()[:16]


def passphrase_slot(
    vault: str,
    gen: int,
    key: bytes,
    passphrase: str,
    secret: bytes,
    *,
    cost: Cost,
    keychain: str,
    renew: bool = False,
) -> Slot:
    """`renew`: the next unlock shall bring new keys, whatever their age."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    slot: dict[str, object] = {
        "ds_id": secret_id(secret),
        "gen": gen,
        "id": secrets.token_hex(8),
        "kdf": {
            "alg": "argon2id",
            "m_kib": cost.m_kib,
            "p": cost.p,
            "salt": b64(salt),
            "t": cost.t,
            "v": 19,
        },
        "keyring": keychain,
        "nonce": b64(nonce),
        "type": PASSPHRASE,
    }
    if renew:
        slot["renew"] = True
    kek = _kek(vault, slot, passphrase, secret)
    slot["ct"] = b64(AESGCM(kek).encrypt(nonce, key, _context(vault, slot)))
    return slot


def open_passphrase_slot(vault: str, slot: Slot, passphrase: str, secret: bytes) -> bytes | None:
    """The vault key, or None when the passphrase is another one."""
    nonce, sealed = unb64(slot.get("nonce"), 12), unb64(slot.get("ct"), _KEY + 16)
    kek = _kek(vault, slot, passphrase, secret)
    try:
        return AESGCM(kek).decrypt(nonce, sealed, _context(vault, slot))
    except InvalidTag:
        return None


def cost_of(slot: Slot) -> Cost:
    """What a guess at this slot costs."""
    return _kdf(slot)[1]


def recovery_slot(vault: str, gen: int, key: bytes, recovery: RecoveryKey) -> Slot:
    slot: dict[str, object] = {
        "gen": gen,
        "id": secrets.token_hex(8),
        "key": b64(recovery.public_key),  # so that the rescue journal can be sealed to it, too
        "kid": recovery.kid,
        "suite": SUITE,
        "type": RECOVERY,
    }
    slot["ct"] = b64(seal_to(recovery, key, _recovery_info(vault, slot)))
    return slot


def recovery_of(file: KeyFile) -> RecoveryKey | None:
    """The municipality's key that the key file knows of."""
    for slot in file.slots_of(RECOVERY):
        if slot.get("suite") == SUITE and "key" in slot:
            return RecoveryKey(str(slot.get("kid")), unb64(slot["key"], _KEY))
    return None


def seal_to(recovery: RecoveryKey, data: bytes, info: bytes) -> bytes:
    """HPKE: only the holder of the private key reads it, and only together with the same `info`."""
    return _suite().encrypt(data, X25519PublicKey.from_public_bytes(recovery.public_key), info=info)


def open_sealed(private_key: bytes, sealed: bytes, info: bytes) -> bytes | None:
    try:
        return _suite().decrypt(sealed, X25519PrivateKey.from_private_bytes(private_key), info=info)
    except InvalidTag:
        return None


def open_recovery_slot(vault: str, slot: Slot, private_key: bytes) -> bytes | None:
    """The municipality's side: the vault key, or None when it was sealed to another key."""
    if slot.get("suite") != SUITE:
        return None
    return open_sealed(private_key, unb64(slot.get("ct")), _recovery_info(vault, slot))


def sealed(file: KeyFile, key: bytes) -> KeyFile:
    """The same key file with the MAC that only a holder of the vault key can make."""
    return replace(file, mac=_mac(file, key))


def is_genuine(file: KeyFile, key: bytes) -> bool:
    return hmac.compare_digest(file.mac, _mac(file, key))


def database_key(file: KeyFile, key: bytes) -> bytes:
    return _derive(key, b"fj/v1/db|%s|%d" % (file.vault.encode(), file.gen))


def audit_key(file: KeyFile, key: bytes) -> bytes:
    return _derive(key, b"fj/v1/audit|%s|%d" % (file.vault.encode(), file.gen))


def rescue_key(file: KeyFile, key: bytes) -> bytes:
    return _derive(key, b"fj/v1/rescue|%s|%d" % (file.vault.encode(), file.gen))


def copy_key(seed: bytes, vault: str) -> bytes:
    """For rescue copies outside the vault's folder: from the device's seed, which stays when the vault key changes."""
    return _derive(seed, b"fj/v1/copy|%s" % vault.encode())


def _mac(file: KeyFile, key: bytes) -> bytes:
    return hmac.digest(_derive(key, b"fj/v1/header-mac"), file.signed_part(), "sha256")


def _derive(key: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=_KEY, salt=None, info=info).derive(key)


def _kek(vault: str, slot: Slot, passphrase: str, secret: bytes) -> bytes:
    salt, cost = _kdf(slot)
    info = b"fj/v1/slot/pd|%s|%s" % (vault.encode(), str(slot.get("id")).encode())
    return _derive(_stretch(passphrase, salt, cost) + secret, info)


def _kdf(slot: Slot) -> tuple[bytes, Cost]:
    """The parameters are checked before they are run: a forged file must not ask for a terabyte."""
    kdf = slot.get("kdf")
    if not isinstance(kdf, dict) or kdf.get("alg") != "argon2id" or kdf.get("v") != 19:
        raise KeyFileDamaged
    for name, (low, high) in _LIMITS.items():
        value = kdf.get(name)
        if type(value) is not int or not low <= value <= high:
            raise KeyFileDamaged
    return unb64(kdf.get("salt"), 16), Cost(m_kib=kdf["m_kib"], t=kdf["t"], p=kdf["p"])


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # NFKC, so that æ, ø and å open the vault whichever way the keyboard composes them.
    typed = unicodedata.normalize("NFKC", passphrase).encode(errors="surrogatepass")
    try:
        return Argon2id(
            salt=salt, length=_KEY, iterations=cost.t, lanes=cost.p, memory_cost=cost.m_kib
        ).derive(typed)
    except MemoryError as error:
        raise NotEnoughMemory from error


def _context(vault: str, slot: Slot) -> bytes:
    bound = {name: value for name, value in slot.items() if name != "ct"}
    return canon({"format": FORMAT, "slot": bound, "vault": vault})


def _recovery_info(vault: str, slot: Slot) -> bytes:
    return b"fj/v1/slot/rec|" + _context(vault, slot)


def _suite() -> hpke.Suite:
    # Imported late: the newest build of the library for Windows on ARM has no such module.
    from cryptography.hazmat.primitives import hpke

    return hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)
