"""How sure a share is: the exact interval of Clopper and Pearson."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, lgamma, log, log1p

DOUBT = 0.05  # both tails together: a 95 % interval
HALVINGS = 50  # of the space between 0 and 1: far more digits than are shown


def clopper_pearson(part: int, whole: int) -> tuple[float, float]:
    """The shares that `part` of `whole` does not refute, with 95 % confidence; all of them where nothing was seen."""
    if not whole:
        return 0.0, 1.0
    # the lowest share under which so many or more are not too rare, and the highest under which so few or fewer are not
    lower = 0.0 if part == 0 else _crossing(lambda share: at_most(whole - part, whole, 1 - share))
    upper = 1.0 if part == whole else 1 - _crossing(lambda share: at_most(part, whole, 1 - share))
    return lower, upper


def _crossing(chance: Callable[[float], float]) -> float:
    """Where a chance that rises with the share reaches half the doubt."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if chance(middle) < DOUBT / 2 else (low, middle)
    return (low + high) / 2


def at_most(part: int, whole: int, share: float) -> float:
    """The chance of at most `part` of `whole` where each comes with the chance `share`, strictly between 0 and 1."""
    if part >= whole:
        return 1.0
    if part > whole / 2:  # the shorter tail
        return 1 - at_most(whole - part - 1, whole, 1 - share)
    once, never, orders = log(share), log1p(-share), lgamma(whole + 1)
    return sum(
        exp(orders - lgamma(n + 1) - lgamma(whole - n + 1) + n * once + (whole - n) * never) for n in range(part + 1)
    )
