"""All judgements on a corpus, added up report by report: right ones are counted, only wrong ones are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.intervals import clopper_pearson
from corpus.measure import About, Judged
from corpus.readings import Read, TableJudged
from corpus.reliability import Reckoned, reckoned

FEW = 30  # below so many cases a share says little: its interval is 12 percent wide even where all is well


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many."""

    right: int
    all: int

    @property
    def interval(self) -> tuple[float, float]:
        """The exact 95 % interval."""
        return clopper_pearson(self.right, self.all)

    @property
    def few(self) -> bool:
        """Too few cases to say much."""
        return self.all < FEW

    @property
    def value(self) -> float | None:
        """The share itself; None where there is no case."""
        return self.right / self.all if self.all else None


@dataclass(frozen=True, slots=True)
class Findings:
    """How many findings were found, missed and false."""

    found: int
    missed: int
    false: int

    @property
    def recall(self) -> Share:
        """Found of those that had to be found."""
        return Share(self.found, self.found + self.missed)

    @property
    def precision(self) -> Share:
        """Found of those that were given."""
        return Share(self.found, self.found + self.false)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that is known of how well the program did.

    `shares`: what was read right, by `field`; by `layout`, `format` and `tag` for the figures of the score table only.
    `stray`: how many tables were read where none stands. `reckoned`: how sure the program is of each figure from a
    picture, and whether it is right.
    """

    abouts: tuple[About, ...]
    judged: tuple[Judged, ...]
    infos: Mapping[str, int]
    shares: Mapping[str, Mapping[str, Share]]
    misread: tuple[Read, ...]
    tables: tuple[TableJudged, ...]
    stray: int
    reckoned: tuple[Reckoned, ...] = ()

    @property
    def clean(self) -> int:
        """How many reports have nothing wrong with them."""
        return sum(about.clean for about in self.abouts)

    @property
    def figures(self) -> Share:
        """The figures of the score tables that were read right."""
        shares = self.shares["format"].values()
        return Share(sum(share.right for share in shares), sum(share.all for share in shares))

    @property
    def findings(self) -> Findings:
        """All findings together."""
        return counted(self.judged)

    @property
    def alarms(self) -> tuple[Judged, ...]:
        """The errors and warnings on clean reports."""
        return tuple(j for j in self.judged if j.verdict == "false" and j.about.clean)

    @property
    def doubted(self) -> int:
        """How many of the missed are told as doubts of the reading."""
        return sum(j.doubted for j in self.judged)

    @property
    def undisturbed(self) -> Share:
        """Clean reports without any error or warning."""
        return Share(self.clean - len({j.about.file for j in self.alarms}), self.clean)


def counted(judged: Iterable[Judged]) -> Findings:
    """The verdicts counted."""
    verdicts = Counter(j.verdict for j in judged)
    return Findings(verdicts["found"], verdicts["missed"], verdicts["false"])


@dataclass(slots=True)
class Tally:
    """Adds up; `outcome` is what it came to."""

    abouts: list[About] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    infos: Counter[str] = field(default_factory=Counter)
    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    whole: Counter[tuple[str, str]] = field(default_factory=Counter)
    misread: list[Read] = field(default_factory=list)
    tables: list[TableJudged] = field(default_factory=list)
    stray: int = 0
    reckoned: list[Reckoned] = field(default_factory=list)

    def add(self, about: About, judged: Sequence[Judged], figures: Sequence[Read], rest: Sequence[Read]) -> None:
        """Adds one report: its findings, the figures of its score table, and whatever else was read."""
        self.abouts.append(about)
        self.judged += [j for j in judged if j.verdict != "info"]
        self.infos.update(j.rule for j in judged if j.verdict == "info")
        counting = [read for read in figures if read.counts]
        for name in (("layout", about.layout), ("format", about.format), *(("tag", tag) for tag in about.tags)):
            self.right[name] += sum(read.right for read in counting)
            self.whole[name] += len(counting)
        self.reckoned += reckoned(figures)
        for read in (*counting, *(read for read in rest if read.counts)):
            self.right["field", read.field] += read.right
            self.whole["field", read.field] += 1
            if not read.right:
                self.misread.append(read)

    def add_tables(self, tables: Sequence[TableJudged], stray: int) -> None:
        """Adds the tables of one report."""
        self.tables += tables
        self.stray += stray

    def outcome(self) -> Outcome:
        """What it came to."""
        return Outcome(
            tuple(self.abouts),
            tuple(self.judged),
            dict(self.infos),
            {kind: self._shares(kind) for kind in ("field", "layout", "format", "tag")},
            tuple(self.misread),
            tuple(self.tables),
            self.stray,
            tuple(self.reckoned),
        )

    def _shares(self, kind: str) -> dict[str, Share]:
        names = sorted(name for known, name in self.whole if known == kind)
        return {name: Share(self.right[kind, name], self.whole[kind, name]) for name in names}
