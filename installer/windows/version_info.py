"""The version resource that Windows shows of the program, and that a WDAC rule can name."""

from __future__ import annotations

from app import __version__


def text() -> str:
    """As PyInstaller reads it."""
    numbers = ", ".join([*__version__.split("."), "0", "0", "0"][:4])
    words = {
        "CompanyName": "Feltjournal", "FileDescription": "Feltjournal", "FileVersion": __version__,
        "InternalName": "feltjournal", "OriginalFilename": "feltjournal.exe", "ProductName": "Feltjournal",
        "ProductVersion": __version__,
    }  # fmt: skip
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers=({numbers}), prodvers=({numbers})), kids=["
        f"StringFileInfo([StringTable('040604B0', [{strings}])]), VarFileInfo([VarStruct('Translation', [1030, 1200])])])\n"
    )
