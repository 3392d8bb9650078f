"""The ways a file cannot be read: a small tree, each with a reason that keys the message (which says what to do)."""

from __future__ import annotations

from collections.abc import Callable, Mapping


class Unreadable(Exception):  # noqa: N818 - it reads as what it says of the file
    """A file that cannot be read. `reason` keys the message that says why and what to do; `facts` fill it in."""

    reason = "unreadable"

    def __init__(self, **facts: str) -> None:
        super().__init__(self.reason)
        self.facts = facts

    def __reduce__(self) -> tuple[Callable[..., Unreadable], tuple[type[Unreadable], Mapping[str, str]]]:
        """How it crosses from one process to another: exceptions are else made anew without their facts."""
        return _again, (type(self), self.facts)


def _again(kind: type[Unreadable], facts: Mapping[str, str]) -> Unreadable:
    return kind(**facts)


class Empty(Unreadable):
    """The file has no bytes."""

    reason = "empty"


class NoPermission(Unreadable):
    """The operating system does not let us read the file."""

    reason = "no-permission"


class Damaged(Unreadable):
    """The file is cut short or broken; the school must send it again."""

    reason = "damaged"


class Encrypted(Unreadable):
    """The file asks for a password; the school must send it without one."""

    reason = "encrypted"


class WrongType(Unreadable):
    """The bytes are of a type that is not read (facts: `found`, told from the bytes; `named`, the file's ending)."""

    reason = "wrong-type"


class Scanned(Unreadable):
    """The pages are pictures without text (facts: `pages`)."""

    reason = "scanned"


class TooLarge(Unreadable):
    """The file is over a stated limit (facts: `what`, `size`, `limit`): a bomb, or not one report."""

    reason = "too-large"


class TooSlow(Unreadable):
    """Reading and checking it did not come to an end in the time allowed (facts: `seconds`)."""

    reason = "too-slow"


class Unsafe(Unreadable):
    """The file does what no report does: entity expansion, external entities."""

    reason = "unsafe"


class Garbled(Unreadable):
    """The letters of most pages cannot be known: the fonts' maps to Unicode are broken (facts: `pages`)."""

    reason = "garbled"


class ProgramMissing(Unreadable):
    """The program that reads this kind is not installed (facts: `program`, `found`, the kind of file)."""

    reason = "program-missing"


class ProgramFailed(Unreadable):
    """A program died, hung or answered nonsense on the file again and again (facts: `program`, `found`, `how`)."""

    reason = "program-failed"


class NothingInside(Unreadable):
    """An archive in which no file is that a report could be (facts: `found`, the kind of archive)."""

    reason = "nothing-inside"


class BrokenArchive(Damaged):
    """The archive is cut short or broken, or a file in it is; it must be packed and sent again."""

    reason = "broken-archive"
