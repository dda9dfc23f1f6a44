"""Supply: an audit that asked nobody is never a clean one; the locks name no host and hold what the project asks for."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from installer import audit
from installer.audit import CLEAN, KNOWN, NOT_RUN, Found
from installer.bundle import ROOT, normal

LOCKS = sorted(ROOT.glob("requirements*.lock"))


def rows(*names: str, **skipped: str) -> str:
    found = [{"name": name, "version": "1", "vulns": []} for name in names]
    return json.dumps(
        {"dependencies": [*found, *({"name": n, "skip_reason": why} for n, why in skipped.items())]}
    )


def test_an_audit_that_asked_nobody_is_not_a_clean_one() -> None:
    """pip-audit without a network: every row skipped, its headline `no known vulnerabilities`, exit code 0."""
    found = audit.read(
        rows(urllib3="could not be audited", sqlalchemy="could not be audited"),
        frozenset({"urllib3", "sqlalchemy"}),
    )
    assert audit.outcome(found, strict=False) == NOT_RUN
    assert audit.outcome(found, strict=True) == KNOWN
    assert "NOT RUN" in audit.told("requirements.lock", found)


def test_one_missing_row_is_enough_to_say_so() -> None:
    found = audit.read(rows("urllib3"), frozenset({"urllib3", "sqlalchemy"}))
    assert found.missed == ("sqlalchemy",)
    assert audit.outcome(found, strict=False) == NOT_RUN


def test_what_is_known_fails_and_is_named() -> None:
    said = json.dumps({"dependencies": [{"name": "urllib3", "version": "1.0", "vulns": [{"id": "PYSEC-1"}]}]})
    found = audit.read(said, frozenset({"urllib3"}))
    assert (audit.outcome(found, strict=False), found.known) == (KNOWN, ("urllib3 1.0: PYSEC-1",))


def test_all_of_it_audited_and_nothing_known_is_clean() -> None:
    assert audit.outcome(audit.read(rows("urllib3"), frozenset({"urllib3"})), strict=True) == CLEAN
    assert audit.outcome(Found(0, why="pip-audit is not installed"), strict=False) == NOT_RUN


def pip_audit(folder: Path, script: str) -> str:
    program = folder / "pip-audit"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize("answer", ["", "null", "No known vulnerabilities found", "{}"])
def test_an_answer_that_is_none_says_why(tmp_path: Path, answer: str) -> None:
    program = pip_audit(tmp_path, f"echo '{answer}'; echo 'x.ConnectionError: no route to host' >&2; exit 1")
    found = audit.audit(ROOT / "requirements.lock", program)
    assert found.why == "pypi: cannot be reached; osv: cannot be reached"
    assert audit.outcome(found, strict=False) == NOT_RUN


def test_where_one_service_cannot_be_asked_the_other_is(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    lock.write_text("urllib3==1.0 \\\n", "utf-8")
    program = pip_audit(tmp_path, f"case \"$*\" in *'-s osv'*) echo '{rows('urllib3')}';; *) exit 1;; esac")
    assert audit.outcome(audit.audit(lock, program), strict=True) == CLEAN


def test_the_audit_is_installed_with_the_tools() -> None:
    """So that a run that asked nobody is for want of a network, never of a tool."""
    assert (Path(sys.executable).parent / "pip-audit").exists()


# --- the locks: row 3 of the acceptance table -----------------------------------------------------------------------------


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_host_and_every_row_has_its_hashes(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not re.findall(r"https?://|--(?:extra-)?index-url|--find-links|@ file:", text)
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.M)[1:]
    assert blocks
    assert not [block.split()[0] for block in blocks if "--hash=sha256:" not in block]


def test_the_locks_hold_what_the_project_asks_for() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = {"requirements.lock": told["project"]["dependencies"]}
    asked |= {f"requirements-{name}.lock": wanted for name, wanted in told["dependency-groups"].items()}
    for name, wanted in asked.items():
        text = (ROOT / name).read_text("utf-8")
        pinned = {normal(one) for one in re.findall(r"^([\w.-]+)==", text, re.M)}
        named = {normal(re.split(r"[\[<>=;~! ]", one, maxsplit=1)[0]) for one in wanted}
        assert named <= pinned, name


def test_pip_would_install_the_programs_lock_by_its_hashes(tmp_path: Path) -> None:
    """pip's own word, without a registry: the lock is read whole, its options are known, its hashes are demanded."""
    run = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--dry-run", "--no-index", "--no-deps", "--require-hashes", "--quiet",
         "--disable-pip-version-check", "-r", str(ROOT / "requirements.lock")],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, cwd=tmp_path,
    )  # fmt: skip
    # Everything is installed already, by these very versions; a lock pip cannot read or a row without a hash stops here.
    assert run.returncode == 0, run.stderr
