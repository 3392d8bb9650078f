"""The pages of an invented report: sizes, margins, what runs on every page; and the hand that draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from corpus.paper import Block, Hand, Margins, Running, Section
from corpus.schools import year_text
from corpus.truth import TrueReport

A4, LETTER, FOLIO, A3_SIDE = (595.3, 841.9), (612.0, 792.0), (612.0, 936.0), (1190.6, 841.9)
SIZES = {A4: 12, LETTER: 2, FOLIO: 1, A3_SIDE: 0.7}
MARGINS = (
    Margins(),
    Margins(42.5, 42.5, 42.5, 42.5),
    Margins(56.7, 42.5, 56.7, 85.0),  # as the decree on records has it: 20, 15, 20 and 30 mm
    Margins(70.9, 70.9, 70.9, 70.9),
    Margins(72.0, 90.0, 72.0, 90.0),
    Margins(36.0, 28.3, 36.0, 62.4),
)
NUMBERS = {"": 6, "{n}": 5, "Trang {n}": 1, "Trang {n}/{all}": 1.5, "- {n} -": 1, "{n}/{all}": 1, "{n} | Trang": 0.5}
RULINGS = ("lines", "rects", "cells", "dashed", "doubled")
PIECES = {"lines": 4, "words": 3, "justified": 2, "letters": 1, "kerned": 2, "spaced": 1}
FONTS = ("DejaVuSerifCondensed", "DejaVuSerifCondensed", "DejaVuSerif", "DejaVuSansCondensed")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of page."""

    size: tuple[float, float]
    margins: Margins
    running: Running

    def section(self, blocks: Sequence[Block], *, part: bool = False) -> Section:
        """A section of such pages."""
        return Section(tuple(blocks), *self.size, self.margins, self.running, part)


def invent_sheet(report: TrueReport, rng: Random) -> Sheet:
    """A page's size, margins, head and foot."""
    size = rng.choices(list(SIZES), list(SIZES.values()))[0]
    return Sheet(size, rng.choice(MARGINS), _running(report, rng))


def _running(report: TrueReport, rng: Random) -> Running:
    """Most pages have a number at most; some repeat the school's or the report's name."""
    year = year_text(report.header.year, "plain")
    heads = [report.school.name, report.school.name.upper(), "Báo cáo tự đánh giá mức độ chuyển đổi số"]
    feet = [report.school.name, "Báo cáo tự đánh giá chuyển đổi số", "Hồ sơ chuyển đổi số"]
    if report.header.year_shown:
        heads.append(f"Tự đánh giá chuyển đổi số năm học {year}")
    return Running(
        head=rng.choice(heads) if rng.random() < 0.2 else "",
        foot=rng.choice(feet) if rng.random() < 0.15 else "",
        number=rng.choices(list(NUMBERS), list(NUMBERS.values()))[0],
        number_above=rng.random() < 0.35,
        align=rng.choice(("center", "center", "right", "left")),
    )


def invent_hand(rng: Random) -> Hand:
    """How the second PDF producer draws."""
    return Hand(
        rulings=rng.choice(RULINGS),
        pieces=rng.choices(list(PIECES), list(PIECES.values()))[0],
        open_ends=rng.random() < 0.3,
        overlong=rng.random() < 0.15,
        font=rng.choice(FONTS),
    )
