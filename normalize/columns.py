"""What each column of a table is: from its head where there is one, from what the cells hold where there is none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from normalize.headings import Head, Role, heads_of
from normalize.labels import parse_label, split_label
from normalize.numbers import parse_points
from normalize.wording import Wordbook
from parsers.document import Cell, Table

SAMPLED_CELLS = 16  # enough to know a column of titles from one of evidence
TITLE_LIKENESS = 0.5
LONGEST_LABEL = 14  # characters; "Tiêu chí 1.3."
_NUMBERS = re.compile(r"(?:s?tt|so|ma)\b")
_WORDY = re.compile(r"[^\W\d_]{2,}")


_NO_HEAD = Head(Role.UNKNOWN, "")
# Over a column of titles, a head of points only tells what is scored ("Các nội dung chấm điểm").
_OF_FIGURES = frozenset({Role.UNKNOWN, Role.SCORE, Role.TOTAL, Role.MAXIMUM})


@dataclass(frozen=True, slots=True)
class Columns:
    """Heads by grid column, the rows that are heading, and how many columns the grid has."""

    heads: dict[int, Head]
    heading: frozenset[int]
    width: int

    def head_of(self, cell: Cell) -> Head | None:
        """The head over a cell; one that reaches over the titles' column is a title."""
        if cell.column_span == 1:
            return self.heads.get(cell.column)
        covered = [self.heads[at] for at in range(cell.column, cell.column + cell.column_span) if at in self.heads]
        titled = next((head for head in covered if head.role is Role.TITLE), None)
        return titled or (covered[0] if covered else None)

    def role_of(self, cell: Cell) -> Role | None:
        """The role of the column of a cell."""
        head = self.head_of(cell)
        return None if head is None else head.role


def columns_of(table: Table, book: Wordbook, before: Columns | None) -> Columns:
    """Heads of a table's columns as far as the heading and the wording of titles tell.

    `before`: the columns of the score table that this one may go on with; they hold where this one has no heading
    of its own and its titles stand in the same column.
    """
    heads, heading = heads_of(table)
    titles = title_columns(table, book, heading)
    if any(head.role is Role.TITLE for head in heads.values()):
        heads |= {column: Head(Role.TITLE, "") for column in titles if heads.get(column, _NO_HEAD).role in _OF_FIGURES}
        heads = _without_labels({column: Head(Role.TITLE, "") for column in titles} | heads, table)
        heads |= _numbers_without_head(heads, table, titles)
        same = before is not None and before.heads == heads and before.width == table.columns
        return Columns(before.heads if same and before else heads, heading, table.columns)
    if not heads and before is not None and _goes_on(table, before, titles):
        return Columns(before.heads, frozenset(), table.columns)
    for column in titles:
        heads[column] = Head(Role.TITLE, "")
    if Role.NUMBER not in {head.role for head in heads.values()}:
        free = [column for column in _label_columns(table, titles) if heads.get(column, _NO_HEAD).role is Role.UNKNOWN]
        heads.update({column: Head(Role.NUMBER, "") for column in free})
    return Columns(heads, heading, table.columns)


def _without_labels(heads: dict[int, Head], table: Table) -> dict[int, Head]:
    """A column beside the titles that holds only labels is none of titles: of numbers where its head says so ("TT tiêu
    chí"), else of nothing ("Nhóm" over I and II)."""
    cells = cells_by_column(table)
    titled = [column for column, head in heads.items() if head.role is Role.TITLE]
    texts = {at: [cell.text for cell in cells[at] if cell.row > 0 and cell.column_span == 1] for at in titled}
    labels = [column for column in titled if texts[column] and holds_labels(texts[column])]
    if len(labels) == len(titled):
        return heads
    numbered = any(head.role is Role.NUMBER for head in heads.values())
    return heads | {column: replace(heads[column], role=_role_of_labels(heads[column], numbered)) for column in labels}


def _numbers_without_head(heads: dict[int, Head], table: Table, titles: Sequence[int]) -> dict[int, Head]:
    """The column of labels left of the titles where nothing stands over it, or a picture lost what does."""
    if not titles or any(head.role is Role.NUMBER for head in heads.values()):
        return {}
    said = [column for column in sorted(titles) if heads[column].role is Role.TITLE and heads[column].text]
    return {column: Head(Role.NUMBER, "") for column in _label_columns(table, said[-1:]) if column not in heads}


def _role_of_labels(head: Head, numbered: bool) -> Role:
    return Role.NUMBER if _NUMBERS.match(head.text) and not numbered else Role.OTHER


def _goes_on(table: Table, before: Columns, titles: Sequence[int]) -> bool:
    known = {column for column, head in before.heads.items() if head.role is Role.TITLE}
    return before.width == table.columns and (not titles or bool(known & set(titles)))


def cells_by_column(table: Table) -> dict[int, list[Cell]]:
    """Cells with text, by the column where they start."""
    found: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        if cell.text.strip():
            found[cell.column].append(cell)
    return found


def title_columns(table: Table, book: Wordbook, heading: frozenset[int] = frozenset()) -> list[int]:
    """Columns whose cells under the heading read like official titles, the most alike first."""
    found: list[tuple[float, int]] = []
    for column, all_cells in cells_by_column(table).items():
        cells = [cell for cell in all_cells if cell.row not in heading]
        wordy = [cell for cell in cells if _WORDY.search(cell.text) and len(cell.text) > 12 and not _is_figures(cell)]
        if len(wordy) < max(1, 0.3 * len(cells)) or len({cell.text for cell in wordy}) < 0.5 * len(wordy):
            continue  # titles differ from row to row; names of levels come again and again
        step = max(1, len(wordy) // SAMPLED_CELLS)
        likeness = [likeness_of(cell.text, book) for cell in wordy[::step][:SAMPLED_CELLS]]
        mean = sum(likeness) / len(likeness)
        if mean >= TITLE_LIKENESS:
            found.append((mean, column))
    best = max(found, default=(0.0, -1))[0]
    return [column for mean, column in sorted(found, reverse=True) if mean >= best - 0.25]


def _is_figures(cell: Cell) -> bool:
    """Scores in words ("sáu"), a line each."""
    return all(parse_points(line) is not None for line in cell.text.split("\n") if line.strip())


def likeness_of(text: str, book: Wordbook) -> float:
    """How well the best official title fits the first line or the whole of a cell."""
    whole = " ".join(text.split())
    first = split_label(text.strip().split("\n")[0])[1]
    return max(one.whole for one in (*book.likeness(whole), *book.likeness(first)))


def _label_columns(table: Table, titles: Sequence[int]) -> list[int]:
    """Columns of row labels, left of the titles (or the first column where no titles were found). Where rows are not
    merged, titles of groups and words of totals stand there too: with no title beside them."""
    limit = min(titles, default=1)
    by_column = cells_by_column(table)
    titled = {cell.row for column in titles for cell in by_column[column]}
    found: list[int] = []
    for column, cells in by_column.items():
        own = [cell.text for cell in cells if cell.column_span == 1 and (cell.row in titled or not titled)]
        if column < limit and own and holds_labels(own):
            found.append(column)
    return found


def holds_labels(texts: Sequence[str]) -> bool:
    """Short texts, many of them labels ("1.3", "a)"; the others bullets or blank), or nearly all of them labels (where
    rows are not merged, titles of groups and words of totals stand among them)."""
    labels = sum(parse_label(text) is not None for text in texts)
    short = sum(len(text.strip()) <= LONGEST_LABEL for text in texts)
    worded = sum(re.search(r"\w", text) is not None for text in texts)
    return labels >= max(1, 0.7 * len(texts)) or (short >= 0.9 * len(texts) and labels >= max(1, 0.3 * worded))
