"""Which tables of a document are score tables: known by what their rows say and hold, not by their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from normalize.answers import parse_answer
from normalize.columns import Columns, cells_by_column, columns_of
from normalize.headings import Role
from normalize.labels import parse_label, split_label
from normalize.levels import is_tick
from normalize.numbers import is_blank, parse_points
from normalize.segments import is_of_evidence
from normalize.wording import SAME, Wordbook
from parsers.document import Table

LIKE = 0.55
ENOUGH_UNITS = 3
ENOUGH_CONDITIONS = 2
MANY_UNITS = 8  # so many are named by no table of another matter
MOST_ROWS = 0.5  # share of a smaller table's rows that name units; lists of equipment or targets name one or two
# Of an overview's rows, those with one figure; of its criteria, those with items in other tables; of the criteria of
# its groups, those that it has: a plan to do better names some.
MOSTLY = 0.7
ROWS_A_CRITERION = 1.3  # in an overview, where one may be there twice
REPEATS = 0.6  # a table most of whose units another table has already is a repetition, not the score table


POINTS = frozenset({Role.SCORE, Role.TOTAL, Role.MAXIMUM, Role.ASSESSED})


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """A score table: its position among the document's blocks, its columns, the units that its titles name, how many
    of its rows do, and how many of these hold several figures in one cell."""

    block: int
    table: Table
    columns: Columns
    units: frozenset[int]
    named: int
    listing: int

    @property
    def is_mostly_named(self) -> bool:
        """Whether its rows are of the official table, but for a few."""
        rows = self.table.rows - len(self.columns.heading)
        return len(self.units) >= MANY_UNITS or self.named >= MOST_ROWS * rows


def score_tables(blocks: Sequence[object], book: Wordbook) -> list[ScoreTable]:
    """The score tables, in order: those that name several units beside points, short ones that go on with them, and a
    table of the mandatory conditions, which have no points."""
    tables: list[ScoreTable] = []
    before: Columns | None = None
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            columns = columns_of(block, book, before)
            tables.append(ScoreTable(at, block, columns, *_units_named(block, columns, book)))
            before = columns if _is_worth_keeping(tables[-1]) else before
    together = _units_by_roles(tables)
    sure = [
        bool(one.units)
        and one.is_mostly_named
        and len(together[_roles(one.columns)]) >= ENOUGH_UNITS
        and _has_points(one.table, one.columns)
        and not _is_of_counts(one.table, one.columns, book)
        for one in tables
    ]
    taken = list(sure)
    for order in (range(1, len(tables)), range(len(tables) - 2, -1, -1)):
        for at in order:
            beside = at - 1 if order.step == 1 else at + 1
            if not taken[at] and taken[beside] and _go_together(tables[at], tables[beside]):
                taken[at] = True
    if any(taken):
        taken = [is_taken or _is_of_conditions(one, book) for one, is_taken in zip(tables, taken, strict=True)]
    found = [one for one, is_taken in zip(tables, taken, strict=True) if is_taken]
    overviews = [id(one) for one in overviews_of(found, book)]
    details = _without_repetitions([one for one in found if id(one) not in overviews], book)
    return [one for one in found if id(one) in overviews or any(one is other for other in details)]


def _is_of_conditions(one: ScoreTable, book: Wordbook) -> bool:
    """Each row is a condition, with an answer or evidence beside it."""
    rows = one.table.rows - len(one.columns.heading)
    conditions = [at for at in one.units if book.units[at].condition]
    if not ENOUGH_CONDITIONS <= len(conditions) == len(one.units) <= rows <= len(conditions) + 1:
        return False
    beside = {head.role for head in one.columns.heads.values()} - {Role.NUMBER, Role.TITLE}
    return bool(beside) and not _has_points(one.table, one.columns)


def has_conditions_of_all(one: ScoreTable, book: Wordbook) -> bool:
    """Whether it holds only conditions, of more than one group: its rows are out of the order of the others."""
    units = [book.units[at] for at in one.units]
    return all(unit.condition for unit in units) and len({unit.group for unit in units}) > 1


def _units_by_roles(tables: Sequence[ScoreTable]) -> dict[tuple[Role, ...], frozenset[int]]:
    """The units of all tables with the same heads: a criterion a table, they are one score table."""
    found: dict[tuple[Role, ...], frozenset[int]] = {}
    for one in tables:
        roles = _roles(one.columns)
        found[roles] = found.get(roles, frozenset()) | one.units
    return found


def _roles(columns: Columns) -> tuple[Role, ...]:
    return tuple(head.role for _, head in sorted(columns.heads.items()))


def _is_worth_keeping(one: ScoreTable) -> bool:
    """Columns of a score table, that a table without heads may go on with."""
    roles = {head.role for head in one.columns.heads.values()}
    return Role.TITLE in roles and (len(roles) >= 3 or len(one.units) >= ENOUGH_UNITS)


def _go_together(short: ScoreTable, beside: ScoreTable) -> bool:
    """A few rows of the same columns, cut off by a page or a heading."""
    shared = short.columns.heads is beside.columns.heads or _same_roles(short.columns, beside.columns)
    if not shared or not (short.is_mostly_named if short.units else _only_figures(short.table)):
        return False
    return bool(short.columns.heading) or _begins_with_figures(short)


def _begins_with_figures(one: ScoreTable) -> bool:
    """Whether the first row has points, an answer or nothing where points stand; words are the heading of another
    matter ("Tổng số", "Nữ", "Đảng viên")."""
    first = [cell for cell in one.table.cells if cell.row == 0 and one.columns.role_of(cell) in POINTS]
    return all(_is_figure(cell.text) for cell in first)


def _is_figure(text: str) -> bool:
    plain = text.split("\n", maxsplit=1)[0]
    return is_blank(plain) or parse_points(plain) is not None or parse_answer(plain) is not None or is_tick(plain)


def _says_points(columns: Columns) -> bool:
    """Whether a head tells where the points stand."""
    return any(head.role in {Role.SCORE, Role.TOTAL, Role.TICK} for head in columns.heads.values())


def _same_roles(first: Columns, second: Columns) -> bool:
    """The same heads in the same order, wherever the grid puts them."""
    return len(first.heads) >= 4 and _roles(first) == _roles(second)


def _only_figures(table: Table) -> bool:
    """Few rows without wording: the rest of a table cut by a page."""
    return table.rows <= 3 and any(parse_points(cell.text) is not None for cell in table.cells)


class _Named(NamedTuple):
    """The units that a table names, the rows that do, and how many of these hold several figures in one cell."""

    units: frozenset[int]
    rows: int
    listing: int


def _units_named(table: Table, columns: Columns, book: Wordbook) -> _Named:
    """The units that the titles name, and those that a label names where the title beside it names none."""
    titled: dict[int, list[int]] = {}
    labelled: dict[int, tuple[int, ...]] = {}
    listing: set[int] = set()
    groups: set[int] = set()
    for cell in table.cells:
        if cell.row in columns.heading or not cell.text.strip() or is_of_evidence([cell]):
            continue
        role = columns.role_of(cell)
        if (role is Role.TITLE or cell.column_span > 1) and _is_group(cell.text, book):
            groups.add(cell.row)
        elif role is Role.TITLE and (units := _best_units(cell.text, book)):
            titled.setdefault(cell.row, []).extend(units)
        elif role is Role.NUMBER and (label := parse_label(cell.text)) is not None and len(label) == 2:
            labelled[cell.row] = label
        elif role is not Role.EVIDENCE and sum(parse_points(line) is not None for line in cell.text.split("\n")) > 1:
            listing.add(cell.row)
    by_path = {unit.path: at for at, unit in enumerate(book.units)}
    # where the conditions stand apart, the other criteria may be numbered from 1.1 again
    bare = {row: by_path[label] for row, label in labelled.items() if row not in titled and label in by_path}
    found = {at for units in titled.values() for at in units}
    rows = {*titled, *bare}
    return _Named(frozenset(found.union(bare.values())), len(rows | groups), len(listing & rows))


def _is_group(text: str, book: Wordbook) -> bool:
    """Whether a title is a group's, word for word."""
    likeness = book.likeness(" ".join(split_label(text)[1].split()))
    return any(one == SAME for one, unit in zip(likeness, book.units, strict=True) if unit.is_group)


def _best_units(text: str, book: Wordbook) -> list[int]:
    whole = book.likeness(" ".join(split_label(text)[1].split()))
    ranked = sorted(((one.whole, at) for at, one in enumerate(whole) if not book.units[at].is_group), reverse=True)
    found = [at for like, at in ranked[:1] if like >= LIKE]
    return found + [at for at, one in enumerate(whole) if one.holds >= 0.85 and book.units[at].is_item]


def _has_points(table: Table, columns: Columns) -> bool:
    """Some column other than labels and titles holds numbers."""
    for column, cells in cells_by_column(table).items():
        head = columns.heads.get(column)
        if head is not None and head.role in {Role.NUMBER, Role.TITLE, Role.EVIDENCE, Role.OTHER}:
            continue
        if any(parse_points(cell.text.split("\n")[0]) is not None for cell in cells if cell.row not in columns.heading):
            return True
    return False


def _is_of_counts(table: Table, columns: Columns, book: Wordbook) -> bool:
    """Whether most figures are more than the criteria beside them can have at most (accounts, pupils, devices), or are
    out of something else (days: "26/4")."""
    whole = {unit.criterion: unit.maximum for unit in book.units if unit.is_criterion}
    most: dict[int, set[Decimal]] = {}
    for cell in table.cells:
        units = _best_units(cell.text, book) if columns.role_of(cell) is Role.TITLE else []
        maxima = {one for at in units for one in (whole.get(book.units[at].criterion), book.units[at].maximum) if one}
        if maxima:
            most[cell.row] = maxima
    beyond = [
        _is_beyond(cell.text, points, most[cell.row])
        for cell in table.cells
        if cell.row in most and columns.role_of(cell) not in {Role.NUMBER, Role.TITLE, Role.EVIDENCE, Role.OTHER}
        if (points := parse_points(cell.text)) is not None
    ]
    return 2 * sum(beyond) > len(beyond)


def _is_beyond(text: str, points: Decimal, maxima: set[Decimal]) -> bool:
    before, stroke, behind = text.partition("/")
    if stroke and parse_points(behind) is not None:
        return not maxima & {parse_points(before), parse_points(behind)}
    return points > max(maxima)


def overviews_of(tables: Sequence[ScoreTable], book: Wordbook) -> list[ScoreTable]:
    """The tables that have a row and a figure for each criterion, where the items' figures stand elsewhere."""
    found = [one for one in tables if _has_criteria_alone(one, book)]
    items = {
        book.units[at].criterion
        for one in tables
        if not any(one is other for other in found)
        for at in one.units
        if book.units[at].is_item
    }
    with_items = {unit.criterion for unit in book.units if unit.is_item}
    return [one for one in found if _are_mostly_in(_scored(one, book) & with_items, items)]


def _has_criteria_alone(one: ScoreTable, book: Wordbook) -> bool:
    criteria = {book.units[at].criterion for at in one.units}
    single = one.named - one.listing >= MOSTLY * one.named
    scored = _scored(one, book)
    whole = len(scored) >= max(ENOUGH_UNITS, MOSTLY * len(_scored_beside(scored, book)))
    return single and one.named <= ROWS_A_CRITERION * len(criteria) and whole


def _scored_beside(criteria: set[str], book: Wordbook) -> set[str]:
    """The criteria with points of the groups of these."""
    groups = {unit.group for unit in book.units if unit.criterion in criteria}
    return {unit.criterion for unit in book.units if unit.group in groups and not unit.is_group} - _conditions(book)


def _scored(one: ScoreTable, book: Wordbook) -> set[str]:
    """The criteria with points that a table names, themselves or by their items."""
    return {book.units[at].criterion for at in one.units} - _conditions(book)


def _conditions(book: Wordbook) -> set[str]:
    return {unit.id for unit in book.units if unit.condition}


def _are_mostly_in(criteria: set[str], others: set[str]) -> bool:
    return bool(criteria) and len(criteria & others) >= MOSTLY * len(criteria)


def _without_repetitions(tables: list[ScoreTable], book: Wordbook) -> list[ScoreTable]:
    """The tables without those whose units others have; points that a head tells go before figures that none does."""
    kept: list[ScoreTable] = []
    for one in sorted(tables, key=lambda table: (not _says_points(table.columns), -len(table.units), table.block)):
        seen = frozenset().union(*(_told(other, book) for other in kept))
        if not one.units or len(one.units & seen) < REPEATS * len(one.units) or len(one.units) < ENOUGH_UNITS:
            kept.append(one)
    return sorted(kept, key=lambda table: table.block)


def _told(one: ScoreTable, book: Wordbook) -> frozenset[int]:
    """The units of a table, and the criteria whose items it has: rows of these elsewhere are no scores of their own."""
    criteria = {book.units[at].criterion for at in one.units}
    return one.units | {at for at, unit in enumerate(book.units) if unit.id in criteria}
