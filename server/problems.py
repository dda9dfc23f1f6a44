"""Why a request was refused, in the form of RFC 9457; nothing of a refused request was stored."""

from __future__ import annotations

from app.protocol.messages import PROBLEM, Problem

STATUS = {
    "bad-request": 400,
    "bad-cursor": 400,
    "proof-missing": 401,
    "proof-invalid": 401,
    "proof-expired": 401,
    "proof-replayed": 401,
    "device-unknown": 401,
    "wrong-zone": 403,
    "wrong-feed": 403,
    "device-revoked": 403,
    "device-waiting": 403,
    "not-enrollable": 403,
    "code-unknown": 403,
    "code-expired": 403,
    "code-used": 403,
    "not-found": 404,
    "device-exists": 409,
    "device-fork": 409,
    "device-chain": 409,
    "history-diverged": 409,
    "hash-mismatch": 409,
    "device-wiped": 410,
    "batch-too-large": 413,
    "bad-signature": 422,
    "bad-operation": 422,
    "app-too-old": 426,
    "too-many": 429,
    "internal": 500,
    "busy": 503,
    "quota": 507,
}


class Refused(Exception):
    """`code`: a key of STATUS. `wait`: seconds until it is worth asking again. Carries no content of the request."""

    def __init__(
        self, code: str, *, last: int | None = None, time: str | None = None, wait: int | None = None
    ) -> None:
        super().__init__(code)
        self.code, self.wait = code, wait
        self.problem = Problem(type=PROBLEM + code, title=code, status=STATUS[code], last=last, time=time)
