"""What the program asks of Windows' own keychain: that the secret stays on this computer and does not roam."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from app.vault.keychain import SystemKeychain

LOCAL_MACHINE, ENTERPRISE = 2, 3  # CRED_PERSIST_*: https://learn.microsoft.com/windows/win32/api/wincred


def test_on_windows_secret_and_anchor_are_kept_on_the_local_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    from keyring.backends import Windows

    kept: list[tuple[str, str, int, int]] = []
    system = SimpleNamespace(CRED_PERSIST_LOCAL_MACHINE=LOCAL_MACHINE, CRED_PERSIST_ENTERPRISE=ENTERPRISE)
    monkeypatch.setattr(Windows, "win32cred", system, raising=False)
    monkeypatch.setattr(Windows, "missing_deps", None)
    monkeypatch.setattr(
        Windows.WinVaultKeyring, "set_password",
        lambda self, service, user, text: kept.append((service, user, len(text), self.persist)),
    )  # fmt: skip
    monkeypatch.setattr(sys, "platform", "win32")
    assert Windows.WinVaultKeyring().persist == ENTERPRISE, (
        "what it does by itself: it roams with the profile"
    )
    chain = SystemKeychain()
    chain.put("5e" * 16, bytes(32))
    chain.set_anchor("5e" * 16, b'{"n":1}')
    chain.set_places(b'{"a":"b"}')
    assert [persist for *_, persist in kept] == [LOCAL_MACHINE] * 3
    assert chain.name == "keyring.backends.Windows.WinVaultKeyring"
    assert all(length <= 1280 for _, _, length, _ in kept)
