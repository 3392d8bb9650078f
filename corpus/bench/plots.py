"""Plots as SVG text: bars on a scale, and lines over sizes that grow tenfold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

NAMES, SCALE, FIGURES = 260, 430, 90  # pixels: the columns of names, of the scale and of the figures
LINE, TOP = 24, 30  # pixels: height of a bar's line, room for the title
HEIGHT = 260  # pixels, of a plot of lines
OURS, OTHERS = "#1a5fb4", "#9a9996"
COLOURS = ("#1a5fb4", "#c64600", "#26a269")


def bars(title: str, values: Mapping[str, float], *, logarithmic: bool = False, ours: str = "doisoat") -> str:
    """A bar for each name; on a logarithmic scale they begin at the power of ten below the least."""
    low, high = _range(list(values.values()), logarithmic=logarithmic)
    lines = []
    for n, (name, value) in enumerate(values.items()):
        y = TOP + LINE * n
        share = (_scaled(value, logarithmic=logarithmic) - low) / (high - low)
        lines.append(
            f'<text x="{NAMES}" y="{y + 15}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{NAMES + 8}" y="{y + 3}" width="{max(1.0, SCALE * share):.1f}" height="16" '
            f'fill="{OURS if name == ours else OTHERS}"/>'
            f'<text x="{NAMES + 14 + SCALE * share:.1f}" y="{y + 15}" fill="#555">{figure(value)}</text>'
        )
    return _svg(title, TOP + LINE * len(values) + 8, lines)


def _range(values: Sequence[float], *, logarithmic: bool) -> tuple[float, float]:
    if not logarithmic:
        return 0.0, max(1.0, *values)
    low = floor(log10(min(values)))
    return low, max(low + 1, ceil(log10(max(values))))


def _scaled(value: float, *, logarithmic: bool) -> float:
    return log10(value) if logarithmic else value


def curves(title: str, lines: Mapping[str, Sequence[tuple[float, float]]], unit: str) -> str:
    """A line for each name over (size, value), sizes by powers of ten, values from 0."""
    sizes = [log10(size) for line in lines.values() for size, _ in line]
    highest = 1.25 * max(value for line in lines.values() for _, value in line)
    left, right, bottom = 70, NAMES + SCALE, HEIGHT - 40

    def place(size: float, value: float) -> tuple[float, float]:
        share = (log10(size) - min(sizes)) / ((max(sizes) - min(sizes)) or 1)
        return left + (right - left) * share, bottom - (bottom - TOP - 10) * value / highest

    drawn = [_axis(left, right, bottom, highest, unit)]
    for n, (name, line) in enumerate(lines.items()):
        colour = COLOURS[n % len(COLOURS)]
        points = [place(*step) for step in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn.extend(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points)
        drawn.append(f'<text x="{left + 10 + 190 * n}" y="{HEIGHT - 6}" fill="{colour}">{escape(name)}</text>')
    marks = sorted({size for line in lines.values() for size, _ in line})
    drawn.extend(
        f'<text x="{place(size, 0)[0]:.1f}" y="{bottom + 16}" text-anchor="middle" fill="#555">{size:g}</text>'
        for size in marks
    )
    return _svg(title, HEIGHT, drawn)


def _axis(left: int, right: int, bottom: int, highest: float, unit: str) -> str:
    return (
        f'<line x1="{left}" x2="{right}" y1="{bottom}" y2="{bottom}" stroke="#999"/>'
        f'<line x1="{left}" x2="{left}" y1="{TOP}" y2="{bottom}" stroke="#999"/>'
        f'<text x="{left - 6}" y="{TOP + 14}" text-anchor="end" fill="#555">{figure(highest)}</text>'
        f'<text x="{left + 6}" y="{TOP + 14}" fill="#555">{escape(unit)}</text>'
        f'<text x="{left - 6}" y="{bottom}" text-anchor="end" fill="#555">0</text>'
    )


def _svg(title: str, height: int, parts: Sequence[str]) -> str:
    width = NAMES + SCALE + FIGURES
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="system-ui, sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>'
        f'<title>{escape(title)}</title><text x="8" y="18" font-weight="bold">{escape(title)}</text>'
        f"{''.join(parts)}</svg>\n"
    )


def figure(value: float) -> str:
    """Three digits that say something: 1234, 12.3, 0.0123."""
    if value == 0:
        return "0"
    return f"{value:.{max(0, 2 - floor(log10(abs(value))))}f}"
