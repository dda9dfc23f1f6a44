"""What the locked screen can ask for. Each job runs on a worker; the page itself holds no vault and no place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.services import unlock


@dataclass(frozen=True, slots=True)
class Ways:
    """`status` is quick and may be asked on the GUI thread; `open` and `create` are slow and give a vault.

    `introduce(vault, name)` keeps the consultant's name; `enrol(vault, code)` registers this computer with the
    jobcenter and may wait for the network. Where one is None, its field is not shown.
    """

    status: Callable[[], unlock.Status]
    open: Callable[[str], Any]
    create: Callable[[str], Any]
    introduce: Callable[[Any, str], object] | None = None
    enrol: Callable[[Any, str], object] | None = None
    organisation: str = ""
