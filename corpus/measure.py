"""How well the findings agree with the truth: equality, not inclusion. Pure: from records to judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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

DOUBT = "low-confidence"  # a doubt of the reading: neither an answer to what is wrong nor a false alarm
OF_PARTS = ("group-sum", "item-sum", "infeasible-total", "unverified-total")  # they rest on the figures of the parts

Truth = Mapping[str, Any]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class About:
    """The report that something is said of. `tags`: its features, traps and mistakes, by which results are sliced."""

    file: str
    layout: str
    format: str
    clean: bool
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """One finding expected or given: `verdict` is `found`, `missed`, `false`, or `info` for one that nobody asked.

    `doubted`: it was missed, but a figure that it rests on is told as doubtful.
    """

    about: About
    verdict: str
    rule: str
    criterion: str
    expected: str = ""
    got: str = ""
    doubted: bool = False


def about_of(truth: Truth, more: Sequence[str] = ()) -> About:
    """What is to be known of a report beside its figures."""
    kinds = (("mistake", truth["mistakes"]), ("trap", truth["traps"]), ("feature", truth.get("features", [])))
    tags = (f"{kind}: {name}" for kind, names in kinds for name in names)
    return About(truth["file"], truth["layout"], truth["format"], not truth["expected"], (*tags, *more))


def judged(about: About, expected: Sequence[Row], given: Sequence[Row]) -> list[Judged]:
    """Every expected finding found or missed, and every finding too many."""
    left = [row for row in given if row["rule"] not in BATCH_RULES]
    out: list[Judged] = []
    # those without alternatives first, so that a lenient one does not take their finding
    for want in sorted(expected, key=lambda want: len(want["or_rules"]) + len(want["or_criteria"])):
        match = next((row for row in left if _answers(want, row)), None)
        if match is not None:
            left.remove(match)
        verdict, doubt = "found" if match is not None else "missed", None
        if match is None:
            doubt = next((row for row in left if _doubts(want, row)), None)
        shown = f"{want['stated']} → {want['expected']} ({want.get('place', '')})"
        got = said(match or doubt)
        out.append(Judged(about, verdict, want["rule"], want["criterion"], shown, got, doubt is not None))
    for row in left:
        twice = any(_answers(want, row) for want in expected)  # information that was asked for is asked for once
        verdict = "false" if row["severity"] in ("error", "warning") or twice else "info"
        out.append(Judged(about, verdict, row["rule"], row["criterion"], got=said(row)))
    return out


def _answers(want: Row, row: Row) -> bool:
    rules = (want["rule"], *want["or_rules"])
    criteria = (want["criterion"], *want["or_criteria"])
    return row["rule"] in rules and row["criterion"] in criteria


def _doubts(want: Row, row: Row) -> bool:
    """The finding is a doubt about what the expected one is on, or about a part of its sum."""
    if row["rule"] != DOUBT:
        return False
    within = want["rule"] in OF_PARTS and row["criterion"].startswith(want["criterion"])
    return within or row["criterion"] in (want["criterion"], *want["or_criteria"])


def said(row: Row | None) -> str:
    """A finding in one line."""
    if row is None:
        return ""
    return f"{row['severity']} {row['rule']} {row['criterion']}: {row['stated']} → {row['expected']} ({row['place']})"
