"""How well the program's answers agree with the truth: equality, not inclusion. Pure: from records to counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any
from unicodedata import normalize

# rules that look at a batch: invented reports share their form's words, so these are measured elsewhere
BATCH_RULES = frozenset(
    [
        "duplicate-report",
        "conflicting-reports",
        "copied-text",
        "shared-document",
        "level-outlier",
        "not-submitted",
        "unknown-school",
    ]
)
FIELDS = ("score", "stated_max", "level")


@dataclass(frozen=True, slots=True)
class Judged:
    """One finding expected or given: `verdict` is `found`, `missed` or `false`."""

    file: str
    layout: str
    format: str
    verdict: str
    rule: str
    criterion: str
    expected: str = ""
    got: str = ""
    clean: bool = False
    why: str = ""  # the mistake or the traps of the report


@dataclass(frozen=True, slots=True)
class Read:
    """One figure: what it should be and what was read."""

    file: str
    layout: str
    format: str
    field: str
    where: str
    answers: tuple[str, ...]
    got: str

    @property
    def right(self) -> bool:
        """The program read one of the right answers."""
        return self.got in self.answers

    @property
    def counts(self) -> bool:
        """A figure stands there, or one was read where none stands."""
        return "" not in self.answers or not self.right


Truth = Mapping[str, Any]
Row = Mapping[str, str]


def judged(truth: Truth, given: Sequence[Row]) -> list[Judged]:
    """Every expected finding found or missed, and every finding too many."""
    wanted = list(truth["expected"])
    named = {rule for want in wanted for rule in (want["rule"], *want["or_rules"])}
    left = [row for row in given if _matters(row, named)]
    # those without alternatives first, so that a lenient one does not take their finding
    wanted.sort(key=lambda want: len(want["or_rules"]) + len(want["or_criteria"]))
    out: list[Judged] = []
    for want in wanted:
        match = next((row for row in left if _answers(want, row)), None)
        if match is not None:
            left.remove(match)
        verdict = "found" if match is not None else "missed"
        shown = f"{want['stated']} → {want['expected']}"
        out.append(replace(_plain(truth, want), verdict=verdict, expected=shown, got=_said(match)))
    return out + [replace(_plain(truth, row), got=_said(row)) for row in left]


def _matters(row: Row, named: set[str]) -> bool:
    """Errors and warnings count; information only where it was injected."""
    return row["rule"] not in BATCH_RULES and (row["severity"] in ("error", "warning") or row["rule"] in named)


def _answers(want: Mapping[str, Any], row: Row) -> bool:
    rules = (want["rule"], *want["or_rules"])
    criteria = (want["criterion"], *want["or_criteria"])
    return row["rule"] in rules and row["criterion"] in criteria


def _said(row: Row | None) -> str:
    if row is None:
        return ""
    return f"{row['severity']} {row['rule']} {row['criterion']}: {row['stated']} → {row['expected']} ({row['place']})"


def _plain(truth: Truth, about: Mapping[str, Any]) -> Judged:
    """A judgement of `false` on the rule and criterion that a finding (wanted or given) is about."""
    why = ", ".join([*truth["mistakes"], *truth["traps"], *truth.get("features", [])])
    named = truth["file"], truth["layout"], truth["format"]
    return Judged(*named, "false", about["rule"], about["criterion"], clean=not truth["expected"], why=why)


def figures(truth: Truth, rows: Iterable[Row]) -> list[Read]:
    """Every figure of the score table and the header, beside what was read."""
    given = {(row["group"], row["criterion"], row["item"]): row for row in rows}
    any_row = next(iter(given.values()), {})
    out = [
        _read(truth, (field, ""), (truth["header"][field],), str(any_row.get(field, "")))
        for field in ("school", "school_year")
        if truth["rows"] and (truth["header"][field] or field == "school_year")
    ]
    for wanted in truth["rows"]:
        key = (wanted["group"], wanted["criterion"], wanted["item"])
        row = given.pop(key, {})
        where = wanted["item"] or wanted["criterion"] or wanted["group"]
        out.extend(
            _read(truth, (field, where), tuple(wanted[field]), str(row.get(field, "")))
            for field in FIELDS
            if wanted[field] is not None
        )
    for key, row in given.items():
        if row["score"]:
            out.append(_read(truth, ("score", key[2] or key[1] or key[0]), ("",), row["score"]))
    return out


def _read(truth: Truth, at: tuple[str, str], answers: tuple[str, ...], got: str) -> Read:
    field, where = at
    tidy = folded if field in ("school", "school_year") else tidied
    file, layout, kind = truth["file"], truth["layout"], truth["format"]
    return Read(file, layout, kind, field, where, tuple(tidy(a) for a in answers), tidy(got))


def folded(text: str) -> str:
    """A name without regard to letter case, composition and spaces."""
    return " ".join(normalize("NFC", text).casefold().split())


def tidied(text: str) -> str:
    """A figure without needless zeros: `7.0` and `7` are one."""
    try:
        return f"{Decimal(text.strip()).normalize():f}"
    except InvalidOperation:
        return text.strip()
