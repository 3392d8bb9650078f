"""The plot of reliability as SVG: how sure the program says that it is, against how many of such figures are right."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.intervals import clopper_pearson
from corpus.outcome import FEW
from corpus.reliability import Step

SIDE, LEFT, TOP = 320, 60, 16  # pixels: the square of both scales and its place
BEGINNINGS = (0.9, 0.75, 0.5)  # of both scales, which otherwise begin at 0
MARKS = 5  # parts into which a scale is marked
COLOUR, PALE = "#1a5fb4", "#999"


def reliability(steps: Sequence[Step]) -> str:
    """A dot for each range of confidence with its interval; on the line that rises evenly, what is said is true."""
    least = min((min(step.mean, step.right / step.all) for step in steps), default=BEGINNINGS[0])
    low = next((beginning for beginning in BEGINNINGS if beginning <= least), 0.0)
    width, height = LEFT + SIDE + 120, TOP + SIDE + 50
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="system-ui, sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>'
        f"<title>Confidence said, and share that is right</title>{_frame(low)}"
        f"{''.join(_dot(step, low) for step in steps)}</svg>\n"
    )


def _place(said: float, right: float, low: float) -> tuple[float, float]:
    """Where a pair stands; what lies below the scale stands at its edge."""
    across, up = (max(0.0, value - low) / (1 - low) for value in (said, right))
    return LEFT + SIDE * across, TOP + SIDE * (1 - up)


def _frame(low: float) -> str:
    """Scales, their marks, and the line on which what is said is true."""
    values = [low + (1 - low) * n / MARKS for n in range(MARKS + 1)]
    bottom = TOP + SIDE
    marks = [
        f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle" fill="#555">{value:.2f}</text>'
        f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end" fill="#555">{value:.2f}</text>'
        for value in values
        for x, y in [_place(value, value, low)]
    ]
    return (
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#ddd"/>'
        f'<line x1="{LEFT}" y1="{bottom}" x2="{LEFT + SIDE}" y2="{TOP}" stroke="#bbb" stroke-dasharray="4 4"/>'
        f'<text x="{LEFT + SIDE / 2}" y="{bottom + 36}" text-anchor="middle">confidence said (mean of the range)</text>'
        f'<text x="16" y="{TOP + SIDE / 2}" text-anchor="middle" transform="rotate(-90 16 {TOP + SIDE / 2})">'
        f"share that is right, 95 % interval</text>{''.join(marks)}"
    )


def _dot(step: Step, low: float) -> str:
    least, most = clopper_pearson(step.right, step.all)
    colour = PALE if step.all < FEW else COLOUR
    x, y = _place(step.mean, step.right / step.all, low)
    y0, y1 = _place(step.mean, least, low)[1], _place(step.mean, most, low)[1]
    told = f"{step.name}: {step.right} of {step.all}"
    return (
        f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y0:.1f}" y2="{y1:.1f}" stroke="{colour}" stroke-width="2"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"><title>{told}</title></circle>'
    )
