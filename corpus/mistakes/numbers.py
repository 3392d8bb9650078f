"""A document cited with a wrong number, and one number for two documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from corpus.mistakes.choosing import Injured
from corpus.mistakes.citing import (
    cited_in_table,
    free_deed,
    mentions_of,
    shown_mentions,
    take_deed,
    told_again,
    told_too,
    with_mention,
)
from corpus.truth import Expected, Injector, TrueReport

Slip = Callable[[int, Random], int]

# pairs of documents that nobody would take for one
UNLIKE = [
    ("rules_online", "access"),
    ("committee", "rules_online"),
    ("plan_exam", "plan_training"),
    ("committee", "rules_system"),
]


def _other_digit(number: int, rng: Random) -> int:
    return number + rng.choice([-1, 1, 2, 10, -10])


def _without_leading_one(number: int, rng: Random) -> int:
    del rng
    return number - 100 if 100 < number < 200 else number


def _swapped(number: int, rng: Random) -> int:
    del rng
    text = str(number)
    return int(text[:-2] + text[-1] + text[-2]) if len(text) > 1 else number


def _is_free_number(number: int, report: TrueReport) -> bool:
    """No document of the report has it."""
    return number > 0 and all(other.number != number for other in report.deeds)


def _wrong_number(report: TrueReport, rng: Random, slip: Slip, *, times: int = 2, where: str = "") -> Injured:
    """One deed cited at least `times` times, once (in the text, or in the table) with a wrong number."""
    cited = cited_in_table(report)
    if not cited:
        return None
    deed = report.deed(rng.choice(cited).deed)
    right = deed.number or 0
    wrong = slip(right, rng)
    if wrong == right or not _is_free_number(wrong, report):
        return None
    report = told_too(report, deed.key)
    while len([m for m in mentions_of(report, deed.key) if m.full]) < times:
        report = told_again(report, deed.key, rng)
    places = [m for m in mentions_of(report, deed.key) if m.full and m.number is None]
    victims = [m for m in places if not where or bool(m.criterion) is (where == "appendix")]
    if not victims:
        return None
    victim = rng.choice(victims)
    report = take_deed(with_mention(report, victim, replace(victim, number=f"{wrong:02d}")), deed.key)
    rows = tuple(sorted({m.criterion for m in places} | {""}))
    if len(places) == 2 and not victim.criterion:
        # one against one: nobody can tell which is wrong, and the table is held to the text
        return report, {Expected("document-number", next(row for row in rows if row), "appendix", other="text")}
    other = "text" if victim.criterion else ""
    said = (f"{wrong:02d}/{deed.symbol}", f"{right:02d}/{deed.symbol}")
    place = "appendix" if victim.criterion else "text"
    return report, {Expected("document-number", victim.criterion, place, *said, other, or_criteria=rows)}


def number_off_by_a_digit(report: TrueReport, rng: Random) -> Injured:
    """Two citations of one document, one digit apart."""
    return _wrong_number(report, rng, _other_digit)


def number_lost_its_one(report: TrueReport, rng: Random) -> Injured:
    """`108` in one place, `08` in the other."""
    return _wrong_number(report, rng, _without_leading_one)


def number_swapped(report: TrueReport, rng: Random) -> Injured:
    """`109` in one place, `190` in the other."""
    return _wrong_number(report, rng, _swapped)


def number_once_wrong_of_three(report: TrueReport, rng: Random) -> Injured:
    """Three citations of one document, one of them wrong: one finding."""
    return _wrong_number(report, rng, _other_digit, times=3)


def number_wrong_in_text_only(report: TrueReport, rng: Random) -> Injured:
    """Three citations of one document, one of those in the text wrong."""
    return _wrong_number(report, rng, _other_digit, times=3, where="text")


def one_number_for_two(report: TrueReport, rng: Random) -> Injured:
    """Two decisions (or plans) that have nothing in common carry one number."""
    shown = shown_mentions(report)
    keys = {m.deed for m in shown if m.full and m.number is None and free_deed(report, report.deed(m.deed))}
    pairs = [
        (one, other)
        for one, other in UNLIKE
        if {one, other} <= keys and report.deed(one).date.year == report.deed(other).date.year  # numbers begin anew
    ]
    if not pairs:
        return None
    first, second = rng.choice(pairs)
    deed = report.deed(first)
    deeds = tuple(replace(d, number=deed.number) if d.key == second else d for d in report.deeds)
    rows = tuple(sorted({m.criterion for m in shown if m.deed in (first, second)} | {""}))
    report = take_deed(take_deed(replace(report, deeds=deeds), first), second)
    return report, {Expected("document-reuse", rows[-1], "", f"{deed.number:02d}/{deed.symbol}", or_criteria=rows)}


NUMBERS: tuple[Injector, ...] = (
    number_off_by_a_digit, number_lost_its_one, number_swapped, number_once_wrong_of_three, number_wrong_in_text_only,
    one_number_for_two,
)  # fmt: skip
