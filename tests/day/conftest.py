"""The real server for the whole-program tests."""

from __future__ import annotations

import pytest
from _pytest.runner import runtestprotocol

from tests.parts import jobcenter, postgres, postgres_url

__all__ = ["jobcenter", "postgres", "postgres_url"]


_TRIES = 3


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """A day whose screen reader goes blind is lived again. Known fault, not understood: now and then, after a note is entered,
    the whole accessibility tree is empty while the window is there; see docs/accessibility.md."""
    if item.get_closest_marker("eyes_may_go_blind") is None:
        return None
    for again in range(1, _TRIES + 1):
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        reports = runtestprotocol(item, log=False, nextitem=nextitem)
        blind = any(report.failed and "does not show" in report.longreprtext for report in reports)
        if again == _TRIES or not blind:
            for report in reports:
                item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        if not blind:
            break
        if again < _TRIES:
            item._initrequest()  # type: ignore[attr-defined]
    return True
