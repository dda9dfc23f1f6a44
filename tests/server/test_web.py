"""The page for the team leader and IT, signed in through real provider software, in a browser without script."""

from __future__ import annotations

import re
import socket
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import sqlalchemy as sa

from app.protocol import canonical
from app.protocol.messages import Hello, ReadCase
from server import db, embedded, enrol, setup
from tests.parts import Jobcenter, _admin, make_jobcenter
from tests.provider import Browser, Shown, device_client, running, sign_in, web_client
from tests.server.desk import NOW
from tests.server.wire import Computer

pytestmark = pytest.mark.day


@dataclass
class Office:
    jobcenter: Jobcenter
    engine: sa.Engine

    def page(self, who: str) -> tuple[Browser, Shown]:
        browser = Browser()
        return browser, sign_in(browser, f"{self.jobcenter.url}/web", who)

    def at(self, path: str) -> str:
        return self.jobcenter.url + path

    def act(self, browser: Browser, page: str, action: str, **fields: str) -> Shown:
        form = browser.get(self.at(page)).form(action)
        return browser.post(self.at(action), {**form, **fields})


@pytest.fixture(scope="module")
def office(postgres: embedded.Cluster) -> Iterator[Office]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"https://127.0.0.1:{port}"
    with _admin(postgres) as admin:
        admin.execute("CREATE DATABASE web TEMPLATE feltjournal")
    engine = db.engine(postgres.url("web"), pool=2)
    with (
        running(web_client(f"{url}/web/callback"), device_client()) as idp,
        make_jobcenter(postgres.url("web")) as made,
    ):
        made.settings = {
            "web_url": url, "oidc_issuer": idp.issuer, "oidc_client": "page", "oidc_secret": "s" * 43,
            "oidc_device_client": "computer",
        }  # fmt: skip
        with engine.begin() as tx:
            feed, _ = setup.the_feed(tx)
            people = {
                "mh": "consultant",
                "bo": "consultant",
                "lea": "leader",
                "it": "admin",
                "tal": "reviewer",
            }
            for id, role in people.items():
                enrol.add_person(tx, feed=feed, person=id, name=f"{id.title()} Prøve", role=role)
        yield Office(made.start(port=port), engine)
    engine.dispose()
    with _admin(postgres) as admin:
        admin.execute("DROP DATABASE web WITH (FORCE)")


@pytest.fixture
def computer(office: Office) -> Computer:
    made = Computer(office.jobcenter.enrol_code("mh", "Mh Prøve"))
    assert made.enrol().status == 200
    return made


# --- who gets in ----------------------------------------------------------------------------------------------------


def test_a_leader_signs_in_and_sees_every_room_in_a_page_that_needs_no_script(office: Office) -> None:
    browser, home = office.page("lea")
    assert home.status == 200
    assert "Jobcenter Prøveby" in home.text
    for path in ("/web/devices", "/web/caseload", "/web/conflicts", "/web/parked", "/web/acts"):
        shown = browser.get(office.at(path))
        assert (shown.status, shown.url) == (200, office.at(path))
        policy = shown.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "<script" not in shown.text
        assert shown.headers["Cache-Control"] == "no-store"


def test_only_the_leader_sees_whose_drafts_are_late_and_nobody_what_stands_in_them(
    office: Office, computer: Computer
) -> None:
    """A11, DOMAIN 4.3: after 72 hours on the leader's list, as the computer last said."""
    assert computer.hello(drafts=(2, "no day")).problem == "bad-request"
    computer.hello(drafts=(2, "2026-11-18"))
    (leader, home), (_, it) = office.page("lea"), office.page("it")
    assert "Mh Prøve: 2, den ældste fra 18.11.2026" in home.text
    assert "den ældste fra" not in it.text
    computer.hello()
    assert "den ældste fra" not in leader.get(office.at("/web")).text


@pytest.mark.parametrize(
    ("who", "open_to"), [("it", {"/web", "/web/devices", "/web/acts"}), ("tal", {"/web"})]
)
def test_each_role_sees_its_rooms_and_no_other(office: Office, who: str, open_to: set[str]) -> None:
    browser, _ = office.page(who)
    rooms = ("/web", "/web/devices", "/web/caseload", "/web/conflicts", "/web/parked", "/web/acts")
    assert {path for path in rooms if browser.get(office.at(path)).status == 200} == open_to
    assert browser.get(office.at(f"/web/access/{uuid.uuid4()}")).status == 403


@pytest.mark.parametrize("who", ["mh", "ukendt"])
def test_whoever_is_not_in_charge_or_not_known_is_told_no(office: Office, who: str) -> None:
    browser, shown = office.page(who)
    assert shown.status == 403
    assert "Ingen adgang" in shown.text
    assert browser.get(office.at("/web/devices")).status == 403


def test_a_way_back_that_another_browser_began_opens_nothing(office: Office) -> None:
    mine, theirs = Browser(), Browser()
    asked = mine.get(office.at("/web"))
    mine.jar = {asked.url.split("/")[2]: mine.jar[asked.url.split("/")[2]]}  # the page's own cookies are gone
    assert mine.get(f"{asked.url}/lea").status == 400
    assert theirs.get(office.at("/web/callback?state=x&code=y")).status == 400


def test_the_cookie_is_of_this_host_alone_and_out_of_reach_for_scripts(office: Office) -> None:
    asked = Browser()
    shown, to = asked._once("GET", office.at("/web/sign-in"), None)
    assert to is not None
    cookie = shown.headers["Set-Cookie"]
    assert cookie.startswith("__Host-")
    for word in ("Secure", "HttpOnly", "Path=/", "SameSite=lax"):
        assert word.lower() in cookie.lower()
    assert "code_challenge_method=S256" in to


def test_a_form_the_session_did_not_make_does_nothing(office: Office, computer: Computer) -> None:
    browser, _ = office.page("lea")
    action = f"/web/devices/{computer.id}/revoke"
    for csrf in ({}, {"csrf": ""}, {"csrf": "x" * 43}):
        assert browser.post(office.at(action), {**csrf, "reason": "Bortkommet"}).status == 403
    assert computer.hello().status == 200


def test_what_no_database_can_hold_is_refused_as_any_other_mistake(
    office: Office, computer: Computer
) -> None:
    browser, _ = office.page("lea")
    sheet = f"/web/devices/{computer.id}"
    revoked = office.act(browser, sheet, f"{sheet}/revoke", reason="Bort\x00kommet")
    form = browser.get(office.at(sheet)).form(f"{sheet}/revoke")
    unknown = browser.post(office.at(f"/web/conflicts/{2**70}/name"), {**form, "take": "mine", "seen": "1"})
    for shown in (revoked, unknown):
        assert (shown.status, "Det lod sig ikke gøre" in shown.text) == (400, True)
    hello = Hello(computer.id, "0\x00", 1, computer.feed or "", "", 0, "", 0, "", 0)
    refused = computer.ask("POST", "/v1/sync/hello", hello)
    assert (refused.status, refused.problem) == (400, "bad-request")
    assert "internal" not in office.jobcenter.log


def test_after_signing_out_the_cookie_is_worth_nothing(office: Office) -> None:
    browser, home = office.page("lea")
    kept = dict(browser.jar[office.jobcenter.url.split("//")[1]])
    left = browser.post(office.at("/web/sign-out"), home.form("/web/sign-out"))
    assert "Du er logget ud" in left.text
    thief = Browser({office.jobcenter.url.split("//")[1]: kept})
    assert "Hvem er du?" in thief.get(office.at("/web/devices")).text


# --- what it does -------------------------------------------------------------------------------------------------


def test_a_computer_is_revoked_at_once_and_the_act_is_on_record(office: Office, computer: Computer) -> None:
    browser, _ = office.page("it")
    sheet = f"/web/devices/{computer.id}"
    assert "72 timer" in browser.get(office.at(sheet)).text
    assert office.act(browser, sheet, f"{sheet}/revoke", reason="x").status == 400  # a reason is asked for
    assert office.act(browser, sheet, f"{sheet}/revoke", reason="Glemt i toget").status == 200
    assert computer.hello().problem == "device-revoked"
    assert "Glemt i toget" in browser.get(office.at("/web/acts")).text
    assert f"security: revoke of computer {computer.id}" in office.jobcenter.log


def test_a_stolen_computer_gets_the_order_to_wipe_when_it_calls_and_nothing_else(office: Office) -> None:
    computer = Computer(office.jobcenter.enrol_code("ul", "Ulla Prøve"))
    computer.enrol()
    browser, _ = office.page("it")
    sheet = f"/web/devices/{computer.id}"
    cand, first = computer.participant()
    computer.push(first)
    office.act(browser, sheet, f"{sheet}/revoke", reason="Måske glemt")
    office.act(browser, sheet, f"{sheet}/wipe", reason="Stjålet fra bil")
    assert "Slettes ved næste kontakt" in browser.get(office.at("/web/devices")).text
    welcome = computer.hello(page=100).json
    assert (welcome["lease"], bool(welcome["wipe"])) == (None, True)
    assert (welcome["news"], welcome["whole"]) == (None, None)
    case = f"/v1/candidates/{cand}"
    at = f"epoch={welcome['epoch']}&after=0&chain={canonical.START}"
    asked = [f"/v1/changes?{at}", "/v1/scope", f"{case}/changes", f"{case}/files/{'0' * 64}/parts/0"]
    assert {computer.ask("GET", target).problem for target in asked} == {"device-wiped"}
    assert computer.ask("POST", f"{case}/reading", ReadCase("complaint")).problem == "device-wiped"
    assert [one["p"] for one in computer.ask("GET", "/v1/own?after=0").json["ops"]] == [""]
    assert computer.push(computer.note(cand)).json["results"][0]["r"] == "accepted", "it had not been sent"
    assert "Sletteordre modtaget" in browser.get(office.at("/web/devices")).text


def test_the_sheet_of_a_lost_computer_says_who_what_when_and_how_much_was_not_sent(
    office: Office, computer: Computer
) -> None:
    kim, first = computer.participant("Kim Bortkommet")
    computer.push(first)
    other = Computer(office.jobcenter.enrol_code("bo", "Bo Prøve"))
    other.enrol()
    _, second = other.participant("Ida Andensteds")
    other.push(second)
    leader, _ = office.page("lea")
    sheet = f"/web/devices/{computer.id}"
    never = leader.get(office.at(sheet)).text
    assert "Hvor meget der ikke var sendt, vides ikke" in never
    computer.hello(waiting=3)
    assert (
        "<strong>3 ændringer, der ventede dengang, er ikke kommet frem.</strong>"
        in leader.get(office.at(sheet)).text
    )
    computer.push(computer.note(kim))
    shown = leader.get(office.at(sheet)).text
    assert "<strong>2 ændringer, der ventede dengang" in shown
    assert "Kim Bortkommet" in shown
    assert "Ida Andensteds" not in shown
    assert "CPR-nummer og kontaktoplysninger" in shown
    assert "Sidst synkroniseret" in shown
    office.act(leader, "/web/caseload", f"/web/caseload/{kim}/move", whom="bo")
    assert "Kim Bortkommet (overdraget siden; ligger der endnu)" in leader.get(office.at(sheet)).text
    computer.hello(waiting=0)
    told = leader.get(office.at(sheet)).text
    assert "Kim Bortkommet" not in told, "the computer has been told to let go of the case"
    assert "Alt, der ventede dengang, er kommet frem." in told
    it, _ = office.page("it")
    assert "Ida Andensteds" not in it.get(office.at(f"/web/devices/{other.id}")).text, (
        "IT sees numbers, no names"
    )
    assert "Sag uden nummer" in it.get(office.at(f"/web/devices/{other.id}")).text


def test_a_participant_moves_to_another_consultant_and_a_deputy_sees_them_for_a_while(
    office: Office, computer: Computer
) -> None:
    cand, first = computer.participant("Kim Prøve")
    computer.push(first, computer.note(cand))
    other = Computer(office.jobcenter.enrol_code("bo", "Bo Prøve"))
    other.enrol()
    browser, _ = office.page("lea")
    page, here = "/web/caseload", f"/web/caseload/{cand}"
    office.act(browser, page, f"{here}/deputise", whom="bo", until="2099-01-01", reason="Ferie")
    assert [e["role"] for e in _scope(other) if e["cand"] == cand] == ["deputy"]
    assert [e["cand"] for e in _scope(computer)] == [cand]
    office.act(browser, page, f"{here}/end-deputy", whom="bo")
    assert [e for e in _scope(other) if e["cand"] == cand] == []
    office.act(browser, page, f"{here}/move", whom="bo")
    assert [e["role"] for e in _scope(other) if e["cand"] == cand] == ["consultant"]
    assert [e for e in _scope(computer) if e["cand"] == cand] == []
    assert "Ferie" in browser.get(office.at("/web/acts")).text


def test_a_conflict_is_decided_by_the_leader_and_reaches_the_computers(
    office: Office, computer: Computer
) -> None:
    second = Computer(office.jobcenter.enrol_code("mh", "Mh Prøve"))
    second.enrol()
    cand, first = computer.participant("Eva Prøve")
    computer.push(first)
    base = {"type": "participant", "rec": cand, "base": {}, "base_rev": 0}
    body = {**base, "set": {"wish_hours": "12 timer"}}
    computer.push(computer.say("case.patch", body, cand))
    clash = second.push(second.say("case.patch", {**base, "set": {"wish_hours": "15 timer"}}, cand)).json
    assert clash["results"][0]["r"] == "conflict"
    browser, _ = office.page("lea")
    rev = clash["results"][0]["rev"]
    shown = browser.get(office.at("/web/conflicts")).text
    assert "15 timer" in shown
    assert "12 timer" in shown
    form, there = browser.get(office.at("/web/conflicts")), f"/web/conflicts/{rev}/wish_hours"
    computer.push(computer.say("case.patch", {**base, "set": {"wish_hours": "13 timer"}}, cand))
    for seen in ({}, {"seen": "x"}):  # what stands there has become another value since
        late = browser.post(office.at(there), {**form.form(there), "take": "mine", **seen})
        assert late.status == (400 if seen else 409), late.text
    assert "13 timer" in browser.get(office.at("/web/conflicts")).text
    office.act(browser, "/web/conflicts", there, take="mine")
    assert f"/web/conflicts/{rev}/" not in browser.get(office.at("/web/conflicts")).text
    changes = computer.ask("GET", "/v1/changes?after=0&epoch=&chain=&limit=500").json["changes"]
    assert changes[-1]["eff"] == {"set": {"wish_hours": "15 timer"}, "conflicts": []}


def test_a_citizen_can_be_told_who_has_seen_their_case(office: Office, computer: Computer) -> None:
    cand, first = computer.participant("=Ida Prøve")
    computer.push(first)
    computer.ask("GET", "/v1/changes?after=0&epoch=&chain=&limit=500")
    browser, _ = office.page("lea")
    assert "hentet til computer" in browser.get(office.at(f"/web/access/{cand}")).text
    file = browser.get(office.at(f"/web/access/{cand}/file"))
    assert re.search(r"\d+\.\d+\.\d{4} kl\. \d+\.\d\d;Mh Prøve;pc-12;hentet til computer", file.text)
    assert "læste adgangslog" in browser.get(office.at("/web/acts")).text


def test_nothing_of_what_is_shown_stands_in_the_log(office: Office, computer: Computer) -> None:
    _, home = office.page("lea")
    assert home.status == 200
    for word in ("Prøve", "Ferie", "timer", str(NOW.year) + "-"):
        assert word not in office.jobcenter.log


def _scope(computer: Computer) -> list[dict[str, str]]:
    entries: list[dict[str, str]] = computer.ask("GET", "/v1/scope").json["entries"]
    return entries
