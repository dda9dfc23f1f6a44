"""TEST ONLY. Gives Wine's own C runtime the four complex functions it lacks and numpy calls while it is imported.

    python -m tests.wine.ucrtbase WINE_UCRTBASE.DLL PATCHED.DLL

Wine 8 exports them as stubs of 24 bytes that abort the program. Each is overwritten with the few instructions it needs; the
word that marks a file as Wine's own is changed too, or Wine would take the unpatched one (WINEDLLOVERRIDES=ucrtbase=n).
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

_ROOM = 24
# Microsoft's x64 calling convention: a pair of floats comes in rcx, of doubles by its address in rcx; the answer in xmm0.
_CODE = {
    b"crealf": "660f6ec1 c3",
    b"cimagf": "48c1e920 660f6ec1 c3",
    b"creall": "f20f1001 c3",
    b"cimag": "f20f104108 c3",
    b"cimagl": "f20f104108 c3",
}
_STUB = bytes.fromhex("4883ec28488d0d")
_BUILTIN = b"Wine builtin DLL", b"Wine patched DLL"


def patched(dll: bytes) -> bytes:
    """Raises ValueError when a function is no stub (a later Wine has it) or is not exported."""
    out = bytearray(dll.replace(*_BUILTIN, 1))
    place = {name: _offset(dll, address) for name, address in _exports(dll)}
    for name, code in _CODE.items():
        at = place.get(name)
        if at is None or dll[at : at + len(_STUB)] != _STUB:
            raise ValueError(f"{name.decode()} is no stub")
        machine = bytes.fromhex(code)
        out[at : at + _ROOM] = machine + b"\xcc" * (_ROOM - len(machine))
    return bytes(out)


def _sections(dll: bytes) -> list[tuple[int, int, int]]:
    """Address, size and place in the file of each section."""
    (header,) = struct.unpack_from("<I", dll, 0x3C)
    count, optional = struct.unpack_from("<H12xH", dll, header + 6)
    rows = (header + 24 + optional + 40 * n for n in range(count))
    return [
        (address, size, at) for address, size, at in (struct.unpack_from("<III", dll, r + 12) for r in rows)
    ]


def _offset(dll: bytes, address: int) -> int:
    return next(at + address - start for start, size, at in _sections(dll) if start <= address < start + size)


def _exports(dll: bytes) -> list[tuple[bytes, int]]:
    (header,) = struct.unpack_from("<I", dll, 0x3C)
    (table,) = struct.unpack_from("<I", dll, header + 24 + 112)
    count, functions, names, ordinals = struct.unpack_from("<IIII", dll, _offset(dll, table) + 24)
    found = []
    for n in range(count):
        (name,) = struct.unpack_from("<I", dll, _offset(dll, names) + 4 * n)
        (ordinal,) = struct.unpack_from("<H", dll, _offset(dll, ordinals) + 2 * n)
        (address,) = struct.unpack_from("<I", dll, _offset(dll, functions) + 4 * ordinal)
        begin = _offset(dll, name)
        found.append((dll[begin : dll.index(b"\0", begin)], address))
    return found


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(patched(Path(sys.argv[1]).read_bytes()))
