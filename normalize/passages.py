"""A stretch of text with its place and its part in the report; citations and statements are read from these."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.document import Place

CLEAR = 0.95  # how sure words in a picture are of which no doubt is known


@dataclass(frozen=True, slots=True)
class Passage:
    """Text outside or inside the score table.

    `where`: `header` (above the report's title), `text` (the narrative), `appendix` (a cell of the score table;
    `criterion` is then the row's id if known), `evidence` (the same of the row `criterion`, once more), `closing`
    (after the last score table), `margin` (running heads, footnotes). A cell of a table that is no score table is a
    passage of `header`, `text` or `closing`. `confidence` and `unsure` as in `parsers.document.Cell`.
    """

    text: str
    place: Place
    where: str = "text"
    criterion: str | None = None
    confidence: float = 1.0
    unsure: tuple[tuple[str, float], ...] = ()

    def sure_of(self, part: str) -> float:
        """How sure it is that a part of the text was read right: as the least sure of its words that is known."""
        if self.confidence == 1 and not self.unsure:
            return 1.0
        tokens = _tokens(part)
        doubted = [sure for word, sure in self.unsure if tokens & _tokens(word)]
        return min(doubted, default=max(self.confidence, CLEAR))


def _tokens(text: str) -> frozenset[str]:
    """The figures of a text, which is what doubts are of; its words where it has none."""
    words = re.findall(r"\w+", text.casefold())
    figures = [word for word in words if any(sign.isdigit() for sign in word)]
    return frozenset(figures or words)
