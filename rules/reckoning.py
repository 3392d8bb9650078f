"""Figures derived once and asked by many rules: stated scores, sums, totals by the place where they are stated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from normalize.criteria import CriterionSet, OfficialCriterion, OfficialGroup
from normalize.report import Appendix, Criterion, Group, LooseRow, Points, Reading, Report, Statement
from parsers.document import Place
from rules.reach import Choice, between, exactly, reaches

ZERO = Decimal(0)
MANY_EXTRAS = 12  # rows; the sums to try double with each


def value_of(points: Points | None) -> Decimal | None:
    """The points read; None where nothing stands, or no points (a negative number is a bad score)."""
    return None if points is None or points.value is None or points.value < ZERO else points.value


def total(parts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; None where a part is unknown, or where there is none."""
    listed = list(parts)
    known = [part for part in listed if part is not None]
    return sum(known, ZERO) if known and len(known) == len(listed) else None


@dataclass(frozen=True, slots=True)
class Part:
    """A scored official criterion beside its row, if there is one. `own` is its printed score, `by_items` the sum of
    its items where all are known."""

    official: OfficialCriterion
    row: Criterion | None
    own: Decimal | None
    by_items: Decimal | None

    @property
    def stated(self) -> Decimal | None:
        """Its own printed score if it has one, else the sum of its items; None where it is unknown."""
        printed = self.row is not None and self.row.score is not None
        return self.own if printed else self.by_items


@dataclass(frozen=True, slots=True)
class Claim:
    """A group's total or level as stated at one place: in the `table`, the `closing` lines after it, or the `text`."""

    source: str
    place: Place
    text: str
    score: Points | None
    level: Reading[int] | None

    @property
    def points(self) -> Decimal | None:
        """The total stated here, None where none is or it was not understood."""
        return value_of(self.score)


@dataclass(frozen=True, slots=True)
class GroupReckoning:
    """A group of the official table beside all that the report says of it. `extras`: figures that its total may or may
    not include (rows that match no criterion, second rows of a criterion, points given to a condition). `doubtful`:
    what sentences say that are not understood whole, and may be of something else."""

    official: OfficialGroup
    group: Group | None
    parts: tuple[Part, ...]
    claims: tuple[Claim, ...]
    extras: tuple[Choice, ...]
    doubtful: tuple[Claim, ...] = ()

    @property
    def id(self) -> str:
        """The group's id."""
        return self.official.id

    @property
    def slip(self) -> float | None:
        """How probable it is that its printed total is not the sum of its criteria; None where nothing is doubtful."""
        return None if self.group is None else self.group.slip

    @property
    def total(self) -> Claim | None:
        """The total that the appendix states: in its table, else in its closing lines."""
        return next((claim for claim in self.claims if claim.points is not None and claim.source != "text"), None)

    @property
    def any_total(self) -> Claim | None:
        """The appendix's total, else the one in the text."""
        return next((claim for claim in self.claims if claim.points is not None), None)

    @property
    def sum(self) -> Decimal | None:
        """The sum of the stated scores; None where one is unknown."""
        return total(part.stated for part in self.parts)

    @property
    def unknown(self) -> tuple[Part, ...]:
        """The scored criteria whose score is not known."""
        return tuple(part for part in self.parts if part.stated is None)

    def reaches(self, points: Decimal) -> bool:
        """Whether the criteria can add up to `points`, every doubt taken in favour of the report."""
        if len(self.extras) > MANY_EXTRAS:
            return True  # so many rows of the school's own (or not understood) that its sums are not ours to check
        return reaches(points, [*(choice_of(part) for part in self.parts), *self.extras])


@dataclass(frozen=True, slots=True)
class Line:
    """A row that may hold points, with its official maximum. `kind` is `group`, `criterion` or `item`."""

    kind: str
    id: str
    place: Place
    score: Points | None
    stated_max: Points | None
    maximum: Decimal | None
    reported: bool


def groups_of(report: Report, criteria: CriterionSet) -> tuple[GroupReckoning, ...]:
    """Every official group beside what the report says of it."""
    everything = total(group.maximum for group in criteria.groups)
    return tuple(_reckon(report, official, everything) for official in criteria.groups)


def _reckon(report: Report, official: OfficialGroup, everything: Decimal | None) -> GroupReckoning:
    rows = report.appendix.groups if report.appendix else ()
    group = next((group for group in rows if group.id == official.id), None)
    if group is not None and everything != official.maximum and value_of(group.stated_max) == everything:
        group = replace(group, score=None, level=None)  # out of 200: the row of a grand total
    found = {row.id: row for row in group.criteria} if group else {}
    parts = tuple(_part(each, found.get(each.id)) for each in official.criteria if not each.condition)
    extras = tuple(_extras(report.appendix, official, parts, found.values())) if report.appendix else ()
    sure = [said for said in report.statements if _is_sure(said, report)]
    doubtful = [said for said in report.statements if said not in sure]
    stated = group.score or group.level if group is not None else None
    table = (
        ()
        if group is None or stated is None
        else (Claim("table", stated.place, stated.text, group.score, group.level),)
    )
    claims = (*table, *_claims(sure, official))
    return GroupReckoning(official, group, parts, claims, extras, tuple(_claims(doubtful, official)))


def _part(official: OfficialCriterion, row: Criterion | None) -> Part:
    if row is None:
        return Part(official, None, None, None)
    scored = {item.id for item in row.items}
    complete = all(item.id in scored for item in official.items)
    by_items = total(value_of(item.score) for item in row.items) if complete else None
    return Part(official, row, value_of(row.score), by_items)


def _is_sure(said: Statement, report: Report) -> bool:
    """Understood whole, or borne out: the same sentence gives another group the very total of the appendix. Not where
    the figure is the other group's total, and the sentence is not all understood or names both out of turn."""
    rows = report.appendix.groups if report.appendix else ()
    totals = {group.id: points for group in rows if (points := value_of(group.score)) is not None}
    points = value_of(said.score)
    told = [other for other in report.statements if other.text == said.text and other.group != said.group]
    others = [total for other in told if (total := totals.get(other.group)) != value_of(other.score)]
    if points is not None and points != totals.get(said.group) and points in others:
        return said.sure and said.in_turn and all(other.sure for other in told)
    return said.sure or any(other.score and totals.get(other.group) == value_of(other.score) for other in told)


def _claims(statements: Iterable[Statement], official: OfficialGroup) -> Iterator[Claim]:
    """What the statements say of a group, those of the closing lines first."""
    spoken = [statement for statement in statements if statement.group == official.id]
    for statement in sorted(spoken, key=lambda statement: not statement.after_table):
        source = "closing" if statement.after_table else "text"
        score = None if _is_of_more(statement, official) else statement.score
        yield Claim(source, statement.place, statement.text, score, statement.level)


def _is_of_more(statement: Statement, official: OfficialGroup) -> bool:
    """Whether the total stated is out of more than the group has ("152/200"): then it is of several groups."""
    maximum = value_of(statement.maximum)
    return maximum is not None and official.maximum is not None and maximum > official.maximum


def _extras(
    appendix: Appendix, official: OfficialGroup, parts: Sequence[Part], rows: Iterable[Criterion]
) -> Iterator[Choice]:
    conditions = {criterion.id for criterion in official.criteria if criterion.condition}
    given = [value_of(row.score) for row in rows if row.id in conditions]
    stray = [value_of(row.score) for row in appendix.unknown]
    for points in (*given, *stray):
        if points is not None and points != ZERO:
            yield exactly(ZERO, points)
    for part in parts:
        again = [row for row in appendix.duplicates if row.id in ids_within(part.official)]
        points = points_again(again, part.official)
        if points is not None:
            yield exactly(ZERO, points, points - (part.stated or ZERO))


def ids_within(official: OfficialCriterion) -> frozenset[str]:
    """The ids of a criterion and its items."""
    return frozenset({official.id, *(item.id for item in official.items)})


def points_again(rows: Sequence[LooseRow], official: OfficialCriterion) -> Decimal | None:
    """The points of a criterion's second rows: its own row's, else the sum of its items'; None where none has any."""
    whole = [row for row in rows if row.id == official.id and value_of(row.score) is not None]
    return total(value_of(row.score) for row in whole[:1] or rows)


def choice_of(part: Part) -> Choice:
    """The scores that a criterion may have: as stated; where that is in doubt, whatever the report may have meant."""
    maximum = part.official.maximum
    if part.stated is None:
        return _unknown_choice(part)
    choice = exactly(part.stated)
    if part.by_items is not None:
        choice |= exactly(part.by_items)  # item-sum speaks of the difference; the total may follow either
    elif part.row is not None:
        # The first item's points may stand in the criterion's own row: then they are no sum yet.
        choice |= exactly(part.stated + sum(item_points(part.row), ZERO))
    if maximum is not None and part.stated > maximum:
        choice |= between(ZERO, maximum)  # over-max speaks of it
    return choice


def _unknown_choice(part: Part) -> Choice:
    if part.row is None and part.official.permitted:
        return exactly(*part.official.permitted)
    known = sum(item_points(part.row), ZERO) if part.row is not None else ZERO
    return between(known, part.official.maximum)


def item_points(row: Criterion) -> list[Decimal]:
    """The scores of the items that are known."""
    return [points for item in row.items if (points := value_of(item.score)) is not None]


def lines_of(groups: Sequence[GroupReckoning]) -> tuple[Line, ...]:
    """Every row that may hold points, in the order of the official table."""
    return tuple(line for reckoning in groups for line in _lines(reckoning))


def _lines(reckoning: GroupReckoning) -> Iterator[Line]:
    official, group = reckoning.official, reckoning.group
    if group is not None and group.place is not None:
        yield Line("group", group.id, group.place, group.score, group.stated_max, official.maximum, official.reported)
    for part in reckoning.parts:
        if part.row is None:
            continue
        row, law = part.row, part.official
        yield Line("criterion", row.id, row.place, row.score, row.stated_max, law.maximum, law.reported)
        items = {item.id: item for item in law.items}
        for item in row.items:
            known = items.get(item.id)
            maximum = known.maximum if known else None
            yield Line(
                "item", item.id, item.place, item.score, item.stated_max, maximum, known is None or known.reported
            )
