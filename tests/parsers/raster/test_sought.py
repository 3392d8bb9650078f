"""Rulings sought between walls: the silent cases first."""

from __future__ import annotations

from typing import Any

import numpy
import pytest

from parsers.raster.sought import sought
from parsers.raster.stretches import Seen, Stretches
from parsers.straight import Ruling

WALLS = (Ruling(50, 100, 200), Ruling(100, 100, 200), Ruling(200, 100, 200))


def seen(height: float, share: float, *, alone: bool = True, start: float = 0.0, of_print: bool = False) -> Any:
    """A picture in which one height is dark from `start` on by a share."""

    def measure(stretches: Stretches) -> Seen:
        there = (abs(stretches.ats - height) < 0.3) & (stretches.starts >= start)
        share_of = numpy.where(there, share, 0.0)
        bare, beside = (0.6 * share_of, 0.2) if of_print else (share_of, 0.0)
        return Seen(share_of, bare, numpy.full(len(there), alone), numpy.full(len(there), beside))

    return measure


@pytest.mark.parametrize(
    ("measure", "known", "found"),
    [
        pytest.param(seen(150, 0.0), (), [], id="paper"),
        pytest.param(seen(150, 0.6), (), [], id="dark in places only"),
        pytest.param(seen(150, 1.0, alone=False), (), [], id="a line of text"),
        pytest.param(seen(150, 1.0, of_print=True), (), [], id="a line of small, blurred text"),
        pytest.param(seen(150, 1.0), (Ruling(151, 50, 100),), [], id="a ruling that is known"),
        pytest.param(seen(250, 1.0), (), [], id="below the walls"),
        pytest.param(seen(150, 0.9), (), [(150, 50, 100), (150, 100, 200)], id="a broken ruling"),
        pytest.param(seen(150, 0.9, start=100), (), [(150, 100, 200)], id="one that goes over a single wide cell"),
    ],
)
def test_rulings_are_sought_between_walls(measure: Any, known: tuple[Ruling, ...], found: list[Any]) -> None:
    assert [(round(at), start, end) for at, start, end in sought(WALLS, known, measure)] == found
