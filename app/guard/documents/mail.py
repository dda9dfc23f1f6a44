"""E-mails as files (.eml, RFC 5322): subject, people, every text in them and every file they carry."""

from __future__ import annotations

import re
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser

from app.guard.documents import plain
from app.guard.documents.found import CannotRead, Inside

_HEADERS = ("Subject", "From", "To", "Cc", "Thread-Topic", "Keywords", "Comments")
_OF_A_MAIL = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To|DKIM-Signature):",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD = re.compile(rb"[!-9;-~]+:|[ \t]")
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
_SIGNATURES = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")


def is_mail(data: bytes, name: str) -> bool:
    """By its name, or by a head in which every line is a field and one is of those only mail has."""
    head = data[:65_536].lstrip(b"\r\n").replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if not head or not all(_FIELD.match(line) for line in head.split(b"\n") if line):
        return False
    return name.lower().endswith(".eml") or bool(_OF_A_MAIL.search(head))


def text(data: bytes, inside: Inside) -> str:
    try:
        return of_message(
            BytesParser(EmailMessage, policy=policy.default).parsebytes(data.lstrip(b"\r\n")), inside
        )
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError):
        raise CannotRead("damaged") from None


def of_message(message: EmailMessage, inside: Inside) -> str:
    parts: list[str] = []
    for part in message.walk():
        parts += [str(part[name]) for name in _HEADERS if part[name]]
        if not part.is_multipart():
            parts.append(_of_part(part, inside))
    return "\n\n".join(filter(None, map(str.strip, parts)))


def _of_part(part: EmailMessage, inside: Inside) -> str:
    kind, name = part.get_content_type(), part.get_filename() or ""
    if kind in _SEALED:
        raise CannotRead("encrypted")
    if kind in _SIGNATURES:
        return name
    if part.get_content_maintype() == "text":
        said = _decoded(part)
        return "\n".join(filter(None, (name, plain.of_html(said) if kind == "text/html" else said)))
    payload = part.get_payload(decode=True)
    if part.get_content_maintype() == "image" and part["Content-ID"] and not part.is_attachment():
        return name  # set into the text: the sender's mark, as a rule
    return f"{name}\n{inside(payload if isinstance(payload, bytes) else b'', name)}"


def _decoded(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return plain.decode(data)
