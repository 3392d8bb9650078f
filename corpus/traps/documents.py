"""Traps of documents cited: alike and two, unlike in spelling and one, old and still in force."""

from __future__ import annotations

import datetime
from dataclasses import replace
from random import Random

from corpus.mistakes.choosing import HEADER, evidence_of, is_free, take
from corpus.mistakes.citing import free_deed, mentions_of, shown_mentions, take_deed, told_too, with_mention, with_told
from corpus.spelling import KIND_WORDS
from corpus.truth import Deed, Mention, Told, Trap, TrueReport, with_criterion

RENAMED = [
    "{name} (trước ngày 01/7/{year} trực thuộc Phòng Giáo dục và Đào tạo huyện) đóng trên địa bàn {place}.",
    "{name} được đổi tên từ Trường THCS Tân Tiến Cũ theo Quyết định số 215/QĐ-UBND ngày 25/6/{year} của "
    "Ủy ban nhân dân tỉnh.",
]
ISSUING = ["- Ban hành {}.", "+ {};", "- Đã xây dựng, ban hành {}."]


def _year(report: TrueReport, later: int = 0) -> str:
    return f"{report.header.year + later}-{report.header.year + later + 1}"


def _with_deed(report: TrueReport, deed: Deed, sentence: str, mention: Mention | None = None) -> TrueReport:
    told = Told("done", sentence, mention or Mention(deed.key))
    return replace(report, deeds=(*report.deeds, deed), told=(*report.told, told))


def _in_register(report: TrueReport, deed: Deed) -> Deed:
    """The deed with a number of its own that lies where its date lies in the register."""
    numbers = {d.number for d in report.deeds if d.number is not None and not d.issuer}
    earlier = [d.number or 0 for d in report.deeds if not d.issuer and d.kind == deed.kind and d.date <= deed.date]
    number = next(n for n in range(max(earlier, default=1) + 1, 999) if n not in numbers)
    return replace(deed, number=number)


def _own(report: TrueReport, key: str, kind: str, date: datetime.date, subject: str) -> Deed:
    return Deed(key, kind, None, f"{kind}-{report.school.letters}", date, subject)


def _also_issued(report: TrueReport, rng: Random, deed: Deed) -> TrueReport:
    return _with_deed(report, _in_register(report, deed), rng.choice(ISSUING))


def date_otherwise_written(report: TrueReport, rng: Random) -> TrueReport | None:
    """One document's date with and without leading zeros, with points, or in words."""
    mentions = [m for m in shown_mentions(report) if m.full and m.date is None]
    mention = rng.choice(mentions)
    date = report.deed(mention.deed).date
    forms = [
        f"{date.day}/{date.month}/{date.year}",
        f"{date.day:02d}/{date.month}/{date.year}",
        f"{date.day} tháng {date.month} năm {date.year}",
        f"{date.day:02d} tháng {date.month:02d} năm {date.year}",
        f"{date:%d-%m-%Y}",
        f"{date:%d.%m.%Y}",
    ]
    return with_mention(report, mention, replace(mention, date=rng.choice(forms)))


def number_otherwise_written(report: TrueReport, rng: Random) -> TrueReport | None:
    """`8` in one place, `08` in another."""
    mentions = [m for m in shown_mentions(report) if m.number is None and (report.deed(m.deed).number or 99) < 10]
    if not mentions:
        return None
    mention = rng.choice(mentions)
    number = report.deed(mention.deed).number or 0
    form = rng.choice([str(number), f"{number:02d}"])
    return with_mention(told_too(report, mention.deed), mention, replace(mention, number=form))


def symbol_otherwise_written(report: TrueReport, rng: Random) -> TrueReport | None:
    """`QĐ- THCS` or `QĐ -THCS` in one place, `QĐ-THCS` in another."""
    mentions = [m for m in shown_mentions(report) if m.symbol is None and report.deed(m.deed).kind in ("QĐ", "KH")]
    mentions = [m for m in mentions if not report.deed(m.deed).issuer]
    if not mentions:
        return None
    mention = rng.choice(mentions)
    kind, _, organ = report.deed(mention.deed).symbol.partition("-")
    symbol = rng.choice([f"{kind}- {organ}", f"{kind} -{organ}", f"{kind} - {organ}", f" {kind}-{organ}"])
    report = told_too(report, mention.deed)
    return with_mention(report, mention, replace(mention, symbol=symbol))


def cited_freely(report: TrueReport, rng: Random) -> TrueReport | None:
    """A document once more, in a form of the moment: `QĐ số: 8/QĐ-…`, in brackets, in small letters."""
    own = [d for d in report.deeds if not d.issuer and d.kind in ("QĐ", "KH") and mentions_of(report, d.key)]
    own = [d for d in own if free_deed(report, d)]
    if not own:
        return None
    deed = rng.choice(own)
    word, name, date = KIND_WORDS[deed.kind], f"{deed.number}/{deed.symbol}", deed.date
    forms = [
        f"({word} số: {name} ngày {date.day}/{date.month}/{date.year})",
        f"({deed.kind} số: {name}, ngày {date:%d/%m/%Y})",
        f"theo {word.lower()} số {name} ngày {date.day} tháng {date.month} năm {date.year}",
        f"theo {deed.kind} {name}",
        f"theo {word} số: {deed.number} /{deed.symbol} (ngày {date:%d/%m/%Y})",
    ]
    sentence = f"Các thành viên thực hiện nhiệm vụ được giao {rng.choice(forms)}."
    return take_deed(replace(report, told=(*report.told, Told("strong", sentence))), deed.key)


def short_after_full(report: TrueReport, rng: Random) -> TrueReport | None:
    """A document cited in full, later by number and symbol only."""
    full = [t.mention.deed for t in report.told if t.mention and t.mention.full]
    if not full:
        return None
    mention = Mention(rng.choice(full), full=False)
    return replace(report, told=(*report.told, Told("strong", "Các nội dung tại {} được thực hiện đầy đủ.", mention)))


def similar_plans(report: TrueReport, rng: Random) -> TrueReport | None:
    """A second plan of the year with a similar subject and a number of its own."""
    subject = rng.choice(
        ["chuyển đổi số trong dạy học và kiểm tra, đánh giá", "tuyên truyền, nâng cao nhận thức về chuyển đổi số"]
    )
    date = report.deed("plan_ict").date
    return _also_issued(report, rng, _own(report, "plan_second", "KH", date, f"{subject} năm học {_year(report)}"))


def rules_beside_committee(report: TrueReport, rng: Random) -> TrueReport | None:
    """The decision on the committee and that on its operating rules."""
    del rng
    return told_too(told_too(report, "committee"), "committee_rules")


def helpers_decision(report: TrueReport, rng: Random) -> TrueReport | None:
    """Two decisions setting up two bodies: committee and self-assessment team."""
    date = report.deed("committee").date + datetime.timedelta(days=rng.randint(90, 150))
    subject = f"thành lập Tổ tự đánh giá mức độ chuyển đổi số năm học {_year(report)}"
    return _also_issued(report, rng, _own(report, "team", "QĐ", date, subject))


def committee_renewed(report: TrueReport, rng: Random) -> TrueReport | None:
    """The committee's members change in the course of the year: a decision of its own, with its own number."""
    date = report.deed("committee").date + datetime.timedelta(days=rng.randint(100, 200))
    subject = f"kiện toàn Ban chỉ đạo chuyển đổi số {report.school.name} năm học {_year(report)}"
    return _also_issued(told_too(report, "committee"), rng, _own(report, "renewed", "QĐ", date, subject))


def decision_amended(report: TrueReport, rng: Random) -> TrueReport | None:
    """A decision that amends another and names it in its subject."""
    first = report.deed("rules_system")
    if not free_deed(report, first):
        return None
    date = first.date + datetime.timedelta(days=rng.randint(60, 150))
    subject = rng.choice(
        [
            f"sửa đổi, bổ sung một số điều của Quyết định số {first.number:02d}/{first.symbol}",
            "sửa đổi, bổ sung một số điều của Quy chế quản lý, sử dụng hệ thống quản trị nhà trường",
        ]
    )
    report = take_deed(told_too(report, "rules_system"), "rules_system")
    return _also_issued(report, rng, _own(report, "amending", "QĐ", date, subject))


def decision_approving_a_plan(report: TrueReport, rng: Random) -> TrueReport | None:
    """The decision that approves a plan has its own number, as the plan has."""
    plan = report.deed("plan_ict")
    approving = _own(report, "approving", "QĐ", plan.date, f"phê duyệt Kế hoạch {plan.subject}")
    return _also_issued(told_too(report, "plan_ict"), rng, approving)


def plan_and_its_report(report: TrueReport, rng: Random) -> TrueReport | None:
    """The report on a plan: same subject, own number, own date."""
    plan = report.deed("plan_training")
    date = plan.date + datetime.timedelta(days=rng.randint(100, 160))
    deed = replace(_own(report, "reporting", "BC", date, f"kết quả thực hiện Kế hoạch {plan.subject}"), number=7)
    mention = Mention("reporting", word="Báo cáo")
    return _with_deed(told_too(report, "plan_training"), deed, "- Kết quả được nêu tại {}.", mention)


def own_plan_after_the_upper_ones(report: TrueReport, rng: Random) -> TrueReport | None:
    """The upper authority and the school have each a plan with one subject."""
    upper = report.deed("upper_plan")
    if report.header.date is None or upper.date + datetime.timedelta(days=3) > report.header.date:
        return None
    date = upper.date + datetime.timedelta(days=rng.randint(1, 3))
    return _also_issued(report, rng, _own(report, "own_assessment", "KH", date, upper.subject))


def upper_has_the_same_number(report: TrueReport, rng: Random) -> TrueReport | None:
    """A document of the upper authority happens to bear the number of one of the school's own."""
    own = [d for d in report.deeds if not d.issuer and d.kind == "KH" and mentions_of(report, d.key)]
    upper = report.deed("upper_plan")
    if not own or not free_deed(report, upper):
        return None
    number = rng.choice(own).number
    deeds = tuple(replace(d, number=number) if d.key == "upper_plan" else d for d in report.deeds)
    report = replace(report, deeds=deeds)
    if not mentions_of(report, "upper_plan"):
        report = with_told(report, "upper_plan", "basis", "Căn cứ {};")
    return take(report, "upper_plan")


def one_number_in_two_registers(report: TrueReport, rng: Random) -> TrueReport | None:
    """A decision and a plan of one number: each register counts by itself."""
    plan, decision = report.deed("plan_ict"), report.deed("committee_rules")
    near = [d for d in report.deeds if d.kind == "QĐ" and not d.issuer and d.key != decision.key]
    low = max((d.number or 0 for d in near if d.date < decision.date), default=0)
    high = min((d.number or 0 for d in near if d.date > decision.date), default=999)
    if not (plan.number and low < plan.number < high) or not free_deed(report, decision):
        return None
    del rng
    deeds = tuple(replace(d, number=plan.number) if d.key == decision.key else d for d in report.deeds)
    return take(told_too(replace(report, deeds=deeds), decision.key), plan.key, decision.key)


def two_of_one_day(report: TrueReport, rng: Random) -> TrueReport | None:
    """Two decisions of one day with neighbouring numbers."""
    first = report.deed("rules_online")
    subject = f"phân công giáo viên phụ trách phòng máy tính năm học {_year(report)}"
    return _also_issued(told_too(report, first.key), rng, _own(report, "same_day", "QĐ", first.date, subject))


def plan_of_last_year(report: TrueReport, rng: Random) -> TrueReport | None:
    """Last year's plan, named as such, with a number and date of its own."""
    plan = report.deed("plan_ict")
    date = plan.date.replace(year=plan.date.year - 1, day=min(plan.date.day, 28))
    subject = f"ứng dụng công nghệ thông tin, chuyển đổi số năm học {_year(report, -1)}"
    number = rng.choice([plan.number, (plan.number or 0) + 7])
    deed = replace(_own(report, "last_year", "KH", date, subject), number=number)
    return take(_with_deed(report, deed, "Năm học trước, đơn vị đã thực hiện {}."), HEADER)


def plan_of_many_years(report: TrueReport, rng: Random) -> TrueReport | None:
    """A plan for a term of years, issued years ago and still in force."""
    year = report.header.year - 2
    subject = f"chuyển đổi số của đơn vị giai đoạn {year}-{year + 5}, định hướng đến năm {year + 8}"
    deed = replace(_own(report, "term", "KH", datetime.date(year, 10, rng.randint(1, 28)), subject), number=31)
    return _with_deed(report, deed, rng.choice(ISSUING))


def rules_of_years_ago(report: TrueReport, rng: Random) -> TrueReport | None:
    """Regulations issued years ago, which stay in force."""
    date = datetime.date(report.header.year - rng.choice([1, 2, 3]), 10, rng.randint(1, 28))
    subject = "ban hành Quy chế bảo đảm an toàn thông tin mạng của đơn vị"
    deed = replace(_own(report, "old_rules", "QĐ", date, subject), number=44)
    return _with_deed(report, deed, "Đơn vị tiếp tục thực hiện {}.")


def not_yet_issued(report: TrueReport, rng: Random) -> TrueReport | None:
    """A document whose number and day are left blank."""
    letters = report.school.letters
    year = report.header.year + 1
    blanks = [
        f"Kế hoạch số      /KH-{letters} ngày      tháng 6 năm {year}",
        f"Quyết định số: … /QĐ-{letters}",
        f"Quyết định số ....../QĐ-{letters} ngày …/…/{year}",
    ]
    blank = rng.choice(blanks)
    sentence = f"- Dự thảo {blank} về việc phê duyệt kết quả tự đánh giá mức độ chuyển đổi số."
    return replace(report, told=(*report.told, Told("end", sentence)))


def plan_within_yearly_plan(report: TrueReport, rng: Random) -> TrueReport | None:
    """The plan of 1.1 is a part of the yearly plan."""
    if not is_free(report, "1.1", evidence_of("1.1"), "plan_online"):
        return None
    told = tuple(t for t in report.told if not (t.mention and t.mention.deed == "plan_online"))
    ways = [
        (Mention("year_plan", criterion="1.1"),),
        ("Lồng ghép trong kế hoạch năm học", Mention("year_plan", criterion="1.1")),
    ]
    changed = replace(report.criterion("1.1"), evidence=rng.choice(ways))
    return with_criterion(replace(report, told=told), changed)


def school_renamed(report: TrueReport, rng: Random) -> TrueReport | None:
    """After the reform of 2025: the name and the letters that the school had before."""
    if not report.school.reformed or report.header.date is None:
        return None
    year = report.header.date.year
    sentence = rng.choice(RENAMED)
    told = Told("opening", sentence.format(name=report.school.name, place=report.school.place, year=year))
    return replace(report, told=(*report.told, told))


def committee_set_up_again(report: TrueReport, rng: Random) -> TrueReport | None:
    """After the reform the committee is set up again, under the new symbol, with a new number."""
    if not report.school.reformed or report.header.date is None or report.header.date.day < 6:
        return None
    date = datetime.date(report.header.date.year, 7, rng.randint(1, 4))
    subject = f"kiện toàn Ban chỉ đạo chuyển đổi số {report.school.name} sau sắp xếp đơn vị hành chính"
    return _also_issued(told_too(report, "committee"), rng, _own(report, "set_up_again", "QĐ", date, subject))


DOCUMENTS: tuple[Trap, ...] = (
    date_otherwise_written, number_otherwise_written, symbol_otherwise_written, cited_freely, short_after_full,
    similar_plans, rules_beside_committee, helpers_decision, committee_renewed, decision_amended,
    decision_approving_a_plan, plan_and_its_report, own_plan_after_the_upper_ones, upper_has_the_same_number,
    one_number_in_two_registers, two_of_one_day, plan_of_last_year, plan_of_many_years, rules_of_years_ago,
    not_yet_issued, plan_within_yearly_plan, school_renamed, committee_set_up_again,
)  # fmt: skip
