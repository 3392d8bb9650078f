"""Outlook's mails (MSG): what is attached to them, also to mails forwarded in them, and what they say themselves.

Source: Microsoft's open specifications [MS-OXMSG] (storages and streams) and [MS-OXPROPS] (numbers of properties).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from parsers.compound import Compound
from parsers.containers import MAX_DEPTH, Member
from parsers.encoding import text_of
from parsers.failures import BrokenArchive, Damaged, TooLarge, WrongType
from parsers.mail import LARGEST_SIGNATURE, Part, plain_name, refuse_large, subject_name, write
from parsers.member_names import name_of_bytes, name_within

_ATTACHMENT = "__attach_version1.0_#"
_STREAM = "__substg1.0_"
_BINARY, _STORAGE, _WIDE, _NARROW = "0102", "000D", "001F", "001E"  # kinds of values
_DATA, _LONG_NAME, _SHORT_NAME, _SHOWN_NAME, _CONTENT_ID = "3701", "3707", "3704", "3001", "3712"
_SUBJECT, _BODY, _PAGE = "0037", "1000", "1013"
_SEALED = "smime.p7m"  # all that there is in a mail that is encrypted
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp")


def members_of(path: Path) -> Sequence[Member]:
    """What is attached to the mail, and its own text, last."""
    return [part.member for part in _parts(path)]


def save(path: Path, number: int, target: Path) -> None:
    """Writes one attachment, or the text of the mail."""
    write(_parts(path), number, target)


def _parts(path: Path) -> list[Part]:
    refuse_large(path)
    try:
        mail = Compound(path.read_bytes())
        return [*_attached(mail, (), "", 1), *_said(mail.streams())]
    except Damaged as error:
        raise BrokenArchive from error


def _attached(mail: Compound, at: tuple[str, ...], within: str, depth: int) -> Iterator[Part]:
    """The attachments in a storage; those of a mail in it with that mail's name before."""
    page = _page(mail.streams(at))
    for number, storage in enumerate(sorted(mail.storages(at)), 1):
        if not storage.startswith(_ATTACHMENT):
            continue
        inner = (*at, storage, f"{_STREAM}{_DATA}{_STORAGE}")
        if inner[-1] in mail.storages(inner[:-1]):
            if depth >= MAX_DEPTH:
                raise TooLarge(what="layers", size=f">{MAX_DEPTH}", limit=str(MAX_DEPTH))
            subject = subject_name(_text(mail.streams(inner), _SUBJECT))
            yield from _attached(mail, inner, f"{within}{subject}.msg/", depth + 1)
        else:
            yield _part(mail.streams(inner[:-1]), within, number, page)


def _part(streams: Mapping[str, bytes], within: str, number: int, page: str) -> Part:
    content = streams.get(f"{_STREAM}{_DATA}{_BINARY}", b"")
    names = (_text(streams, each, name=True) for each in (_LONG_NAME, _SHORT_NAME, _SHOWN_NAME))
    said = plain_name(next(filter(None, names), f"dinh-kem-{number}"))
    name = name_within(within + said)
    if name is None:
        return Part(Member(said, len(content), "unsafe-name"), b"")
    shown = _text(streams, _CONTENT_ID)
    is_small = len(content) < LARGEST_SIGNATURE and said.lower().endswith(_PICTURES)
    left_out = "mail-picture" if is_small and shown and f"cid:{shown}" in page else ""
    failure = WrongType(found="smime", named="") if said.lower() == _SEALED else None
    return Part(Member(name, len(content), left_out, failure), content)


def _text(streams: Mapping[str, bytes], number: str, *, name: bool = False) -> str:
    """A property that is text; one in a code page that the mail does not tell is read as its bytes can be meant."""
    wide = streams.get(f"{_STREAM}{number}{_WIDE}")
    if wide is not None:
        return wide.decode("utf-16-le", "replace").rstrip("\0")
    narrow = streams.get(f"{_STREAM}{number}{_NARROW}", b"").rstrip(b"\0")
    return name_of_bytes(narrow) if name else text_of(narrow)


def _page(streams: Mapping[str, bytes]) -> str:
    return text_of(streams.get(f"{_STREAM}{_PAGE}{_BINARY}", b"")) or _text(streams, _PAGE)


def _said(streams: Mapping[str, bytes]) -> Iterator[Part]:
    """The mail's own text: as a page where it has one, for only that has tables."""
    for ending, text in (("html", _page(streams)), ("txt", _text(streams, _BODY))):
        if text.strip():
            content = b"\xef\xbb\xbf" + text.encode("utf-8", "replace")
            yield Part(Member(f"thu.{ending}", len(content), text=text), content)
            return
