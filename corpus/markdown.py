"""An evaluation as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from corpus.measure import Judged, Read

if TYPE_CHECKING:
    from corpus.evaluate import Outcome

SHOWN = 300  # lines of a list; more than that nobody reads
FIRST = 8  # misread figures shown of one report


def page(outcome: Outcome) -> str:
    """The whole page."""
    false_on_clean = [j for j in outcome.judged if j.verdict == "false" and j.clean]
    false_on_others = [j for j in outcome.judged if j.verdict == "false" and not j.clean]
    found = sum(j.verdict == "found" for j in outcome.judged)
    wanted = sum(j.verdict != "false" for j in outcome.judged)
    counted = [f for f in outcome.figures if f.counts]
    right = sum(f.right for f in counted)
    lines = [
        "# Evaluation",
        "",
        f"- reports: {outcome.reports}, of them clean: {outcome.clean}",
        f"- injected found: {_share(found, wanted)}",
        f"- figures read right: {_share(right, len(counted))}",
        f"- false errors and warnings per 100 clean reports: {100 * len(false_on_clean) / max(1, outcome.clean):.1f}",
        f"- false errors and warnings on reports with mistakes: {len(false_on_others)}",
        "",
        *_rules(outcome.judged),
        *_shares("Figures by field", counted, lambda f: f.field),
        *_shares("Figures by layout", counted, lambda f: f.layout),
        *_shares("Figures by format", counted, lambda f: f.format),
        *_slices("Findings by layout", outcome.judged, lambda j: j.layout),
        *_slices("Findings by format", outcome.judged, lambda j: j.format),
        *_listed("Misses", [j for j in outcome.judged if j.verdict == "missed"]),
        *_listed("False alarms", [j for j in outcome.judged if j.verdict == "false"]),
        *_misread([f for f in outcome.figures if not f.right]),
    ]
    return "\n".join(lines) + "\n"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.4f})" if whole else "none"


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    body = [f"| {' | '.join(_escaped(cell) for cell in row)} |" for row in rows]
    if not body:
        return []
    return [f"## {title}", "", f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *body, ""]


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _rules(judged: Sequence[Judged]) -> list[str]:
    return _slices("Findings by rule", judged, lambda j: j.rule)


def _slices(title: str, judged: Sequence[Judged], by: Callable[[Judged], str]) -> list[str]:
    """Recall and precision of each slice."""
    rows = []
    for name in sorted({by(j) for j in judged}):
        mine = [j.verdict for j in judged if by(j) == name]
        found, missed, false = (mine.count(verdict) for verdict in ("found", "missed", "false"))
        rows.append(
            [name, str(found), str(missed), str(false), _ratio(found, found + missed), _ratio(found, found + false)]
        )
    return _table(title, ["", "found", "missed", "false", "recall", "precision"], rows)


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def _shares(title: str, reads: Sequence[Read], by: Callable[[Read], str]) -> list[str]:
    rows = []
    for name in sorted({by(f) for f in reads}):
        mine = [f.right for f in reads if by(f) == name]
        rows.append([name, str(sum(mine)), str(len(mine)), _ratio(sum(mine), len(mine))])
    return _table(title, ["", "right", "all", "share"], rows)


def _listed(title: str, judged: Sequence[Judged]) -> list[str]:
    rows = [[j.file, j.layout, f"{j.rule} {j.criterion}", j.expected, j.got, j.why] for j in judged[:SHOWN]]
    return _table(title, ["file", "layout", "rule", "expected", "got", "report has"], rows)


def _misread(reads: Sequence[Read]) -> list[str]:
    """The figures misread, a line a report; a report that went wholly wrong shows its first ones."""
    rows = []
    for file in dict.fromkeys(f.file for f in reads):
        mine = [f for f in reads if f.file == file]
        shown = "; ".join(
            f"{f.field} {f.where}: {' or '.join(f.answers)} read as {f.got or 'nothing'}" for f in mine[:FIRST]
        )
        rows.append([file, mine[0].layout, str(len(mine)), shown])
    return _table("Figures misread", ["file", "layout", "figures", "which"], rows)
