"""What the locked screen can ask for, with the real vault of one profile behind it; nothing heavy is loaded before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app import paths
from app.services import unlock
from app.settings import Settings
from ui.policy import InForce
from ui.text.managed import warning
from ui.trial import Trial
from ui.unlock import Ways
from ui.work import Work

if TYPE_CHECKING:
    from uuid import UUID

    from ui.sync.sign_in import BrowserSignIn

Now = Callable[[], datetime]


def ways(
    profile: Path, held: InForce, keychain: Callable[[], Any], now: Now, work: Work, trial: Trial
) -> Ways:
    new = paths.vault_place(profile)

    def place() -> Path:
        """Found anew each time: the drive it lies on may come back after the program was started."""
        return next(iter(paths.vault_places(profile)), new)

    def open_with(words: str) -> Any:
        return open_telling(words, lambda _: None)

    def open_telling(words: str, told: Callable[[str], object]) -> Any:
        return unlock.open(place(), words, keychain(), now=now(), key_days=held.value.key_days, told=told)

    def create(passphrase: str) -> Any:
        return unlock.create(place(), passphrase, keychain(), recovery=unlock.recovery_key(held.value))

    def enrol(vault: Any, code: str) -> object:
        import platform

        from app.services import enrol as use_case

        return use_case.enrol(vault, held.value, code, machine=platform.node(), now=now())

    return Ways(
        status=lambda: unlock.status(place(), now=now()),
        away=lambda: unlock.is_away(paths.vaults(profile), keychain()),
        open=open_with,
        open_telling=open_telling,
        create=create,
        enrol=enrol,
        organisation=held.value.org_label,
        support=held.value.support_text,
        warning=lambda: warning(held.value, news=held.news),
        trial=trial.begin,
        **_account(),
        **_lease(held, now),
        **_frozen(place, keychain, now),
        **_recovery(place, keychain),
        **_mending(place, keychain, now),
        **_organisation(profile, held, now, work),
    )


def _account() -> dict[str, Any]:
    def account(vault: Any) -> Any:
        from app.services import integrity

        return integrity.account(vault)

    def accept(vault: Any) -> None:
        from app.services import integrity

        integrity.accept(vault)

    return {"account": account, "accept": accept}


def _lease(held: InForce, now: Now) -> dict[str, Any]:
    def standing(vault: Any) -> Any:
        from app.services import lease

        return lease.standing(vault, days=held.value.lease_days, now=now())

    def meet(vault: Any) -> Any:
        from app.services import lease

        return lease.meet(vault, held.value, now=now())

    def write(vault: Any, id: UUID, text: str) -> Any:
        from app.services import lease

        return lease.write(vault, text, id=id, now=now())

    return {"standing": standing, "meet": meet, "write": write}


def _frozen(place: Callable[[], Path], keychain: Callable[[], Any], now: Now) -> dict[str, Any]:
    def open_frozen(words: str) -> Any:
        from app.services import reading

        return reading.open(place(), words, keychain(), now=now())

    def names(vault: Any) -> Any:
        from app.services import reading

        return reading.names(vault)

    def case(vault: Any, id: UUID) -> Any:
        from app.services import reading

        return reading.case(vault, id)

    def incomplete(vault: Any) -> bool:
        from app.services import reading

        return reading.is_incomplete(vault)

    return {"open_frozen": open_frozen, "names": names, "case": case, "incomplete": incomplete}


def _recovery(place: Callable[[], Path], keychain: Callable[[], Any]) -> dict[str, Any]:
    def recover(asked: Any, answer: str, words: str) -> None:
        unlock.recover(place(), asked, answer, words, keychain())

    return {"ask": lambda: unlock.ask_for_recovery(place()), "recover": recover}


def _mending(place: Callable[[], Path], keychain: Callable[[], Any], now: Now) -> dict[str, Any]:
    def salvage(words: str) -> Any:
        from app.services import salvaging

        return salvaging.salvage(place(), words, keychain(), now=now())

    def restore(words: str) -> Any:
        from app.services import upkeep

        return upkeep.put_back(place(), words, keychain(), now=now())

    def newest_copy() -> datetime | None:
        from app.services import upkeep

        return next((one.at for one in upkeep.copies(place())), None)

    return {"salvage": salvage, "restore": restore, "newest_copy": newest_copy}


def _organisation(profile: Path, held: InForce, now: Now, work: Work) -> dict[str, Any]:
    def sign_in(parent: QObject) -> BrowserSignIn:
        from ui.sync.sign_in import BrowserSignIn

        return BrowserSignIn(work, lambda: held.value, now, parent)

    return {
        "prepared": lambda: prepared(profile),
        "use_prepared": lambda vault: use_prepared(vault, profile, held.value, now()),
        "server_known": lambda: held.value.server is not None,
        "sign_in": sign_in,
    }


def prepared(profile: Path) -> str | None:
    """The jobcenter that IT has made this computer ready for."""
    from app.services import provisioning

    found = provisioning.find(profile)
    return None if found is None else found.jobcenter


def use_prepared(vault: Any, profile: Path, settings: Settings, now: datetime) -> object:
    """None when nothing is laid ready any more. Raises what enrolling raises."""
    import platform

    from app.services import provisioning

    found = provisioning.find(profile)
    return (
        None if found is None else provisioning.use(vault, settings, found, machine=platform.node(), now=now)
    )
