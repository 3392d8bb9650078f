"""Records made in half the time, where a page makes thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

R = TypeVar("R", bound=tuple[Any, ...])


def maker(kind: type[R]) -> Callable[[Iterable[Any]], R]:
    """What makes records of a kind of NamedTuple out of tuples of all their fields, in their order.

    To call the kind itself goes through a function in Python, which takes as long again as the rest.
    """
    return partial(tuple.__new__, kind)
