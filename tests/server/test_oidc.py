"""A provider of sign-ins that answers as none."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OKPKey
from litestar.testing import TestClient

from server import db
from server.api.app import make
from server.api.desk import Desk
from server.enrol import ANEW
from server.oidc import Client, Provider, ProviderSilent
from server.problems import Refused
from server.settings import Settings
from tests.server.desk import NOW, House

KEYS, TOKEN = "/keys", "/token"


class _Provider(http.server.BaseHTTPRequestHandler):
    says: dict[str, Any] = {}  # noqa: RUF012

    def do_GET(self) -> None:
        if self.path == TOKEN:
            self.rfile.read(int(self.headers["Content-Length"]))
        said = self.says[self.path]
        if isinstance(said, bytes):
            self.wfile.write(said)
            return
        self.send_response(503 if "error" in said else 200)
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def provider() -> Iterator[Provider]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Provider) as server:
        here = f"http://127.0.0.1:{server.server_port}"
        _Provider.says = {
            "/.well-known/openid-configuration": {"issuer": here, "jwks_uri": here + KEYS, "token_endpoint": here + TOKEN}
        }  # fmt: skip
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield Provider(here)
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "said", [{"error": "server_error"}, {"keys": 7}, {"keys": [{"kty": "RSA"}]}, {}, b"\x16\x03 no HTTP at all\r\n\r\n"]
)  # fmt: skip
def test_keys_that_are_none_are_silence_and_no_fault_of_ours(provider: Provider, said: Any) -> None:
    _Provider.says[KEYS] = said
    with pytest.raises(ProviderSilent):
        provider.claims("e30.e30.e30", client=Client("us"), nonce="n", now=NOW)


def test_a_provider_that_cannot_redeem_now_has_not_refused_anybody(provider: Provider) -> None:
    _Provider.says[TOKEN] = {"error": "temporarily_unavailable"}
    with pytest.raises(ProviderSilent):
        provider.redeem(Client("us"), code="c", verifier="v", redirect="r")


def test_a_provider_that_does_not_say_where_people_sign_in_is_silent(provider: Provider) -> None:
    with pytest.raises(ProviderSilent):
        provider.authorize()


def test_a_sign_in_of_this_morning_enrols_no_computer(provider: Provider) -> None:
    key = OKPKey.generate_key("Ed25519")
    _Provider.says[KEYS] = {"keys": [key.as_dict(private=False)]}
    at = int(NOW.timestamp())
    said = {"iss": provider.issuer, "aud": "us", "sub": "s", "nonce": "n", "iat": at, "exp": at + 60}

    def holds(**more: object) -> bool:
        token = jwt.encode({"alg": "Ed25519"}, {**said, **more}, key, algorithms=["Ed25519"])
        try:
            provider.claims(token, client=Client("us"), nonce="n", now=NOW, anew=ANEW)
        except Refused:
            return False
        return True

    told = [at, at - 300, at - 1200, "now", None]
    assert [holds(auth_time=one) for one in told] == [True, True, False, False, False]
    assert holds(), "not every provider says when"


def test_an_address_cannot_begin_sign_ins_without_end(house: House) -> None:
    said = Settings(
        oidc_issuer="http://127.0.0.1:9", oidc_client="page", web_url="https://x", address_per_minute=1
    )
    desk = Desk(engine=house.engine, identity=house.identity, server=house.server, settings=said)
    served = make(desk)

    async def within(scope: Any, receive: Any, send: Any) -> None:
        """From an address of the networks, which the test client has none of."""
        await served(scope | {"client": ("127.0.0.1", 1)}, receive, send)

    with TestClient(within) as browser:
        assert [browser.get("/web/sign-in").status_code for _ in range(3)] == [503, 429, 429]
        assert browser.post("/v1/enrol", content=b"{}").status_code == 429, (
            "which needs no proof to be worked on"
        )
    assert len(house.rows(db.web_signin)) == 1
