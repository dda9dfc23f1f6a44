"""The kinds of value a policy can have, and how each is read. A value of another kind raises ValueError."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlsplit


class Kind(Protocol):
    def read(self, given: Any) -> Any:
        """The value as the program uses it. Raises ValueError."""

    def plain(self, text: str) -> Any:
        """The same from the one line of text that a registry value or a form can hold; `read` checks it."""


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false; 0 or 1 where only numbers exist."""

    def read(self, given: Any) -> bool:
        if not isinstance(given, bool):
            raise ValueError
        return given

    def plain(self, text: str) -> Any:
        return {"0": False, "1": True}.get(text, text)


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from `low` to `high`, both allowed."""

    low: int
    high: int

    def read(self, given: Any) -> int:
        if isinstance(given, bool) or not isinstance(given, int) or not self.low <= given <= self.high:
            raise ValueError
        return given

    def plain(self, text: str) -> Any:
        return int(text) if text.isascii() and text.isdigit() else text


@dataclass(frozen=True, slots=True)
class Choice:
    values: tuple[str, ...]

    def read(self, given: Any) -> str:
        if given not in self.values:
            raise ValueError
        return str(given)

    def plain(self, text: str) -> Any:
        return text


@dataclass(frozen=True, slots=True)
class Text:
    """One line. `check` raises ValueError for what has another form."""

    longest: int = 200
    check: Callable[[str], object] | None = None

    def read(self, given: Any) -> str:
        if not isinstance(given, str) or len(given) > self.longest or not (given.isprintable() or not given):
            raise ValueError
        if self.check is not None:
            self.check(given)
        return given

    def plain(self, text: str) -> Any:
        return text


@dataclass(frozen=True, slots=True)
class Key:
    """32 bytes in base64."""

    def read(self, given: Any) -> bytes:
        return key_of(given)

    def plain(self, text: str) -> Any:
        return text


@dataclass(frozen=True, slots=True)
class Several:
    """A list of at least one; in one line of text they are parted by semicolons."""

    one: Kind

    def read(self, given: Any) -> tuple[Any, ...]:
        if not isinstance(given, list | tuple) or not given:
            raise ValueError
        return tuple(self.one.read(each) for each in given)

    def plain(self, text: str) -> Any:
        return [each.strip() for each in text.split(";") if each.strip()]


def https(given: str) -> str:
    """An address without user, path or query; https alone."""
    parts = urlsplit(given)
    plain = parts.path in ("", "/") and not parts.query and not parts.fragment
    if parts.scheme != "https" or not parts.hostname or parts.username or not plain:
        raise ValueError
    return given.rstrip("/")


def proxy(given: str) -> str:
    """`` is no proxy: the program guesses none. Otherwise `http://host:port`, without a password in it."""
    parts = urlsplit(given)
    if given and (parts.scheme != "http" or not parts.hostname or not parts.port or parts.username):
        raise ValueError
    return given


def network(given: str) -> str:
    """`if:NAME`, an interface of Linux, or `id:UUID`, the profile or network as the operating system numbers it."""
    kind, _, mark = given.partition(":")
    if kind == "id":
        from uuid import UUID  # asks what platform this is, which takes a while, and few policies need it

        UUID(mark)
        if mark != mark.lower():
            raise ValueError
    elif kind != "if" or not mark or " " in mark:
        raise ValueError
    return given


def key_of(given: Any) -> bytes:
    """Raises ValueError for what is not 32 bytes in base64."""
    if not isinstance(given, str):
        raise ValueError
    try:
        raw = base64.b64decode(given, validate=True)
    except binascii.Error:
        raise ValueError from None
    if len(raw) != 32:
        raise ValueError
    return raw
