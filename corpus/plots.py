"""Plots as SVG text, from small functions and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from corpus.parts import Bar

NAMES, SCALE, COUNTS = 290, 460, 110  # pixels: the columns of names, of the scale and of the counts
LINE, TOP = 20, 34  # pixels: height of a line, room for the scale's figures
STEPS = 5  # parts into which the scale is marked


def intervals(bars: Sequence[Bar], title: str) -> str:
    """A dot for each share and a line for its interval; grey where the cases are few.

    The scale begins at the lowest interval, or all that matters would stand in its last tenth.
    """
    low = _begin(bars)
    height = TOP + LINE * len(bars) + 6
    lines = [_line(bar, TOP + LINE * n + LINE / 2, low) for n, bar in enumerate(bars)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {NAMES + SCALE + COUNTS} {height}" '
        f'width="{NAMES + SCALE + COUNTS}" role="img" font-family="system-ui, sans-serif" font-size="12">'
        f"<title>{escape(title)}: shares with 95 % intervals</title>{_marks(low, height)}{''.join(lines)}</svg>"
    )


def _begin(bars: Sequence[Bar]) -> float:
    """The tenth below the lowest interval of a share that has cases enough; of any where none has."""
    lows = [bar.share.interval[0] for bar in bars if not bar.share.few] or [bar.share.interval[0] for bar in bars]
    return min(int(min(lows) * 10) / 10, 0.9)


def _x(share: float, low: float) -> float:
    """The place of a share on the scale; what lies below it stands at its edge."""
    return NAMES + 10 + (SCALE - 20) * max(0.0, share - low) / (1 - low)


def _marks(low: float, height: int) -> str:
    shares = [low + (1 - low) * n / STEPS for n in range(STEPS + 1)]
    return "".join(
        f'<line x1="{_x(s, low):.1f}" x2="{_x(s, low):.1f}" y1="{TOP - 8}" y2="{height - 4}" stroke="#ddd"/>'
        f'<text x="{_x(s, low):.1f}" y="{TOP - 14}" text-anchor="middle" fill="#555">{s:.2f}</text>'
        for s in shares
    )


def _line(bar: Bar, y: float, low: float) -> str:
    share, ends = bar.share, bar.share.interval
    colour = "#999" if share.few else "#1a5fb4"
    x0, x1, dot = (_x(value, low) for value in (*ends, share.value or 0.0))
    return (
        f'<text x="{NAMES}" y="{y + 4:.1f}" text-anchor="end">{escape(bar.name)}</text>'
        f'<line x1="{x0:.1f}" x2="{x1:.1f}" y1="{y:.1f}" y2="{y:.1f}" stroke="{colour}" stroke-width="2"/>'
        f'<circle cx="{dot:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
        f'<text x="{NAMES + SCALE + 8}" y="{y + 4:.1f}" fill="#555">{share.right}/{share.all}</text>'
    )
