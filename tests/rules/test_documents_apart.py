"""Documents that are nearly one, letters nearly right, dates nearly in time: silent cases first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalize.report import Reading
from tests.rules.build import said
from tests.rules.cite import COMMITTEE, EXAM, PLAN, TRAINING, cited, decision, names, told

SOFTWARE = "ban hành Quy chế sử dụng phần mềm quản trị"


@pytest.mark.parametrize(
    "citations",
    [
        pytest.param(
            [decision("15", "", kind=None, word=None), decision("51", "", kind=None, word=None)],
            id="of what kind they are is not known",
        ),
        pytest.param(
            [decision("15", "09/12/2022"), decision("51", "09/12/2022", kind="KH", letters="KH", symbol="KH-THCSHM")],
            id="a decision and a plan",
        ),
        pytest.param(
            [decision("15", "", own=True), decision("51", "", own=False, issuer="")], id="the school's and another's"
        ),
        pytest.param(
            [decision("15", "", "văn bản"), decision("51", "", "văn bản")], id="a subject of one word tells nothing"
        ),
    ],
)
def test_silent_on_two_numbers(citations):
    assert names("document-number", *citations) == []


@pytest.mark.parametrize(
    "citations",
    [
        pytest.param([decision("15", ""), decision("51", "", own=None)], id="whose the second is, is not known"),
        pytest.param([decision("15", ""), decision("51", "", issuer="")], id="the second has no issuer"),
        pytest.param(
            [decision("15", ""), decision("51", "", issuer="THCS HM")], id="the issuer's letters are set apart"
        ),
    ],
)
def test_two_numbers_of_one_document(citations):
    assert len(names("document-number", *citations)) == 1


@pytest.mark.parametrize(
    "citations",
    [
        pytest.param(
            [decision("15", "09/12/2022"), replace(decision("15", "10/12/2022"), year=2022), decision("15", "")][:1],
            id="one citation",
        ),
        pytest.param(
            [decision("15", "09/12/2022", "", year=2022), decision("15", "10/12/2022", "", year=2021)],
            id="numbers of two years",
        ),
        pytest.param(
            [decision("15", "09/12/2022", ""), decision("15", "10/01/2023", "")],
            id="two calendar years, no subject: numbers begin anew",
        ),
        pytest.param([decision("15", "09/12/2022", EXAM), decision("15", "10/12/2022", TRAINING)], id="two subjects"),
        pytest.param([decision("15", "09/12/2022"), decision("15", "10/01/2021", "")], id="no subject, two years"),
        pytest.param(
            [
                decision("15", "09/12/2022", "thực hiện nhiệm vụ CNTT năm học 2021-2022"),
                decision("15", "10/12/2022", "thực hiện nhiệm vụ CNTT năm học 2022-2023"),
            ],
            id="two school years",
        ),
        pytest.param([cited(said(3), "4725/QĐ-UBND", "09/12/2022", PLAN)], id="another issuer's decision 4725"),
        pytest.param([cited(said(3), "4752/QĐ-BGDĐT", "09/12/2022", PLAN)], id="another decision of the ministry"),
    ],
)
def test_silent_on_two_dates(citations):
    assert names("document-date", *citations) == []


@pytest.mark.parametrize(
    "citations",
    [
        pytest.param(
            [decision("15", "09/12/2022", ""), decision("15", "10/12/2022", "")], id="one year, no subject at all"
        ),
        pytest.param([decision("15", "09/12/2022"), decision("15", "10/12/2022", "")], id="a subject on one side"),
        pytest.param(
            [decision("15", "09/12/2022", "", year=2022), decision("15", "10/12/2022", "")], id="a year on one side"
        ),
        pytest.param(
            [decision("15", "09/12/2022", ""), decision("15", "10/12/2022", "", letters=None)],
            id="kind letters on one side, the word on the other",
        ),
    ],
)
def test_two_dates_of_one_document(citations):
    assert len(names("document-date", *citations)) == 1


@pytest.mark.parametrize(
    ("citations", "number"),
    [
        pytest.param([decision("15", "09/12/2022", EXAM), decision("15", "10/12/2022", EXAM)], 0, id="one subject"),
        pytest.param(
            [decision("15", "09/12/2021", EXAM), decision("15", "10/12/2022", TRAINING)], 0, id="two calendar years"
        ),
        pytest.param(
            [decision("15", "", EXAM, number=None), decision("16", "", f"về {TRAINING}", number=None)],
            0,
            id="numbers not yet issued",
        ),
        pytest.param(
            [decision("15", "09/12/2022", EXAM, issuer=""), decision("15", "10/12/2022", TRAINING)],
            0,
            id="the issuer of one is not known",
        ),
        pytest.param(
            [cited(said(30), "15/QĐ", "09/12/2022", EXAM), cited(said(31), "15/QĐ", "10/12/2022", TRAINING)],
            0,
            id="no issuer",
        ),
        pytest.param(
            [cited(said(30), "15/QĐ-HM", "09/12/2022", EXAM), cited(said(30), "15/QĐ-HM", "10/12/2022", TRAINING)],
            0,
            id="both at one place",
        ),
        pytest.param(
            [
                cited(said(30), "15/QĐ-HM", "09/12/2022", EXAM),
                cited(said(31), "15/QĐ-HM", "10/12/2022", TRAINING),
                cited(said(32), "16/QĐ-HM", "12/12/2022", "tuyển sinh lớp 6"),
                cited(said(33), "17/QĐ-HM", "13/12/2022", COMMITTEE),
                cited(said(34), "17/QĐ-HM", "14/12/2022", SOFTWARE),
                cited(said(35), "17/QĐ-HM", "15/12/2022", "mua sắm máy chiếu"),
            ],
            2,
            id="two numbers, one finding each",
        ),
    ],
)
def test_one_number_for_several_documents(citations, number):
    assert len(names("document-reuse", *citations)) == number


@pytest.mark.parametrize(
    ("kind", "letters", "silent"),
    [
        pytest.param("QyĐ", "QĐ", True, id="rules issued by a decision"),
        pytest.param("CTr", "QĐ", True, id="a programme issued by a decision"),
        pytest.param("CTr", "CT", True, id="a programme with the letters of a directive"),
        pytest.param("CT", "CTr", True, id="a directive with the letters of a programme"),
        pytest.param("PA", "QĐ", True, id="an option issued by a decision"),
        pytest.param("TC", "TB", True, id="a communiqué with the letters of a notice"),
        pytest.param("CV", "CV", True, id="the old letters of a công văn"),
        pytest.param("TTr", "TT", True, id="a proposal with the letters of a circular"),
        pytest.param("TT", "TTr", True, id="a circular with the letters of a proposal"),
        pytest.param("DA", "QĐ", True, id="a project issued by a decision"),
        pytest.param("CV", "QĐ", False, id="a công văn is issued by no decision"),
        pytest.param("QĐ", "QC", False, id="a decision does not bear the letters of regulations"),
        pytest.param("TB", "TC", False, id="a notice is no communiqué"),
    ],
)
def test_letters_that_stand_behind_a_word(kind, letters, silent):
    citation = cited(said(30), f"12/{letters}-THCSHM", kind=kind, letters=letters, word="Văn bản")
    assert (told("document-form", citation) == []) is silent


def test_each_fault_of_form_is_told_once_and_none_hides_another():
    faulty = [cited(said(30 + n), name, word="Kế hoạch", kind="KH") for n, name in enumerate(("1/QĐ-A", "2/QĐ-A"))]
    malformed = cited(said(40), "3/QĐA", letters=None, well_formed=False)
    stated = [name for name, _ in names("document-form", *faulty, faulty[0], malformed, faulty[1])]
    assert stated == ["Kế hoạch số 1/QĐ-A", "Kế hoạch số 2/QĐ-A", "3/QĐA"]


YEAR = Reading("2022-2023", "2022-2023", said(3))


@pytest.mark.parametrize(
    ("citation", "header"),
    [
        pytest.param(decision("1", "31/12/2021", COMMITTEE), {}, id="a decision of the calendar year before"),
        pytest.param(decision("1", "10/10/2016", "ban hành Nội quy phòng máy"), {}, id="rules of the house last"),
        pytest.param(decision("1", "10/10/2016", "đề án chuyển đổi số"), {}, id="a scheme lasts"),
        pytest.param(decision("1", "10/10/2016", "chiến lược phát triển"), {}, id="a strategy lasts"),
        pytest.param(decision("1", "10/10/2016", "giai đoạn 2015-2020"), {}, id="a named term lasts"),
        *(
            pytest.param(decision("1", "10/10/2016", f"{word} dạy học"), {}, id=f"{word} lasts")
            for word in ("quy chế", "quy định", "quy trình", "quy ước", "giai đoạn mới", "nhiệm kỳ mới")
        ),
        pytest.param(decision("1", "10/10/2016"), {"school_year": None}, id="the school year is not known"),
        pytest.param(
            decision("1", "10/10/2016"), {"school_year": replace(YEAR, value="2022")}, id="one year is no school year"
        ),
        pytest.param(
            cited(said(30), "1/QĐ-SGDĐT", "31/12/2024"), {"date": None}, id="another's document of the year after"
        ),
        pytest.param(decision("1", "31/12/2023", COMMITTEE), {"date": None}, id="the last day of the school year"),
        pytest.param(
            decision("1", "10/10/2022", "kế hoạch năm học 2022-2023"), {"school_year": None}, id="its own school year"
        ),
        pytest.param(decision("1", "10/10/2018", "kế hoạch năm 2022"), {"school_year": None}, id="a calendar year"),
        pytest.param(
            cited(said(30), "1/KH-SGDĐT", "10/10/2018", "kế hoạch năm học 2022-2023"), {}, id="another's, so named"
        ),
    ],
)
def test_silent_on_period(citation, header):
    assert told("document-period", citation, **header) == []


@pytest.mark.parametrize(
    ("citation", "header"),
    [
        pytest.param(decision("1", "31/12/2020", COMMITTEE), {}, id="a decision of two years before"),
        pytest.param(cited(said(30), "1/KH-THCSHM", "31/12/2021", PLAN), {}, id="a plan of the calendar year before"),
        pytest.param(decision("1", "01/01/2024", COMMITTEE), {"date": None}, id="after the school year"),
        pytest.param(
            cited(said(30), "1/QĐ-SGDĐT", "01/01/2025"), {"date": None}, id="another's document of two years after"
        ),
        pytest.param(
            decision("1", "10/10/2021", "kế hoạch năm học 2022-2023"), {"school_year": None}, id="not of its own year"
        ),
    ],
)
def test_found_on_period(citation, header):
    assert [finding.variant for finding in told("document-period", citation, **header)] == ["outside"]


@pytest.mark.parametrize(
    ("later", "dated", "expected"),
    [
        pytest.param(2, 0, 2, id="two documents may each be wrong"),
        pytest.param(3, 0, 1, id="three of three: the report's own date is"),
        pytest.param(3, 3, 3, id="half of them: each is wrong"),
        pytest.param(3, 2, 1, id="more than half"),
    ],
)
def test_documents_later_than_the_report(later, dated, expected):
    wrong = [decision(f"{n}", f"0{n}/10/2023", COMMITTEE) for n in range(1, later + 1)]
    right = [decision(f"{n}", "10/10/2022") for n in range(11, 11 + dated)]
    undated = [decision("30", "")] * 9
    assert len(told("document-period", *wrong, *right, *undated)) == expected


@pytest.mark.parametrize(
    ("citations", "number"),
    [
        pytest.param([decision("9", "12/10/2022"), decision("15", "")], 0, id="no date"),
        pytest.param([decision("9", "12/10/2022"), decision("9", "09/09/2022")], 0, id="one number"),
        pytest.param([decision("9", "12/10/2022"), decision("15", "09/09/2022", issuer="SGDĐT")], 0, id="two issuers"),
        pytest.param([decision("9", "12/10/2022"), decision("15", "09/09/2022", issuer="")], 0, id="no issuer"),
        pytest.param([decision("9", "12/10/2022"), decision("15", "09/09/2022", letters=None)], 0, id="no letters"),
        pytest.param(
            [decision("9", "12/10/2022"), decision("15", "09/09/2022", number="15a")], 0, id="a number with a letter"
        ),
        pytest.param([decision("9", "12/10/2022"), decision("15", "11/10/2022")], 1, id="opposite by a day"),
        pytest.param([decision("15", "11/10/2022"), decision("9", "12/10/2022")], 1, id="whichever is cited first"),
        pytest.param(
            [
                decision("9", "12/10/2022"),
                decision("15", "11/10/2022"),
                cited(said(50), "3/KH-THCSHM", "12/10/2022"),
                cited(said(51), "4/KH-THCSHM", "11/10/2022"),
            ],
            2,
            id="two registers",
        ),
    ],
)
def test_order_within_a_register(citations, number):
    assert len(told("document-order", *citations)) == number
