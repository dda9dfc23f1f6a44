"""Bodies on the wire: JSON by msgspec, zstd above a kilobyte, and never more unpacked than agreed."""

from __future__ import annotations

import io
from typing import TypeVar

import msgspec
import zstandard

from app.protocol.messages import MAX_UNPACKED, PACK_ABOVE
from server.problems import Refused

_Struct = TypeVar("_Struct", bound=msgspec.Struct)
_LEVEL = 3


def unpacked(body: bytes, encoding: str) -> bytes:
    """Reads a stream piecewise, because a frame's own word on its size is not to be trusted."""
    if encoding in ("", "identity"):
        return body
    if encoding != "zstd":
        raise Refused("bad-request")
    try:
        with zstandard.ZstdDecompressor(max_window_size=2**23).stream_reader(io.BytesIO(body)) as stream:
            data = stream.read(MAX_UNPACKED + 1)
    except zstandard.ZstdError:
        raise Refused("bad-request") from None
    if len(data) > MAX_UNPACKED:
        raise Refused("batch-too-large")
    return data


def packed(data: bytes, accepted: str) -> tuple[bytes, bool]:
    if len(data) <= PACK_ABOVE or "zstd" not in accepted:
        return data, False
    return zstandard.ZstdCompressor(level=_LEVEL).compress(data), True


def decoded(kind: type[_Struct], data: bytes) -> _Struct:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise Refused("bad-request") from None
