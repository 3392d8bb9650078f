"""Reports of which the reader could not read every page."""

import pytest

from extract.audit import outcome_of
from extract.outcome import Request
from extract.unread import refuse_if_garbled, unread_pages
from normalize.criteria_file import load
from normalize.interpret import interpret
from parsers.document import Document, PageSize, Paragraph, Place
from parsers.failures import Garbled

CRITERIA = load("4725-2022")


def document(*doubts: tuple[str, int], pages: int = 4) -> Document:
    return Document(
        "bao-cao.pdf",
        "0" * 64,
        "pdf",
        (Paragraph("BÁO CÁO", Place(page=1, paragraph=1)),),
        tuple(PageSize(number, 595, 842) for number in range(1, pages + 1)),
        tuple((name, Place(page=page)) for name, page in doubts),
    )


@pytest.mark.parametrize(
    "doubts", [(), (("broken-font-map", 2),), (("page-without-text", 1), ("page-without-text", 2))]
)
def test_a_report_that_is_mostly_read_is_not_refused(doubts: tuple[tuple[str, int], ...]) -> None:
    refuse_if_garbled(document(*doubts))


def test_a_report_of_broken_fonts_is_refused() -> None:
    with pytest.raises(Garbled) as caught:
        refuse_if_garbled(document(("broken-font-map", 1), ("broken-font-map", 3)))
    assert caught.value.facts == {"pages": "1, 3"}


def test_what_may_stand_on_an_unread_page_is_not_called_missing() -> None:
    part_read = document(("page-without-text", 3))
    assert unread_pages(part_read) == "3"
    report = interpret(part_read, CRITERIA)
    findings = outcome_of(report, CRITERIA, Request(), unread_pages(part_read)).findings
    assert [(one.rule, one.variant, one.facts["pages"]) for one in findings] == [("unreadable", "pages", "3")]
    assert {one.rule for one in outcome_of(report, CRITERIA, Request()).findings} >= {"missing-appendix"}
