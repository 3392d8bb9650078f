"""The truth beside the reports: what must be read and what must be found, as JSON.

Every figure is a list of the answers that are right; `""` among them means that an empty field is right.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from corpus.figures import total
from corpus.schools import year_text
from corpus.spelling import number_text, plain, score_text
from corpus.stating import tabled
from corpus.truth import Deed, Expected, Figure, Mention, TrueCriterion, TrueGroup, TrueItem, TrueReport
from corpus.voice import Voice

DASHES = ("-", "–", "—")


def truth_of(report: TrueReport, voice: Voice, expected: set[Expected]) -> dict[str, Any]:
    """Everything that is true of one report."""
    header = report.header
    return {
        "layout": report.shape.layout,
        "mistakes": list(report.mistakes),
        "traps": list(report.traps),
        "header": {
            "school": report.school.name if header.school_shown else "",
            "school_year": year_text(header.year, "plain") if header.year_shown else "",
            "number": None if header.number is None else str(header.number),
            "date": None if header.date is None else header.date.isoformat(),
            "signatory": header.signatory,
        },
        "rows": rows_of(report, voice) if report.shape.table else [_told_row(report, g) for g in report.groups],
        "statements": [
            {"group": s.group, "where": s.where, "score": _shown(s.score), "level": s.level, "word": s.word}
            for s in (*report.statements, *tabled(report))
        ],
        "citations": citations_of(report, voice),
        "aside": aside_of(report),
        "expected": [asdict(finding) for finding in sorted(expected, key=lambda e: (e.rule, e.criterion))],
    }


def write_truths(path: Path, about: Mapping[str, Any], truths: Iterable[Mapping[str, Any]]) -> None:
    """Writes JSON with a report a line, so that it can be read report by report."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(json.dumps(about, ensure_ascii=False)[:-1] + ', "reports": [')
        for n, truth in enumerate(truths):
            stream.write((",\n" if n else "\n") + json.dumps(truth, ensure_ascii=False))
        stream.write("\n]}\n")


def read_truths(path: Path) -> Iterator[dict[str, Any]]:
    """The truths of a file, one after the other."""
    with path.open(encoding="utf-8") as stream:
        next(stream)  # what the corpus is, and the beginning of the list
        for line in stream:
            if line.startswith("{"):
                yield json.loads(line.rstrip().removesuffix(","))


def rows_of(report: TrueReport, voice: Voice) -> list[dict[str, Any]]:
    """The rows that `extract` must give, in order."""
    rows: list[dict[str, Any]] = []
    for group in report.groups:
        rows.append(_group_row(report, group))
        for criterion in group.criteria:
            rows.append(_criterion_row(report, criterion, voice))
            rows.extend(
                _item_row(report, criterion, item, voice) for item in criterion.items if report.shape.item_scores
            )
    return rows


def _row(group: str, criterion: str = "", item: str = "") -> dict[str, Any]:
    return {"group": group, "criterion": criterion, "item": item, "stated_max": None, "score": None, "level": None}


def _group_row(report: TrueReport, group: TrueGroup) -> dict[str, Any]:
    """A group's figures from the table; where it has none, those of the text."""
    shape = report.shape
    said = [s for s in report.statements if s.group == group.id]
    row = _row(group.id)
    if shape.group_scores:
        row["score"] = _answers(group.score, None)
        # the text's "79/100" may fill what the table leaves out
        row["stated_max"] = _answers(group.maximum, None) if shape.maxima else ["", "100"]
    else:
        row["score"] = [_shown(said[0].score) if said else ""]
    if shape.group_levels:
        row["level"] = [str(group.level)]
    else:
        shown = {str(group.level)} if report.summary_table else set()
        row["level"] = sorted({"", *shown, *(str(s.level) for s in said if s.level is not None)})
    return row


def _told_row(report: TrueReport, group: TrueGroup) -> dict[str, Any]:
    """A group of a report without a score table: what the text says of it may be given, or nothing."""
    said = [s for s in report.statements if s.group == group.id]
    row = _row(group.id)
    row["score"] = sorted({"", *(_shown(s.score) for s in said)})
    return row


def _criterion_row(report: TrueReport, criterion: TrueCriterion, voice: Voice) -> dict[str, Any]:
    """A criterion's figures; where only its items are scored, empty and their sum are both right."""
    shape = report.shape
    row = _row(criterion.id[0], criterion.id)
    if criterion.condition or criterion.score is None:
        row["score"] = ["", "0"]
        return row
    if not criterion.items or shape.criterion_scores:
        row["score"] = _answers(criterion.score, voice)
    else:
        row["score"] = ["", _shown(total([item.score for item in criterion.items]))]
    if criterion.maximum is not None:
        printed = shape.maxima or (shape.item_maxima and not criterion.items)
        # "7/10" says the maximum too, where no column does
        said = shape.maxima_beside or voice.score.startswith("over")
        beside = ["", *(_answers(criterion.maximum, None) if said else [])]
        row["stated_max"] = _answers(criterion.maximum, None) if printed else beside
    row["level"] = [str(criterion.level)] if shape.levels and criterion.level else [""]
    if shape.layout == "scores-by-level" and score_text(criterion.score, voice) in DASHES:
        row["level"].append("")  # a dash in a level's column is hardly a level
    return row


def _item_row(report: TrueReport, criterion: TrueCriterion, item: TrueItem, voice: Voice) -> dict[str, Any]:
    row = _row(criterion.id[0], criterion.id, item.id)
    row["score"] = _answers(item.score, voice)
    row["stated_max"] = _answers(item.maximum, None) if report.shape.item_maxima else None
    return row


def _answers(figure: Figure, voice: Voice | None) -> list[str]:
    """The right answers for a figure; a dash may be read as zero or as nothing."""
    answers = {_shown(value) for value in (figure.value, *figure.also)}
    written = score_text(figure, voice) if voice else figure.text
    if written in DASHES:
        answers |= {"", "0"}
    return sorted(answers)


def _shown(value: Decimal | None) -> str:
    """A decimal with a point, without needless zeros; empty for none."""
    return "" if value is None else plain(value).replace(",", ".")


def citations_of(report: TrueReport, voice: Voice) -> list[dict[str, Any]]:
    """Every citation in the narrative and the evidence."""
    told: Sequence[tuple[str, Mention]] = [("text", t.mention) for t in report.told if t.mention]
    rows = [c for group in report.groups for c in group.criteria for _ in range(1 + (c.id == report.duplicate))]
    shown = [("appendix", part) for c in rows for part in c.evidence if isinstance(part, Mention)]
    if not (report.shape.table and report.shape.evidence):
        shown = []
    cited = []
    for where, mention in (*told, *shown):
        deed = report.deed(mention.deed)
        cited.append(
            {
                "where": where,
                "criterion": mention.criterion,
                "number": (mention.number or number_text(deed, voice)).strip(),
                "symbol": mention.symbol or deed.symbol,
                "date": _date_of(deed, mention),
                "own": not deed.issuer,
            }
        )
    return cited


def _date_of(deed: Deed, mention: Mention) -> str | None:
    """The date that is printed; None where none is, or one that no calendar has."""
    if not mention.full:
        return None
    if mention.date is None:
        return deed.date.isoformat()
    day, month, year = (int(figure) for figure in re.findall(r"\d+", mention.date))
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def aside_of(report: TrueReport) -> list[str]:
    """Sentences and evidence that are written out whole: they may cite documents too, of which no truth is kept."""
    rows = [c for group in report.groups for c in group.criteria]
    texts = [*(t.text for t in report.told), *(part for c in rows for part in c.evidence if isinstance(part, str))]
    if not (report.shape.table and report.shape.evidence):  # evidence may still stand somewhere
        shown = [part for c in rows for part in c.evidence if isinstance(part, Mention)]
        texts += [mention.number or str(report.deed(mention.deed).number) for mention in shown]
    texts += [
        text for table in report.tables for text in (table.caption, *(cell for row in table.rows for cell in row))
    ]
    return [text for text in texts if re.search(r"\d", text)]
