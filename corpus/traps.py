"""Correct reports that look suspicious: none of these may cause an error or a warning."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from random import Random

from corpus.figures import total
from corpus.mistakes.choosing import take
from corpus.mistakes.citing import shown_mentions, with_mention
from corpus.mistakes.denials import deniable, denial_of
from corpus.truth import Deed, Figure, Mention, Told, TrueCriterion, TrueItem, TrueReport, with_criterion, with_item
from corpus.wording import wordings

Trap = Callable[[TrueReport, Random], "TrueReport | None"]


def _told(name: str) -> Trap:
    """A trap that is only a sentence."""

    def trap(report: TrueReport, rng: Random) -> TrueReport:
        words = wordings()["suspicious"][name]
        return replace(report, told=(*report.told, Told(words["part"], rng.choice(words["sentences"]))))

    trap.__name__ = name
    return trap


def zero_with_denial(report: TrueReport, rng: Random) -> TrueReport | None:
    """What the text denies has no points."""
    items = [item for item in deniable(report) if item.score.value == 0]
    if not items or not report.shape.item_scores:
        return None
    item = rng.choice(items)
    report = replace(report, told=(*report.told, Told("weak", denial_of(item.id, report, rng))))
    return take(report, item.id[:3])


def date_zeros(report: TrueReport, rng: Random) -> TrueReport | None:
    """One document's date with and without leading zeros, or in words."""
    mentions = [m for m in shown_mentions(report) if m.full and m.date is None]
    mention = rng.choice(mentions)
    date = report.deed(mention.deed).date
    forms = [
        f"{date.day}/{date.month}/{date.year}",
        f"{date.day:02d}/{date.month}/{date.year}",
        f"{date.day} tháng {date.month} năm {date.year}",
        f"{date:%d-%m-%Y}",
        f"{date:%d.%m.%Y}",
    ]
    return with_mention(report, mention, replace(mention, date=rng.choice(forms)))


def number_zeros(report: TrueReport, rng: Random) -> TrueReport | None:
    """`8` in one place, `08` in another."""
    mentions = [m for m in shown_mentions(report) if m.number is None and (report.deed(m.deed).number or 99) < 10]
    if not mentions:
        return None
    mention = rng.choice(mentions)
    number = report.deed(mention.deed).number or 0
    report = _also_told(report, mention.deed)
    form = rng.choice([str(number), f"{number:02d}"])
    return with_mention(report, mention, replace(mention, number=form))


def _also_told(report: TrueReport, key: str) -> TrueReport:
    sentence = f"- {report.school.self_name} đã ban hành {{}}."
    return replace(report, told=(*report.told, Told("done", sentence, Mention(key))))


def similar_plans(report: TrueReport, rng: Random) -> TrueReport | None:
    """A second plan of the year with a similar subject and a number of its own."""
    first = report.deed("plan_ict")
    subject = rng.choice(
        ["chuyển đổi số trong dạy học và kiểm tra, đánh giá", "tuyên truyền, nâng cao nhận thức về chuyển đổi số"]
    )
    return _with_deed(
        report, rng, Deed("plan_second", "KH", None, first.symbol, first.date, f"{subject} năm học {_year(report)}")
    )


def rules_beside_committee(report: TrueReport, rng: Random) -> TrueReport | None:
    """The decision on the committee and that on its operating rules."""
    told = [t.mention.deed for t in report.told if t.mention]
    for key in ("committee", "committee_rules"):
        if key not in told:
            report = _also_told(report, key)
    del rng
    return report


def helpers_decision(report: TrueReport, rng: Random) -> TrueReport | None:
    """Two decisions setting up two bodies: committee and self-assessment team."""
    first = report.deed("committee")
    date = first.date + datetime.timedelta(days=rng.randint(90, 150))
    subject = f"thành lập Tổ tự đánh giá mức độ chuyển đổi số năm học {_year(report)}"
    return _with_deed(report, rng, Deed("team", "QĐ", None, first.symbol, date, subject))


def _year(report: TrueReport) -> str:
    return f"{report.header.year}-{report.header.year + 1}"


def _with_deed(report: TrueReport, rng: Random, deed: Deed) -> TrueReport:
    """The report citing one more own document, numbered between its neighbours in the register."""
    numbers = {d.number for d in report.deeds if d.number is not None and not d.issuer}
    before = max(
        (d.number or 0 for d in report.deeds if not d.issuer and d.kind == deed.kind and d.date <= deed.date), default=1
    )
    number = next(n for n in range(before + 1, before + 50) if n not in numbers)
    sentence = rng.choice(["- Ban hành {}.", "+ {};", f"{report.school.self_name} đã xây dựng, ban hành {{}}."])
    deeds = (*report.deeds, replace(deed, number=number))
    return replace(report, deeds=deeds, told=(*report.told, Told("done", sentence, Mention(deed.key))))


def not_yet_issued(report: TrueReport, rng: Random) -> TrueReport | None:
    """A document whose number and day are left blank."""
    letters = report.school.letters
    blank = rng.choice([f"Kế hoạch số      /KH-{letters} ngày      tháng 6 năm {report.header.year + 1}",
                        f"Quyết định số: … /QĐ-{letters}"])  # fmt: skip
    sentence = f"- Dự thảo {blank} về việc phê duyệt kết quả tự đánh giá mức độ chuyển đổi số."
    return replace(report, told=(*report.told, Told("end", sentence)))


def short_after_full(report: TrueReport, rng: Random) -> TrueReport | None:
    """A document cited in full, later by number and symbol only."""
    full = [t.mention.deed for t in report.told if t.mention and t.mention.full]
    if not full:
        return None
    mention = Mention(rng.choice(full), full=False)
    return replace(report, told=(*report.told, Told("strong", "Các nội dung tại {} được thực hiện đầy đủ.", mention)))


def plan_within_yearly_plan(report: TrueReport, rng: Random) -> TrueReport | None:
    """The plan of 1.1 is a part of the yearly plan."""
    if not report.has("1.1"):
        return None
    criterion = report.criterion("1.1")
    told = tuple(t for t in report.told if not (t.mention and t.mention.deed == "plan_online"))
    ways = [
        (Mention("year_plan", criterion="1.1"),),
        ("Lồng ghép trong kế hoạch năm học", Mention("year_plan", criterion="1.1")),
    ]
    return with_criterion(replace(report, told=told), replace(criterion, evidence=rng.choice(ways)))


def odd_split_of_maxima(report: TrueReport, rng: Random) -> TrueReport | None:
    """Items' maxima split another way, which still adds up to the criterion's."""
    if not (report.shape.item_maxima and report.shape.maxima):
        return None
    splits = {"1.6": (6, 7, 7), "1.7": (10, 5, 5), "1.5": (10, 10), "2.4": (10, 10, 10)}
    criterion = report.criterion(rng.choice(list(splits)))
    items = []
    for item, maximum in zip(criterion.items, splits[criterion.id], strict=True):
        if total([item.score]) > maximum:
            return None
        items.append(replace(item, maximum=Figure(item.official_max * 0 + maximum)))
    return with_criterion(report, replace(criterion, items=tuple(items)))


def dash_for_zero(report: TrueReport, rng: Random) -> TrueReport | None:
    """A dash where an item has no points."""
    items = [
        i for g in report.groups for c in g.criteria for i in c.items if i.score.value == 0 and i.score.text is None
    ]
    if not items or not report.shape.item_scores:
        return None
    item: TrueItem = rng.choice(items)
    return with_item(report, replace(item, score=replace(item.score, text=rng.choice(["-", "–"]))))


def odd_form_of_a_score(report: TrueReport, rng: Random) -> TrueReport | None:
    """One score written otherwise than the rest."""
    items = [i for g in report.groups for c in g.criteria for i in c.items if i.score.value and i.score.text is None]
    if not items or not report.shape.item_scores:
        return None
    item: TrueItem = rng.choice(items)
    value = total([item.score])
    shown = f"{value.normalize():f}".replace(".", ",")
    text = rng.choice([f"{shown} điểm", f"{shown}đ", f"{value:.2f}".replace(".", ","), f" {shown} ", f"{shown}."])
    return with_item(report, replace(item, score=replace(item.score, text=text)))


def no_points_no_evidence(report: TrueReport, rng: Random) -> TrueReport | None:
    """A criterion without points has no evidence either."""
    empty = [c for g in report.groups for c in g.criteria if not c.condition and total([c.score]) == 0]
    if not empty:
        return None
    criterion: TrueCriterion = rng.choice(empty)
    if any(m.criterion == criterion.id and m.date for m in shown_mentions(report)):
        return None
    return with_criterion(report, replace(criterion, evidence=()))


def evidence_by_link(report: TrueReport, rng: Random) -> TrueReport | None:
    """A link, a code, or a pointer to a folder instead of a document."""
    ways = [
        "Xem minh chứng",
        "https://example.edu.vn/cds/minh-chung-13",
        "[H1-1.1-01]",
        "Danh sách kèm theo",
        "Hồ sơ lưu tại văn thư",
    ]
    criterion = report.criterion(rng.choice(["1.3", "1.4", "1.7", "2.4"]))
    return with_criterion(report, replace(criterion, evidence=(rng.choice(ways),)))


def summary_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """A small table of both groups stands in the text."""
    del rng
    return replace(report, summary_table=True)


def members_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """A table that has nothing to do with scores."""
    del rng
    return replace(report, members_table=True)


TRAPS: tuple[Trap, ...] = (
    *(_told(name) for name in wordings()["suspicious"]),
    zero_with_denial, date_zeros, number_zeros, similar_plans, rules_beside_committee, helpers_decision, not_yet_issued,
    short_after_full, plan_within_yearly_plan, odd_split_of_maxima, dash_for_zero, odd_form_of_a_score,
    no_points_no_evidence, evidence_by_link, summary_table, members_table,
)  # fmt: skip


def trapped(report: TrueReport, rng: Random, count: int) -> TrueReport:
    """The report with up to `count` traps."""
    for trap in rng.sample(TRAPS, min(count, len(TRAPS))):
        changed = trap(report, rng)
        if changed is not None:
            report = replace(changed, traps=(*changed.traps, trap.__name__))
    return report
