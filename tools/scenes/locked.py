"""The locked screen in its states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from app.errors import NotOnNetwork, VaultAway, VaultDamaged, WrongPassphrase
from app.services import unlock
from app.services.salvaging import Salvaged
from app.sync.gate import Reason
from tools.scenes import Scene
from ui.unlock import UnlockPage, Ways
from ui.unlock.account_form import AccountForm
from ui.unlock.create_form import CreateForm
from ui.unlock.enrol_form import EnrolForm
from ui.unlock.prepared_form import PreparedForm
from ui.unlock.salvage_words import salvaged
from ui.unlock.unlock_form import UnlockForm
from ui.work import Work

READY = unlock.Ready(0, 0.0, None)
T = TypeVar("T", bound=QWidget)
Touch = Callable[[UnlockPage], object]


def _never(*_: Any) -> Any:
    raise NotImplementedError


def _scene(status: unlock.Status, touch: Touch = str) -> Callable[[datetime], Scene]:
    def make(now: datetime) -> Scene:
        work = Work()
        ways = Ways(
            lambda: status, _never, _never, _never, _never, "Fjordby Kommune · Jobcenter", trial=_never,
            salvage=_never, restore=_never, newest_copy=lambda: now,
        )  # fmt: skip
        page = UnlockPage(work, ways)
        page.arrive(None)
        touch(page)

        def close() -> None:
            work.stop()
            page.deleteLater()

        return Scene(page, close)

    return make


def _part(page: UnlockPage, kind: type[T]) -> T:
    found = page.findChild(kind)
    if found is None:
        raise LookupError(kind)
    return found


def _wrong(page: UnlockPage) -> None:
    form = _part(page, UnlockForm)
    form.field.line.setText("ikke den rigtige")
    form.failed(WrongPassphrase(4.0))


def _working(page: UnlockPage) -> None:
    form = _part(page, UnlockForm)
    form.field.line.setText("en grøn hest spiser æbler")
    form.busy.start()
    form.busy._show_work()


def _finishing(page: UnlockPage) -> None:
    form = _part(page, UnlockForm)
    form.field.line.setText("en grøn hest spiser æbler")
    form.busy.start()
    form.told.emit(unlock.FINISHES)


def _half_made(page: UnlockPage) -> None:
    form = _part(page, CreateForm)
    form._line.setText("Mette Lund")
    form.first.line.setText("en grøn hest spiser æbler")
    form.again.fail("De to er ikke ens. Skriv den samme adgangskode igen.")


def _first(page: UnlockPage) -> None:
    _part(page, CreateForm)._line.setText("Mette Lund")


def _code(page: UnlockPage) -> None:
    page._fill("Journalen er oprettet", EnrolForm())


def _no_server(page: UnlockPage) -> None:
    page._fill("Journalen er oprettet", EnrolForm(server_known=False))


def _sign_in(page: UnlockPage) -> None:
    page._fill("Journalen er oprettet", EnrolForm(browser=True))


def _prepared(page: UnlockPage) -> None:
    form = PreparedForm("Jobcenter Fjordby")
    page._fill("Journalen er oprettet", form)
    form.failed(NotOnNetwork(Reason.NO_SERVER))


def _damaged(page: UnlockPage) -> None:
    form = _part(page, UnlockForm)
    form.field.line.setText("en grøn hest spiser æbler")
    form.failed(VaultDamaged((40, 41)))


def _mend(page: UnlockPage) -> None:
    page._mend("en grøn hest spiser æbler")


def _mended(page: UnlockPage) -> None:
    done = Salvaged(
        Path("journal.fjdb.damaged-20261123T083000"),
        {"note": 812, "participant": 25, "employer": 61, "task": 140},
        ("note", "outbox"),
        {"note": 3},
        ("Amira Holm", "Bo Lund"),
        put_back=2,
        fetched=True,
        stranger=False,
        behind=0,
    )
    page._show_after("Det, der kunne læses, er reddet", AccountForm(salvaged(done), go_on="Gå til oplåsning"))


SCENES = {
    "unlock": _scene(READY),
    "unlock-wrong": _scene(READY, _wrong),
    "unlock-working": _scene(READY, _working),
    "unlock-unfinished": _scene(unlock.Ready(0, 0.0, None, unfinished=True), _finishing),
    "unlock-away": _scene(unlock.Broken(VaultAway())),
    "unlock-damaged": _scene(READY, _damaged),
    "unlock-mend": _scene(READY, _mend),
    "unlock-mended": _scene(READY, _mended),
    "unlock-broken": _scene(unlock.Broken(VaultDamaged())),
    "create": _scene(unlock.NoVault(), _half_made),
    "create-first": _scene(unlock.NoVault(), _first),
    "create-ready": _scene(unlock.NoVault(), UnlockPage._show_ready),
    "create-code": _scene(unlock.NoVault(), _code),
    "create-no-server": _scene(unlock.NoVault(), _no_server),
    "create-sign-in": _scene(unlock.NoVault(), _sign_in),
    "create-prepared": _scene(unlock.NoVault(), _prepared),
}
