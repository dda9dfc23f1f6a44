"""A computer enrolled by signing in, against real provider software and a real server."""

from __future__ import annotations

import threading
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import NotEnrollable, SignInFailed
from app.services import enrol
from app.settings import Server, Settings
from app.sync.loopback import Loopback
from server import db, setup
from server import enrol as there
from tests.parts import Jobcenter, make_jobcenter
from tests.provider import Browser, device_client, running
from tests.sync.consultant import Consultant, now, server_of

pytestmark = pytest.mark.day


@pytest.fixture
def signing_in(postgres_url: str) -> Iterator[Jobcenter]:
    with running(device_client()) as idp, make_jobcenter(postgres_url) as made:
        made.settings = {"oidc_issuer": idp.issuer, "oidc_device_client": "computer"}
        engine = db.engine(postgres_url, pool=1)
        with engine.begin() as tx:
            feed, _ = setup.the_feed(tx)
            there.add_person(tx, feed=feed, person="mh", name="Mette Hansen", role="consultant")
            there.add_person(tx, feed=feed, person="it", name="Ivan It", role="admin")
        engine.dispose()
        yield made.start()


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[Consultant]:
    made = Consultant.new(tmp_path)
    yield made
    made.vault.close()


def _finish(anna: Consultant, settings: Settings, begun: enrol.SigningIn) -> enrol.Enrolled:
    return enrol.finish_sign_in(
        anna.vault, settings, begun, machine="prøve-pc", given_up=threading.Event(), now=now()
    )


def _in_the_browser(begun: enrol.SigningIn, who: str) -> threading.Thread:
    browser = Browser()
    asked = browser.get(begun.url)
    assert "Hvem er du?" in asked.text
    out = threading.Thread(target=browser.get, args=(f"{asked.url}/{who}",))
    out.start()
    return out


def test_whoever_signs_in_is_whose_computer_it_becomes(signing_in: Jobcenter, anna: Consultant) -> None:
    settings = Settings(server=Server(**server_of(signing_in)))
    begun = enrol.begin_sign_in(anna.vault, settings, done="Gå tilbage.", now=now())
    asked = urllib.parse.parse_qs(urllib.parse.urlsplit(begun.url).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"][0].startswith("http://127.0.0.1:")
    browser = _in_the_browser(begun, "mh")
    done = _finish(anna, settings, begun)
    browser.join()
    assert (done.identity.person, done.identity.name) == ("mh", "Mette Hansen")
    anna.settings = settings
    anna.take_on("Kim Prøve")
    assert (anna.sync().stopped, anna.status.all_sent) == (None, True)


def test_an_open_browser_enrols_nobody_who_does_not_sign_in_anew(
    signing_in: Jobcenter, anna: Consultant
) -> None:
    settings = Settings(server=Server(**server_of(signing_in)))
    browser = Browser()
    for _ in range(2):
        begun = enrol.begin_sign_in(anna.vault, settings, done="Gå tilbage.", now=now())
        asked = browser.get(begun.url)
        assert "<p>login</p>" in asked.text, "and not only whether the program may know"
        out = threading.Thread(target=browser.get, args=(f"{asked.url}/mh",))
        out.start()
        _finish(anna, settings, begun)
        out.join()


@pytest.mark.parametrize("who", ["it", "ukendt"])
def test_a_person_without_a_computer_of_their_own_enrols_none(
    signing_in: Jobcenter, anna: Consultant, who: str
) -> None:
    settings = Settings(server=Server(**server_of(signing_in)))
    begun = enrol.begin_sign_in(anna.vault, settings, done="Gå tilbage.", now=now())
    browser = _in_the_browser(begun, who)
    with pytest.raises(NotEnrollable):
        _finish(anna, settings, begun)
    browser.join()


def test_a_sign_in_made_for_another_computers_key_is_refused(
    signing_in: Jobcenter, anna: Consultant, tmp_path: Path
) -> None:
    thief = Consultant.new(tmp_path / "thief")
    settings = Settings(server=Server(**server_of(signing_in)))
    begun = enrol.begin_sign_in(anna.vault, settings, done="Gå tilbage.", now=now())
    browser = _in_the_browser(begun, "mh")
    try:
        with pytest.raises(NotEnrollable):
            _finish(thief, settings, begun)
    finally:
        thief.vault.close()
        browser.join()


def test_the_way_back_takes_only_the_answer_to_its_own_question() -> None:
    with Loopback("Færdig.") as back:
        place = urllib.parse.urlsplit(back.redirect)
        assert place.hostname == "127.0.0.1"
        for target in ("/signin?code=x", "/signin?code=x&state=y", f"/other?code=x&state={back.state}", "/"):
            assert not back.came(target)
        stop = threading.Event()
        stop.set()
        with pytest.raises(SignInFailed):
            back.wait(5, stop)
        assert back.came(f"/signin?code=abc&state={back.state}")
        assert back.wait(5, threading.Event()) == "abc"


def test_a_refusal_in_the_browser_ends_the_waiting() -> None:
    with Loopback("Færdig.") as back:
        assert back.came(f"/signin?error=access_denied&state={back.state}")
        with pytest.raises(SignInFailed):
            back.wait(60, threading.Event())
