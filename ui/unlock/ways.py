"""What the locked screen can ask for. Each job runs on a worker; the page itself holds no vault and no place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.services import unlock

if TYPE_CHECKING:
    from app.services.integrity import Account


@dataclass(frozen=True, slots=True)
class Ways:
    """`status` is quick and may be asked on the GUI thread; `open` and `create` are slow and give a vault.

    `introduce(vault, name)` keeps the consultant's name; `enrol(vault, code)` registers this computer with the
    jobcenter and may wait for the network. `account(vault)` says what is amiss with it, `accept(vault)` that this has been
    read. Where one is None, its field is not shown.
    `support`: where to get help.
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
    support: str = ""
    warning: Callable[[], str] = str
