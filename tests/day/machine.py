"""A computer of its own for a test: home, session bus, keyring, screen, keyboard, and Feltjournal as a process."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
_SECONDS = 60


@dataclass
class Machine:
    """`home` is its whole disk. Everything on it ends with `close`."""

    home: Path
    name: str
    environ: dict[str, str] = field(default_factory=dict)
    parts: list[subprocess.Popen[Any]] = field(default_factory=list)
    window: subprocess.Popen[Any] | None = None
    eyes: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        for folder in ("run", "data", "tmp"):
            (self.home / folder).mkdir(mode=0o700, parents=True)
        keep = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        self.environ = {
            **keep, "HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.home / "run"), "PYTHONUTF8": "1",
            "XDG_DATA_HOME": str(self.home / "data"), "TMPDIR": str(self.home / "tmp"), "LC_ALL": "C.UTF-8",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "0",
        }  # fmt: skip
        try:
            self._switch_on()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def profile(self) -> Path:
        return self.home / "profile"

    def start(self, program: tuple[str, ...] = ("ui.main", "--profile")) -> None:
        """Start Feltjournal and wait for its first paint. `program`: a module and what stands before the profile."""
        ready = self.home / "ready"
        ready.unlink(missing_ok=True)
        self.window = self.run(
            [sys.executable, "-m", *program, str(self.profile)],
            log="window.log", FELTJOURNAL_READY_FILE=str(ready), PYTHONWARNINGS="error",
        )  # fmt: skip
        _wait(lambda: ready.exists() or self._ended())
        assert not self._ended(), (self.home / "window.log").read_text()

    def press(self, *keys: str) -> None:
        """Keys as xdotool names them: `ctrl+n`, `Return`, `alt+Return`."""
        self._tool("key", "--delay", "20", *keys)

    def write(self, text: str) -> None:
        """Type on a Danish keyboard."""
        self._tool("type", "--delay", "4", text)

    def sees(self, *texts: str, seconds: float = 30) -> None:
        """Wait until every text can be read in the window."""
        told = self._ask({"wait": texts, "seconds": seconds})
        assert told["ok"], f"{self.name} does not show {texts}:\n{_told(told['seen'])}"

    def sees_no(self, text: str, seconds: float = 30) -> None:
        told = self._ask({"gone": text, "seconds": seconds})
        assert told["ok"], f"{self.name} still shows {text!r}:\n{_told(told['seen'])}"

    def screen(self) -> str:
        return _told(self._ask({"see": True})["seen"])

    def nameless(self) -> list[str]:
        """Roles of the nodes that can have the focus and have no name."""
        return [role for role, name, _, _, focus in self._ask({"see": True})["seen"] if focus and not name]

    def faults(self) -> list[str]:
        """What a screen reader would stumble on in what is shown now."""
        found: list[str] = self._ask({"faults": True})["faults"]
        return found

    def focus(self) -> list[str] | None:
        focused: list[str] | None = self._ask({"focus": True})["focus"]
        return focused

    def act(self, name: str, seconds: float = 30) -> list[str]:
        """Carry out what something on the screen offers to a screen reader; the names of all it offers."""
        told = self._ask({"act": name, "seconds": seconds})
        assert told["ok"], f"{self.name} has nothing called {name!r} to press:\n{_told(told['seen'])}"
        actions: list[str] = told["actions"]
        return actions

    def grab(self, name: str, seconds: float = 30) -> None:
        """Give the focus to what is called so, from outside."""
        told = self._ask({"grab": name, "seconds": seconds})
        assert told["ok"], f"{name!r} takes no focus:\n{_told(told['seen'])}"

    def put(self, name: str, words: str, seconds: float = 30) -> None:
        """Write in what is called so, from outside."""
        told = self._ask({"set": [name, words], "seconds": seconds})
        assert told["ok"], f"{name!r} takes no words:\n{_told(told['seen'])}"

    def hears(self, words: str, seconds: float = 30) -> None:
        """Wait until it has been announced; what was heard before that is forgotten."""
        told = self._ask({"heard": words, "seconds": seconds})
        assert told["ok"], f"{self.name} never said {words!r}:\n{_told(told['seen'])}"

    def shoot(self, file: Path) -> None:
        """A picture of the whole screen."""
        subprocess.run(
            ["import", "-window", "root", str(file)], env=self.environ, check=False, capture_output=True
        )

    def kill(self) -> None:
        """As when the battery is pulled."""
        if self.window is not None:
            self.window.send_signal(signal.SIGKILL)
            self.window.wait(_SECONDS)
            self.window = None

    def quit(self) -> None:
        """Ctrl+Q, and wait until the program has ended of itself."""
        assert self.window is not None
        self.press("ctrl+q")
        assert self.window.wait(_SECONDS) == 0, (self.home / "window.log").read_text()
        self.window = None

    def read_vault(self, passphrase: str) -> dict[str, list[list[Any]]]:
        """Every row of every table, decrypted on this computer with its own keyring."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.day.read_vault", str(self.profile), passphrase],
            env=self.environ | {"PYTHONPATH": str(ROOT)}, cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        found: dict[str, list[list[Any]]] = json.loads(done.stdout)
        return found

    def files_with(self, text: str) -> list[str]:
        """Files of this computer that hold the text in UTF-8 or UTF-16."""
        wanted = (text.encode(), text.encode("utf-16-le"))
        return [
            str(file.relative_to(self.home))
            for file in self.home.rglob("*")
            if file.is_file() and any(form in file.read_bytes() for form in wanted)
        ]

    def close(self) -> None:
        self.kill()
        for part in reversed(self.parts):
            part.terminate()
        for part in reversed(self.parts):
            try:
                part.wait(10)
            except subprocess.TimeoutExpired:
                part.kill()
                part.wait()
        for stream in (s for part in self.parts for s in (part.stdin, part.stdout) if s is not None):
            stream.close()
        self.parts = []

    def _switch_on(self) -> None:
        missing = [
            name
            for name in ("Xvfb", "dbus-daemon", "gnome-keyring-daemon", "openbox", "xdotool", "setxkbmap")
            if not shutil.which(name)
        ]
        assert not missing, (
            f"apt-get install xvfb dbus gnome-keyring openbox xdotool x11-xkb-utils: {missing}"
        )
        self.environ["DISPLAY"] = self._screen()
        self.environ["DBUS_SESSION_BUS_ADDRESS"] = self._bus()
        self.run(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        self._keyring()
        self.run(["openbox"])
        subprocess.run(["setxkbmap", "-layout", "dk"], env=self.environ, check=True)
        self.eyes = self.run(
            ["/usr/bin/python3", str(Path(__file__).with_name("eyes.py"))],
            log="eyes.log", stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def _screen(self) -> str:
        read, write = os.pipe()
        self.run(
            [
                "Xvfb",
                "-displayfd",
                str(write),
                "-screen",
                "0",
                "1440x900x24",
                "-nolisten",
                "tcp",
                "-r",
                "-noreset",
            ],
            pass_fds=(write,),
        )
        os.close(write)
        with os.fdopen(read) as number:
            return f":{number.readline().strip()}"

    def _bus(self) -> str:
        made = self.run(
            ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
        )
        assert made.stdout is not None
        return str(made.stdout.readline().strip())

    def _keyring(self) -> None:
        made = self.run(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            stdin=subprocess.PIPE,
        )
        assert made.stdin is not None
        made.stdin.write(b"the login password of this computer")
        made.stdin.close()

    def run(self, command: list[str], *, log: str = "", **more: Any) -> subprocess.Popen[Any]:
        environ = self.environ | {name: more.pop(name) for name in list(more) if name.isupper()}
        with (self.home / (log or f"{Path(command[0]).name}.log")).open("ab") as out:
            made = subprocess.Popen(
                command,
                env=environ,
                cwd=ROOT,
                **{"stdin": subprocess.DEVNULL, "stdout": out, "stderr": out, **more},
            )
        self.parts.append(made)
        return made

    def _tool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.environ, check=True)

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        assert self.eyes is not None
        assert self.eyes.stdin is not None
        assert self.eyes.stdout is not None
        self.eyes.stdin.write(json.dumps(question) + "\n")
        self.eyes.stdin.flush()
        line = self.eyes.stdout.readline()
        assert line, (self.home / "eyes.log").read_text()
        told: dict[str, Any] = json.loads(line)
        if not told.get("ok", True):
            self._still_runs()
        return told

    def _still_runs(self) -> None:
        """A program that has ended shows nothing, and that is the fault to tell of."""
        code = self.window.poll() if self.window is not None else None
        assert code is None, f"the program ended with {code}:\n{(self.home / 'window.log').read_text()}"

    def _ended(self) -> bool:
        return self.window is None or self.window.poll() is not None


def _told(seen: list[list[str]]) -> str:
    return "\n".join(
        f"{focus:1} {role}: {name!r} {text!r}" for role, name, text, _, focus in seen if name or text
    )


def _wait(holds: Callable[[], bool]) -> None:
    last = time.monotonic() + _SECONDS
    while not holds():
        assert time.monotonic() < last, "waited in vain"
        time.sleep(0.02)
