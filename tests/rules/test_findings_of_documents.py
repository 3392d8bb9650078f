"""Every field of one finding on documents: place, quotation, both sides; and which of two findings stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rules.finding import Finding
from tests.rules.build import at, found, report, said
from tests.rules.cite import COMMITTEE, EXAM, LONGER, PLAN, TRAINING, cited, decision, told


@pytest.mark.parametrize(
    ("citations", "expected"),
    [
        pytest.param(
            [
                cited(said(30), "108/QĐ-THCSHM", "09/12/2022", LONGER),
                cited(said(31), "08/QĐ-THCSHM", "09/12/2022", COMMITTEE),
                cited(at(40), "108/QĐ-THCSHM", "09/12/2022", COMMITTEE),
            ],
            Finding(
                "document-number", "2.1", said(31), "08/QĐ-THCSHM", "108/QĐ-THCSHM",
                {"document": "08/QĐ-THCSHM", "about": COMMITTEE, "other": COMMITTEE},
                others=(said(30), at(40)), excerpt="số 08/QĐ-THCSHM",
            ),
            id="document-number names all places of the right number, the subject in the fewest words",
        ),
        pytest.param(
            [
                cited(said(30), "109/KH-THCSHM", "10/12/2022", PLAN),
                cited(said(31), "109/KH-THCSHM", "10/12/2022"),
                cited(at(40), "109/KH-THCSHM", "12/10/2022"),
                cited(said(32), "109/KH-THCSHM", "10/12/2022"),
                cited(at(41), "109/KH-THCSHM", "12/10/2022"),
            ],
            Finding(
                "document-date", "2.1", at(40), "12/10/2022", "10/12/2022",
                {"document": "109/KH-THCSHM", "about": PLAN, "other": PLAN},
                others=(said(30), said(31), said(32)), also=(at(41),), excerpt="số 109/KH-THCSHM",
            ),
            id="document-date names all places of the wrong date and of the right one",
        ),
        pytest.param(
            [
                cited(said(30), "4725/QĐ-BGD&ĐT", "31/12/2022", "ban hành Bộ chỉ số"),
                cited(at(40), "4725/QĐ-BGDĐT", "31/12/2022", "ban hành Bộ chỉ số"),
            ],
            Finding(
                "document-date", "2.1", at(40), "31/12/2022", "30/12/2022",
                {"document": "4725/QĐ-BGDĐT", "about": "ban hành Bộ chỉ số", "other": ""},
                excerpt="số 4725/QĐ-BGDĐT", variant="law",
            ),
            id="document-date of the decision that the set rests on",
        ),
        pytest.param(
            [
                cited(said(30), "75/KH-THCSHM", "02/11/2022", f"V/v {EXAM}"),
                cited(at(40), "75/KH-THCSHM", "20/10/2022", TRAINING),
                cited(at(41), "75/KH-THCSHM", "20/10/2022", TRAINING),
            ],
            Finding(
                "document-reuse", "2.1", at(40), "75/KH-THCSHM", "",
                {"document": "75/KH-THCSHM", "about": TRAINING, "other": EXAM},
                others=(said(30),), also=(at(41),), excerpt="số 75/KH-THCSHM",
            ),
            id="document-reuse names both documents",
        ),
        pytest.param(
            [
                cited(said(30), "190/KH-THCSHM", "10/12/2022", PLAN),
                cited(said(31), "109/KH-THCSHM", "10/12/2022", PLAN),
                cited(said(32), "109/KH-THCSHM", "10/12/2022"),
                cited(said(33), "109/KH-THCSHM"),
            ],
            Finding(
                "document-number", "", said(30), "190/KH-THCSHM", "109/KH-THCSHM",
                {"document": "190/KH-THCSHM", "about": PLAN, "other": PLAN}, others=(said(31),),
                excerpt="số 190/KH-THCSHM",
            ),
            id="document-number by the votes of those that name no subject",
        ),
        pytest.param(
            [
                cited(at(40), "108/QĐ-THCSHM", "09/12/2022", COMMITTEE),
                cited(said(30), "118/QĐ-THCSHM", "09/12/2022", COMMITTEE),
            ],
            Finding(
                "document-number", "2.1", at(40), "108/QĐ-THCSHM", "118/QĐ-THCSHM",
                {"document": "108/QĐ-THCSHM", "about": COMMITTEE, "other": COMMITTEE}, others=(said(30),),
                excerpt="số 108/QĐ-THCSHM",
            ),
            id="document-number of one against one: the appendix is held to the text",
        ),
        pytest.param(
            [
                cited(said(30), "4725/QĐ-BGDĐT", "30/12/2022", "ban hành Bộ chỉ số", date_text="ngày 30/12/2022"),
                cited(said(31), "4725/QĐ-BGDĐT", "2/12/2022", "ban hành Bộ chỉ số", date_text="2/12/2022"),
            ],
            Finding(
                "document-date", "", said(31), "02/12/2022", "30/12/2022",
                {"document": "4725/QĐ-BGDĐT", "about": "ban hành Bộ chỉ số", "other": "ban hành Bộ chỉ số"},
                others=(said(30),), excerpt="số 4725/QĐ-BGDĐT",
            ),
            id="document-date of the decision that the set rests on, elsewhere with its own date",
        ),
        pytest.param(
            [
                cited(said(30), "75/KH-THCSHM", "02/11/2022", "tuyển sinh lớp 6"),
                cited(at(40), "75/KH-THCSHM", "20/10/2022", TRAINING),
            ],
            Finding(
                "document-reuse", "2.1", at(40), "75/KH-THCSHM", "",
                {"document": "75/KH-THCSHM", "about": TRAINING, "other": "tuyển sinh lớp 6"},
                others=(said(30),), excerpt="số 75/KH-THCSHM",
            ),
            id="document-reuse, each document by its own subject",
        ),
        pytest.param(
            [cited(at(40), "12/QĐ-THCSHM", word="Kế hoạch", kind="KH")],
            Finding(
                "document-form", "2.1", at(40), "Kế hoạch số 12/QĐ-THCSHM", "",
                {"word": "Kế hoạch", "letters": "QĐ", "document": "12/QĐ-THCSHM"}, excerpt="số 12/QĐ-THCSHM",
                variant="letters",
            ),
            id="document-form with the word before the number",
        ),
        pytest.param(
            [cited(said(30), "749/QĐTTg", word="Quyết định", letters=None, well_formed=False)],
            Finding(
                "document-form", "", said(30), "749/QĐTTg", "",
                {"word": "Quyết định", "letters": "", "document": "749/QĐTTg"}, excerpt="số 749/QĐTTg",
                variant="malformed",
            ),
            id="document-form of a number that lost its hyphen",
        ),
        pytest.param(
            [cited(said(30), "749/QĐTTg", letters=None, well_formed=False)],
            Finding(
                "document-form", "", said(30), "749/QĐTTg", "",
                {"word": "", "letters": "", "document": "749/QĐTTg"}, excerpt="số 749/QĐTTg", variant="malformed",
            ),
            id="document-form without a word before the number",
        ),
        pytest.param(
            [cited(said(30), "9/QĐ-THCSHM", "12/10/2022"), cited(said(31), "15/QĐ-THCSHM", "09/09/2022")],
            Finding(
                "document-order", "", said(31), "15/QĐ-THCSHM (09/09/2022)", "9/QĐ-THCSHM (12/10/2022)",
                others=(said(30),), excerpt="số 15/QĐ-THCSHM",
            ),
            id="document-order in the text",
        ),
        pytest.param(
            [cited(at(40), "12/QĐ-THCSHM", date_text="ngày 31/02/2023")],
            Finding(
                "document-period", "2.1", at(40), "31/02/2023", "",
                {"document": "12/QĐ-THCSHM", "report_date": "25/05/2023"}, excerpt="số 12/QĐ-THCSHM",
                variant="impossible",
            ),
            id="document-period of a day in no calendar",
        ),
        pytest.param(
            [cited(said(30), "12/QĐ-THCSHM", "26/05/2023"), cited(at(40), "12/QĐ-THCSHM", "26/05/2023")],
            Finding(
                "document-period", "", said(30), "26/05/2023", "",
                {"document": "12/QĐ-THCSHM", "report_date": "25/05/2023"}, excerpt="số 12/QĐ-THCSHM", variant="later",
            ),
            id="document-period of a day after the report, once",
        ),
        pytest.param(
            [cited(said(30), "12/KH-THCSHM", "10/10/2020", PLAN)],
            Finding(
                "document-period", "", said(30), "10/10/2020", "",
                {"document": "12/KH-THCSHM", "report_date": "25/05/2023"}, excerpt="số 12/KH-THCSHM",
                variant="outside",
            ),
            id="document-period of a plan of another time",
        ),
        pytest.param(
            [cited(at(40), "9/QĐ-THCSHM", "12/10/2022"), cited(said(30), "15/QĐ-THCSHM", "09/09/2022")],
            Finding(
                "document-order", "2.1", said(30), "15/QĐ-THCSHM (09/09/2022)", "9/QĐ-THCSHM (12/10/2022)",
                others=(at(40),), excerpt="số 15/QĐ-THCSHM",
            ),
            id="document-order at the higher number",
        ),
        pytest.param(
            [cited(at(40), "9/QĐ-THCSHM", "12/10/2022"), cited(at(40), "15/QĐ-THCSHM", "09/09/2022")],
            Finding(
                "document-order", "2.1", at(40), "15/QĐ-THCSHM (09/09/2022)", "9/QĐ-THCSHM (12/10/2022)",
                excerpt="số 15/QĐ-THCSHM",
            ),
            id="document-order within one cell, which is named once",
        ),
    ],
)  # fmt: skip
def test_findings_on_documents(citations, expected):
    assert [replace(one, documents=frozenset()) for one in told(expected.rule, *citations)] == [expected]


def test_a_fault_of_a_report_without_a_date():
    (finding,) = told("document-period", cited(said(30), "12/QĐ-THCSHM", date_text="31/02/2023"), date=None)
    assert finding.facts == {"document": "12/QĐ-THCSHM", "report_date": ""}


def rules_of(*citations):
    return [row[0] for row in found(replace(report(), citations=citations), info=True)]


FAULTY_DATE = cited(said(41), "9/KH-THCSHM", date_text="31/02/2023")


@pytest.mark.parametrize(
    ("citations", "expected"),
    [
        pytest.param(
            [decision("15", "09/12/2022"), decision("15", "10/12/2022"), FAULTY_DATE],
            ["document-period", "document-date"],
            id="two dates of one document, a false one of another",
        ),
        pytest.param(
            [cited(at(40), "15/QĐ-THCSHM", "09/12/2022", PLAN), cited(said(30), "15/QĐ-THCSHM", "09/12/2023", PLAN)],
            ["document-date"],
            id="two dates of one document, one of them later than the report",
        ),
        pytest.param(
            [
                cited(said(30), "108/QĐ-THCSHM", "09/12/2022", COMMITTEE),
                cited(at(40), "08/QĐ-THCSHM", "09/12/2022", COMMITTEE),
                cited(at(41), "8/QĐ-THCSHM", "05/12/2022", EXAM, criterion="1.5"),
            ],
            ["document-number"],
            id="a number that is wrong is another document's",
        ),
        pytest.param(
            [
                cited(said(30), "108/QĐ-THCSHM", "09/12/2022", COMMITTEE),
                cited(said(31), "118/QĐ-THCSHM", "09/12/2022", COMMITTEE),
                cited(said(32), "8/QĐ-THCSHM", "05/12/2022", EXAM),
                cited(said(33), "8/QĐ-THCSHM", "06/12/2022", TRAINING),
            ],
            ["document-number", "document-reuse"],
            id="two numbers of one document, one number of two others",
        ),
        pytest.param(
            [
                cited(said(30), "15/QĐ-THCSHM", "09/09/2022"),
                cited(at(40), "9/QĐ-THCSHM", "12/10/2022", kind="KH", word="Kế hoạch"),
            ],
            ["document-form"],
            id="numbers and dates that run in opposite order, of which one is faulty",
        ),
        pytest.param(
            [
                cited(at(40), "15/QĐ-THCSHM", "09/09/2022"),
                cited(said(30), "9/QĐ-THCSHM", "12/10/2022", kind="KH", word="Kế hoạch"),
            ],
            ["document-form"],
            id="the same, the faulty one cited in the text, the other in a row",
        ),
        pytest.param(
            [
                cited(at(40), "15/QĐ-THCSHM", "09/09/2022"),
                cited(said(30), "9/QĐ-THCSHM", "12/10/2024"),
                cited(said(31), "9/QĐ-THCSHM", "12/10/2024"),
            ],
            ["document-period"],
            id="numbers of two years, one of them later than the report",
        ),
        pytest.param(
            [
                decision("1", "09/12/2022"),
                decision("15", "09/12/2022", EXAM),
                decision("15", "10/12/2022", EXAM),
            ],
            ["document-date"],
            id="a document cited once before one with two dates",
        ),
        pytest.param(
            [cited(said(30), "15/QĐ-THCSHM", "09/09/2022"), cited(said(40), "9/QĐ-THCSHM", "12/10/2022"), FAULTY_DATE],
            ["document-order", "document-period"],
            id="the same beside a fault of another document",
        ),
    ],
)
def test_one_cause_is_one_finding_and_two_documents_are_two_causes(citations, expected):
    assert rules_of(*citations) == expected
