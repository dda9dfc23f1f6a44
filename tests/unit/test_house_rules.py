"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import inspect
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import resources
from app import errors

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    p for top in ("app", "ui", "server", "resources", "tools", "tests") for p in (ROOT / top).rglob("*.py")
)
PROGRAM = [source for source in SOURCES if source.relative_to(ROOT).parts[0] in ("app", "ui", "server")]
ERRORS = {
    n: c for n, c in vars(errors).items() if isinstance(c, type) and issubclass(c, errors.FeltjournalError)
}
LEAVES = [c for c in ERRORS.values() if not c.__subclasses__()]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _tree(source: Path) -> ast.Module:
    return ast.parse(source.read_text("utf-8"))


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    lengths = {_name(source): len(source.read_text("utf-8").splitlines()) for source in SOURCES}
    assert not {name: lines for name, lines in lengths.items() if lines > 500}


def test_every_module_says_what_it_is_for() -> None:
    assert not [_name(source) for source in SOURCES if not ast.get_docstring(_tree(source))]


def test_nothing_in_the_program_moves_by_itself() -> None:
    """So whoever has asked the system for less motion gets none (EN 301 549, 11.7)."""
    moving = re.compile(
        r"Q(Property|Variant|Parallel|Sequential)Animation|QTimeLine|QMovie|QGraphicsOpacityEffect"
    )
    assert not [_name(source) for source in PROGRAM if moving.search(source.read_text("utf-8"))]


def test_the_errors_are_drawn_as_they_are() -> None:
    drawn: dict[str, str] = {}
    above = ["Exception"]
    for line in (errors.__doc__ or "").splitlines():
        if match := re.fullmatch(r"((?:[│ ]   )*)(?:[├└]── )?(\w+)", line):
            depth = len(match[1]) // 4 + ("── " in line)
            above[depth + 1 :] = [match[2]]
            drawn[match[2]] = above[depth]
    assert drawn == {name: cls.__bases__[0].__name__ for name, cls in ERRORS.items()}


def _example(leaf: type[errors.FeltjournalError]) -> errors.FeltjournalError:
    values = {"str": "?", "int": 1, "float": 1.0}
    wanted = inspect.signature(leaf.__init__).parameters.values() if "__init__" in vars(leaf) else ()
    given = [p for p in wanted if p.name != "self" and p.default is p.empty]
    return leaf(*[values.get(str(p.annotation), ()) for p in given])


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.__name__)
def test_every_error_has_a_danish_text_of_its_own(leaf: type[errors.FeltjournalError]) -> None:
    from ui import text

    others = [text.explain(_example(other)) for other in LEAVES if other is not leaf]
    assert text.explain(_example(leaf)) not in others


def test_every_error_has_advice_for_it() -> None:
    explained = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "reference" / "errors.md").read_text("utf-8")))
    assert not sorted({leaf.__name__ for leaf in LEAVES} - explained)


def _public_dataclasses(source: Path) -> Iterator[str]:
    for node in ast.walk(_tree(source)):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            decorators = " ".join(ast.unparse(d) for d in node.decorator_list)
            if "dataclass" in decorators:
                yield node.name


def test_every_word_of_the_domain_stands_in_the_glossary() -> None:
    explained = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "glossary.md").read_text("utf-8")))
    spoken = {
        name for source in (ROOT / "app" / "domain").rglob("*.py") for name in _public_dataclasses(source)
    }
    assert not sorted(spoken - explained)


def test_each_decision_has_a_number_of_its_own() -> None:
    pages = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
    assert len({page.name[:3] for page in pages}) == len(pages)
    for page in pages:
        assert page.read_text("utf-8").startswith(f"# {page.name[:3]} "), page.name


def test_the_map_shows_every_room() -> None:
    shown = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rooms = {
        _name(init.parent) + "/"
        for top in ("app", "ui", "server")
        for init in (ROOT / top).rglob("__init__.py")
    }
    assert not sorted(room for room in rooms if f"`{room}`" not in shown)


def test_the_map_shows_no_room_that_is_not_there() -> None:
    shown = re.findall(
        r"`((?:app|ui|server)/[\w/.]*)`", (ROOT / "docs" / "architecture.md").read_text("utf-8")
    )
    assert not sorted({place for place in shown if not (ROOT / place).exists()})


def test_every_resource_the_code_names_travels_with_it() -> None:
    named = [(source, name) for source in PROGRAM for name in _resources(source)]
    assert not [f"{_name(source)}: {name}" for source, name in named if not resources.path(name).exists()]


def _resources(source: Path) -> Iterator[str]:
    for node in ast.walk(_tree(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "resources.path":
            match node.args:
                case [ast.Constant(value=str(name))]:
                    yield name
                case _:
                    pass  # a name put together at run time


# This checkout, this person's home, and where servers usually keep either.
_MACHINE = re.compile(
    "|".join([r"(?<![\w.<>{}-])/(?:root|work)/\w", re.escape(f"{ROOT}/"), re.escape(f"{Path.home()}/")])
)
_TEXTS = {".py", ".md", ".toml", ".yaml", ".spec", ".json", ".sql", ".ts", ".lock"}


def test_no_file_names_a_place_on_somebodys_computer() -> None:
    tops = [p for p in ROOT.iterdir() if p.name not in ("build", "dist") and not p.name.startswith(".")]
    texts = [p for top in (*tops, ROOT / ".ci") for p in (top, *top.rglob("*")) if p.is_file()]
    readable = [p for p in texts if p.suffix in _TEXTS or p.parent.name == ".ci"]
    assert not [_name(p) for p in readable if _MACHINE.search(p.read_text("utf-8"))]


def test_the_installed_client_carries_no_server_and_no_test_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    own = {_package(line) for line in project["project"]["dependencies"]}
    others = {_package(line) for group in project["dependency-groups"].values() for line in group} - own
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.M))
    assert own <= locked
    assert not sorted(locked & others)


def _package(requirement: str) -> str:
    match = re.match(r"[\w.-]+", requirement)
    assert match
    return re.sub(r"[-_.]+", "-", match[0]).lower()


@pytest.mark.parametrize("lock", sorted(ROOT.glob("requirements*.lock")), ids=lambda p: p.name)
def test_no_lock_says_where_packages_come_from(lock: Path) -> None:
    assert "://" not in lock.read_text("utf-8")
