"""Which criterion set a report follows, told by the decision that it names and by the words of its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalize.criteria import CriterionSet
from normalize.folding import fold
from parsers.document import Document, Paragraph

TITLE_BLOCKS = 12  # the title stands within so many blocks
_CLOSE = re.compile(r"\s*([-/&])\s*|(?<=\bso)\s*(?=\d)")


def recognise(document: Document, sets: Sequence[CriterionSet], default: str | None = None) -> str:
    """The id of the set that most speaks for; `default`, else the first, where nothing does."""
    texts = [fold_tight(text) for text in _texts_of(document)]
    title, whole = " ".join(texts[:TITLE_BLOCKS]), " ".join(texts)
    weights = {criteria.id: _weight(criteria, title, whole) for criteria in sets}
    best = max(weights, key=lambda name: weights[name])
    return best if weights[best] or default is None else default


def fold_tight(text: str) -> str:
    """Folded, with the blanks inside of document numbers taken out ("4725/ QĐ- BGD&ĐT" is "4725/qd-bgddt")."""
    return _CLOSE.sub(lambda mark: (mark[1] or "").replace("&", ""), fold(text))


def _texts_of(document: Document) -> list[str]:
    return [
        block.text if isinstance(block, Paragraph) else " ".join(cell.text for cell in block.cells)
        for block in document.blocks
    ]


def _weight(criteria: CriterionSet, title: str, whole: str) -> int:
    """A phrase in the title counts more than one in the text, where other decisions are cited too; a number more than
    words, which sets of one family share."""
    weight = 0
    for phrase in criteria.recognise:
        sought = fold_tight(phrase)
        worth = 3 if any(letter.isdigit() for letter in sought) else 1
        weight += worth * ((sought in whole) + (sought in title))
    return weight
