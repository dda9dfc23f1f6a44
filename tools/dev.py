"""The one command of the repository: demo, test, check, run, lock, i18n. Works on a bare Python 3.11 or later."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036  (whoever clones may have an older one)
    sys.exit("dev: Python 3.11 or later is needed; this is " + sys.version.split()[0])

# In place of this folder; the embeddable package of Windows does not put it there.
sys.path[: not sys.flags.safe_path] = [str(Path(__file__).resolve().parents[1])]
from tools import environment  # noqa: E402
from tools.environment import ALL_LOCKS, BIN, CALL, LOCKS, PROGRAM_LOCKS, PYTHON, ROOT, Refusal, say  # noqa: E402

USAGE = f"""\
usage: {CALL} COMMAND [-- ARGUMENTS]

  demo  [-- ARGUMENTS]     a whole jobcenter on this computer, with invented people, and the program's window
  test  [-- ARGUMENTS]     the tests; ARGUMENTS go to pytest
  check                    every gate: lint, format, types, import contracts, translations, house rules
  run   -- CMD ARGUMENTS   feltjournal, feltjournalctl, feltjournal-server, or a program of .venv
  lock                     write the requirements*.lock again from pyproject.toml
  i18n  [-- --check]       bring the translation files up to the source

The first call makes .venv from the locks. What this tool itself has to say goes to stderr."""

PROGRAMS = {"feltjournal": "ui.main", "feltjournalctl": "app.ctl", "feltjournal-server": "server.main"}
_MOST_WORKERS = 4
GATES = {
    "lint": ["ruff", "check", "--quiet", "."],
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "types": ["mypy", "--no-error-summary"],
    "import contracts": ["lint-imports"],
    "translations": ["python", "tools/i18n.py", "--check"],
    "house rules": ["python", "-m", "pytest", "-q", "--durations=1", "tests/unit/test_house_rules.py"],
}


def main(arguments: list[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    if rest[:1] == ["--"]:
        rest = rest[1:]
    if command in ("-h", "--help", "help"):
        print(USAGE)
        return 0
    commands = {"demo": _demo, "test": _test, "check": _check, "run": _run, "lock": _lock, "i18n": _i18n}
    if command not in commands:
        say(f"dev: no command {command!r}\n{USAGE}")
        return 2
    try:
        return commands[command](rest)
    except Refusal as refusal:
        say(f"dev: {refusal}")
        return 2
    except KeyboardInterrupt:
        return 130


def _demo(arguments: list[str]) -> int:
    environment.refuse_missing(environment.missing_for_window())
    if _no_screen():
        raise Refusal("no screen here (DISPLAY is not set). With Xvfb: xvfb-run -a python3 tools/dev.py demo")
    environment.ensure(PROGRAM_LOCKS)
    _build_translations()
    return _become([str(PYTHON), "-P", "-m", PROGRAMS["feltjournal"], "--demo", *arguments])


def _test(arguments: list[str]) -> int:
    environment.refuse_missing(environment.missing_for_tests())
    environment.ensure(ALL_LOCKS)
    _build_translations()
    os.chdir(ROOT)
    # All of them at once on every core; a developer's own choice runs one by one, with its output as it comes.
    return _become([str(PYTHON), "-m", "pytest", *([] if arguments else _spread()), *arguments])


def _spread() -> list[str]:
    """In the order of the folders: by numbers, the files with one test that takes a minute would come last, and alone."""
    workers = str(
        min((os.cpu_count() or 1) + 1, _MOST_WORKERS)
    )  # one more than cores: many wait for another program
    # A worker that dies fails the run at once: one that takes its place is waited for in vain (pytest-xdist #1378).
    whole_files = ["--dist", "loadfile", "--no-loadscope-reorder", "--max-worker-restart=0"]
    return ["-n", workers, *whole_files, "--durations=40"]


def _check(arguments: list[str]) -> int:
    if unknown := [name for name in arguments if name not in GATES]:
        raise Refusal(f"no gate {unknown[0]!r}; there are: {', '.join(GATES)}")
    environment.ensure(ALL_LOCKS)
    broken = []
    for name, command in GATES.items():
        if arguments and name not in arguments:
            continue
        say(f"dev: {name} …")
        if (
            subprocess.call(_found(command), cwd=ROOT, env=environment.environ(), stdin=subprocess.DEVNULL)
            != 0
        ):
            broken.append(name)
    say(f"dev: broken: {', '.join(broken)}" if broken else "dev: every gate holds")
    return 1 if broken else 0


def _run(arguments: list[str]) -> int:
    if not arguments:
        raise Refusal(f"run what? {CALL} run -- feltjournalctl --help")
    name, rest = arguments[0], arguments[1:]
    environment.ensure(PROGRAM_LOCKS if name in PROGRAMS else ALL_LOCKS)
    if name not in PROGRAMS:
        return _become(_found([name, *rest]))
    if name == "feltjournal":
        environment.refuse_missing(environment.missing_for_window())
    if name == "feltjournal" or rest[:1] == ["selftest"]:  # the self-test looks at them
        _build_translations()
    # -P: a folder called app where the caller happens to stand must not hide ours.
    return _become([str(PYTHON), "-P", "-m", PROGRAMS[name], *rest])


def _lock(arguments: list[str]) -> int:
    from tools.locks import write_all

    write_all(upgrade="--upgrade" in arguments)
    environment.ensure(ALL_LOCKS)
    say(f"dev: wrote {', '.join(LOCKS.values())}")
    return 0


def _i18n(arguments: list[str]) -> int:
    environment.ensure(ALL_LOCKS)
    return _become([str(PYTHON), str(ROOT / "tools" / "i18n.py"), *arguments])


def _build_translations() -> None:
    """The compiled translations are not committed; they are made again when a source is newer."""
    sources = sorted((ROOT / "resources" / "i18n").glob("*.ts"))
    if all(_fresh(source.with_suffix(".qm"), source) for source in sources):
        return
    command = [str(PYTHON), str(ROOT / "tools" / "i18n.py"), "--build"]
    if subprocess.call(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environment.environ()) != 0:
        raise Refusal("the translations could not be built.")


def _fresh(built: Path, source: Path) -> bool:
    return built.exists() and built.stat().st_mtime >= source.stat().st_mtime


def _no_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return False
    return not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _found(command: list[str]) -> list[str]:
    """The command with its program looked up in .venv first, then on PATH."""
    program = shutil.which(command[0], path=environment.environ()["PATH"])
    if program is None:
        raise Refusal(f"no program {command[0]!r} in {BIN.relative_to(ROOT)} nor on PATH")
    return [program, *command[1:]]


def _become(command: list[str]) -> int:
    """Run in our place: stdin, stdout, signals and exit code are the command's own."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, environment.environ())  # noqa: S606  (no shell on purpose)
    return _accompany(command)


def _accompany(command: list[str]) -> int:
    """Where nobody can be replaced: Ctrl+C is for both, and it is the command that says when all is put away."""
    with subprocess.Popen(command, env=environment.environ()) as started:
        while True:
            try:
                return started.wait()
            except KeyboardInterrupt:
                continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
