"""The OpenAPI document, made from the messages themselves, so that it cannot say something else than they do."""

from __future__ import annotations

import functools
import json
from typing import Any

import msgspec

from app.protocol import messages
from app.protocol.messages import Problem
from server.problems import STATUS

_NONCE = ("n", "query", {"type": "string", "pattern": "^[0-9a-f]{64}$"})
_NUMBER = {"type": "integer", "minimum": 0, "maximum": 2**53 - 1}
_LIMIT = ("limit", "query", {"type": "integer", "minimum": 1, "maximum": messages.PAGE_ROWS})
_FILE = (
    ("candidate", "path", {"type": "string", "format": "uuid"}),
    ("digest", "path", {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
)
# method, path, request, reply, parameters, whether the device must prove itself
_ROUTES: tuple[tuple[str, str, Any, Any, tuple[Any, ...], bool], ...] = (
    ("get", "/v1/beacon", None, messages.Beacon, (_NONCE,), False),
    ("get", "/v1/signin", None, messages.SignIn, (_NONCE,), False),
    ("post", "/v1/enrol", messages.Enrol, messages.Enrolled, (), True),
    ("post", "/v1/sync/hello", messages.Hello, messages.Welcome, (), True),
    ("post", "/v1/ops", messages.Push, messages.Pushed, (), True),
    ("get", "/v1/own", None, messages.Own, (("after", "query", _NUMBER),), True),
    ("get", "/v1/changes", None, messages.Page,
     (("after", "query", _NUMBER), ("epoch", "query", {"type": "string"}), ("chain", "query", {"type": "string"}), _LIMIT),
     True),
    ("get", "/v1/scope", None, messages.Scope, (), True),
    ("get", "/v1/candidates/{candidate}/changes", None, messages.Page,
     (("candidate", "path", {"type": "string", "format": "uuid"}), ("after", "query", _NUMBER), ("upto", "query", _NUMBER),
      _LIMIT),
     True),
    ("post", "/v1/candidates/{candidate}/reading", messages.ReadCase, messages.MayRead,
     (("candidate", "path", {"type": "string", "format": "uuid"}),), True),
    ("get", "/v1/candidates/{candidate}/files/{digest}", None, messages.FileState, _FILE, True),
    ("post", "/v1/candidates/{candidate}/files/{digest}", messages.FilePart, messages.FileState, _FILE, True),
    ("get", "/v1/candidates/{candidate}/files/{digest}/parts/{n}", None, messages.FilePart,
     (*_FILE, ("n", "path", {"type": "integer", "minimum": 0, "maximum": 99})), True),
)  # fmt: skip


@functools.cache
def document() -> bytes:
    structs = [kind for route in _ROUTES for kind in route[2:4] if kind is not None]
    _, components = msgspec.json.schema_components(
        [*dict.fromkeys(structs), Problem], ref_template="#/components/schemas/{name}"
    )
    paths: dict[str, dict[str, Any]] = {}
    for method, path, request, reply, parameters, proven in _ROUTES:
        paths.setdefault(path, {})[method] = _operation(request, reply, parameters, proven=proven)
    told = {
        "openapi": "3.1.0", "info": {"title": "Feltjournal", "version": "1"}, "paths": paths,
        "components": {"schemas": components},
    }  # fmt: skip
    return json.dumps(told).encode()


def _operation(
    request: Any, reply: Any, parameters: tuple[tuple[str, str, Any], ...], *, proven: bool
) -> dict[str, Any]:
    asked = [
        {"name": name, "in": where, "required": where == "path", "schema": schema}
        for name, where, schema in parameters
    ]
    if proven:
        proof = {"name": messages.PROOF, "in": "header", "required": True, "schema": {"type": "string"}}
        asked.append(proof | {"description": "compact JWS by the device key, see the head of messages.py"})
    problem = {"description": "refused", "content": {"application/problem+json": {"schema": _ref(Problem)}}}
    made: dict[str, Any] = {
        "parameters": asked,
        "responses": {
            "200": {"description": "done", "content": {"application/json": {"schema": _ref(reply)}}},
            **{str(status): problem for status in sorted({*STATUS.values()} - {500})},
        },
    }
    if request is not None:
        made["requestBody"] = {"required": True, "content": {"application/json": {"schema": _ref(request)}}}
    return made


def _ref(kind: Any) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}
