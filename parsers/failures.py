"""The ways a file cannot be read: a small tree, each with a reason that keys the message (which says what to do)."""

from __future__ import annotations


class Unreadable(Exception):  # noqa: N818 - it reads as what it says of the file
    """A file that cannot be read. `reason` keys the message that says why and what to do; `facts` fill it in."""

    reason = "unreadable"

    def __init__(self, **facts: str) -> None:
        super().__init__(self.reason)
        self.facts = facts


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
    """A program died, hung or answered nonsense on the file, twice (facts: `program`, `found`, `how`)."""

    reason = "program-failed"
