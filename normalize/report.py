"""A report as read: what the school says, every value with the place it was read at.

Two kinds of absence stay apart. A field that is None: nothing stands there. A Reading whose value is
None: there is text, and it could not be understood. They decide between "missing", "bad" and silence.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from parsers.document import Place, Remark

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value read, with its source text and place; never a bare value. Value None: text that was not understood.

    `choices` are the values that a doubtful picture allows, each with its probability; empty where there is but one.
    """

    value: T | None
    text: str
    place: Place
    confidence: float = 1.0
    choices: tuple[tuple[T, float], ...] = ()


Points = Reading[Decimal]


@dataclass(frozen=True, slots=True)
class Item:
    """A scored part of a criterion; `id` like `1.3a`."""

    id: str
    label: str
    place: Place
    stated_max: Points | None = None
    score: Points | None = None
    level: Reading[int] | None = None
    evidence: Reading[str] | None = None
    assessed: Points | None = None  # another party's score (điểm thẩm định), kept apart


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion of the appendix; `id` like `1.3`; `number` is the label as printed, None where none is.

    `score` is its own printed score; None where only its items are scored.
    `answer` is what a mandatory condition says: met or not. `slip` is how probable it is that the printed score is not
    the sum of its items, where some figure was read with doubt; else None.
    """

    id: str
    label: str
    place: Place
    number: str | None = None
    stated_max: Points | None = None
    score: Points | None = None
    level: Reading[int] | None = None
    answer: Reading[bool] | None = None
    evidence: Reading[str] | None = None
    assessed: Points | None = None
    items: tuple[Item, ...] = ()
    slip: float | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group of criteria as the appendix has it; `score` and `level` are those printed in the table; `slip` as in
    `Criterion`."""

    id: str
    place: Place | None
    title: str = ""
    stated_max: Points | None = None
    score: Points | None = None
    level: Reading[int] | None = None
    criteria: tuple[Criterion, ...] = ()
    slip: float | None = None


@dataclass(frozen=True, slots=True)
class LooseRow:
    """A row with figures that belongs to no criterion (or to one already read: then `id` is that criterion's)."""

    label: str
    place: Place
    score: Points | None = None
    stated_max: Points | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Appendix:
    """The score table as read. `missing` are the official criteria that no row holds."""

    place: Place
    groups: tuple[Group, ...]
    duplicates: tuple[LooseRow, ...] = ()
    unknown: tuple[LooseRow, ...] = ()
    missing: tuple[str, ...] = ()
    evidence_column: bool = False  # some column is there for evidence


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure or level that the text gives for a group, outside the score table. At least one of score, level is set.

    `after_table`: it stands after the score table (closing lines of the appendix), not in the narrative. `sure`: every
    word of its sentence is understood; else it may be of another time, part or school. `in_turn`: the sentence names a
    group, its figure, the next group, its figure; in any other order a figure may be the other group's.
    """

    group: str
    place: Place
    text: str
    score: Points | None = None
    maximum: Points | None = None
    level: Reading[int] | None = None
    after_table: bool = False
    sure: bool = True
    in_turn: bool = True


@dataclass(frozen=True, slots=True)
class Denial:
    """The text says that a thing is not done or not there. `subject` is what is denied, `targets` the criteria and
    items that it concerns (`2.4c`, `1.7b`). `sure`: the whole sentence was understood, else it may say something else.
    `shared` are those of the targets that one name stands for together ("LMS").
    """

    subject: str
    targets: tuple[str, ...]
    text: str
    place: Place
    sure: bool = True
    shared: tuple[str, ...] = ()
    confidence: float = 1.0  # how sure the sentence was read, from a picture


@dataclass(frozen=True, slots=True)
class Citation:
    """A document cited. `kind` is the kind letters by the word before it or in the symbol (`QĐ`, `KH`); `number` as
    printed (`08`), None where blank; `symbol` what follows the number, tidied (`QĐ-GDNN-GDTX`); `letters` the kind
    letters inside the symbol; `issuer` the organisation's letters (`GDNN-GDTX`); `year` a year inside the symbol.

    `word` is the kind word as written ("Quyết định"), None where only the symbol stands. `subject` is what the
    document is about, as written near it. `own`: issued by the reporting school, None where unknown.
    `criterion` is set where it stands in that criterion's row; `where` is `header`, `text` or `appendix`.
    `date_text` is the date as written; `date` None where it is absent, blank or impossible. `sure`: the subject reads
    as a document's title and stands where titles do, else it may be of the sentence around.
    """

    place: Place
    text: str
    where: str
    number: str | None = None
    symbol: str = ""
    kind: str | None = None
    word: str | None = None
    letters: str | None = None
    issuer: str = ""
    year: int | None = None
    date: datetime.date | None = None
    date_text: str | None = None
    subject: str = ""
    sure: bool = True
    own: bool | None = None
    criterion: str | None = None
    well_formed: bool = True
    confidence: float = 1.0  # how sure its number and date were read, from a picture


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the text and at its end; a field is None where nothing was found."""

    number: Reading[str] | None = None
    symbol: Reading[str] | None = None
    date: Reading[datetime.date] | None = None
    school: Reading[str] | None = None
    upper_body: Reading[str] | None = None
    school_year: Reading[str] | None = None  # tidied: "2022-2023"
    signatory: Reading[str] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One school's report. `appendix` is None where no score table was found; `criteria_set` is the set's id.

    `files` are those that it was sent in, as places name them; empty where it is one. `pictured` are pages that were
    read from a picture.
    """

    file: str
    digest: str
    criteria_set: str
    header: Header
    appendix: Appendix | None = None
    statements: tuple[Statement, ...] = ()
    denials: tuple[Denial, ...] = ()
    citations: tuple[Citation, ...] = ()
    doubts: tuple[tuple[str, Place], ...] = ()
    remarks: tuple[Remark, ...] = ()
    files: tuple[str, ...] = ()
    pictured: frozenset[int] = frozenset()
