"""What the locked screen can ask for. Each job runs on a worker; the page itself holds no vault and no place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, SignalInstance

from app.services import unlock

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.integrity import Account
    from app.services.journal import DraftSaved
    from app.services.lease import Met, Standing
    from app.services.reading import Case
    from app.services.salvaging import Salvaged
    from app.services.unlock import Asked
    from app.services.upkeep import Restored


class SignsIn(Protocol):
    """Sign-in in the browser: `begin()`, then `enrolled` or `failed(error)`; `give_up()` ends the waiting."""

    @property
    def enrolled(self) -> SignalInstance: ...
    @property
    def failed(self) -> SignalInstance: ...
    def begin(self) -> None: ...
    def give_up(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Ways:
    """`status` is quick and may be asked on the GUI thread; `open` and `create` are slow and give a vault.

    `away()`: whether a journal is remembered here that cannot be reached; asked where `status` finds none, off the GUI
    thread, for it asks the keychain.
    `open_telling(passphrase, told)`: as `open`, and `told(step)` on the worker for each of `unlock.STEPS` it comes to.
    `introduce(vault, name)` keeps the consultant's name; `enrol(vault, code)` registers this computer with the
    jobcenter and may wait for the network. `account(vault)` says what is amiss with it, `accept(vault)` that this has been
    read. Where one is None, its field is not shown.
    `standing(vault)` says whether it may be read here; where it may not, `meet(vault)` asks the server and
    `write(vault, id, text)` keeps a note for later.
    `open_frozen(passphrase)`: where nothing can be written; then `names(vault)` and `case(vault, id)` are all there is,
    and `incomplete(vault)` says whether the newest is missing.
    `ask()`: a request for the municipality; `recover(asked, answer, passphrase)`: let its answer in.
    `salvage(passphrase)`: a whole file of what can be read of a damaged one; `restore(passphrase)`: the newest copy in its
    place, which was made at `newest_copy()`, None where there is none. Nothing may have the vault open.
    `support`: where to get help. `prepared()`: the jobcenter that IT has made this computer ready for, or None;
    `use_prepared(vault)` enrols with what IT laid there. `server_known`: whether the policy names the server;
    `sign_in(parent)`: then one may sign in in the browser instead of typing a code.
    `trial(progress)`: a vault of invented data, that goes away; `progress(done, whole)` while it is written.
    `warning()`: a line at the foot, such as a policy that cannot be followed; "" for none.
    """

    status: Callable[[], unlock.Status]
    open: Callable[[str], Any]
    create: Callable[[str], Any]
    introduce: Callable[[Any, str], object] | None = None
    enrol: Callable[[Any, str], object] | None = None
    organisation: str = ""
    account: Callable[[Any], Account | None] | None = None
    accept: Callable[[Any], object] | None = None
    standing: Callable[[Any], Standing] | None = None
    meet: Callable[[Any], Met] | None = None
    write: Callable[[Any, UUID, str], DraftSaved] | None = None
    open_frozen: Callable[[str], Any] | None = None
    names: Callable[[Any], tuple[tuple[UUID, str], ...]] | None = None
    case: Callable[[Any, UUID], Case | None] | None = None
    incomplete: Callable[[Any], bool] | None = None
    ask: Callable[[], Asked] | None = None
    recover: Callable[[Asked, str, str], None] | None = None
    salvage: Callable[[str], Salvaged] | None = None
    restore: Callable[[str], Restored] | None = None
    newest_copy: Callable[[], datetime | None] | None = None
    support: str = ""
    warning: Callable[[], str] = str
    prepared: Callable[[], str | None] | None = None
    use_prepared: Callable[[Any], object] | None = None
    server_known: Callable[[], bool] = bool
    sign_in: Callable[[QObject], SignsIn] | None = None
    trial: Callable[[Callable[[int, int], object]], Any] | None = None
    away: Callable[[], bool] | None = None
    open_telling: Callable[[str, Callable[[str], object]], Any] | None = None
