"""Documents cited wrongly: number, date, form, period, one number for two."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from random import Random

from corpus.mistakes.sums import Injured
from corpus.truth import Expected, Injector, Mention, Told, TrueReport, with_criterion

# pairs of documents that nobody would take for one
UNLIKE = [
    ("rules_online", "access"),
    ("committee", "rules_online"),
    ("plan_exam", "plan_training"),
]
OTHER_LETTERS = {"QĐ": "KH", "KH": "QĐ", "BB": "QĐ"}


def shown_mentions(report: TrueReport) -> list[Mention]:
    """Every citation that the layout prints."""
    mentions = [t.mention for t in report.told if t.mention]
    if report.shape.table and report.shape.evidence:
        cells = [part for g in report.groups for c in g.criteria for part in c.evidence]
        mentions += [part for part in cells if isinstance(part, Mention)]
    return mentions


def with_mention(report: TrueReport, old: Mention, new: Mention) -> TrueReport:
    """The report with one citation (in the text, or in the row that it stands in) exchanged."""
    if not old.criterion:
        told = tuple(replace(t, mention=new) if t.mention is old else t for t in report.told)
        return replace(report, told=told)
    criterion = report.criterion(old.criterion)
    evidence = tuple(new if part is old else part for part in criterion.evidence)
    return with_criterion(report, replace(criterion, evidence=evidence))


def _cited_in_table(report: TrueReport) -> list[Mention]:
    return [m for m in shown_mentions(report) if m.criterion and m.full and not report.deed(m.deed).issuer]


def _told_too(report: TrueReport, deed: str) -> TrueReport:
    """The report with the deed cited in the text as well."""
    if any(t.mention and t.mention.deed == deed for t in report.told):
        return report
    sentence = f"- {report.school.self_name} đã ban hành {{}}."
    return replace(report, told=(*report.told, Told("done", sentence, Mention(deed))))


def _free(number: int, report: TrueReport) -> bool:
    """No other document of the report has this number."""
    return number > 0 and all(other.number != number for other in report.deeds)


def _other_digit(number: int, rng: Random) -> int:
    return number + rng.choice([-1, 1, 2, 10, -10])


def _without_leading_one(number: int, rng: Random) -> int:
    del rng
    return number - 100 if 100 < number < 200 else number


def _swapped(number: int, rng: Random) -> int:
    del rng
    text = str(number)
    return int(text[:-2] + text[-1] + text[-2]) if len(text) > 1 else number


def _wrong_number(report: TrueReport, rng: Random, slip: Callable[[int, Random], int], times: int) -> Injured:
    """One deed cited `times` times, once with a wrong number."""
    cited = _cited_in_table(report)
    if not cited:
        return None
    chosen = rng.choice(cited)
    deed = report.deed(chosen.deed)
    if deed.number is None:
        return None
    wrong = slip(deed.number, rng)
    if wrong == deed.number or not _free(wrong, report):
        return None
    report = _told_too(report, deed.key)
    if times > 2:
        again = Told("strong", "Việc triển khai thực hiện theo {} đạt kết quả tốt.", Mention(deed.key))
        report = replace(report, told=(*report.told, again))
    places = [m for m in shown_mentions(report) if m.deed == deed.key and m.full]
    victim = rng.choice(places)
    report = with_mention(report, victim, replace(victim, number=f"{wrong:02d}"))
    rows = tuple(sorted({m.criterion for m in places} | {""}))
    expected = Expected(
        "document-number", victim.criterion, "appendix" if victim.criterion else "text",
        f"{wrong:02d}/{deed.symbol}", f"{deed.number:02d}/{deed.symbol}", or_criteria=rows,
    )  # fmt: skip
    return report, {expected}


def number_off_by_a_digit(report: TrueReport, rng: Random) -> Injured:
    """Two citations of one document, one digit apart."""
    return _wrong_number(report, rng, _other_digit, 2)


def number_lost_its_one(report: TrueReport, rng: Random) -> Injured:
    """`108` in one place, `08` in the other."""
    return _wrong_number(report, rng, _without_leading_one, 2)


def number_swapped(report: TrueReport, rng: Random) -> Injured:
    """`109` in one place, `190` in the other."""
    return _wrong_number(report, rng, _swapped, 2)


def number_once_wrong_of_three(report: TrueReport, rng: Random) -> Injured:
    """Three citations of one document, one of them wrong: one finding."""
    return _wrong_number(report, rng, _other_digit, 3)


def date_differs(report: TrueReport, rng: Random) -> Injured:
    """Two citations of one document with different dates."""
    cited = _cited_in_table(report)
    if not cited:
        return None
    chosen = rng.choice(cited)
    deed = report.deed(chosen.deed)
    wrong = deed.date + datetime.timedelta(days=rng.choice([-3, -2, -1, 1, 2, 3, 30, 31]))
    report = _told_too(report, deed.key)
    places = [m for m in shown_mentions(report) if m.deed == deed.key]
    report = with_mention(report, chosen, replace(chosen, date=f"{wrong:%d/%m/%Y}"))
    rows = tuple(sorted({m.criterion for m in places} | {""}))
    shown = f"{wrong:%d/%m/%Y}", f"{deed.date:%d/%m/%Y}"
    return report, {Expected("document-date", chosen.criterion, "appendix", *shown, or_criteria=rows)}


def _cited_once(report: TrueReport) -> list[Mention]:
    shown = shown_mentions(report)
    return [m for m in shown if m.full and sum(other.deed == m.deed for other in shown) == 1]


def letters_contradict_word(report: TrueReport, rng: Random) -> Injured:
    """`Kế hoạch số 12/QĐ-…`: the letters belong to another kind of document."""
    once = [m for m in _cited_once(report) if report.deed(m.deed).kind in OTHER_LETTERS]
    if not once:
        return None
    chosen = rng.choice(once)
    deed = report.deed(chosen.deed)
    words = {"QĐ": "Quyết định", "KH": "Kế hoạch", "BB": "Biên bản"}
    if deed.key == "ministry":
        changed = replace(chosen, word="Công văn")
    else:
        letters = OTHER_LETTERS[deed.kind]
        if any(d.kind == letters and d.number == deed.number for d in report.deeds):
            return None
        changed = replace(chosen, word=words[deed.kind], symbol=deed.symbol.replace(f"{deed.kind}-", f"{letters}-", 1))
    report = with_mention(report, chosen, changed)
    return report, {Expected("document-form", chosen.criterion, "", changed.symbol or deed.symbol, or_criteria=("",))}


def date_impossible_or_outside(report: TrueReport, rng: Random) -> Injured:
    """A date that no calendar has, one after the report's own, or one from years before."""
    once = [m for m in _cited_once(report) if not report.deed(m.deed).issuer]
    if not once or report.header.date is None:
        return None
    chosen = rng.choice(once)
    year = report.header.year
    dates = [f"31/11/{year}", f"30/02/{year + 1}", f"31/9/{year}", f"15/10/{year + 2}", f"20/12/{year + 1}"]
    if "năm học" in report.deed(chosen.deed).subject:  # what has no year in its name may be in force for years
        dates.append(f"12/10/{year - 4}")
    wrong = rng.choice(dates)
    report = with_mention(report, chosen, replace(chosen, date=wrong))
    return report, {Expected("document-period", chosen.criterion, "", wrong, or_criteria=("",))}


def one_number_for_two(report: TrueReport, rng: Random) -> Injured:
    """Two decisions (or plans) that have nothing in common carry one number."""
    shown = shown_mentions(report)
    keys = {m.deed for m in shown}
    pairs = [pair for pair in UNLIKE if set(pair) <= keys]
    if not pairs:
        return None
    first, second = rng.choice(pairs)
    number = report.deed(first).number
    deeds = tuple(replace(d, number=number) if d.key == second else d for d in report.deeds)
    rows = tuple(sorted({m.criterion for m in shown if m.deed in (first, second)} | {""}))
    report = replace(report, deeds=deeds)
    return report, {Expected("document-reuse", rows[-1], "", str(number), or_criteria=rows)}


DOCUMENTS: tuple[Injector, ...] = (
    number_off_by_a_digit, number_lost_its_one, number_swapped, number_once_wrong_of_three, date_differs,
    letters_contradict_word, date_impossible_or_outside, one_number_for_two,
)  # fmt: skip
