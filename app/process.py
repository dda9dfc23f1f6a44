"""Keep this process's memory to itself: no core file, no reading by the same user, no heap in a crash report.

It stops a curious program of the same user and an automatic report; an administrator reads what they like, and so
does the swap file. `docs/security.md` says so.
"""

from __future__ import annotations

import ctypes
import logging
import sys
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

_PR_SET_DUMPABLE = 4
_PT_DENY_ATTACH = 31
_WER_NO_HEAP = 1
_DACL = 4  # DACL_SECURITY_INFORMATION
# What this process may be asked for by its own user: to be waited for, looked at from outside, and ended.
_SYNCHRONIZE, _QUERY_LIMITED, _TERMINATE = 0x0010_0000, 0x1000, 0x0001
ALLOWED = _SYNCHRONIZE | _QUERY_LIMITED | _TERMINATE
_SDDL = "D:P(A;;0x{rights:x};;;OW)(A;;0x1fffff;;;SY)"  # the owner so much; the system everything; nobody else


def harden() -> None:
    """Called first of all. What a system refuses is noted and stands in nobody's way."""
    try:
        if sys.platform == "win32":
            harden_windows(ctypes.windll, Path(sys.executable).name)
        else:
            _harden_unix()
    except (OSError, AttributeError, ValueError) as error:
        log.warning("the process is not hardened: %s", type(error).__name__)


def _harden_unix() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform.startswith("linux"):
        failed = libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    else:
        failed = libc.ptrace(_PT_DENY_ATTACH, 0, None, 0)
    if failed:
        raise OSError(ctypes.get_errno(), "refused")


def harden_windows(windll: Any, program: str) -> None:
    """`windll`: the system's libraries, handed in so that the calls can be looked at anywhere."""
    windll.wer.WerSetFlags(_WER_NO_HEAP)
    windll.wer.WerAddExcludedApplication(program, False)
    descriptor = ctypes.c_void_p()
    text = _SDDL.format(rights=ALLOWED)
    made = windll.advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        text, 1, ctypes.byref(descriptor), None
    )
    if not made:
        raise OSError("no security descriptor")
    try:
        process = windll.kernel32.GetCurrentProcess()
        if not windll.advapi32.SetKernelObjectSecurity(process, _DACL, descriptor):
            raise OSError("no access list")
    finally:
        windll.kernel32.LocalFree(descriptor)
