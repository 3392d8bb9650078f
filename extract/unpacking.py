"""From a file that was met to those that are in it, where it is an archive or a mail; any other file is itself.

Only what the containers state is looked at here, and archives within archives are taken out for that, one at a time.
The reports themselves are taken out when their turn to be read comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from extract.covering import holds_report
from extract.seen import Seen, order_of, reason_to_skip_member
from extract.taking_out import container_at
from parsers import containers
from parsers.containers import MAX_DEPTH, MAX_MEMBERS, Member
from parsers.failures import NothingInside, TooLarge, Unreadable, WrongType

CONTAINERS = frozenset({".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".eml", ".msg"})


class _Spent(Exception):  # noqa: N818 - it says what became of the allowance
    """All archives within one hold more files than anybody sends."""


class _Allowance:
    """How many more files one archive may hold, those in the archives within it counted."""

    def __init__(self) -> None:
        self._left = MAX_MEMBERS

    def take(self, count: int) -> None:
        """Takes so many of it."""
        self._left -= count
        if self._left < 0:
            raise _Spent


class _Container(NamedTuple):
    """A container: as people see it, where its bytes are, its kind, and how many files may still be met in it."""

    seen: Seen
    path: Path
    kind: str
    allowance: _Allowance


def unpacked(item: Seen) -> Iterator[Seen]:
    """The file itself, or what is in it."""
    kind = containers.kind_of(item.path) if item.reason is None else None
    if kind is None:
        yield item
        return
    try:
        found = tuple(_found_in(_Container(item, item.path, kind, _Allowance())))
    except _Spent:
        failure = TooLarge(what="members", size=f">{MAX_MEMBERS}", limit=str(MAX_MEMBERS))
        found = (item._replace(failure=failure),)
    yield from found


def _found_in(container: _Container) -> Iterator[Seen]:
    """What is in a container, as a folder would list it."""
    try:
        members = containers.members_of(container.path, container.kind)
    except Unreadable as failure:
        yield container.seen._replace(failure=failure)
        return
    container.allowance.take(len(members))
    numbers = [number for number, member in enumerate(members) if not member.text]
    numbers.sort(key=lambda number: [order_of(part) for part in members[number].name.split("/")])
    found = [seen for number in numbers for seen in _found_at(container, number, members[number])]
    yield from found
    if all(seen.reason is not None for seen in found):
        yield _without_reports(container, members)


def _found_at(container: _Container, number: int, member: Member) -> Iterator[Seen]:
    """One member: itself, or what is in it where it is a container too."""
    above = container.seen
    name = f"{above.within}/{member.name}" if above.within else member.name
    sealed = isinstance(member.failure, WrongType)  # all that the mail brings may be in it, whatever its name
    reason = member.left_out or (None if sealed else reason_to_skip_member(member.name))
    seen = Seen(above.path, above.base, reason, name, (*above.inside, number), member.failure)
    if reason or member.failure or PurePosixPath(name).suffix.lower() not in CONTAINERS:
        yield seen
    elif len(seen.inside) >= MAX_DEPTH:
        yield seen._replace(failure=TooLarge(what="layers", size=str(len(seen.inside) + 1), limit=str(MAX_DEPTH)))
    else:
        yield from _found_within(container, seen)


def _found_within(container: _Container, seen: Seen) -> Iterator[Seen]:
    """What is in a member that is named like a container; it is taken out for that."""
    try:
        path = container_at(seen.path, seen.inside)
    except Unreadable as failure:
        yield seen._replace(failure=failure)
        return
    kind = containers.kind_of(path)
    if kind is None:
        yield seen
    else:
        yield from _found_in(_Container(seen, path, kind, container.allowance))


def _without_reports(container: _Container, members: Sequence[Member]) -> Seen:
    """What is said of a container without any file to read: a mail may be a report itself, or just a mail."""
    seen = container.seen
    if container.kind not in containers.MAILS:
        return seen._replace(failure=NothingInside(found=container.kind))
    for number, member in enumerate(members):
        if member.text and holds_report(member.text):
            return seen._replace(inside=(*seen.inside, number))
    return seen._replace(reason="mail-without-report")
