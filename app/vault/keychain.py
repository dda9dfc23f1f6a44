"""The device secret and the anchor in the operating system's keychain, with each way it can be absent told apart."""

from __future__ import annotations

import base64
import binascii
import contextlib
import logging
import queue
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.errors import DeviceSecretForeign, KeychainAbsent, KeychainDenied, KeychainLocked, VaultError
from app.vault import whereabouts
from app.vault.place import disk_fault, write_atomic

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

log = logging.getLogger(__name__)

_SERVICE = "dk.feltjournal.vault"
_USER = "device-secret"
_ANCHOR = "anchor"
_PLACES = "places"
_PLACES_SERVICE = f"{_SERVICE}/{_PLACES}"
_SECONDS = 60.0  # a prompt of the system waits for a person


class Keychain(Protocol):
    """Holds one small secret per vault."""

    @property
    def name(self) -> str:
        """Written into the slot, so that a program can say which keychain it misses."""

    def get(self, vault: str) -> bytes | None:
        """None when there is no such entry, which is not the same as an error."""

    def put(self, vault: str, secret: bytes) -> None: ...

    def remove(self, vault: str) -> None:
        """The secret and the anchor."""

    def anchor(self, vault: str) -> bytes | None:
        """What `set_anchor` kept last; None when there is no such entry."""

    def set_anchor(self, vault: str, data: bytes) -> None: ...

    def places(self) -> bytes | None:
        """What `set_places` kept last: see `app.vault.whereabouts`. `remove` takes the vault's own out of it."""

    def set_places(self, data: bytes) -> None: ...


class SystemKeychain:
    """Windows Credential Manager, macOS Keychain or the Secret Service; nothing else will do.

    The backend is named here and not looked up, so that neither a setting, an environment variable
    nor an installed package can put a plain file in its place.
    """

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds

    @property
    def name(self) -> str:
        return {
            "win32": "keyring.backends.Windows.WinVaultKeyring",
            "darwin": "keyring.backends.macOS.Keyring",
        }.get(sys.platform, "keyring.backends.SecretService.Keyring")

    def get(self, vault: str) -> bytes | None:
        found = self._ask(lambda backend: backend.get_password(_service(vault), _USER))
        return None if found is None else _decoded(str(found))

    def put(self, vault: str, secret: bytes) -> None:
        text = base64.b64encode(secret).decode()
        self._ask(lambda backend: backend.set_password(_service(vault), _USER, text))

    def remove(self, vault: str) -> None:
        self._ask(lambda backend: _delete(backend, _service(vault), _USER))
        self._ask(lambda backend: _delete(backend, _anchor_service(vault), _ANCHOR))
        left = whereabouts.without(self.places(), vault)
        if left is not None:
            self.set_places(left)

    def anchor(self, vault: str) -> bytes | None:
        found = self._ask(lambda backend: backend.get_password(_anchor_service(vault), _ANCHOR))
        return None if found is None else str(found).encode()

    def set_anchor(self, vault: str, data: bytes) -> None:
        text = data.decode()
        self._ask(lambda backend: backend.set_password(_anchor_service(vault), _ANCHOR, text))

    def places(self) -> bytes | None:
        found = self._ask(lambda backend: backend.get_password(_PLACES_SERVICE, _PLACES))
        return None if found is None else str(found).encode()

    def set_places(self, data: bytes) -> None:
        text = data.decode()
        if text == "{}":
            self._ask(lambda backend: _delete(backend, _PLACES_SERVICE, _PLACES))
        else:
            self._ask(lambda backend: backend.set_password(_PLACES_SERVICE, _PLACES, text))

    def _ask(self, question: Callable[[KeyringBackend], object]) -> object:
        """Asked on a thread of its own: a prompt of the system may never be answered."""
        answers: queue.SimpleQueue[tuple[object, Exception | None]] = queue.SimpleQueue()

        def run() -> None:
            try:
                answers.put((question(_backend()), None))
            except Exception as error:  # noqa: BLE001 - carried to the caller, judged there
                answers.put((None, error))

        threading.Thread(target=run, name="keychain", daemon=True).start()
        try:
            answer, error = answers.get(timeout=self._seconds)
        except queue.Empty:
            raise KeychainLocked from None
        if error is not None:
            raise _explained(error) from error
        return answer


class FolderKeychain:
    """The device secret in a folder, readable by whoever reads the folder.

    For the demo where no Secret Service runs, and for tests about something else. The program never
    chooses it by itself: someone must hand it in.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def name(self) -> str:
        return "feltjournal.FolderKeychain"

    def get(self, vault: str) -> bytes | None:
        try:
            return _decoded((self._folder / vault).read_text("ascii"))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise KeychainDenied from error

    def put(self, vault: str, secret: bytes) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomic(self._folder / vault, base64.b64encode(secret))
        except OSError as error:
            raise disk_fault(error) from error

    def remove(self, vault: str) -> None:
        (self._folder / vault).unlink(missing_ok=True)
        self._anchor(vault).unlink(missing_ok=True)
        left = whereabouts.without(self.places(), vault)
        if left is not None:
            self.set_places(left)

    def anchor(self, vault: str) -> bytes | None:
        return self._read(self._anchor(vault))

    def set_anchor(self, vault: str, data: bytes) -> None:
        self._write(self._anchor(vault), data)

    def places(self) -> bytes | None:
        return self._read(self._folder / _PLACES)

    def set_places(self, data: bytes) -> None:
        self._write(self._folder / _PLACES, data)

    def _read(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise KeychainDenied from error

    def _write(self, path: Path, data: bytes) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomic(path, data)
        except OSError as error:
            raise disk_fault(error) from error

    def _anchor(self, vault: str) -> Path:
        return self._folder / f"{vault}.anchor"


def _service(vault: str) -> str:
    # One service per vault: the Windows backend moves entries about when two share a service.
    return f"{_SERVICE}/{vault}"


def _anchor_service(vault: str) -> str:
    return f"{_service(vault)}/{_ANCHOR}"


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise DeviceSecretForeign from error


def _delete(backend: KeyringBackend, service: str, user: str) -> None:
    from keyring.errors import PasswordDeleteError

    with contextlib.suppress(PasswordDeleteError):
        backend.delete_password(service, user)


def _backend() -> KeyringBackend:
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring

        backend = WinVaultKeyring()
        backend.persist = "local machine"  # the default roams to other computers with the profile
    elif sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as MacKeyring

        backend = MacKeyring()
    else:
        from keyring.backends.SecretService import Keyring as SecretService

        backend = SecretService()  # type: ignore[no-untyped-call]
    if not type(backend).viable:
        raise KeychainAbsent
    return backend


def _explained(error: Exception) -> VaultError:
    """Every error that is not plainly `locked` or `absent` is a refusal, never an empty keychain."""
    if isinstance(error, VaultError):
        return error
    names = {cls.__name__ for link in (error, error.__cause__) for cls in type(link).__mro__}
    log.info("keychain answered %s", type(error).__name__)
    if names & {"KeyringLocked", "LockedException", "PromptDismissedException"}:
        return KeychainLocked()
    if names & {"NoKeyringError", "SecretServiceNotAvailableException", "InitError"}:
        return KeychainAbsent()
    return KeychainDenied()
