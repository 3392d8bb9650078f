"""Mails (EML): what is attached to them, what is attached to mails forwarded in them, and what they say themselves."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator, Sequence
from email import message_from_binary_file
from email.message import Message
from email.policy import default
from pathlib import Path
from typing import NamedTuple

from parsers.containers import MAX_DEPTH, Member
from parsers.encoding import text_of
from parsers.failures import BrokenArchive, TooLarge, Unreadable, WrongType
from parsers.member_names import name_of_bytes, name_within

MAX_BYTES = 200 * 1024 * 1024  # of the mail, which is held in memory; no server carries more than some 50 MB
LARGEST_SIGNATURE = 64 * 1024  # bytes of a picture that the mail shows: above, it may be a page that was photographed
_NOT_SENT = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
                       "text/calendar", "message/delivery-status", "text/rfc822-headers"})  # fmt: skip
_SEALED = {
    "application/ms-tnef": "tnef",
    "application/vnd.ms-tnef": "tnef",
    "application/pkcs7-mime": "smime",
    "application/x-pkcs7-mime": "smime",
}
_RAW_NAME = re.compile(r"(?:file)?name\s*=\s*\"?([^\";\r\n]+)", re.IGNORECASE)
_UNSAID = re.compile(r"[\\/:*?\"<>|\s]+")


class Part(NamedTuple):
    """Something in a mail: as a member of it, and its bytes."""

    member: Member
    content: bytes


def members_of(path: Path) -> Sequence[Member]:
    """What is attached to the mail, and its own text, last."""
    return [part.member for part in _parts(path)]


def save(path: Path, number: int, target: Path) -> None:
    """Writes one attachment, or the text of the mail."""
    write(_parts(path), number, target)


def write(parts: Sequence[Part], number: int, target: Path) -> None:
    """Writes one part of a mail; raises BrokenArchive where it has not so many."""
    if number >= len(parts):
        raise BrokenArchive
    target.write_bytes(parts[number].content)


def refuse_large(path: Path) -> None:
    """Raises TooLarge for a mail that is longer than any with reports."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise TooLarge(what="bytes", size=str(size), limit=str(MAX_BYTES))


def _parts(path: Path) -> list[Part]:
    refuse_large(path)
    try:
        with path.open("rb") as file:
            message = message_from_binary_file(file, policy=default)
        return [*_attached(message), *_said(message)]
    except RecursionError as error:
        raise TooLarge(what="layers", size=f">{MAX_DEPTH}", limit=str(MAX_DEPTH)) from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:  # the library trips over odd headers
        raise BrokenArchive from error


def _attached(message: Message, within: str = "", depth: int = 1) -> Iterator[Part]:
    """The attachments of a mail, those of mails in it with their mail's name before."""
    shown = "".join(map(_source_of, _leaves(message, "text/html")))
    for number, part in enumerate(_pieces(message), 1):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0) if isinstance(part.get_payload(), list) else None
            if isinstance(inner, Message):
                if depth >= MAX_DEPTH:
                    raise TooLarge(what="layers", size=f">{MAX_DEPTH}", limit=str(MAX_DEPTH))
                yield from _attached(inner, f"{within}{_subject_of(inner)}.eml/", depth + 1)
        elif _is_attachment(part) and part.get_content_type() not in _NOT_SENT:
            yield _part(part, within, number, shown)


def _pieces(message: Message) -> Iterator[Message]:
    """All that is no multipart, not looking into mails within."""
    payload = message.get_payload()
    if not message.is_multipart() or not isinstance(payload, list):
        yield message
        return
    for part in payload:
        if isinstance(part, Message):
            if part.get_content_maintype() == "multipart":
                yield from _pieces(part)
            else:
                yield part


def _is_attachment(part: Message) -> bool:
    return part.get_content_maintype() != "text" or part.get_content_disposition() == "attachment" or bool(_name(part))


def _part(part: Message, within: str, number: int, shown: str) -> Part:
    kind = part.get_content_type()
    content = _bytes(part)
    name = name_within(within + (_name(part) or f"dinh-kem-{number}{mimetypes.guess_extension(kind) or ''}"))
    if name is None:
        return Part(Member(_name(part), len(content), "unsafe-name"), b"")
    failure: Unreadable | None = WrongType(found=_SEALED[kind], named="") if kind in _SEALED else None
    return Part(Member(name, len(content), _left_out(part, len(content), shown), failure), content)


def _left_out(part: Message, size: int, shown: str) -> str:
    """A small picture that the mail's own text shows is a signature's or a letterhead's."""
    number = str(part.get("Content-ID", "")).strip("<> \t\r\n")
    is_shown = bool(number) and f"cid:{number}" in shown
    return "mail-picture" if part.get_content_maintype() == "image" and is_shown and size < LARGEST_SIGNATURE else ""


def _name(part: Message) -> str:
    """The attachment's name; read from the header's bytes where these are in a code page that nothing states."""
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, IndexError):
        name = ""
    if name and "\ufffd" not in name and not re.search("[\ud800-\udfff]", name):
        return plain_name(name)
    for header, value in getattr(part, "raw_items", part.items)():
        found = _RAW_NAME.search(str(value)) if header.lower() in ("content-disposition", "content-type") else None
        if found:
            return plain_name(name_of_bytes(found[1].encode("utf-8", "surrogateescape")))
    return name


def _subject_of(message: Message) -> str:
    try:
        subject = str(message.get("Subject", ""))
    except (ValueError, LookupError, TypeError, IndexError):
        subject = ""
    return subject_name(subject)


def subject_name(subject: str) -> str:
    """A mail's subject as a name; what a mail is called where it has none."""
    return _UNSAID.sub(" ", subject).strip(" .")[:80] or "thu"


def plain_name(name: str) -> str:
    """An attachment's name as one name: it has no folders."""
    return name.replace("/", "_").replace("\\", "_")


def _bytes(part: Message) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        content = None
    return content if isinstance(content, bytes) else b""


def _leaves(message: Message, kind: str) -> list[Message]:
    return [part for part in _pieces(message) if part.get_content_type() == kind and not _is_attachment(part)]


def _source_of(part: Message) -> str:
    """What a part of text says, by the encoding that it states where that fits."""
    content = _bytes(part)
    try:
        return content.decode(part.get_content_charset("utf-8"))
    except (LookupError, ValueError):  # no such encoding, or the bytes are in another
        return text_of(content)


def _said(message: Message) -> Iterator[Part]:
    """The mail's own text: as a page where it has one, for only that has tables."""
    for kind, ending in (("text/html", "html"), ("text/plain", "txt")):
        text = "\n".join(map(_source_of, _leaves(message, kind)))
        if text.strip():
            content = b"\xef\xbb\xbf" + text.encode("utf-8", "replace")
            yield Part(Member(f"thu.{ending}", len(content), text=text), content)
            return
