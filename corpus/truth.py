"""What an invented report says and what is wrong with it, before it is worded and laid out."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Deed:
    """A document that can be cited. `number` None: not yet issued, the blank is left open."""

    key: str
    kind: str
    number: int | None
    symbol: str
    date: datetime.date
    subject: str
    issuer: str = ""  # the body's name where it is not the school itself


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a deed is cited. `full`: with subject and date. The rest overrides what the deed says."""

    deed: str
    full: bool = True
    number: str | None = None
    date: str | None = None
    symbol: str | None = None
    word: str | None = None
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the narrative; `{}` in `text` is where the mention goes. `part` names the section it belongs to."""

    part: str
    text: str
    mention: Mention | None = None


Evidence = str | Mention


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed. `text` is written instead of the voice's own form; `also` are as right as `value`."""

    value: Decimal | None
    text: str | None = None
    also: tuple[Decimal | None, ...] = ()


@dataclass(frozen=True, slots=True)
class TrueItem:
    """A scored part."""

    id: str
    title: str
    official_max: Decimal
    reported: bool
    maximum: Figure
    score: Figure
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class TrueCriterion:
    """A criterion; `score` is what is printed for the criterion itself where the layout prints that."""

    id: str
    title: str
    official_max: Decimal | None
    maximum: Figure | None
    score: Figure | None
    level: int | None
    evidence: tuple[Evidence, ...]
    answer: str = ""
    items: tuple[TrueItem, ...] = ()

    @property
    def condition(self) -> bool:
        """It has no points but must be met."""
        return self.official_max is None


@dataclass(frozen=True, slots=True)
class TrueGroup:
    """A group with the total and level that the score table prints."""

    id: str
    title: str
    official_max: Decimal
    maximum: Figure
    score: Figure
    level: int
    criteria: tuple[TrueCriterion, ...]


@dataclass(frozen=True, slots=True)
class TrueStatement:
    """A group's score and level as the text gives them; `where` is `text` or `closing`.

    `word`: the level of which the name stands beside the digit, where it is not the same.
    """

    group: str
    where: str
    score: Decimal | None
    level: int | None
    word: int | None = None


@dataclass(frozen=True, slots=True)
class School:
    """An invented school and what stands above it."""

    name: str
    kind: str
    letters: str
    place: str
    upper: str
    department: str
    self_name: str
    head_title: str
    reformed: bool


@dataclass(frozen=True, slots=True)
class Header:
    """Number, date and signatory; a field None is left out of the report."""

    number: int | None
    symbol: str
    date: datetime.date | None
    signatory: str | None
    year: int
    year_shown: bool = True
    deputy: bool = False
    school_shown: bool = True
    blanks: tuple[str, ...] = ()  # of number and date: left out, but their place is there to be filled in


@dataclass(frozen=True, slots=True)
class TrueTable:
    """A table that is not the score table; `part` names the section it stands in, `appendix` after the score table."""

    part: str
    caption: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the layout prints: a figure that is not printed cannot be read, nor be wrong."""

    layout: str
    numbers: bool = True
    maxima: bool = True
    maxima_beside: bool = False  # no column for them, but words or a stroke after the score say them
    item_maxima: bool = True
    item_scores: bool = True
    criterion_scores: bool = True
    levels: bool = True
    group_scores: bool = True
    group_levels: bool = True
    evidence: bool = True
    table: bool = True


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that must come. `place`: `text`, `appendix`, `header`, or "" where any is right; `other`: where what it
    is held against stands. `or_rules`, `or_criteria`: answers as right, where the contract leaves it open."""

    rule: str
    criterion: str = ""
    place: str = "appendix"
    stated: str = ""
    expected: str = ""
    other: str = ""
    or_rules: tuple[str, ...] = ()
    or_criteria: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrueReport:
    """One report. `mistakes` and `traps` name what was done to it.

    `taken`: ids of groups and criteria, keys of deeds, names of parts that a mistake or a trap rests on, so that no
    other mistake may change them.
    """

    school: School
    header: Header
    shape: Shape
    groups: tuple[TrueGroup, ...]
    deeds: tuple[Deed, ...]
    told: tuple[Told, ...]
    statements: tuple[TrueStatement, ...]
    duplicate: str = ""  # id of a criterion whose rows stand twice
    foreign_row: str = ""  # wording of a row that is no criterion
    summary_table: bool = False  # a small table of both groups stands in the text
    members_table: bool = False  # a table of people stands in the text
    tables: tuple[TrueTable, ...] = ()
    taken: frozenset[str] = frozenset()
    mistakes: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()

    def deed(self, key: str) -> Deed:
        """The deed with this key."""
        return next(deed for deed in self.deeds if deed.key == key)

    def criterion(self, criterion_id: str) -> TrueCriterion:
        """The criterion with this id."""
        return next(c for group in self.groups for c in group.criteria if c.id == criterion_id)

    def group_of(self, criterion_id: str) -> TrueGroup:
        """The group that holds a criterion, item or group id."""
        return next(group for group in self.groups if group.id == criterion_id.split(".", maxsplit=1)[0])

    def has(self, criterion_id: str) -> bool:
        """The report has rows for this criterion."""
        return any(c.id == criterion_id for group in self.groups for c in group.criteria)


Injector = Callable[..., "tuple[TrueReport, set[Expected]] | None"]
Trap = Callable[..., "TrueReport | None"]


def with_group(report: TrueReport, changed: TrueGroup) -> TrueReport:
    """The report with one group exchanged."""
    return replace(report, groups=tuple(changed if g.id == changed.id else g for g in report.groups))


def with_criterion(report: TrueReport, changed: TrueCriterion) -> TrueReport:
    """The report with one criterion exchanged."""
    group = report.group_of(changed.id)
    criteria = tuple(changed if c.id == changed.id else c for c in group.criteria)
    return with_group(report, replace(group, criteria=criteria))


def with_item(report: TrueReport, changed: TrueItem) -> TrueReport:
    """The report with one item exchanged."""
    criterion = report.criterion(changed.id[:3])
    items = tuple(changed if item.id == changed.id else item for item in criterion.items)
    return with_criterion(report, replace(criterion, items=items))


def with_statements(report: TrueReport, group: str, score: Decimal | None, level: int | None) -> TrueReport:
    """The report with every statement on a group saying this score and level (where it says any)."""
    changed = tuple(
        replace(s, score=score if s.score is not None else None, level=level if s.level is not None else None)
        if s.group == group
        else s
        for s in report.statements
    )
    return replace(report, statements=changed)
