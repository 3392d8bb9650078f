"""Report -> the table as it was read, a row a line, with what adds up to what; and where in it a finding rests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from normalize.report import Criterion, Group, Item, LooseRow, Points, Reading, Report, Statement
from parsers.document import Place
from rules.finding import Finding
from rules.reckoning import total, value_of

AnyReading = Reading[Decimal] | Reading[int] | Reading[bool] | Reading[str]

FIELDS = ("maximum", "score", "level", "evidence")
GROUP, CRITERION, ITEM, SAID, LOOSE, MISSING = "group", "criterion", "item", "said", "loose", "missing"

# The column that a rule speaks of, where it is not the score: tells cells apart that share a place (rows of a DOCX).
COLUMN_OF = {
    "max-points": "maximum",
    "criterion-level": "level", "group-level": "level", "body-level": "level",
    "missing-evidence": "evidence", "missing-condition": "evidence", "document-number": "evidence",
    "document-date": "evidence", "document-reuse": "evidence", "document-form": "evidence",
    "document-period": "evidence", "document-order": "evidence",
}  # fmt: skip


class Row(NamedTuple):
    """A line of the table as read. `of` is its group's id; `cells` holds a Reading, or None, for each of FIELDS.

    `adds` are the ids of the rows whose scores its own is the sum of; `sum` what they come to, None where unknown.
    """

    id: str
    kind: str
    of: str
    label: str
    place: Place | None
    cells: tuple[AnyReading | None, ...]
    adds: tuple[str, ...] = ()
    sum: Decimal | None = None


class Marks(NamedTuple):
    """Where in the table a finding rests: cells (`1.4/score`) or whole rows (`1.4`), and the rows to show with them."""

    here: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


def rows_of(report: Report) -> tuple[Row, ...]:
    """Every line that was understood, in the order of the official table; then what stands outside of it."""
    appendix = report.appendix
    rows = [row for group in (appendix.groups if appendix else ()) for row in _group_rows(group)]
    for id_ in appendix.missing if appendix else ():
        rows.insert(_where_missing(rows, id_), Row(id_, MISSING, _group_of(id_), "", None, (None,) * len(FIELDS)))
    loose = (*appendix.unknown, *appendix.duplicates) if appendix else ()
    return (
        *rows,
        *(_said_row(number, said) for number, said in enumerate(report.statements, 1)),
        *(_loose_row(number, row) for number, row in enumerate(loose, 1)),
    )


def _where_missing(rows: Sequence[Row], id_: str) -> int:
    """Where the row would stand: before the next criterion of its group, else at the group's end."""
    group = _group_of(id_)
    last = max((at for at, row in enumerate(rows) if row.of == group), default=len(rows) - 1)
    later = (
        at for at, row in enumerate(rows) if row.of == group and row.kind != GROUP and _order(row.id) > _order(id_)
    )
    return next(later, last + 1)


def _group_of(id_: str) -> str:
    return id_.partition(".")[0]


def _order(id_: str) -> list[tuple[int, str]]:
    """Sort key of an id: 1.10 comes after 1.9."""
    return [(int(number or 0), letters) for number, letters in re.findall(r"(\d*)([^\d.]*)\.?", id_)]


def _group_rows(group: Group) -> Iterator[Row]:
    scored = [criterion for criterion in group.criteria if criterion.score is not None or _scored_items(criterion)]
    adds = tuple(chain.from_iterable(_addends(criterion) for criterion in scored))
    sums = [value_of(part) for criterion in scored for part in _parts(criterion)]
    cells = (group.stated_max, group.score, group.level, None)
    yield Row(group.id, GROUP, group.id, group.title, group.place, cells, adds, total(sums))
    for criterion in group.criteria:
        yield from _criterion_rows(group.id, criterion)


def _criterion_rows(group: str, criterion: Criterion) -> Iterator[Row]:
    items = _scored_items(criterion)
    answer = criterion.score if criterion.score is not None else criterion.answer
    cells = (criterion.stated_max, answer, criterion.level, criterion.evidence)
    adds = tuple(item.id for item in items)
    sum_ = total(value_of(item.score) for item in items)
    yield Row(criterion.id, CRITERION, group, criterion.label, criterion.place, cells, adds, sum_)
    for item in criterion.items:
        merged = item.evidence is not None and item.evidence == criterion.evidence  # one cell for all of the items
        parts = (item.stated_max, item.score, item.level, None if merged else item.evidence)
        yield Row(item.id, ITEM, group, item.label, item.place, parts)


def _scored_items(criterion: Criterion) -> list[Item]:
    return [item for item in criterion.items if item.score is not None]


def _addends(criterion: Criterion) -> list[str]:
    """What a criterion gives to its group's total: its own score, or its items' where it has none."""
    return [criterion.id] if criterion.score is not None else [item.id for item in _scored_items(criterion)]


def _parts(criterion: Criterion) -> list[Points | None]:
    return [criterion.score] if criterion.score is not None else [item.score for item in _scored_items(criterion)]


def _said_row(number: int, said: Statement) -> Row:
    cells = (said.maximum, said.score, said.level, None)
    return Row(f"said-{number}", SAID, said.group, said.text, said.place, cells)


def _loose_row(number: int, row: LooseRow) -> Row:
    return Row(
        f"loose-{number}", LOOSE, _group_of(row.id or ""), row.label, row.place, (row.stated_max, row.score, None, None)
    )


def marks_of(finding: Finding, rows: Sequence[Row]) -> Marks:
    """The cells and rows that the finding rests on, and those to show around them."""
    column = COLUMN_OF.get(finding.rule, "score")
    mine = [place for place in (finding.place, *finding.also) if place is not None]
    here = tuple(dict.fromkeys(key for place in mine for key in keys_at(place, rows, column)))
    there = tuple(dict.fromkeys(key for place in finding.others for key in keys_at(place, rows, column)))
    if finding.rule == "missing-criterion":
        here = (finding.subject,)
    touched = {key.partition("/")[0] for key in (*here, *there)}
    around = {row.id for row in rows if _belongs(row, finding, rows)}
    shown = tuple(row.id for row in rows if row.id in touched | around)
    return Marks(here, tuple(key for key in there if key not in here), shown)


def keys_at(place: Place, rows: Sequence[Row], column: str) -> list[str]:
    """The cells read at a place; the row where no cell, or more than one that may be meant, was read there."""
    named = ((row.id, name, cell) for row in rows for name, cell in zip(FIELDS, row.cells, strict=True))
    cells = [(row, name) for row, name, cell in named if _is_at(cell, place)]
    meant = [(row, name) for row, name in cells if name == column] or cells
    if len(meant) == 1:
        return [f"{row}/{name}" for row, name in meant]
    at = [row.id for row in rows if row.place == place] or list(dict.fromkeys(row for row, _ in meant))
    return [] if place.row is None and place.paragraph is None else at


def _is_at(cell: object, place: Place) -> bool:
    return isinstance(cell, Reading) and cell.place == place


def _belongs(row: Row, finding: Finding, rows: Sequence[Row]) -> bool:
    """Whether a row is of what the finding is on: its group's criteria and their total, or the criterion's items."""
    subject = finding.subject
    groups: Mapping[str, Row] = {other.id: other for other in rows if other.kind == GROUP}
    if not subject:
        return False
    if subject in groups:
        addends = groups[subject].adds
        return row.of == subject and (row.kind not in {ITEM, LOOSE} or row.id in addends)
    if finding.rule == "missing-criterion":
        return row.of == _group_of(subject) and row.kind in {GROUP, CRITERION, MISSING}
    whole = next((other.id for other in rows if other.kind == CRITERION and subject.startswith(other.id)), subject)
    return row.id == whole or (row.kind == ITEM and row.id.startswith(whole))
