"""Figures in evidence: percentages ("100% giáo viên", "98,5 %", "25/26 GV") and counts ("42 học liệu", "42")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from normalize.folding import fold
from normalize.numbers import to_decimal

# Folded text throughout. A number that is part of a date, a document's number, a code or a telephone number is none.
_NUMBER = r"(?<![\w./,:\-])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
_PERCENT = re.compile(_NUMBER + r"\s*(?:%|phan tram\b)")
_RATIO = re.compile(_NUMBER + r"\s*/\s*(\d+)(?![\d/.,]|\s*/)\s*(?=([a-z]+))")
_COUNT = re.compile(_NUMBER + r"(?!\s*(?:[%/]|phan tram)|[\w\-]|[.,]\d)")
_HEDGE = re.compile(r"(?:tren|duoi|hon|gan|khoang|it nhat|nhieu nhat|toi thieu|toi da|tu|den|[<>≥≤~-])\s*$")
_RANGE = re.compile(r"\s*(?:-|den|tro len|tro xuong|\+)")
_NOT_COUNTED = frozenset({"diem", "d", "thang", "nam", "ngay", "trang"})
# A count's noun follows it within so many words ("42 bài giảng điện tử" counts "bài giảng").
_REACH = 4


class Quantity(NamedTuple):
    """A figure with what it measures. `exact` is False beside words such as "trên", "khoảng", "từ … đến".

    `unit` is "%" or "" for a count; `nouns` is the folded text that says what is counted: after it, or before a colon.
    """

    value: Decimal
    unit: str
    nouns: str
    exact: bool

    def is_of(self, unit: str) -> bool:
        """Whether the figure is in that unit: "%", or the name of the thing counted."""
        if unit == "%" or self.unit == "%":
            return self.unit == unit
        return not self.nouns or fold(unit) in self.nouns


def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of the text, in its order."""
    folded = fold(text)
    percentages = list(_percentages(folded))
    # "25/26 GV (96,2%)" is one figure, said twice; the percentage is the one that was worked out.
    return (*(percentages or _ratios(folded)), *_counts(folded))


def _percentages(folded: str) -> Iterator[Quantity]:
    for match in _PERCENT.finditer(folded):
        value = to_decimal(match[1])
        if value is not None:
            yield Quantity(value, "%", "", _is_exact(folded, match))


def _ratios(folded: str) -> Iterator[Quantity]:
    for match in _RATIO.finditer(folded):
        part, whole = to_decimal(match[1]), Decimal(match[2])
        if part is None or match[3] in _NOT_COUNTED or not part <= whole or whole == 0:
            continue
        yield Quantity(part * 100 / whole, "%", "", _is_exact(folded, match))


def _counts(folded: str) -> Iterator[Quantity]:
    for match in _COUNT.finditer(folded):
        value = to_decimal(match[1])
        after = re.findall(r"[a-z]+", re.split(r"[.;:,()\d]", folded[match.end() :])[0])[:_REACH]
        before = re.search(r"([a-z ]+)(?:\([^)]*\))?\s*[:=]\s*$", folded[: match.start()])
        nouns = " ".join([*after, before[1].strip() if before else ""]).strip()
        alone = folded == match[0]
        if value is None or not (nouns or alone) or (after and after[0] in _NOT_COUNTED):
            continue
        yield Quantity(value, "", nouns, _is_exact(folded, match))


def _is_exact(folded: str, match: re.Match[str]) -> bool:
    hedged = _HEDGE.search(folded[: match.start()]) is not None
    return not hedged and _RANGE.match(folded, match.end()) is None
