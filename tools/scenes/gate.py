"""The locked screen after the passphrase: a lease that has ended, a clock set back, the way back in, reading only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.journal import Note, NoteKind, SourceOf
from app.services import unlock
from app.services.lease import Standing
from app.services.reading import Case
from app.vault.recover import Asked
from tools.scenes import Scene
from ui.unlock import UnlockPage, Ways
from ui.unlock import lease_words as words
from ui.unlock.account_form import AccountForm
from ui.unlock.lease_form import LeaseForm
from ui.unlock.reader import Reader
from ui.unlock.recover_form import RecoverForm
from ui.work import Work

Make = Callable[[UnlockPage, datetime], object]


def _scene(make: Make) -> Callable[[datetime], Scene]:
    def scene(now: datetime) -> Scene:
        work = Work()
        ways = Ways(
            lambda: unlock.Ready(0, 0.0, None), _never, _never, organisation="Fjordby Kommune · Jobcenter"
        )
        page = UnlockPage(work, ways)
        page.resize(1280, 800)
        make(page, now)

        def close() -> None:
            work.stop()
            page.deleteLater()

        return Scene(page, close)

    return scene


def _never(*_: Any) -> Any:
    raise NotImplementedError


def _expired(page: UnlockPage, now: datetime) -> None:
    met = now - timedelta(days=17)
    standing = Standing(met, met + timedelta(days=14), expired=True, turned_back=False, floor=now)
    page._show_after(words.title(standing), LeaseForm(standing, now))


def _turned_back(page: UnlockPage, now: datetime) -> None:
    standing = Standing(
        now, now + timedelta(days=9), expired=False, turned_back=True, floor=now + timedelta(hours=3)
    )
    page._show_after(words.title(standing), AccountForm(words.sentences(standing, now)))


def _recover(page: UnlockPage, now: datetime) -> None:
    del now
    asked = Asked("fjr1." + "eyJyZXBseSI6Ik" * 40, "3fa9c2d1" * 4, X25519PrivateKey.generate())
    page._show_after("Tilbage til din journal", RecoverForm(asked))


def _recover_by_code(page: UnlockPage, now: datetime) -> None:
    _recover(page, now)
    form = page.findChild(RecoverForm)
    if form is not None:
        form._turn()


def _read_only(page: UnlockPage, now: datetime) -> None:
    reader = Reader(lambda: now, incomplete=True)
    reader.show_names(tuple((uuid4(), name) for name in ("Amira Holm", "Bo Lund", "Kim Prøve")))
    told = Note(
        id=uuid4(), participant=uuid4(), kind=NoteKind.MEETING, title="Samtale på klinikken", happened_at=now,
        minutes=45, place=None, source=SourceOf.OBSERVED, facts="Mødtes på biblioteket og talte om job i et bageri.",
        own_view="Vil gerne tidligt op.", assessment="", agreements="Ringer til Bageri Juhl fredag.", written_at=now,
        author="mh", corrects=None,
    )  # fmt: skip
    reader.show_case(Case("Amira Holm", (told,), {"mh": "Mette Lund"}))
    page._show_wide(reader)


SCENES = {
    "gate-expired": _scene(_expired),
    "gate-clock": _scene(_turned_back),
    "gate-recover": _scene(_recover),
    "gate-recover-code": _scene(_recover_by_code),
    "gate-read-only": _scene(_read_only),
}
