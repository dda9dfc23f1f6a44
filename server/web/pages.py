"""The rooms of the page: what each shows, and what may be done there."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from importlib import resources
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler

from server import metrics, setup
from server.problems import Refused
from server.web import acts, show, signin, words
from server.web.room import HEADERS, RIGHTS, AnyRequest, Visit, form, page, room


def handlers() -> list[HTTPRouteHandler]:
    return [
        _style, signin.sign_in, signin.callback, signin.sign_out, signin.signed_out, _figures, _devices, _lost, _device_act, _caseload, _candidate_act,
        _conflicts, _decide, _parked, _see_parked, _access, _access_file, _acts,
    ]  # fmt: skip


@get("/web/style.css", sync_to_thread=False)
def _style() -> Response[bytes]:
    css = resources.files("server.web").joinpath("style.css").read_bytes()
    return Response(css, media_type="text/css; charset=utf-8", headers={"X-Content-Type-Options": "nosniff"})


# --- rooms ----------------------------------------------------------------------------------------------------------


@get("/web")
async def _figures(request: AnyRequest) -> Response[bytes]:
    def work(v: Visit) -> Response[bytes]:
        told = metrics.counts(v.tx)
        late = [
            one for one in show.computers(v.tx, v.session.person.feed)
            if one.state == "ok" and (one.seen_at is None or one.seen_at < v.now - timedelta(days=7))
        ]  # fmt: skip
        _, name = setup.the_feed(v.tx)
        rights, feed = RIGHTS[v.session.person.role], v.session.person.feed
        drafts = show.drafts(v.tx, feed) if "caseload" in rights else []
        return page(
            "figures",
            v.session,
            figures=told,
            late=late if "devices" in rights else [],
            drafts=drafts,
            jobcenter=name,
        )

    return await room(request, "figures", work)


@get("/web/devices")
async def _devices(request: AnyRequest) -> Response[bytes]:
    def work(v: Visit) -> Response[bytes]:
        return page("devices", v.session, computers=show.computers(v.tx, v.session.person.feed))

    return await room(request, "devices", work)


@get("/web/devices/{device:uuid}")
async def _lost(request: AnyRequest) -> Response[bytes]:
    """The lost-laptop sheet: what was on it, how long it opens, and what to do now."""
    device = _id(request, "device")

    def work(v: Visit) -> Response[bytes]:
        one = show.computer(v.tx, v.session.person.feed, device)
        if one is None:
            raise Refused("not-found")
        held = show.held_by(v.tx, v.session.person.feed, one)
        named = "caseload" in RIGHTS[v.session.person.role]  # IT finds a case by its number
        return page("lost", v.session, one=one, held=held, named=named, now=v.now)

    return await room(request, "devices", work)


@post("/web/devices/{device:uuid}/{what:str}")
async def _device_act(request: AnyRequest) -> Response[bytes]:
    device, what = _id(request, "device"), request.path_params["what"]

    def work(v: Visit) -> str:
        who, reason = v.session.person, v.said.get("reason", "")
        if what == "approve":
            acts.approve(v.tx, who, device, now=v.now)
        elif what == "revoke":
            acts.revoke(v.tx, who, device, reason=reason, now=v.now)
        elif what == "wipe":
            acts.wipe(v.tx, who, device, reason=reason, now=v.now)
        else:
            raise Refused("not-found")
        return "/web/devices"

    return await form(request, "devices", work)


@get("/web/caseload")
async def _caseload(request: AnyRequest) -> Response[bytes]:
    def work(v: Visit) -> Response[bytes]:
        feed = v.session.person.feed
        return page(
            "caseload", v.session, candidates=show.candidates(v.tx, feed), people=show.consultants(v.tx, feed),
            tomorrow=(v.now + timedelta(days=1)).date().isoformat(),
        )  # fmt: skip

    return await room(request, "caseload", work)


@post("/web/caseload/{cand:uuid}/{what:str}")
async def _candidate_act(request: AnyRequest) -> Response[bytes]:
    cand, what = _id(request, "cand"), request.path_params["what"]

    def work(v: Visit) -> str:
        who, whom = v.session.person, v.said.get("whom", "")
        if what == "move":
            acts.move(v.tx, who, cand, to=whom, sign=v.web.desk.identity.sign, now=v.now)
        elif what == "deputise":
            acts.deputise(
                v.tx, who, cand, whom=whom, until=_day_end(v.said), reason=v.said.get("reason", ""), now=v.now
            )
        elif what == "end-deputy":
            acts.end_deputy(v.tx, who, cand, whom=whom, now=v.now)
        else:
            raise Refused("not-found")
        return f"/web/caseload#k-{cand}"

    return await form(request, "caseload", work)


@get("/web/conflicts")
async def _conflicts(request: AnyRequest) -> Response[bytes]:
    def work(v: Visit) -> Response[bytes]:
        return page("conflicts", v.session, questions=show.questions(v.tx, v.session.person.feed))

    return await room(request, "conflicts", work)


@post("/web/conflicts/{rev:int}/{field:str}")
async def _decide(request: AnyRequest) -> Response[bytes]:
    rev, field = request.path_params["rev"], request.path_params["field"]

    def work(v: Visit) -> str:
        acts.settle(
            v.tx,
            v.session.person,
            rev,
            field,
            take=v.said.get("take", ""),
            seen=_number(v.said.get("seen", "")),
            sign=v.web.desk.identity.sign,
            now=v.now,
        )
        return "/web/conflicts"

    return await form(request, "conflicts", work)


@get("/web/parked")
async def _parked(request: AnyRequest) -> Response[bytes]:
    def work(v: Visit) -> Response[bytes]:
        return page("parked", v.session, parked=show.parked(v.tx, v.session.person.feed))

    return await room(request, "parked", work)


@post("/web/parked/{device:uuid}/{dseq:int}")
async def _see_parked(request: AnyRequest) -> Response[bytes]:
    device, dseq = _id(request, "device"), request.path_params["dseq"]

    def work(v: Visit) -> str:
        acts.see_parked(v.tx, v.session.person, device, dseq, now=v.now)
        return "/web/parked"

    return await form(request, "parked", work)


@get("/web/access/{cand:uuid}")
async def _access(request: AnyRequest) -> Response[bytes]:
    cand = _id(request, "cand")

    def work(v: Visit) -> Response[bytes]:
        feed = v.session.person.feed
        name = next((c.name for c in show.candidates(v.tx, feed) if c.id == cand), None)
        if name is None:
            raise Refused("not-found")
        acts.note(v.tx, v.session.person, "read_access_log", cand=cand, now=v.now)
        return page("access", v.session, cand=cand, name=name, rows=show.accesses(v.tx, feed, cand))

    return await room(request, "access", work)


@get("/web/access/{cand:uuid}/file")
async def _access_file(request: AnyRequest) -> Response[bytes]:
    """For the citizen who asks who has seen their case: semicolons, as Danish spreadsheets read it."""
    cand = _id(request, "cand")

    def work(v: Visit) -> Response[bytes]:
        acts.note(v.tx, v.session.person, "export_access_log", cand=cand, now=v.now)
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
        writer.writerow(("tidspunkt", "medarbejder", "computer", "hvad"))
        for at, who, machine, what in show.accesses(v.tx, v.session.person.feed, cand, most=100_000):
            writer.writerow((words.moment(at), _plain(who), _plain(machine), words.log(what)))
        headers = {**HEADERS, "Content-Disposition": "attachment; filename=" + quote("adgangslog.csv")}
        return Response(
            b"\xef\xbb\xbf" + out.getvalue().encode(), media_type="text/csv; charset=utf-8", headers=headers
        )

    return await room(request, "access", work)


@get("/web/acts")
async def _acts(request: AnyRequest) -> Response[bytes]:
    def work(v: Visit) -> Response[bytes]:
        feed = v.session.person.feed
        return page("acts", v.session, acts=show.acts(v.tx, feed), names=show.names(v.tx, feed))

    return await room(request, "acts", work)


def _id(request: AnyRequest, name: str) -> UUID:
    return UUID(str(request.path_params[name]))


def _number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise Refused("bad-request")
    return int(text)


def _plain(text: str) -> str:
    """A spreadsheet must not take a name for a formula."""
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _day_end(said: Mapping[str, str]) -> datetime:
    """The end of the day that was chosen, by Danish clocks."""
    try:
        day = datetime.fromisoformat(said.get("until", "")).date()
    except ValueError:
        raise Refused("bad-request") from None
    return datetime.combine(day, time(23, 59), tzinfo=words.DENMARK)
