"""Coming and going: sign-in at the municipality's provider, its way back, sign-out."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from litestar import Response, get, post

from server import people, setup
from server.oidc import ProviderSilent
from server.problems import Refused
from server.web import acts, sessions, words
from server.web.room import (
    COOKIE,
    RIGHTS,
    STATE,
    AnyRequest,
    Visit,
    Web,
    away,
    cookie,
    form,
    of,
    refused_page,
)


@get("/web/sign-in")
async def sign_in(request: AnyRequest) -> Response[bytes]:
    web, address = of(request), request.client.host if request.client else ""

    def work() -> Response[bytes]:
        try:
            web.desk.at_a_pace(address)  # each leaves a row behind
        except Refused as refused:
            return refused_page(
                refused.problem.status, "Login kan ikke begynde nu", words.refusal(refused.code)
            )
        with web.desk.engine.begin() as tx:
            state, pending = sessions.begin(tx, now=datetime.now(UTC))
        try:
            to = web.provider.url(
                web.client, redirect=web.redirect, state=state, nonce=pending.nonce, verifier=pending.verifier
            )
        except ProviderSilent:
            return refused_page(503, "Login svarer ikke", "Kommunens login svarer ikke. Prøv igen om lidt.")
        return away(to, cookie(STATE, state, seconds=600))

    return await web.desk.off_the_loop(work)


@get("/web/callback")
async def callback(request: AnyRequest) -> Response[bytes]:
    web, query, planted = of(request), dict(request.query_params.items()), request.cookies.get(STATE, "")
    address = request.client.host if request.client else ""
    return await web.desk.off_the_loop(_come_back, web, query, planted, address)


def _come_back(web: Web, query: dict[str, str], planted: str, address: str) -> Response[bytes]:
    now, state = datetime.now(UTC), query.get("state", "")
    if not state or not secrets.compare_digest(state.encode(), planted.encode()) or "code" not in query:
        return refused_page(400, "Login blev afbrudt", "Begynd forfra.")
    try:
        with web.desk.few_failures("signin", address, now):
            with web.desk.engine.begin() as tx:
                pending = sessions.come_back(tx, state, now=now)
            token = web.provider.redeem(
                web.client, code=query["code"], verifier=pending.verifier, redirect=web.redirect
            )
            claims = web.provider.claims(token, client=web.client, nonce=pending.nonce, now=now)
            with web.desk.engine.begin() as tx:
                feed, _ = setup.the_feed(tx)
                person = people.signed_in(tx, claims, feed=feed, claim=web.desk.settings.oidc_claim, now=now)
                if person.role not in RIGHTS:
                    raise Refused("not-enrollable")
                made = sessions.open_for(tx, person, now=now)
                acts.note(tx, person, "sign_in", now=now)
    except ProviderSilent:
        return refused_page(503, "Login svarer ikke", "Kommunens login svarer ikke. Prøv igen om lidt.")
    except Refused as refused:
        return refused_page(refused.problem.status, "Ingen adgang", words.refusal(refused.code))
    return away("/web", cookie(COOKIE, made), cookie(STATE, "", seconds=0))


@post("/web/sign-out")
async def sign_out(request: AnyRequest) -> Response[bytes]:
    def work(v: Visit) -> str:
        sessions.close(v.tx, request.cookies.get(COOKIE, ""))
        acts.note(v.tx, v.session.person, "sign_out", now=v.now)
        return "/web/signed-out"

    return await form(request, "figures", work)


@get("/web/signed-out", sync_to_thread=False)
def signed_out() -> Response[bytes]:
    """A page of its own: back at the provider, one would be signed in again at once."""
    return refused_page(200, "Du er logget ud", "Luk browseren, hvis andre bruger computeren.")
