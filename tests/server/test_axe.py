"""Every room of the leader's page, laid out by a browser, breaks no rule of WCAG 2.1 A and AA that a program can judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.server import axe
from tests.server.test_web import Office, computer, office
from tests.server.wire import Computer

__all__ = ["computer", "office"]
pytestmark = pytest.mark.day
ROOMS = ("/web", "/web/devices", "/web/caseload", "/web/conflicts", "/web/parked", "/web/acts")
_BAD = '<html><body><img src="x"><p style="color:#999;background:#aaa">svag</p></body></html>'


def test_no_room_of_the_page_breaks_a_rule(office: Office, computer: Computer, tmp_path: Path) -> None:
    cand, first = computer.participant("Kim Prøve")
    computer.push(first, computer.note(cand))
    browser, _ = office.page("lea")
    pages = {path: browser.get(office.at(path)).text for path in (*ROOMS, f"/web/access/{cand}")}
    style = browser.get(office.at("/web/style.css")).text
    found = axe.violations({**pages, "bad": _BAD}, style, tmp_path)
    bad = found.pop("bad")
    assert {rule.split(":")[0] for rule in bad} >= {"image-alt", "color-contrast", "html-has-lang"}
    assert {name: rules for name, rules in found.items() if rules} == {}
