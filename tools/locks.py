"""Resolve pyproject.toml into hash-locked requirements for every platform, with no registry address in them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

from tools.environment import LOCKS, ROOT, Refusal, say

_UV = "uv==0.13.9"
_PYTHON = "3.11"
_QUIET = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]


def write_all(*, upgrade: bool) -> None:
    """Old pins stay where they still fit, unless `upgrade`."""
    work = ROOT / "build" / "locks"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups: dict[str, list[str]] = {
        "runtime": project["project"]["dependencies"],
        **project["dependency-groups"],
    }
    uv = _uv(work)
    for part, lock in LOCKS.items():
        source = work / f"{part}.in"
        source.write_text("\n".join(groups[part]) + "\n", "utf-8")
        say(f"dev: resolving {part} …")
        _compile(uv, source, ROOT / lock, upgrade=upgrade, beside_runtime=part != "runtime")
        refuse_addresses(ROOT / lock)


def refuse_addresses(lock: Path) -> None:
    if "://" in lock.read_text("utf-8"):
        raise Refusal(f"{lock.name} holds an address; a lock must install from any registry")


def _compile(uv: Path, source: Path, lock: Path, *, upgrade: bool, beside_runtime: bool) -> None:
    command = [str(uv), "pip", "compile", str(source), "--universal", "--generate-hashes", *_QUIET]
    command += ["--python-version", _PYTHON, "--output-file", str(lock), "--quiet"]
    if beside_runtime:
        command += ["-c", str(ROOT / LOCKS["runtime"])]
    if upgrade:
        command.append("--upgrade")
    if subprocess.call(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=sys.stderr) != 0:
        raise Refusal(f"{lock.name} could not be resolved; uv says why above.")


def _uv(work: Path) -> Path:
    venv.EnvBuilder(with_pip=True).create(work / "venv")
    bin_folder = work / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    command = [
        str(bin_folder / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        _UV,
    ]
    if subprocess.call(command, stdin=subprocess.DEVNULL, stdout=sys.stderr) != 0:
        raise Refusal("uv could not be fetched; pip says why above.")
    return bin_folder / "uv"
