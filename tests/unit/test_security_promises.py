"""Every promise in docs/security.md names a test that is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
_NAMED = re.compile(r"`((?:tests/[\w/]+/)?test_\w+\.py)?(?:::(test_\w+))?`")


def _named() -> list[tuple[str, str]]:
    """File and function; `::name` alone belongs to the file named before it, a bare file name to `tests/flows`."""
    found: list[tuple[str, str]] = []
    file = ""
    for line in PAGE.splitlines():
        for match in _NAMED.finditer(line):
            if match[1]:
                file = match[1] if "/" in match[1] else f"tests/flows/{match[1]}"
            if match[1] or match[2]:
                found.append((file, match[2] or ""))
    return found


def test_the_page_names_many() -> None:
    assert len(_named()) > 60


@pytest.mark.parametrize(("file", "name"), sorted(set(_named())))
def test_the_test_it_names_is_there(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert not name or name in names
