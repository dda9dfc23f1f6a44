"""Every error Feltjournal expects to happen.

FeltjournalError
├── VaultError
│   ├── WrongPassphrase
│   ├── TooManyAttempts
│   ├── PassphraseOff
│   ├── PassphraseTooWeak
│   ├── RecoveryMissing
│   ├── VaultExists
│   ├── VaultMissing
│   ├── VaultEmpty
│   ├── VaultDamaged
│   ├── VaultGone
│   ├── VaultAway
│   ├── VaultTooNew
│   ├── VaultInUse
│   ├── VaultLocked
│   ├── BackupUnsound
│   ├── CopyNotWritten
│   ├── BadLocation
│   ├── NoWayBack
│   ├── RecoveryAnswerWrong
│   ├── KeyFileMissing
│   ├── KeyFileDamaged
│   ├── KeyFileTooNew
│   ├── DeviceSecretMissing
│   ├── DeviceSecretForeign
│   ├── KeychainLocked
│   ├── KeychainDenied
│   ├── KeychainAbsent
│   ├── NotEnoughMemory
│   ├── DiskFull
│   ├── DiskFailing
│   ├── FileHeld
│   └── ReadOnly
├── NotOnNetwork
├── SyncError
│   ├── ServerUnavailable
│   ├── ServerRefused
│   ├── HistoryDiverged
│   ├── DeviceRevoked
│   ├── DeviceWaiting
│   ├── WipeOrdered
│   └── AppTooOld
├── EnrolmentError
│   ├── CodeUnknown
│   ├── CodeExpired
│   ├── CodeUsed
│   ├── InvitationDamaged
│   ├── SignInFailed
│   ├── NotEnrollable
│   └── DeviceKnown
├── FileRefused
│   ├── CaseloadFileRefused
│   ├── CopyForeign
│   ├── DocumentRefused
│   └── ListRefused
└── PolicyDamaged

Anything else that is raised is a bug. The classes carry facts, never sentences and never content:
`ui.text.explain` writes the Danish, and a test asserts that every leaf has a text.
"""

from __future__ import annotations


class FeltjournalError(Exception):
    """The environment or the user is to blame, not the program."""


class VaultError(FeltjournalError): ...


class WrongPassphrase(VaultError):
    """`wait`: seconds until the next attempt is read."""

    def __init__(self, wait: float = 0.0) -> None:
        super().__init__()
        self.wait = wait


class TooManyAttempts(VaultError):
    """Not even tried. `wait`: seconds until an attempt is read."""

    def __init__(self, wait: float) -> None:
        super().__init__()
        self.wait = wait


class PassphraseOff(VaultError):
    """Wrong so often in a row that it is not read here any more, until the municipality lets one in."""


class PassphraseTooWeak(VaultError):
    """`reason`: `short`, `common` or `repeated`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RecoveryMissing(VaultError):
    """The policy wants every journal sealed to a recovery key, and names none."""


class VaultExists(VaultError): ...


class VaultMissing(VaultError):
    """A key file is here, the journal it opens is not."""


class VaultEmpty(VaultError):
    """The journal file is shorter than one page."""


class VaultDamaged(VaultError):
    """`pages` of the file fail their check, counted from one; empty where none can be named."""

    def __init__(self, pages: tuple[int, ...] = ()) -> None:
        super().__init__()
        self.pages = pages


class VaultGone(VaultError):
    """The journal was taken away while it was open: a drive pulled out, a folder moved or deleted."""


class VaultAway(VaultError):
    """No part of the journal is where this computer remembers it: a drive or a network folder that is not there."""


class VaultTooNew(VaultError): ...


class VaultInUse(VaultError): ...


class VaultLocked(VaultError):
    """The vault was locked while the work waited."""


class BackupUnsound(VaultError):
    """A copy of the journal could not be read through; the journal itself is as it was."""


class CopyNotWritten(VaultError):
    """The folder chosen for a rescue copy takes no file either."""


class BadLocation(VaultError):
    """A network share or a synchronised folder."""


class NoWayBack(VaultError):
    """The vault was made without the municipality's recovery key."""


class RecoveryAnswerWrong(VaultError):
    """An answer to another request, for another vault, or copied in part."""


class KeyFileMissing(VaultError): ...


class KeyFileDamaged(VaultError): ...


class KeyFileTooNew(VaultError): ...


class DeviceSecretMissing(VaultError):
    """`expected`: the keychain that was given the secret, as it calls itself."""

    def __init__(self, expected: str = "") -> None:
        super().__init__(expected)
        self.expected = expected


class DeviceSecretForeign(VaultError): ...


class KeychainLocked(VaultError): ...


class KeychainDenied(VaultError): ...


class KeychainAbsent(VaultError): ...


class NotEnoughMemory(VaultError): ...


class DiskFull(VaultError): ...


class DiskFailing(VaultError):
    """The disk answered with an error that is not want of room."""


class FileHeld(VaultError):
    """Another program, most likely a virus scanner, held a file of the journal for longer than it was waited for."""


class ReadOnly(VaultError): ...


class NotOnNetwork(FeltjournalError):
    """A calm state, not a fault. `reason`: a code of `app.sync.gate`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SyncError(FeltjournalError): ...


class ServerUnavailable(SyncError):
    """`retry_after`: seconds the server asked for, or None."""

    def __init__(self, retry_after: float | None = None) -> None:
        super().__init__()
        self.retry_after = retry_after


class ServerRefused(SyncError):
    """`problem`: the `urn:feltjournal:` type of the RFC 9457 answer."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class HistoryDiverged(SyncError): ...


class DeviceRevoked(SyncError): ...


class DeviceWaiting(SyncError):
    """Enrolled, but nobody in charge has approved this computer yet."""


class WipeOrdered(SyncError):
    """The server's signed order to destroy this computer's journal. `p`, `s`: as `app.protocol.orders` reads it."""

    def __init__(self, p: str, s: str) -> None:
        super().__init__()
        self.p, self.s = p, s


class AppTooOld(SyncError): ...


class EnrolmentError(FeltjournalError): ...


class CodeUnknown(EnrolmentError): ...


class CodeExpired(EnrolmentError): ...


class CodeUsed(EnrolmentError):
    """By another computer."""


class InvitationDamaged(EnrolmentError):
    """Not whole, or it names another server than the policy."""


class SignInFailed(EnrolmentError):
    """Given up, refused by the person or the provider, or nothing came back in time."""


class NotEnrollable(EnrolmentError):
    """The jobcenter does not know this person, or not as one who has a computer."""


class DeviceKnown(EnrolmentError):
    """This computer is enrolled already, for another person or jobcenter."""


class FileRefused(FeltjournalError): ...


class CaseloadFileRefused(FileRefused):
    """`problems`: one `app.domain.caseload_file.Problem` a bad cell; nothing was stored."""

    def __init__(self, problems: tuple[object, ...]) -> None:
        super().__init__(len(problems))
        self.problems = problems


class CopyForeign(FileRefused):
    """No rescue copy, or one of another journal."""


class ListRefused(FileRefused):
    """`reason`: `signature`, `kind`, `shape`, `size`, or `no-jobcenter` where none has enrolled this computer. Of a set
    of the guard's also `key`, `format`, `files` or `reading`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DocumentRefused(FileRefused):
    """`reason`: `encrypted`, `damaged`, `kind`, `too_big`, `image`, `inside` or `letters`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class PolicyDamaged(FeltjournalError):
    """`key`: the setting that cannot be followed, or the file's name when it cannot be read at all."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key
