"""What stands on an evaluation's page: headings, sentences, tables and plots, before Markdown or HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from corpus.forms import forms_parts
from corpus.measure import DOUBT, Judged
from corpus.outcome import Findings, Outcome, Share, counted
from corpus.parts import Bar, Part, few, of_all, said, shares_part
from corpus.readings import Read, TableJudged

SHOWN = 400  # lines of a list; more than that nobody reads
FIRST = 8  # misread fields shown of one report
FINDING_HEADS = ("found", "missed", "false", "recall", "95 % interval", "precision", "95 % interval", "")


def contents(outcome: Outcome) -> list[Part]:
    """The whole page."""
    return [
        summary(outcome),
        *forms_parts(outcome),
        findings_part("Findings by rule", outcome.judged, lambda j: [j.rule]),
        _infos(outcome.infos),
        shares_part("What was read, by field", outcome.shares["field"]),
        tables_part(outcome),
        findings_part("Findings by layout", outcome.judged, lambda j: [j.about.layout]),
        findings_part("Findings by format", outcome.judged, lambda j: [j.about.format]),
        findings_part("Findings by feature, trap and mistake", outcome.judged, lambda j: j.about.tags),
        shares_part("Figures by layout", outcome.shares["layout"]),
        shares_part("Figures by format", outcome.shares["format"]),
        shares_part("Figures by feature, trap and mistake", outcome.shares["tag"]),
        listed("Misses", [j for j in outcome.judged if j.verdict == "missed"]),
        listed("False alarms", [j for j in outcome.judged if j.verdict == "false"]),
        misread(outcome.misread),
        inexact(outcome.tables),
    ]


def summary(outcome: Outcome) -> Part:
    """The figures that matter most."""
    alarms, clean = len(outcome.alarms), outcome.clean
    others = outcome.findings.false - alarms
    rate = f"{100 * alarms / clean if clean else 0:.1f}"
    exact = Share(sum(not table.difference for table in outcome.tables), len(outcome.tables))
    return Part(
        "Evaluation",
        lines=(
            f"reports: {len(outcome.abouts)}, of them clean: {clean}",
            f"injected discrepancies found: {said(outcome.findings.recall)}",
            f"of the missed, told as doubts of the reading (`{DOUBT}`): {outcome.doubted}",
            f"findings given that are right: {said(outcome.findings.precision)}",
            f"figures of the score tables read right: {said(outcome.figures)}",
            f"errors and warnings per 100 clean reports: {rate} ({alarms} in {clean})",
            f"clean reports without any error or warning: {said(outcome.undisturbed)}",
            f"false errors and warnings on reports with mistakes: {others}",
            *([f"tables read exactly: {said(exact)}"] if outcome.tables else ()),
        ),
    )


def findings_part(title: str, judged: Iterable[Judged], by: Callable[[Judged], Iterable[str]]) -> Part:
    """Recall and precision of each slice."""
    slices: dict[str, list[Judged]] = {}
    for one in judged:
        for name in by(one):
            slices.setdefault(name, []).append(one)
    known = {name: counted(slices[name]) for name in sorted(slices)}
    rows = tuple((name, *findingof_all(findings)) for name, findings in known.items())
    bars = tuple(Bar(name, findings.recall) for name, findings in known.items() if findings.recall.all)
    return Part(title, heads=("", *FINDING_HEADS), rows=rows, bars=bars)


def findingof_all(findings: Findings) -> tuple[str, ...]:
    """A slice's row."""
    recall, precision = findings.recall, findings.precision
    numbers = (str(findings.found), str(findings.missed), str(findings.false))
    return (*numbers, *of_all(recall), *of_all(precision), few(recall))


def tables_part(outcome: Outcome) -> Part:
    """Exact tables and neighbouring cells, by format and by what makes them hard."""
    slices: dict[str, list[TableJudged]] = {}
    for table in outcome.tables:
        over = [tag for tag in table.about.tags if tag.startswith("table over pages")]
        kind = f"{table.about.format}, {'score table' if table.role == 'score' else 'another table'}"
        for name in (kind, f"rulings: {table.ruling}", *(over if table.role == "score" else ())):
            slices.setdefault(name, []).append(table)
    shares = {name: Share(sum(not t.difference for t in slices[name]), len(slices[name])) for name in sorted(slices)}
    note = "A table is exact when every cell has the right place, spans and text. "
    note += f"Tables read where none stands: {outcome.stray}."
    part = shares_part("Exact tables", shares, note)
    rows = tuple((*row, neighbours(slices[row[0]])) for row in part.rows)
    return Part(part.title, note, (*part.heads, "neighbouring cells, F1"), rows, part.bars)


def neighbours(tables: Sequence[TableJudged]) -> str:
    """The harmonic mean of recall and precision over all neighbourhoods of cells."""
    whole = sum(table.wanted + table.got for table in tables)
    return f"{2 * sum(table.right for table in tables) / whole:.4f}" if whole else "–"


def _infos(infos: Mapping[str, int]) -> Part:
    note = "Findings of severity info that no discrepancy asked for: worth a look, neither right nor wrong."
    return Part("Information", note, ("rule", "given"), tuple((rule, str(infos[rule])) for rule in sorted(infos)))


def listed(title: str, judged: Sequence[Judged]) -> Part:
    """Every one with its file."""
    rows = tuple(
        (j.about.file, j.about.layout, j.about.format, f"{j.rule} {j.criterion}", j.expected, j.got, _why(j))
        for j in judged[:SHOWN]
    )
    return Part(title, _cut(judged), ("file", "layout", "format", "rule", "expected", "got", "report has"), rows)


def _why(judged: Judged) -> str:
    """The mistakes and traps of the report."""
    return ", ".join(tag for tag in judged.about.tags if tag.startswith(("mistake", "trap")))


def _cut(whole: Sequence[object]) -> str:
    return f"The first {SHOWN} of {len(whole)}." if len(whole) > SHOWN else ""


def misread(reads: Sequence[Read]) -> Part:
    """The fields misread, a line a report; a report that went wholly wrong shows its first ones."""
    by_file: dict[str, list[Read]] = {}
    for read in reads:
        by_file.setdefault(read.about.file, []).append(read)
    rows = []
    for file, mine in list(by_file.items())[:SHOWN]:
        shown = "; ".join(_misread(read) for read in mine[:FIRST])
        rows.append((file, mine[0].about.layout, mine[0].about.format, str(len(mine)), shown))
    return Part("Misread", _cut(list(by_file)), ("file", "layout", "format", "fields", "which"), tuple(rows))


def _misread(read: Read) -> str:
    right = " or ".join(answer or "nothing" for answer in read.answers)
    return f"{read.field} {read.where}: {right} read as {read.got or 'nothing'}"


def inexact(tables: Sequence[TableJudged]) -> Part:
    """Each inexact table with the first cell that differs."""
    wrong = [table for table in tables if table.difference]
    rows = tuple((t.about.file, t.about.layout, t.about.format, t.role, t.difference) for t in wrong[:SHOWN])
    return Part("Inexact tables", _cut(wrong), ("file", "layout", "format", "table", "cell | wanted | got"), rows)
