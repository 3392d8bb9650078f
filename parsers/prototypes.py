"""PDFium's functions as they are called thousands of times a page: the loop over a page's characters runs in C.

What such a call costs is mostly what `ctypes` makes of its arguments. One that is declared is first made into an
object; a reference and a whole number that are not declared go through as they are, in half the time. Neither kind
lets go of the interpreter's lock, since no other thread may use PDFium meanwhile.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from itertools import repeat
from typing import Any

ADDRESS, INT = ctypes.c_void_p, ctypes.c_int


def by_address(function: Any, *arguments: Any, result: Any = INT) -> Callable[..., Any]:
    """The same foreign function, taking addresses as integers (for handles of which each is asked once)."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))


def by_reference(function: Any, result: Any = INT) -> Callable[..., Any]:
    """The same foreign function, taking references and whole numbers only (for one handle that is asked often)."""
    return ctypes.PYFUNCTYPE(result)(address_of(function))


def address_of(pointer: Any) -> int:
    """The address in a pointer of any kind."""
    return ctypes.cast(pointer, ADDRESS).value or 0


def reference_to(address: int) -> Any:
    """A reference to what stands at an address."""
    return ctypes.byref(ctypes.c_char.from_address(address))


def references_into(buffer: Any, size: int) -> Iterator[Any]:
    """References to every part of `size` bytes of a buffer."""
    return map(ctypes.byref, repeat(buffer), range(0, ctypes.sizeof(buffer), size))
