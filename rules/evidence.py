"""Rules on evidence: conditions not met, points without evidence, figures that contradict a score."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from normalize.criteria import Bands, OfficialCriterion, OfficialItem
from normalize.folding import fold
from normalize.quantities import quantities
from normalize.report import Appendix, Criterion, Item, Reading
from parsers.document import Place
from rules.audit import Audit
from rules.doubt import is_unread
from rules.finding import Finding
from rules.reckoning import ZERO, Part, item_points
from rules.showing import show, surest

# What stands in an evidence cell while the evidence is still to come.
PLACEHOLDER = re.compile(r"((can|se) )?bo sung( sau)?|dang cap nhat")


def is_blank(evidence: Reading[str] | None) -> bool:
    """Whether an evidence cell says nothing: empty, dots and dashes only, or a mark that it is still to be filled."""
    if evidence is None:
        return True
    words = " ".join(re.findall(r"\w+", fold(evidence.text)))
    return not words or PLACEHOLDER.fullmatch(words) is not None


def _has_evidence(row: Criterion) -> bool:
    return not (is_blank(row.evidence) and all(is_blank(item.evidence) for item in row.items))


def _fills_evidence(appendix: Appendix) -> bool:
    """Whether the report gives evidence for most of its criteria, so that an empty cell stands out."""
    rows = [row for group in appendix.groups for row in group.criteria]
    filled = sum(1 for row in rows if _has_evidence(row))
    return appendix.evidence_column and filled >= 2 and 2 * filled >= len(rows)


def missing_condition(audit: Audit) -> Iterator[Finding]:
    """A mandatory criterion that is answered no, or has no evidence where the others have."""
    appendix = audit.report.appendix
    if appendix is None:
        return
    conditions = {row.id for group in audit.criteria.groups for row in group.criteria if row.condition}
    fills = _fills_evidence(appendix)
    for row in (row for group in appendix.groups for row in group.criteria if row.id in conditions):
        answer = row.answer
        if answer is not None and answer.value is False:
            yield Finding(
                "missing-condition",
                row.id,
                answer.place,
                stated=" ".join(answer.text.split()),
                facts={"kind": "criterion"},
                excerpt=answer.text,
                confidence=answer.confidence,
                variant="no",
            )
        elif fills and not _has_evidence(row) and (answer is None or answer.value is not None):
            yield Finding("missing-condition", row.id, row.place, facts={"kind": "criterion"}, excerpt=row.label)


def missing_evidence(audit: Audit) -> Iterator[Finding]:
    """Points without evidence: one finding a criterion; one for the report where nothing has evidence."""
    appendix = audit.report.appendix
    if appendix is None:
        return
    rows = [row for group in appendix.groups for row in group.criteria]
    claiming = [(part, points) for group in audit.groups for part in group.parts if (points := _claimed(part))]
    if claiming and not any(_has_evidence(row) for row in rows):
        yield Finding("missing-evidence", "", appendix.place, variant="column")
    if not _fills_evidence(appendix):
        return
    cut = _cut_rows(audit, rows)
    for part, points in claiming:
        if part.row is not None and not _has_evidence(part.row):
            place = part.row.evidence.place if part.row.evidence else _score_place(part.row)
            unread = part.row.id in cut or is_unread(audit.report, part.row.place)
            yield Finding(
                "missing-evidence",
                part.official.id,
                place,
                stated=show(points),
                facts={"kind": "criterion"},
                excerpt=part.row.label,
                pictured=unread and part.row.evidence is None,
            )


def _cut_rows(audit: Audit, rows: Sequence[Criterion]) -> set[str]:
    """The criteria read from pictures at a page's edge or without words: their evidence may be with a neighbour."""
    pages = [row.place.page for row in rows]
    neighbours = zip(rows, pages, [None, *pages], [*pages[1:], None], strict=False)
    return {
        row.id
        for row, page, before, after in neighbours
        if page in audit.report.pictured and ({before, after} != {page} or not row.label.strip())
    }


def _claimed(part: Part) -> Decimal | None:
    """The points that a criterion surely claims: its stated score, else those of its items that are known."""
    if part.row is None:
        return None
    return part.stated if part.stated is not None else sum(item_points(part.row), ZERO)


def _score_place(row: Criterion) -> Place:
    return row.score.place if row.score else row.place


def evidence_score(audit: Audit) -> Iterator[Finding]:
    """Evidence whose own figure has another score or level on the official bands."""
    for part in (part for group in audit.groups for part in group.parts):
        if part.row is None:
            continue
        yield from _beside_bands(part.official, part.row)
        officials = {item.id: item for item in part.official.items}
        for item in part.row.items:
            if item.id in officials:
                yield from _beside_bands(officials[item.id], item)


def _beside_bands(official: OfficialCriterion | OfficialItem, row: Criterion | Item) -> Iterator[Finding]:
    if official.bands is None or row.evidence is None:
        return
    figure = _only_figure(row.evidence.text, official.bands)
    if figure is None:
        return
    passed = [band for band in official.bands.bands if figure >= band.at_least]
    # Below the first band the figure earns nothing, which only a score can show.
    nothing = ZERO if official.bands.bands[0].score is not None else None
    score, level = (passed[-1].score, passed[-1].level) if passed else (nothing, None)
    pairs: list[tuple[str, Reading[Decimal] | Reading[int] | None, Decimal | int | None]] = [
        ("", row.score, score),
        ("level", row.level, level),
    ]
    for variant, reading, expected in pairs:
        if reading is None or reading.value is None or expected is None or reading.value == expected:
            continue
        yield Finding(
            "evidence-score",
            row.id,
            reading.place,
            stated=show(Decimal(reading.value)),
            expected=show(Decimal(expected)),
            facts={
                "kind": "item" if isinstance(row, Item) else "criterion",
                "figure": show(figure),
                "unit": official.bands.unit,
            },
            others=(row.evidence.place,),
            excerpt=row.evidence.text,
            confidence=surest(reading, row.evidence),
            reported=official.bands.reported,
            variant=variant,
        )
        return


def _only_figure(text: str, bands: Bands) -> Decimal | None:
    """The one figure of the bands' unit in the text; None where there is none, several, or one that is not exact."""
    found = [quantity for quantity in quantities(text) if quantity.is_of(bands.unit)]
    return found[0].value if len(found) == 1 and found[0].exact else None
