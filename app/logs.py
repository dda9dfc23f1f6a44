"""Logging: a small rotating file of codes and ids. Contents never; a filter is the last line of defence."""

from __future__ import annotations

import contextlib
import copy
import logging
import os
import re
from pathlib import Path
from types import TracebackType
from typing import IO

# Ten digits that begin like a date of birth (day + 60 is how test numbers are made), however written.
_CPR = re.compile(
    r"(?<!\d)(?:[0-2]\d|3[01]|[67]\d|8\d|9[01])[ .\-/]?(?:0[1-9]|1[0-2])[ .\-/]?\d{2}[ .\-/]{0,3}(?:\d[ ]?){3}\d(?!\d)"
)
_BYTES, _KEPT = 1 << 20, 3


def mask(text: str) -> str:
    """`text` without anything that could be a CPR number."""
    return _CPR.sub("[cpr]", text)


def set_up(folder: Path, *, level: int = logging.INFO) -> logging.Handler:
    """Log to `folder`/feltjournal.log; returns the handler, so that a caller can take it off again."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _PrivateFile(folder / "feltjournal.log", encoding="utf-8", delay=True)
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    for chatty in ("urllib3", "sqlalchemy", "keyring"):  # addresses, statements and entry names
        logging.getLogger(chatty).setLevel(logging.WARNING)
    return handler


class Discreet(logging.Formatter):
    """Masks numbers, and writes of an exception where it happened and its kind, not what it said."""

    def format(self, record: logging.LogRecord) -> str:
        own = copy.copy(record)
        own.exc_text = None  # another handler may have left the exception's own words there
        return super().format(own)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        record.message = mask(record.message).replace("\n", " ")
        return super().formatMessage(record)

    def formatException(  # noqa: N802
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        kind, _, trace = ei
        if kind is None:
            return ""
        lines = [kind.__name__]
        while trace is not None:
            code = trace.tb_frame.f_code
            lines.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return "\n".join(lines)


class _PrivateFile(logging.FileHandler):
    """Readable by its owner alone; full, it becomes `.1`, and the oldest goes.

    Not `logging.handlers`: that brings sockets and pickle along before the first paint.
    """

    def emit(self, record: logging.LogRecord) -> None:
        if self._is_full():
            self.close()
            self._move_up()
        super().emit(record)

    def _is_full(self) -> bool:
        with contextlib.suppress(OSError):
            return os.path.getsize(self.baseFilename) >= _BYTES
        return False

    def _move_up(self) -> None:
        for number in range(_KEPT, 0, -1):
            before = f"{self.baseFilename}.{number - 1}" if number > 1 else self.baseFilename
            with contextlib.suppress(OSError):  # Windows: a reader holds it; the next record tries again
                os.replace(before, f"{self.baseFilename}.{number}")

    def _open(self) -> IO[str]:  # type: ignore[override]
        return open(
            self.baseFilename,
            self.mode,
            encoding=self.encoding,
            opener=lambda path, flags: os.open(path, flags, 0o600),
        )
