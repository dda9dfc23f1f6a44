"""What every room of the page shares: rights, headers, templates, the session's own forms."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import jinja2
import sqlalchemy as sa
from litestar import Request, Response
from litestar.datastructures import Cookie

from server.api.desk import Desk
from server.oidc import Client, Provider
from server.problems import Refused
from server.web import sessions, words
from server.web.sessions import Session

log = logging.getLogger("feltjournal.server")
AnyRequest = Request[Any, Any, Any]
COOKIE, STATE = "__Host-feltjournal", "__Host-feltjournal-state"
RIGHTS = {
    "leader": frozenset({"figures", "devices", "caseload", "conflicts", "parked", "access", "acts"}),
    "admin": frozenset({"figures", "devices", "acts"}),
    "reviewer": frozenset({"figures"}),
}
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Strict-Transport-Security": "max-age=31536000",
}
_templates = jinja2.Environment(
    loader=jinja2.PackageLoader("server.web"), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
)  # fmt: skip
_templates.filters.update(
    moment=words.moment, day=words.day, act=words.act, state=words.state, reason=words.parked, why=words.why
)
_templates.globals.update(field=words.field, log=words.log)


@dataclass(frozen=True, slots=True)
class Web:
    """`client`: the page's registration at the provider."""

    desk: Desk
    provider: Provider
    client: Client
    url: str

    @property
    def redirect(self) -> str:
        return f"{self.url.rstrip('/')}/web/callback"


def of(request: AnyRequest) -> Web:
    web: Web = request.app.state["web"]
    return web


# --- what every room shares ---------------------------------------------------------------------------------------


def page(room: str, session: Session, **told: Any) -> Response[bytes]:
    rooms = [(name, label) for name, label in words.ROOMS.items() if name in RIGHTS[session.person.role]]
    shown = _templates.get_template(f"{room}.html").render(
        session=session, rooms=rooms, room=room, person=session.person, **told
    )
    return Response(shown.encode(), media_type="text/html; charset=utf-8", headers=HEADERS)


def away(to: str, *cookies: Cookie) -> Response[bytes]:
    return Response(b"", status_code=303, headers={**HEADERS, "Location": to}, cookies=list(cookies))


def cookie(name: str, value: str, *, seconds: int | None = None) -> Cookie:
    """Of this host alone, never over plain HTTP, out of reach for scripts. Lax, or the way back from the provider
    would arrive without it."""
    return Cookie(
        key=name, value=value, path="/", secure=True, httponly=True, samesite="lax", max_age=seconds
    )


def refused_page(status: int, title: str, text: str) -> Response[bytes]:
    shown = _templates.get_template("refused.html").render(title=title, text=text)
    return Response(
        shown.encode(), media_type="text/html; charset=utf-8", status_code=status, headers=HEADERS
    )


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody in a room they may be in. `said`: the form's fields."""

    tx: sa.Connection
    web: Web
    session: Session
    now: datetime
    said: Mapping[str, str]


Work = Callable[[Visit], Response[bytes]]


async def room(request: AnyRequest, right: str, work: Work) -> Response[bytes]:
    """Show something to somebody who has the right to see it; everybody else is sent to sign in, or told no."""
    return await of(request).desk.off_the_loop(
        _in_room, of(request), request.cookies.get(COOKIE, ""), right, work
    )


async def form(request: AnyRequest, right: str, work: Callable[[Visit], str]) -> Response[bytes]:
    """Do something: the session's own form must have asked for it."""
    said = {name: str(value) for name, value in (await request.form()).items()}

    def doing(v: Visit) -> Response[bytes]:
        if not secrets.compare_digest(said.get("csrf", "").encode(), v.session.csrf.encode()):
            return refused_page(403, "Formularen er udløbet", "Gå tilbage, genindlæs siden og prøv igen.")
        return away(work(replace(v, said=said)))

    return await of(request).desk.off_the_loop(
        _in_room, of(request), request.cookies.get(COOKIE, ""), right, doing
    )


def _in_room(web: Web, cookie: str, right: str, work: Work) -> Response[bytes]:
    now = datetime.now(UTC)
    try:
        with web.desk.engine.begin() as tx:
            session = sessions.find(tx, cookie, now=now)
            if session is None:
                return away("/web/sign-in")
            if right not in RIGHTS.get(session.person.role, frozenset()):
                return refused_page(403, "Ingen adgang", "Din rolle giver ikke adgang til denne side.")
            return work(Visit(tx, web, session, now, {}))
    except Refused as refused:
        return refused_page(refused.problem.status, "Det lod sig ikke gøre", words.refusal(refused.code))
    except (sa.exc.OperationalError, sa.exc.TimeoutError, sa.exc.InterfaceError) as error:
        log.warning("busy: %s", type(error).__name__)
        return refused_page(503, "Serveren har travlt", "Prøv igen om lidt.")
    except sa.exc.DataError:
        return refused_page(400, "Det lod sig ikke gøre", words.refusal("bad-request"))
