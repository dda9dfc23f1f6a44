"""The OpenAPI document against the running server: whatever fits it, or nearly, is answered as it says, and never 5xx."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import jsonschema_rs
import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.protocol.messages import PROOF
from server import embedded
from server.api import openapi
from tests.parts import _admin, make_jobcenter
from tests.server.wire import Computer

pytestmark = pytest.mark.day
_TOLD = json.loads(openapi.document())
_SCHEMA = schemathesis.openapi.from_dict(_TOLD)
_ROUTES = [(path, method) for path, methods in _TOLD["paths"].items() for method in methods]


@pytest.fixture(scope="module")
def computer(postgres: embedded.Cluster) -> Iterator[Computer]:
    with _admin(postgres) as admin:
        admin.execute("CREATE DATABASE openapi TEMPLATE feltjournal")
    with make_jobcenter(postgres.url("openapi")) as made:
        made.start()
        one = Computer(made.enrol_code(uuid.uuid4().hex[:8], "Mette Hansen"))
        assert one.enrol().status == 200
        yield one
    with _admin(postgres) as admin:
        admin.execute("DROP DATABASE openapi WITH (FORCE)")


def test_the_server_tells_the_document_it_is_held_to(computer: Computer) -> None:
    assert computer.send("GET", "/openapi.json").json == _TOLD


@pytest.mark.parametrize(("path", "method"), _ROUTES)
def test_whatever_fits_the_document_is_answered_as_it_says(
    computer: Computer, path: str, method: str
) -> None:
    told = _TOLD["paths"][path][method]["responses"]

    @given(data=st.data())
    @settings(
        max_examples=8, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def ask(data: st.DataObject) -> None:
        case = data.draw(_SCHEMA[path][method].as_strategy())
        target, body = _target(case), _body(case)
        proof = computer.proof(method.upper(), target, body)
        reply = computer.send(method.upper(), target, body, headers={PROOF: proof})
        assert reply.status < 500, (reply.status, reply.body)
        assert str(reply.status) in told, reply.status
        ((kind, shape),) = told[str(reply.status)]["content"].items()
        assert reply.headers["content-type"] == kind
        where = {**shape["schema"], "components": _TOLD["components"]}
        jsonschema_rs.validator_for(where).validate(reply.json)

    ask()


def _target(case: Any) -> str:
    path = case.path
    for name, value in (case.path_parameters or {}).items():
        path = path.replace("{" + name + "}", quote(str(value), safe=""))
    query = urlencode({name: str(value) for name, value in (case.query or {}).items()})
    return f"{path}?{query}" if query else path


def _body(case: Any) -> bytes:
    return msgspec.json.encode(case.body) if isinstance(case.body, dict | list) else b""
