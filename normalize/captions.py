"""A table for one criterion with its title in the paragraph above: the paragraph becomes the table's first row."""

from __future__ import annotations

from collections.abc import Sequence

from normalize.headings import Role
from normalize.labels import split_label
from normalize.score_tables import ScoreTable
from normalize.segments import Row, rows_of
from normalize.wording import Wordbook
from parsers.document import Cell, Line, Paragraph

LIKE = 0.6
LONGEST = 300  # characters; a longer paragraph is narrative
CAPTION = -1  # the row's index, above the table's first


def rows_with_captions(tables: Sequence[ScoreTable], blocks: Sequence[object], book: Wordbook) -> list[Row]:
    """The rows of all score tables, with a caption before those of a table that is captioned."""
    found: list[Row] = []
    for number, one in enumerate(tables):
        caption = _caption(one, blocks, book)
        if caption is not None:
            found.append(Row(number, CAPTION, (caption,)))
        found.extend(rows_of(one.table, number, one.columns))
    return found


def _caption(one: ScoreTable, blocks: Sequence[object], book: Wordbook) -> Cell | None:
    paragraph = blocks[one.block - 1] if one.block else None
    if not isinstance(paragraph, Paragraph) or paragraph.role != "body" or len(paragraph.text) > LONGEST:
        return None
    unit = _criterion_named(paragraph.text, book)
    if unit is None or not _is_about(one, unit, book):
        return None
    column = min((at for at, head in one.columns.heads.items() if head.role is Role.TITLE), default=0)
    text = " ".join(paragraph.text.split())
    return Cell(text, CAPTION, column, place=paragraph.place, confidence=paragraph.confidence, lines=(Line(text),))


def _criterion_named(text: str, book: Wordbook) -> int | None:
    """The criterion that a paragraph names by its title, or by its number and words of its title."""
    label, title = split_label(text.strip())
    likeness = book.likeness(" ".join(title.split()))
    criteria = [at for at, unit in enumerate(book.units) if unit.is_criterion]
    best = max(criteria, key=lambda at: likeness[at].whole)
    if likeness[best].whole >= LIKE:
        return best
    labelled = next((at for at in criteria if book.units[at].path == label), None)
    return labelled if labelled is not None and likeness[labelled].whole >= LIKE / 2 else None


def _is_about(one: ScoreTable, unit: int, book: Wordbook) -> bool:
    """The table's rows are items of that criterion, and none is the criterion itself."""
    criterion = book.units[unit].id
    return unit not in one.units and all(book.units[at].criterion == criterion for at in one.units)
