"""The way back in through the municipality: a request that can be read out, an answer only this computer can open.

The request carries the recovery slot and a fresh public key. The municipality opens the slot with its private key (two
officers, each with half of it) and seals the vault key to the fresh one. Nobody between the two ends sees it. Then a
new passphrase and a new device secret are made, so that whatever was forgotten or lost opens nothing any more; and the
next unlock brings new keys, for two more people have had the old one in their hands.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.errors import KeychainDenied, NoWayBack, RecoveryAnswerWrong
from app.vault import attempts, keyfile, keys, passphrase
from app.vault.keychain import Keychain
from app.vault.keyfile import KeyFile, b64, canon
from app.vault.keys import Cost
from app.vault.place import PlaceLock, disk_fault

REQUEST, ANSWER = "fjr1.", "fja1."


@dataclass(frozen=True, slots=True)
class Asked:
    """`text`: for the municipality; `vault`: to be read out. The private half stays in this process; another start asks
    anew."""

    text: str
    vault: str
    private: X25519PrivateKey


def ask(place: Path) -> Asked:
    """Raises NoWayBack when the vault was made without the municipality's key."""
    file, _ = keyfile.read(place)
    slot = next((slot for slot in file.slots_of(keys.RECOVERY) if slot.get("gen") == file.gen), None)
    if slot is None:
        raise NoWayBack
    private = X25519PrivateKey.generate()
    said = {"reply": b64(private.public_key().public_bytes_raw()), "slot": dict(slot), "vault": file.vault}
    return Asked(REQUEST + base64.urlsafe_b64encode(canon(said)).decode().rstrip("="), file.vault, private)


def take(
    place: Path, asked: Asked, answer: str, words: str, keychain: Keychain, *, cost: Cost | None = None
) -> None:
    """Let the answer in: from now on the new passphrase opens the vault on this computer.

    Raises RecoveryAnswerWrong for an answer to another request or vault, PassphraseTooWeak, or what the keychain says.
    """
    passphrase.check(words)
    lock = PlaceLock(place)
    lock.acquire()
    try:
        file, _ = keyfile.read(place)
        key = _opened(file, asked, answer)
        secret = keys.new_secret()
        slot = keys.passphrase_slot(
            file.vault,
            file.gen,
            key,
            words,
            secret,
            cost=cost or keys.calibrate(),
            keychain=keychain.name,
            renew=True,
        )
        kept = tuple(slot for slot in file.slots if slot.get("type") != keys.PASSPHRASE)
        before = keychain.get(file.vault)
        keychain.put(file.vault, secret)
        if keychain.get(file.vault) != secret:
            raise KeychainDenied
        try:
            keyfile.write(place, keys.sealed(file.next((slot, *kept)), key))
        except OSError as error:
            if before is not None:
                keychain.put(file.vault, before)  # a passphrase that is remembered after all opens it still
            raise disk_fault(error) from error
        attempts.forget(place)
    finally:
        lock.release()


def _opened(file: KeyFile, asked: Asked, answer: str) -> bytes:
    text = "".join(answer.split())
    if not text.startswith(ANSWER):
        raise RecoveryAnswerWrong
    try:
        packed = text.removeprefix(ANSWER)
        sealed = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
    except (ValueError, binascii.Error):
        raise RecoveryAnswerWrong from None
    key = keys.open_sealed(
        asked.private.private_bytes_raw(), sealed, b"fj/v1/recovered|" + file.vault.encode()
    )
    if key is None or not keys.is_genuine(file, key):
        raise RecoveryAnswerWrong
    return key
