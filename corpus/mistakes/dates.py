"""A document cited with a wrong date: another than elsewhere, impossible, out of its period, out of its register."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from random import Random

from corpus.mistakes.choosing import HEADER, Injured, is_free, take
from corpus.mistakes.citing import (
    cited_in_table,
    cited_once,
    free_deed,
    mentions_of,
    shown_mentions,
    take_deed,
    told_again,
    told_too,
    with_mention,
)
from corpus.truth import Deed, Expected, Injector, Mention, TrueReport

Slip = Callable[[datetime.date, Random], "datetime.date | None"]


def _shown(date: datetime.date) -> str:
    return f"{date:%d/%m/%Y}"


def _wrong_date(report: TrueReport, rng: Random, slip: Slip, *, times: int = 2, where: str = "appendix") -> Injured:
    """One deed cited at least `times` times, once (in the table, or in the text) with a wrong date."""
    cited = cited_in_table(report)
    if not cited:
        return None
    deed = report.deed(rng.choice(cited).deed)
    wrong = slip(deed.date, rng)
    if wrong is None or wrong == deed.date or (report.header.date and wrong > report.header.date):
        return None
    report = told_too(report, deed.key)
    while len(mentions_of(report, deed.key)) < times:
        report = told_again(report, deed.key, rng)
    places = [m for m in mentions_of(report, deed.key) if m.full and m.date is None]
    victims = [m for m in places if bool(m.criterion) is (where == "appendix")]
    if not victims or len(places) < times:
        return None
    victim = rng.choice(victims)
    report = take_deed(with_mention(report, victim, replace(victim, date=_shown(wrong))), deed.key)
    rows = tuple(sorted({m.criterion for m in places} | {""}))
    other = "text" if where == "appendix" else ""
    said = (_shown(wrong), _shown(deed.date))
    return report, {Expected("document-date", victim.criterion, where, *said, other, or_criteria=rows)}


def date_differs(report: TrueReport, rng: Random) -> Injured:
    """Two citations of one document, a few days or a month apart."""
    days = [-31, -3, -2, -1, 1, 2, 3, 30]
    return _wrong_date(report, rng, lambda date, rng: date + datetime.timedelta(days=rng.choice(days)))


def day_and_month_swapped(report: TrueReport, rng: Random) -> Injured:
    """`05/10/2022` in one place, `10/05/2022` in the other."""

    def slip(date: datetime.date, rng: Random) -> datetime.date | None:
        del rng
        return date.replace(month=date.day, day=date.month) if date.day <= 12 else None

    return _wrong_date(report, rng, slip)


def year_of_a_date_slipped(report: TrueReport, rng: Random) -> Injured:
    """`05/10/2022` in one place, `05/10/2021` in the other: one cause, though that year is not the report's either."""
    return _wrong_date(report, rng, lambda date, _: date.replace(year=date.year - 1))


def date_wrong_once_in_text(report: TrueReport, rng: Random) -> Injured:
    """A document cited in the text once with the wrong date, and right elsewhere in text and table."""
    days = [-31, -3, -2, -1, 1, 2, 3, 30]
    slip: Slip = lambda date, rng: date + datetime.timedelta(days=rng.choice(days))  # noqa: E731 - as above
    return _wrong_date(report, rng, slip, times=3, where="text")


def date_of_the_law_wrong(report: TrueReport, rng: Random) -> Injured:
    """The Ministry's decision, cited once, with a date that is not its own."""
    mentions = mentions_of(report, "ministry")
    if len(mentions) != 1 or mentions[0].date is not None or not free_deed(report, report.deed("ministry")):
        return None
    wrong = rng.choice(["31/12/2022", "20/12/2022", "30/11/2022", "30/12/2021"])
    report = take_deed(with_mention(report, mentions[0], replace(mentions[0], date=wrong)), "ministry")
    return report, {Expected("document-date", "", "text", wrong, "30/12/2022")}


def _badly_dated(report: TrueReport, rng: Random, dates: Callable[[Deed], list[str]]) -> Injured:
    """An own document cited once, with one of these dates."""
    if report.header.date is None or not is_free(report, HEADER):
        return None
    once = [m for m in cited_once(report) if not report.deed(m.deed).issuer and dates(report.deed(m.deed))]
    if not once:
        return None
    chosen = rng.choice(once)
    wrong = rng.choice(dates(report.deed(chosen.deed)))
    report = take_deed(with_mention(report, chosen, replace(chosen, date=wrong)), chosen.deed)
    return take(report, HEADER), {_of_period(chosen, wrong)}


def _of_period(chosen: Mention, wrong: str) -> Expected:
    return Expected("document-period", chosen.criterion, "appendix" if chosen.criterion else "text", wrong)


def impossible_date(report: TrueReport, rng: Random) -> Injured:
    """A date that no calendar has."""
    year = report.header.year
    return _badly_dated(
        report, rng, lambda _: [f"31/11/{year}", f"30/02/{year + 1}", f"31/9/{year}", f"32/10/{year}", f"15/13/{year}"]
    )


def later_than_the_report(report: TrueReport, rng: Random) -> Injured:
    """A date after the report's own."""
    year = report.header.year
    return _badly_dated(report, rng, lambda _: [f"15/10/{year + 2}", f"20/12/{year + 1}", f"05/09/{year + 1}"])


def before_its_year(report: TrueReport, rng: Random) -> Injured:
    """A plan of this school year, dated years before it (what has no year in its name may be in force for years)."""
    year = report.header.year
    return _badly_dated(
        report, rng, lambda deed: [f"12/10/{year - 2}", f"05/09/{year - 4}"] if "năm học" in deed.subject else []
    )


def register_out_of_order(report: TrueReport, rng: Random) -> Injured:
    """Within one register a higher number has the earlier date: two documents' dates are exchanged."""
    shown = [m for m in shown_mentions(report) if m.full and m.date is None and m.number is None]
    deeds = [report.deed(key) for key in dict.fromkeys(m.deed for m in shown)]
    own = [d for d in deeds if not d.issuer and d.number and free_deed(report, d)]
    pairs = [
        (a, b)
        for a in own
        for b in own
        if a.kind == b.kind and a.date < b.date and a.date.year == b.date.year and _are_neighbours(a, b, deeds)
    ]
    if not pairs or not is_free(report, HEADER):
        return None
    first, second = rng.choice(pairs)
    new = {first.key: second.date, second.key: first.date}
    changed = tuple(replace(d, date=new.get(d.key, d.date)) for d in report.deeds)
    rows = tuple(sorted({m.criterion for m in shown if m.deed in new} | {""}))
    report = take_deed(take_deed(replace(report, deeds=changed), first.key), second.key)
    return report, {Expected("document-order", rows[-1], "", or_criteria=rows)}


def _are_neighbours(first: Deed, second: Deed, deeds: list[Deed]) -> bool:
    """No document of the register that is cited lies between the two."""
    return not any(d.kind == first.kind and first.date < d.date < second.date for d in deeds if not d.issuer)


DATES: tuple[Injector, ...] = (
    date_differs, day_and_month_swapped, year_of_a_date_slipped, date_wrong_once_in_text, date_of_the_law_wrong,
    impossible_date, later_than_the_report, before_its_year, register_out_of_order,
)  # fmt: skip
