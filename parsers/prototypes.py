"""PDFium's functions as they are called thousands of times a page: the loop over a page's characters runs in C.

What such a call costs is mostly what `ctypes` makes of its arguments. One that is declared is first made into an
object; a reference and a whole number that are not declared go through as they are, in half the time. Neither kind
lets go of the interpreter's lock, since no other thread may use PDFium meanwhile.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable
from functools import cache
from typing import Any

ADDRESS, INT = ctypes.c_void_p, ctypes.c_int
MANY = 4096  # things asked about at once; a page of text has up to so many characters


def by_address(function: Any, *arguments: Any, result: Any = INT) -> Callable[..., Any]:
    """The same foreign function, taking addresses as integers (for handles of which each is asked once).

    Only the first arguments need be declared; references and whole numbers may follow.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))


def by_reference(function: Any, result: Any = INT) -> Callable[..., Any]:
    """The same foreign function, taking references and whole numbers only (for one handle that is asked often).

    A result that nobody looks at is None: making it costs a tenth of the call.
    """
    return ctypes.PYFUNCTYPE(result)(address_of(function))


def address_of(pointer: Any) -> int:
    """The address in a pointer of any kind."""
    return ctypes.cast(pointer, ADDRESS).value or 0


def reference_to(address: int) -> Any:
    """A reference to what stands at an address."""
    return ctypes.byref(ctypes.c_char.from_address(address))


class Slots:
    """Room for what PDFium writes: `width` floats for each of `count` things, and references to every one of them."""

    def __init__(self, width: int, count: int) -> None:
        self._floats = (ctypes.c_float * (width * count))()
        self._bytes = memoryview(self._floats).cast("B")
        self._size = 4 * width
        self._references: dict[int, list[Any]] = {}

    def references(self, nth: int = 0) -> list[Any]:
        """References to the `nth` float of every thing."""
        if nth not in self._references:
            places = range(4 * nth, len(self._bytes), self._size)
            self._references[nth] = [ctypes.byref(self._floats, place) for place in places]
        return self._references[nth]

    def clear(self, count: int) -> None:
        """Sets the floats of the first `count` things to zero."""
        ctypes.memset(self._floats, 0, self._size * count)

    def floats(self, count: int) -> array[float]:
        """What was written for the first `count` things."""
        found = array("f")
        found.frombytes(self._bytes[: self._size * count])
        return found


def slots(width: int, count: int) -> Slots:
    """Room for `count` things or more; what was written is to be taken out before room is asked for again.

    It is made once (PDFium knows one thread only): making it takes a third as long as the calls that fill it.
    """
    if count > MANY:
        return Slots(width, count)
    kept = _kept_slots(width)
    kept.clear(count)
    return kept


@cache
def _kept_slots(width: int) -> Slots:
    return Slots(width, MANY)
