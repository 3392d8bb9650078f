"""document-number, -date, -reuse, -form, -period, -order: silent cases first."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from normalize.report import Citation, Reading
from rules.citing import cited_as
from tests.rules.build import at, findings, found, report, said, severities

PLAIN = report()
WORDS = {"QĐ": "Quyết định", "KH": "Kế hoạch", "CV": "Công văn", "QC": "Quy chế", "ĐA": "Đề án", "BC": "Báo cáo"}

COMMITTEE = "thành lập Ban chỉ đạo chuyển đổi số Trường THCS Hoa Mai năm học 2022-2023"
COMMITTEE_SHORT = "thành lập Ban chỉ đạo chuyển đổi số"
ACCESS = "phân quyền khai thác, sử dụng cơ sở dữ liệu ngành giáo dục và đào tạo năm học 2022 - 2023"
PLAN = "thực hiện nhiệm vụ CNTT, chuyển đổi số và công tác thống kê giáo dục năm học 2022-2023"
ONLINE = "ban hành Quy chế tổ chức dạy học trực tuyến"
EXAM = "kiểm tra, đánh giá định kỳ học sinh trên phòng máy năm học 2022-2023"
TRAINING = "bồi dưỡng thường xuyên cán bộ quản lý, giáo viên năm học 2022-2023"
CATALOGUE = "phê duyệt danh mục học liệu số dùng chung"
SOFTWARE = "ban hành Quy chế sử dụng phần mềm quản trị nhà trường"
counter = iter(range(1, 10_000))


def doc(name, date=None, subject="", row=None, **fields):
    """A citation: "108/QĐ-THCSHM" on "9/12/2022"; in that criterion's row, else in the text."""
    number, _, symbol = name.partition("/")
    letters, _, issuer = symbol.partition("-")
    day = None
    if date:
        try:
            day = datetime.datetime.strptime(date, "%d/%m/%Y").date()
        except ValueError:
            day = None
    place = at(next(counter)) if row else said(next(counter))
    given = Citation(
        place,
        f"số {name} ngày {date}",
        "appendix" if row else "text",
        number=number or None,
        symbol=symbol,
        kind=letters or None,
        word=WORDS.get(letters),
        letters=letters or None,
        issuer=issuer,
        date=day,
        date_text=date,
        subject=subject,
        own=issuer == "THCSHM",
        criterion=row,
    )
    return replace(given, **fields)


def check(*citations, **header):
    return found(replace(PLAIN, citations=citations, header=replace(PLAIN.header, **header)))


@pytest.mark.parametrize(
    "citations",
    [
        pytest.param(
            [doc("108/QĐ-THCSHM", "09/12/2022", COMMITTEE), doc("108/QĐ-THCSHM", "9/12/2022", COMMITTEE, "2.1")],
            id="cited twice alike",
        ),
        pytest.param(
            [doc("8/QĐ-THCSHM", "09/12/2022", COMMITTEE), doc("08/QĐ-THCSHM", "09/12/2022", COMMITTEE, "2.1")],
            id="a leading zero is no difference",
        ),
        pytest.param(
            [doc("108/QĐ-THCSHM", "09/12/2022", COMMITTEE), doc("108/QĐ-THCSHM", None, "", "2.1")],
            id="later without date and subject",
        ),
        pytest.param(
            [doc("108/QĐ-THCSHM", "09/12/2022", COMMITTEE), doc("110/QĐ-THCSHM", "09/12/2022", ACCESS, "2.3")],
            id="two decisions of one day",
        ),
        pytest.param(
            [
                doc("108/QĐ-THCSHM", "09/12/2022", COMMITTEE),
                doc("109/QĐ-THCSHM", "09/12/2022", "kiện toàn Ban chỉ đạo chuyển đổi số năm học 2022-2023", "2.1"),
            ],
            id="setting up and renewing are two decisions",
        ),
        pytest.param(
            [
                doc("108/QĐ-THCSHM", "09/12/2022", COMMITTEE),
                doc("112/QĐ-THCSHM", "09/12/2022", "ban hành Quy chế hoạt động của Ban chỉ đạo chuyển đổi số", "2.1"),
            ],
            id="a committee and its rules",
        ),
        pytest.param(
            [
                doc("91/KH-THCSHM", "05/10/2022", "thực hiện nhiệm vụ CNTT năm học 2021-2022"),
                doc("109/KH-THCSHM", "05/10/2022", "thực hiện nhiệm vụ CNTT năm học 2022-2023", "2.2"),
            ],
            id="the plans of two years",
        ),
        pytest.param(
            [doc("41/KH-THCSHM", "05/10/2022", PLAN), doc("109/KH-THCSHM", "10/12/2022", PLAN, "2.2")],
            id="another number and another date: another document",
        ),
        pytest.param(
            [
                doc("108/QĐ-THCSHM", "09/12/2022", COMMITTEE),
                doc("31/QĐ-THCSLAN", "09/12/2022", COMMITTEE_SHORT, own=False),
            ],
            id="two schools' decisions",
        ),
        pytest.param(
            [doc("109/KH-THCSHM", "10/12/2022", PLAN), doc("109/QĐ-THCSHM", "10/12/2022", ACCESS)],
            id="each register counts for itself",
        ),
        pytest.param(
            [
                doc("12/QĐ-THCSHM", "05/01/2023", ACCESS),
                doc("12/QĐ-THCSHM", "03/02/2022", ONLINE),
            ],
            id="numbers begin anew each year",
        ),
        pytest.param(
            [
                doc("23/QĐ-THCSHM", "16/09/2022", COMMITTEE),
                doc("23/QĐ-THCSHM", "26/04/2023", "thành lập Tổ tự đánh giá mức độ chuyển đổi số", "2.1"),
            ],
            id="numbers begin anew each year, though the subjects share words",
        ),
        pytest.param(
            [doc("/QĐ-THCSHM", None, COMMITTEE), doc("108/QĐ-THCSHM", "09/12/2022", COMMITTEE, "2.1")],
            id="a blank number is not yet issued",
        ),
        pytest.param(
            [
                doc("45/KH-THCSHM", "05/09/2022", "năm học 2022-2023", "1.1"),
                doc("45/KH-THCSHM", "05/09/2022", "", "2.2"),
            ],
            id="one yearly plan for two criteria",
        ),
        pytest.param(
            [
                replace(doc("4725/QĐ-BGDĐT", "30/12/2022", "ban hành Bộ chỉ số"), place=said(3)),
                replace(doc("3276/QĐ-BGDĐT", "30/12/2022", "ban hành Bộ chỉ số"), place=said(3)),
            ],
            id="two numbers at one place are two documents",
        ),
        pytest.param(
            [
                *(doc("108/QĐ-THCSHM", "09/12/2022", COMMITTEE) for _ in range(2)),
                *(doc("109/QĐ-THCSHM", "09/12/2022", COMMITTEE_SHORT, "2.1") for _ in range(2)),
            ],
            id="two numbers, each confirmed, are two documents",
        ),
        pytest.param(
            [
                doc("49/QĐ-THCSHM", "09/12/2022", COMMITTEE),
                doc("49/QĐ-THCSHM", None, "thực hiện nhiệm vụ được phân công"),
            ],
            id="after a number alone the sentence goes on",
        ),
        pytest.param(
            [doc("49/QĐ-THCSHM", "09/12/2022", COMMITTEE), doc("49/QĐ-THCSHM", None, "phân công từng người phụ trách")],
            id="after a number alone the sentence goes on with a word that subjects begin with",
        ),
        pytest.param(
            [
                doc("49/QĐ-THCSHM", "09/12/2022", ONLINE),
                doc("49/QĐ-THCSHM", "09/12/2022", "phổ biến đến giáo viên", sure=False),
            ],
            id="after the same date it goes on too",
        ),
        pytest.param(
            [doc("49/QĐ-THCSHM", "09/12/2022", COMMITTEE), doc("49/QĐ-THCSHM", None, "thành lập từ năm 2021")],
            id="a word that subjects begin with, before when it was done",
        ),
        pytest.param(
            [doc("45/KH-THCSHM", "05/09/2022", TRAINING), doc("45/KH-THCSHM", "05/09/2022", EXAM, sure=False)],
            id="two plans of one day, of which one may be the sentence",
        ),
    ],
)
def test_silent_on_documents_cited_twice(citations):
    assert check(*citations) == []


@pytest.mark.parametrize(
    ("citations", "expected"),
    [
        pytest.param(
            [doc("108/QĐ-THCSHM", "09/12/2022", COMMITTEE), doc("08/QĐ-THCSHM", "09/12/2022", COMMITTEE, "2.1")],
            [("document-number", "2.1", "08/QĐ-THCSHM", "108/QĐ-THCSHM")],
            id="the appendix lost a digit",
        ),
        pytest.param(
            [doc("108/QĐ-THCSHM", "09/12/2022", COMMITTEE_SHORT), doc("118/QĐ-THCSHM", None, COMMITTEE, "2.1")],
            [("document-number", "2.1", "118/QĐ-THCSHM", "108/QĐ-THCSHM")],
            id="the subject is shorter in one place, the date is missing",
        ),
        pytest.param(
            [doc("108/QĐ-THCSHM", None, COMMITTEE), doc("118/QĐ-THCSHM", None, COMMITTEE, "2.1", sure=False)],
            [("document-number", "2.1", "118/QĐ-THCSHM", "108/QĐ-THCSHM")],
            id="no date at all, and one of the subjects is sure",
        ),
        pytest.param(
            [
                doc("109/KH-THCSHM", "10/12/2022", PLAN),
                doc("190/KH-THCSHM", "10/12/2022", PLAN),
                doc("109/KH-THCSHM", "10/12/2022", PLAN, "2.2"),
            ],
            [("document-number", "2.2", "190/KH-THCSHM", "109/KH-THCSHM")],
            id="three times, once wrong: the majority is right",
        ),
        pytest.param(
            [
                doc("109/KH-THCSHM", "10/12/2022", PLAN),
                doc("109/KH-THCSHM"),
                doc("190/KH-THCSHM", "10/12/2022", PLAN, "2.2"),
            ],
            [("document-number", "2.2", "190/KH-THCSHM", "109/KH-THCSHM")],
            id="a citation without subject has a vote too",
        ),
        pytest.param(
            [
                doc("9/KH-THCSHM", "09/09/2022", "thực hiện nhiệm vụ năm học 2022-2023"),
                doc("9/KH-THCSHM", "09/09/2021", "thực hiện nhiệm vụ năm học 2022 - 2023", "1.1"),
            ],
            [("document-date", "1.1", "09/09/2021", "09/09/2022")],
            id="one plan of one school year, in words that many have",
        ),
        pytest.param(
            [doc("109/KH-THCSHM", "10/12/2022", PLAN), doc("109/KH-THCSHM", "12/10/2022", PLAN, "2.2")],
            [("document-date", "2.2", "12/10/2022", "10/12/2022")],
            id="day and month turned round",
        ),
        pytest.param(
            [doc("109/KH-THCSHM", "10/12/2022", PLAN), doc("109/KH-THCSHM", "11/12/2022", "", "2.2")],
            [("document-date", "2.2", "11/12/2022", "10/12/2022")],
            id="another day of one year, no subject",
        ),
        pytest.param(
            [
                doc("4725/QĐ-BGDĐT", "30/12/2022", "ban hành Bộ chỉ số"),
                doc("4725/QĐ-BGDĐT", "20/12/2022", "", "2.1"),
            ],
            [("document-date", "2.1", "20/12/2022", "30/12/2022")],
            id="the ministry's decision with another day",
        ),
        pytest.param(
            [doc("4725/QĐ-BGD&ĐT", "31/12/2022", "ban hành Bộ chỉ số")],
            [("document-date", "", "31/12/2022", "30/12/2022")],
            id="the decision that the set rests on, never with its own date",
        ),
        pytest.param(
            [doc("15/QĐ-THCSHM", "09/12/2022", COMMITTEE, "2.1"), doc("15/QĐ-THCSHM", "09/12/2022", ONLINE, "1.2")],
            [("document-reuse", "2.1", "15/QĐ-THCSHM", "")],
            id="one number for two decisions of one day",
        ),
        pytest.param(
            [doc("75/KH-THCSHM", "02/11/2022", EXAM, "1.5"), doc("75/KH-THCSHM", "20/10/2022", TRAINING, "1.6")],
            [("document-reuse", "1.5", "75/KH-THCSHM", "")],
            id="one number for two plans of two days",
        ),
        pytest.param(
            [
                doc("75/KH-THCSHM", "02/11/2022", EXAM, text=f"Kế hoạch {EXAM} số 75/KH-THCSHM"),
                doc("75/KH-THCSHM", "02/11/2022", TRAINING, "1.6"),
            ],
            [("document-reuse", "1.6", "75/KH-THCSHM", "")],
            id="one number for two plans of one day, a name before the number and one in the evidence",
        ),
        pytest.param(
            [doc("88/QĐ-THCSHM", "27/09/2022", CATALOGUE, "1.4"), doc("88/QĐ-THCSHM", "03/10/2022", SOFTWARE, "2.3")],
            [("document-reuse", "1.4", "88/QĐ-THCSHM", "")],
            id="words that only look alike without their marks",
        ),
        pytest.param(
            [
                doc("88/QĐ-THCSHM", "27/09/2022", COMMITTEE, "2.1"),
                doc("88/QĐ-THCSHM", "03/10/2022", "ban hành Quy chế hoạt động của Ban chỉ đạo chuyển đổi số"),
            ],
            [("document-reuse", "2.1", "88/QĐ-THCSHM", "")],
            id="two days, and each does another thing with one committee",
        ),
        pytest.param(
            [
                doc("21/QĐ-THCSHM", "08/10/2022", ONLINE, "1.2"),
                doc("21/QĐ-THCSHM", "26/10/2022", "V/v phân quyền khai thác cơ sở dữ liệu ngành", "2.3", sure=False),
            ],
            [("document-reuse", "1.2", "21/QĐ-THCSHM", "")],
            id="two days, and what reads as a title behind V/v",
        ),
        pytest.param(
            [doc("109/KH-THCSHM", "10/12/2022", PLAN), doc("109/KH-THCSHM", "12/10/2022", "phát triển CNTT", "2.2")],
            [("document-date", "2.2", "12/10/2022", "10/12/2022")],
            id="two days, and the subjects do not surely differ",
        ),
    ],
)
def test_documents_cited_twice(citations, expected):
    assert check(*citations) == expected


def test_a_difference_names_both_places():
    text = doc("108/QĐ-THCSHM", "09/12/2022", COMMITTEE)
    row = doc("08/QĐ-THCSHM", "09/12/2022", COMMITTEE, "2.1")
    (finding,) = findings(replace(PLAIN, citations=(text, row)))
    assert (finding.place, finding.others, finding.excerpt) == (row.place, (text.place,), row.text)


@pytest.mark.parametrize(
    "citation",
    [
        pytest.param(doc("71/QĐ-THCSHM", year=2023), id="a year in a school's own number"),
        pytest.param(doc("30/NĐ-CP", year=2020, word="Nghị định"), id="a legal act"),
        pytest.param(doc("3707/SGDĐT-VP", kind="CV", word="Công văn", letters=None), id="a công văn has no letters"),
        pytest.param(doc("12/CV-THCSHM"), id="the old letters of a công văn"),
        pytest.param(doc("4725/", None, "", kind="QĐ", word="Quyết định", letters=None), id="the number alone"),
        pytest.param(doc("7/QĐ-THCSHM", kind="QC", word="Quy chế"), id="regulations bear their decision's number"),
        pytest.param(doc("131/QĐ-TTg", kind="ĐA", word="Đề án"), id="so do schemes"),
        pytest.param(doc("01/QD-UBND", kind="QĐ", word="Quyết định"), id="đ written as d"),
        pytest.param(doc("/QĐ-THCSHM", well_formed=False), id="a blank number"),
        pytest.param(doc("05/NQ-TU", word=None, kind="NQ"), id="no word before it"),
        pytest.param(doc("23/NQ-TU", word="văn bản", kind=None), id="a word that names no kind"),
    ],
)
def test_silent_on_form(citation):
    assert check(citation) == []


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        pytest.param(
            doc("12/QĐ-THCSHM", word="Kế hoạch", kind="KH"), "Kế hoạch số 12/QĐ-THCSHM", id="a plan as a decision"
        ),
        pytest.param(
            doc("4725/QĐ-BGDĐT", word="Công văn", kind="CV"), "Công văn số 4725/QĐ-BGDĐT", id="a công văn as a decision"
        ),
        pytest.param(doc("749/QĐTTg", well_formed=False), "749/QĐTTg", id="the hyphen is lost"),
    ],
)
def test_form(citation, expected):
    assert check(citation, citation) == [("document-form", "", expected, "")]


@pytest.mark.parametrize(
    "citation",
    [
        pytest.param(doc("12/KH-THCSHM", "25/05/2023", PLAN), id="of the report's own day"),
        pytest.param(doc("12/KH-THCSHM", None, PLAN), id="no date"),
        pytest.param(doc("12/KH-THCSHM", "ngày … tháng … năm 2023", PLAN), id="a date left blank"),
        pytest.param(doc("12/KH-THCSHM", "tháng 10/2022", PLAN), id="a month without a day"),
        pytest.param(doc("12/KH-THCSHM", "10/01/2022", "ứng dụng CNTT năm 2022"), id="the calendar year's plan"),
        pytest.param(doc("12/KH-THCSHM", "10/01/2021", "chuyển đổi số giai đoạn 2021-2025"), id="a plan for a term"),
        pytest.param(doc("12/QĐ-THCSHM", "10/01/2018", ONLINE), id="regulations that are still in force"),
        pytest.param(doc("12/QĐ-THCSHM", "10/09/2021", COMMITTEE_SHORT), id="last year's committee"),
        pytest.param(
            doc("749/QĐ-TTg", "03/06/2020", "Chương trình chuyển đổi số quốc gia"), id="an older act from above"
        ),
        pytest.param(doc("128/KH-SGDĐT-VP", "12/05/2023", PLAN), id="the Sở's plan of this year"),
    ],
)
def test_silent_on_period(citation):
    assert check(citation) == []


@pytest.mark.parametrize(
    ("citation", "stated"),
    [
        pytest.param(doc("12/QĐ-THCSHM", "31/02/2023", ACCESS), "31/02/2023", id="no such day"),
        pytest.param(doc("12/QĐ-THCSHM", "30/13/2022", ACCESS), "30/13/2022", id="no such month"),
        pytest.param(doc("12/QĐ-THCSHM", "ngày 31/9/2022", ACCESS), "31/9/2022", id="the word day before it"),
        pytest.param(doc("12/QĐ-THCSHM", "26/05/2023", ACCESS), "26/05/2023", id="the day after the report"),
        pytest.param(doc("12/KH-THCSHM", "10/10/2020", "ứng dụng CNTT"), "10/10/2020", id="a plan of two years before"),
        pytest.param(doc("12/KH-THCSHM", "10/10/2020", PLAN), "10/10/2020", id="its own subject names another year"),
        pytest.param(
            doc("12/QĐ-THCSHM", "10/10/2018", COMMITTEE_SHORT), "10/10/2018", id="a committee of four years ago"
        ),
    ],
)
def test_period(citation, stated):
    assert check(citation) == [("document-period", "", stated, "")]


OLD_PLAN = "ứng dụng CNTT, chuyển đổi số năm học 2020-2021"


def row(name, date, subject, criterion="2.2", **fields):
    return doc(name, date, subject, where="appendix", criterion=criterion, **fields)


NOW = row("45/KH-THCSHM", "10/11/2022", "kiểm tra, đánh giá học sinh năm học 2022-2023", criterion="1.5")
EXPIRED = row("12/KH-THCSHM", "10/10/2020", OLD_PLAN)


@pytest.mark.parametrize(
    "citations",
    [
        pytest.param([EXPIRED], id="no document names the reported year: it may have been misread"),
        pytest.param([NOW, doc("12/KH-THCSHM", "10/10/2020", OLD_PLAN)], id="told in the text"),
        pytest.param([NOW, EXPIRED, row("9/KH-THCSHM", "10/10/2022", PLAN)], id="this year's plan beside it"),
        pytest.param([NOW, EXPIRED, row("9/QĐ-THCSHM", None, "")], id="another document of the school beside it"),
        pytest.param(
            [NOW, row("12/KH-SGDĐT", "10/10/2020", OLD_PLAN, own=False)],
            id="a plan of the upper body is another matter",
        ),
        pytest.param([NOW, row("12/KH-THCSHM", "10/10/2020", "chuyển đổi số giai đoạn 2020-2025")], id="a term"),
        pytest.param([NOW, row("12/QĐ-THCSHM", "10/10/2020", OLD_PLAN, kind="QĐ")], id="a decision may stay in force"),
        pytest.param([NOW, row("12/KH-THCSHM", "10/10/2022", PLAN)], id="the reported year's plan"),
    ],
)
def test_silent_on_a_plan_of_an_earlier_year(citations):
    assert check(*citations) == []


def test_a_criterion_that_rests_on_the_plan_of_an_earlier_year():
    upper = row("128/KH-SGDĐT-VP", "01/10/2022", "chuyển đổi số trong ngành giáo dục năm học 2022-2023", own=False)
    assert check(NOW, EXPIRED, upper) == [("document-period", "2.2", "10/10/2020", "")]


def test_a_report_dated_before_most_of_its_documents_is_one_finding():
    citations = [doc(f"{n}/QĐ-THCSHM", f"{n:02d}/10/2023", ACCESS) for n in (5, 6, 7, 8)]
    assert [row[2] for row in check(*citations)] == ["05/10/2023"]


@pytest.mark.parametrize(
    ("date", "number"),
    [
        pytest.param("12/10/2023", 0, id="the Sở's document later than the school year"),
        pytest.param("12/10/2033", 1, id="ten years later"),
    ],
)
def test_without_a_date_of_the_report(date, number):
    assert (
        len([row for row in check(doc("128/KH-SGDĐT-VP", date, PLAN), date=None) if row[0] == "document-period"])
        == number
    )


def test_a_later_own_document_without_a_date_of_the_report():
    rules = [row[0] for row in check(doc("12/KH-THCSHM", "12/10/2024", ""), date=None)]
    assert rules == ["missing-header", "document-period"]


def order(*citations):
    return [
        finding.rule for finding in findings(replace(PLAIN, citations=citations)) if finding.rule == "document-order"
    ]


@pytest.mark.parametrize(
    ("citations", "number"),
    [
        pytest.param([doc("5/QĐ-THCSHM", "09/09/2022"), doc("9/QĐ-THCSHM", "12/10/2022")], 0, id="rising together"),
        pytest.param([doc("5/QĐ-THCSHM", "09/09/2022"), doc("9/QĐ-THCSHM", "09/09/2022")], 0, id="one day"),
        pytest.param([doc("95/QĐ-THCSHM", "09/09/2022"), doc("9/QĐ-THCSHM", "12/01/2023")], 0, id="a new year"),
        pytest.param([doc("95/QĐ-THCSHM", "09/09/2022"), doc("9/KH-THCSHM", "12/10/2022")], 0, id="two registers"),
        pytest.param([doc("15/QĐ-THCSHM", "09/09/2022"), doc("9/QĐ-THCSHM", "12/10/2022")], 1, id="opposite"),
        pytest.param(
            [doc("15/QĐ-THCSHM", "09/09/2022"), doc("9/QĐ-THCSHM", "12/10/2022"), doc("3/QĐ-THCSHM", "13/10/2022")],
            1,
            id="one finding a register",
        ),
    ],
)
def test_order(citations, number):
    assert len(order(*citations)) == number


def test_how_documents_are_named():
    names = [
        cited_as(each) for each in (doc("08/QĐ-THCS"), doc("71/QĐ-THCS", year=2023), doc("52/NQ-TW", symbol="NQ/TW"))
    ]
    assert names == ["08/QĐ-THCS", "71/2023/QĐ-THCS", "52-NQ/TW"]


def test_severities():
    reading = Reading(datetime.date(2023, 5, 25), "25/5/2023", said(2))
    given = replace(
        PLAIN,
        header=replace(PLAIN.header, date=reading),
        citations=(
            doc("15/QĐ-THCSHM", "09/09/2022", ACCESS, "2.3"),
            doc("9/QĐ-THCSHM", "31/11/2022", COMMITTEE, "2.1"),
        ),
    )
    assert severities(given) == [("document-period", "warning")]


def test_a_number_that_two_documents_bear_has_two_dates_for_one_reason() -> None:
    given = [
        doc("11/QĐ-THCSHM", "08/11/2022", CATALOGUE),
        doc("11/QĐ-THCSHM", "11/09/2022", COMMITTEE, "2.1"),
        doc("11/QĐ-THCSHM", "11/09/2022"),
    ]
    assert [row[0] for row in check(*given)] == ["document-reuse"]


@pytest.mark.parametrize(
    ("citations", "expected"),
    [
        pytest.param(
            [
                doc("15/QĐ-THCSHM", "09/12/2022", COMMITTEE),
                doc("15/QĐ-THCSHM", "19/12/2022", "phổ biến đến giáo viên", sure=False),
            ],
            [("document-date", "error")],
            id="two dates, and one of the subjects may be the sentence: the dates are what is sure",
        ),
        pytest.param(
            [doc("15/QĐ-THCSHM", "09/12/2022", COMMITTEE), doc("15/QĐ-THCSHM", "19/12/2022", ONLINE, sure=False)],
            [("document-reuse", "warning")],
            id="two dates: what reads as a title will do",
        ),
        pytest.param(
            [doc("15/QĐ-THCSHM", None, f"V/v {COMMITTEE}"), doc("15/QĐ-THCSHM", None, ONLINE, "1.2")],
            [("document-reuse", "info")],
            id="one number for two decisions without a date: they may be of two years",
        ),
        pytest.param(
            [doc("15/QĐ-THCSHM", "09/12/2022", COMMITTEE), doc("15/QĐ-THCSHM", None, ONLINE, "1.2")],
            [("document-reuse", "info")],
            id="one of them without a date",
        ),
        pytest.param(
            [
                doc("15/QĐ-THCSHM", "09/12/2022", COMMITTEE),
                doc("15/QĐ-THCSHM", None, CATALOGUE),
                doc("15/QĐ-THCSHM", "19/12/2022", ONLINE, "1.2"),
            ],
            [("document-reuse", "warning")],
            id="said once, as what is sure of it",
        ),
        pytest.param(
            [doc("15/QĐ-THCSHM", "09/12/2022", COMMITTEE), doc("15/QĐ-THCSHM", "31/09/2022", ONLINE, "1.2")],
            [("document-reuse", "warning")],
            id="a date that cannot be is of its year, and not told beside",
        ),
        pytest.param(
            [doc("15/QĐ-THCSHM", "09/12/2022", COMMITTEE), doc("15/QĐ-THCSHM", "31/04/2023", ONLINE, "1.2")],
            [("document-period", "warning")],
            id="an impossible date of another year",
        ),
    ],
)
def test_how_sure_a_number_for_two_documents_is(citations, expected):
    assert severities(replace(PLAIN, citations=citations)) == expected


SYSTEM = "ban hành Quy chế quản lý, sử dụng hệ thống quản trị nhà trường"


@pytest.mark.parametrize(
    ("number", "date", "subject", "expected"),
    [
        pytest.param("140/QĐ-THCSHM", "10/09/2022", SYSTEM, [], id="one number"),
        pytest.param("139/QĐ-THCSHM", "10/09/2022", SYSTEM, [], id="neighbours of the register"),
        pytest.param("197/QĐ-THCSHM", "10/09/2022", SYSTEM, [], id="numbers that differ in two places"),
        pytest.param("130/QĐ-THCSHM", "11/10/2022", SYSTEM, [], id="another day"),
        pytest.param("130/QĐ-THCSHM", "10/09/2022", CATALOGUE, [], id="another subject"),
        pytest.param("130/QĐ-THCSHM", "10/09/2022", SYSTEM, [("document-number", "info")], id="one digit off"),
        pytest.param("40/QĐ-THCSHM", "10/09/2022", SYSTEM, [("document-number", "info")], id="a digit lost"),
        pytest.param("410/QĐ-THCSHM", "10/09/2022", SYSTEM, [("document-number", "info")], id="two swapped"),
    ],
)
def test_nearly_one_subject_of_one_day_under_numbers_a_slip_apart(number, date, subject, expected) -> None:
    citations = (doc("140/QĐ-THCSHM", "10/09/2022", SOFTWARE), doc(number, date, subject, "2.3"))
    given = severities(replace(PLAIN, citations=citations))
    assert [one for one in given if one[0] == "document-number"] == expected
