"""A stretch of text with its place and its part in the report; citations and statements are read from these."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.document import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """Text outside or inside the score table.

    `where`: `header` (above the report's title), `text` (the narrative), `appendix` (a cell of the score table;
    `criterion` is then the row's id if known), `evidence` (the same of the row `criterion`, once more), `closing`
    (after the last score table), `margin` (running heads, footnotes). A cell of a table that is no score table is a
    passage of `header`, `text` or `closing`.
    """

    text: str
    place: Place
    where: str = "text"
    criterion: str | None = None
