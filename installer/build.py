"""Build the installable program: check the tools, freeze, prove it, list what is in it, and package it.

    python3 tools/dev.py run -- python -m installer.build [--out DIR] [--only bundle]

Every step refuses to go on after a failure. The same sources give the same bytes: set SOURCE_DATE_EPOCH to the release's time.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Final

import resources
from app import __version__
from installer import icons, notices, sbom
from installer.bundle import FORBIDDEN, ROOT, locked

EPOCH: Final = "1790000000"
# MiB, as `du` counts. The typesetter of the reports comes on top of the program itself: docs/reference/packaging.md.
MEGABYTES: Final = {"linux": 145, "win32": 100}
GUARD_MODEL_MEGABYTES: Final = 60
REPORTS_MEGABYTES: Final = 70
_MODEL: Final = ("onnxruntime", "resources/guard")
_REPORTS: Final = ("typst",)


class Refused(Exception):
    """Why nothing is packaged."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="installer.build", description="Build the installable program.")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "release", metavar="DIR")
    parser.add_argument(
        "--only", choices=("bundle", "package"), help="stop before packaging, or package what is there"
    )
    parser.add_argument(
        "--twice", action="store_true", help="freeze once more and refuse when a byte differs"
    )
    asked = parser.parse_args(arguments)
    try:
        made = build(asked.out, package=asked.only != "bundle", freeze=asked.only != "package")
        if asked.twice:
            again(asked.out)
    except (Refused, sbom.Ownerless, notices.TextMissing) as refusal:
        print(f"build refused: {refusal}", file=sys.stderr)
        return 1
    for path in made:
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path}")
    return 0


def build(out: Path, *, package: bool = True, freeze: bool = True) -> list[Path]:
    """Everything into `out`; gives back the packages. Raises Refused."""
    out.mkdir(parents=True, exist_ok=True)
    dist = out / "feltjournal"
    if freeze:
        check_environment()
        _freeze(out)
        _tidy(dist)
        found = sbom.write(dist, out / "work" / "build", out / "feltjournal.cdx.json")
        text = notices.whole(found)
        (dist / "THIRD-PARTY-NOTICES.txt").write_text(text, "utf-8")
        (dist / "feltjournal.cdx.json").write_bytes((out / "feltjournal.cdx.json").read_bytes())
        prove(dist, out / "selftest.json")
        check_contents(dist)
    if not package:
        return [out / "feltjournal.cdx.json"]
    if sys.platform == "linux":
        from installer.linux import package as linux

        return linux.packages(dist, out)
    if sys.platform == "win32":
        from installer.windows import msi

        return [msi.package(dist, out)]
    return []


def again(out: Path) -> None:
    """Freeze a second time, elsewhere, and compare. Raises Refused."""
    other = out / "again"
    build(other, package=False)
    if told := differing(out / "feltjournal", other / "feltjournal"):
        raise Refused(f"two builds of the same sources differ: {', '.join(told[:20])}")
    shutil.rmtree(other)


def differing(one: Path, other: Path) -> list[str]:
    """Places, below either folder, where the two do not hold the same bytes, kind and right to run."""
    told = [
        {path.relative_to(folder).as_posix(): _mark(path) for path in folder.rglob("*")}
        for folder in (one, other)
    ]
    return sorted(
        place for place in told[0].keys() | told[1].keys() if told[0].get(place) != told[1].get(place)
    )


def _mark(path: Path) -> tuple[str, bool]:
    if path.is_symlink():
        return f"-> {path.readlink()}", False
    if path.is_dir():
        return "folder", False
    return hashlib.sha256(path.read_bytes()).hexdigest(), os.access(path, os.X_OK)


def check_environment() -> None:
    """The versions of the lock and nothing else; the translations compiled. Raises Refused."""
    wrong = [f"{name} {found or 'absent'}, not {version}" for name, version in locked().items()
             if (found := _version(name)) != version]  # fmt: skip
    if wrong:
        raise Refused("not what requirements.lock says: " + "; ".join(wrong))
    if _version("pyinstaller") is None:
        raise Refused("PyInstaller is not installed (requirements-dev.lock)")
    for language in ("da", "en"):
        if not resources.path(f"i18n/feltjournal_{language}.qm").is_file():
            raise Refused(
                "the translations are not built: python3 tools/dev.py run -- python tools/i18n.py --build"
            )


def prove(dist: Path, report: Path) -> None:
    """The frozen program's own self-test, in an empty folder, without the sources beside it. Raises Refused."""
    program = dist / ("feltjournal.exe" if sys.platform == "win32" else "feltjournal")
    report.unlink(missing_ok=True)
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    command = [str(program), "--selftest", "--out", str(report), "--picture", str(report.with_suffix(".png"))]
    subprocess.run(
        command, cwd=report.parent, env=plain | {"QT_QPA_PLATFORM": "offscreen"}, timeout=300, check=False,
        stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    if not report.is_file():
        raise Refused("the frozen program did not answer --selftest")
    told = json.loads(report.read_text("utf-8"))
    failed = [f"{check['name']}: {check['detail']}" for check in told["checks"] if check["ok"] is False]
    if failed or not told["frozen"] or told["version"] != __version__:
        raise Refused("the frozen program fails its self-test: " + "; ".join(failed or ["not this version"]))


def check_contents(dist: Path, platform: str = sys.platform) -> None:
    """Nothing forbidden, nothing dangling, and not too large for where it is to run. Raises Refused."""
    names = [path.relative_to(dist).as_posix() for path in dist.rglob("*")]
    forbidden = [name for name in names if any(word.lower() in name.lower() for word in FORBIDDEN)]
    if forbidden:
        raise Refused(f"parts that may not be distributed: {', '.join(forbidden)}")
    dangling = [path.name for path in dist.rglob("*") if path.is_symlink() and not path.exists()]
    if dangling:
        raise Refused(f"links to nothing: {', '.join(dangling)}")
    whole, model = size(dist), sum(size(dist / "lib" / part) for part in _MODEL)
    reports = sum(size(dist / "lib" / part) for part in _REPORTS)
    own = whole - model - reports
    if reports > REPORTS_MEGABYTES:
        raise Refused(f"the typesetter of the reports is {reports:.0f} MB, more than {REPORTS_MEGABYTES}")
    if model > GUARD_MODEL_MEGABYTES:
        raise Refused(
            f"the guard's model and its runtime are {model:.0f} MB, more than {GUARD_MODEL_MEGABYTES}"
        )
    if platform in MEGABYTES and own > MEGABYTES[platform]:
        raise Refused(f"{own:.1f} MB without the guard's model, more than {MEGABYTES[platform]}")


def size(place: Path) -> float:
    """MiB of files, links not followed; 0 for what is not there."""
    files = [place] if place.is_file() else place.rglob("*")
    return sum(path.stat().st_size for path in files if path.is_file() and not path.is_symlink()) / (1 << 20)


def _freeze(out: Path) -> None:
    pictures = icons.draw(ROOT / "build" / "icons")
    if sys.platform == "win32":
        from installer.windows import version_info

        (ROOT / "build" / "feltjournal.ico").write_bytes(icons.ico(pictures))
        (ROOT / "build" / "version_info.txt").write_text(version_info.text(), "utf-8")
    command = [
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--clean",
        "--log-level",
        "WARN",
        "--distpath",
        str(out),
    ]
    command += ["--workpath", str(out / "work"), str(ROOT / "build.spec")]
    settled = {"SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", EPOCH), "PYTHONHASHSEED": "0"}
    if subprocess.run(
        command, cwd=ROOT, env={**os.environ, **settled}, stdin=subprocess.DEVNULL, check=False
    ).returncode:
        raise Refused("PyInstaller failed")


def _tidy(dist: Path) -> None:
    """The console program by its name, and notes that packaging tools leave behind taken out."""
    if sys.platform != "win32":
        link = dist / "feltjournalctl"
        link.unlink(missing_ok=True)
        link.symlink_to("feltjournal")
    for path in (dist / "lib").glob("*.dist-info"):
        for name in ("direct_url.json", "INSTALLER", "REQUESTED", "RECORD"):
            (path / name).unlink(missing_ok=True)


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


if __name__ == "__main__":
    sys.exit(main())
