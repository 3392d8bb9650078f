"""Pieces of an evaluation's page: a heading with sentences, a table, bars; shares in words and as cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.outcome import FEW, Share

HEADS = ("right", "all", "share", "95 % interval", "")


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a plot: a share with its interval."""

    name: str
    share: Share


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands below it. `note` explains; `bars` are drawn where the page can draw.

    `drawing`: a plot of its own, as SVG.
    """

    title: str
    note: str = ""
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    bars: tuple[Bar, ...] = ()
    lines: tuple[str, ...] = ()
    drawing: str = ""


def said(share: Share) -> str:
    """`595 of 600 (0.9917; 95 %: 0.9807–0.9973)`."""
    if not share.all:
        return "none"
    low, high = share.interval
    return f"{share.right} of {share.all} ({share.right / share.all:.4f}; 95 %: {low:.4f}–{high:.4f})"


def of_all(share: Share) -> tuple[str, str]:
    """The share and its interval."""
    if not share.all:
        return "–", "–"
    low, high = share.interval
    return f"{share.right / share.all:.3f}", f"{low:.3f}–{high:.3f}"


def few(*shares: Share) -> str:
    """The mark of a share that says little."""
    return f"few (under {FEW})" if any(share.few for share in shares) else ""


def shares_part(title: str, shares: Mapping[str, Share], note: str = "") -> Part:
    """A table of shares."""
    shares = {name: share for name, share in shares.items() if share.all}
    rows = tuple((name, str(s.right), str(s.all), *of_all(s), few(s)) for name, s in shares.items())
    return Part(title, note, ("", *HEADS), rows, tuple(Bar(name, share) for name, share in shares.items()))
