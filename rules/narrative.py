"""What the text says is not done or not there, beside the points or the answer of its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from normalize.criteria import OfficialItem
from normalize.not_yet import says_not_yet
from normalize.report import Criterion, Denial, Item, Points
from parsers.document import Place
from rules.audit import Audit
from rules.doubt import SURE
from rules.evidence import is_blank
from rules.finding import Finding
from rules.reckoning import ZERO, Part, total
from rules.showing import show, show_sum, surest

LONGEST_QUOTE = 280  # letters; a longer sentence is quoted in part


def narrative_contradiction(audit: Audit) -> Iterator[Finding]:
    """Points for what the text says is not done: one finding for a criterion and a sentence.

    What it may deny is told once for a criterion, and not where it surely denies something of the criterion elsewhere.
    """
    told: set[str] = set()
    for denial in sorted(audit.report.denials, key=lambda denial: not denial.sure):
        for part in (part for group in audit.groups for part in group.parts):
            finding = _of_points(part, denial)
            if finding is not None and not (finding.variant == "doubtful" and part.official.id in told):
                told.add(part.official.id)
                yield finding
        if denial.sure:
            yield from _of_conditions(audit, denial)
    for part in (part for group in audit.groups for part in group.parts):
        if part.row is not None and part.official.id not in told:
            yield from _of_answers(part.row)


def _of_points(part: Part, denial: Denial) -> Finding | None:
    scores = list(_denied_scores(part, denial))
    if scores:
        sure = denial.sure and not _may_mean_less(part, denial)
        variant = "" if sure else "doubtful"
    else:
        scores, variant = list(_needed_scores(part, denial)), "part"
    if not scores:
        return None
    return Finding(
        "narrative-contradiction",
        part.official.id,
        scores[0].place,
        stated=show_sum(score.value for score in scores if score.value is not None),
        expected=_around(denial.subject, denial.text),
        facts={"kind": "criterion", **_most_without(part, denial, variant)},
        others=(denial.place,),
        excerpt=denial.text,
        confidence=surest(*scores),
        variant=variant,
        pictured=denial.confidence < SURE,
    )


def _denied_scores(part: Part, denial: Denial) -> Iterator[Points]:
    """The scores above 0 of what is denied: the criterion's own where it is denied as a whole, else its items'."""
    row = part.row
    if row is None:
        return
    whole = part.official.id in denial.targets
    lines: list[Criterion | Item] = [row] if whole and row.score is not None else list(row.items)
    for line in lines:
        score = line.score
        if (whole or line.id in denial.targets) and score is not None and score.value is not None and score.value > 0:
            yield score


def _needed_scores(part: Part, denial: Denial) -> Iterator[Points]:
    """The criterion's score where its items have no rows, and it is more than all of them but the denied can give."""
    row, most = part.row, _without_denied(part, denial)
    if row is None or row.score is None or any(item.score is not None for item in row.items):
        return
    if denial.sure and most is not None and part.own is not None and part.own > most:
        yield row.score


def _without_denied(part: Part, denial: Denial) -> Decimal | None:
    """The most that a criterion can have without what is surely denied of its items; None where nothing is."""
    items = part.official.items
    denied = [item for item in items if item.id in denial.targets and item.id not in denial.shared]
    if not denied or total(item.maximum for item in items) != part.official.maximum:
        return None
    return _sum_of([item for item in items if item not in denied])


def _sum_of(items: Sequence[OfficialItem]) -> Decimal:
    return sum((item.maximum for item in items if item.maximum is not None), ZERO)


def _most_without(part: Part, denial: Denial, variant: str) -> dict[str, str]:
    most = _without_denied(part, denial) if variant == "part" else None
    return {} if most is None else {"most": show(most)}


def _may_mean_less(part: Part, denial: Denial) -> bool:
    """Several items are denied by one name, and one of them has no points: the sentence may be on that one."""
    items = part.row.items if part.row is not None else ()
    whole = part.official.id in denial.targets
    meant = [item.score for item in items if whole or item.id in denial.shared]
    return any(score is not None and score.value == 0 for score in meant)


def _of_answers(row: Criterion) -> Iterator[Finding]:
    """Points beside an evidence cell that says nothing but "not yet"; one finding a criterion."""
    lines: list[Criterion | Item] = [row, *row.items]
    for line in lines:
        score, evidence = line.score, line.evidence
        if score is None or score.value is None or score.value <= 0 or evidence is None:
            continue
        if not says_not_yet(evidence.text) or not _are_in_one_row(score.place, evidence.place):
            continue
        yield Finding(
            "narrative-contradiction",
            row.id,
            score.place,
            stated=show(score.value),
            expected=" ".join(evidence.text.split()),
            facts={"kind": "criterion"},
            others=(evidence.place,),
            excerpt=evidence.text,
            confidence=surest(score, evidence),
        )
        return


def _are_in_one_row(one: Place, other: Place) -> bool:
    """Else it is an item's evidence, and the points are those of all."""
    return (one.table, one.row, one.paragraph) == (other.table, other.row, other.paragraph)


def _of_conditions(audit: Audit, denial: Denial) -> Iterator[Finding]:
    """Mandatory conditions that the table has as met, and the text denies."""
    rows = [row for group in audit.report.appendix.groups for row in group.criteria] if audit.report.appendix else []
    conditions = {row.id for group in audit.criteria.groups for row in group.criteria if row.condition}
    for row in rows:
        if row.id not in conditions or row.id not in denial.targets or not _is_met(row):
            continue
        said = row.answer or row.evidence
        yield Finding(
            "narrative-contradiction",
            row.id,
            said.place if said else row.place,
            stated=" ".join(said.text.split()) if said else "",
            expected=_around(denial.subject, denial.text),
            facts={"kind": "criterion"},
            others=(denial.place,),
            excerpt=denial.text,
            confidence=surest(row.answer, row.evidence),
            variant="condition",
            pictured=denial.confidence < SURE,
        )


def _is_met(row: Criterion) -> bool:
    """It is answered yes, or has evidence and no answer."""
    return row.answer.value is True if row.answer is not None else not is_blank(row.evidence)


def _around(subject: str, text: str) -> str:
    """The sentence that holds the denial; of a long one the part around what is denied."""
    words = " ".join(text.split())
    if len(words) <= LONGEST_QUOTE:
        return words
    at = max(0, words.find(" ".join(subject.split())))
    start = max(0, min(at - LONGEST_QUOTE // 3, len(words) - LONGEST_QUOTE))
    start = words.find(" ", start) + 1 if start else 0
    end = words.rfind(" ", start, start + LONGEST_QUOTE)
    whole = len(words) - start <= LONGEST_QUOTE
    return ("…" if start else "") + (words[start:] if whole else words[start:end] + "…")
