"""The page of findings: what stands in it, and that nothing of a report is ever more than text."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from extract.marking_records import Exhibit
from extract.masking import mask_for
from extract.outcome import Outcome
from extract.page import page
from extract.page_cards import fact_and_request
from extract.page_markup import tag, text
from extract.page_rows import marks_of, rows_of
from extract.page_table import table_of
from extract.views import FINDINGS, Style
from normalize.report import Appendix, Criterion, Group, Header, Item, LooseRow, Points, Reading, Report, Statement
from parsers.document import Box, Place
from rules.finding import Finding
from tests.extract.makers import ORDER, TOTAL, outcome, unreadable

EVIL = "<script>alert(1)</script>\"'&\x00"


def points(value: str | None, row: int, text_: str | None = None) -> Points:
    place = Place(page=1, table=1, row=row, box=Box(300, 20.0 * row, 330, 20.0 * row + 12))
    return Reading(None if value is None else Decimal(value), text_ or value or "?", place)


def row_place(row: int) -> Place:
    return Place(page=1, table=1, row=row)


def report(*criteria: Criterion, **more: object) -> Report:
    group = Group("1", row_place(9), "Dạy, học", score=points("12", 9), criteria=criteria)
    appendix = Appendix(Place(page=1, table=1), (group,), **more)  # type: ignore[arg-type]
    said = Statement("1", Place(page=1, paragraph=4), "Nhóm 1: 13 điểm", score=points("13", 30))
    return Report("a.pdf", "d", "4725-2022", Header(), appendix, (said,))


ITEMS = (
    Item("1.3a", "Mục a", row_place(2), score=points("3", 2)),
    Item("1.3b", "b", row_place(3), score=points("4", 3)),
)
WHOLE = Criterion("1.3", "Phần mềm", row_place(1), score=points("8", 1), items=ITEMS)
BY_ITEMS = Criterion("1.3", "Phần mềm", row_place(1), items=ITEMS)
PLAIN = Criterion("1.4", "Học liệu", row_place(4), score=points("5", 4), stated_max=points("10", 4))


def written(tmp_path: Path, *outcomes: Outcome, lang: str = "vi", masked: bool = False) -> str:
    path = tmp_path / "page.html"
    with page(path, FINDINGS, Style(lang, mask_for(masked))) as add:
        for each in outcomes:
            add(each)
    return path.read_text("utf-8")


def test_a_batch_without_findings_says_so(tmp_path: Path) -> None:
    html = written(tmp_path, outcome("a.pdf"))
    assert "Không thấy chỗ nào không khớp." in html
    assert "<article" not in html
    assert html.count("a.pdf") == 1  # in the overview


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_finding_is_a_card_under_its_report(tmp_path: Path, lang: str) -> None:
    html = written(tmp_path, outcome("a.pdf", TOTAL, ORDER), outcome("b.pdf"), unreadable("c.pdf"), lang=lang)
    assert html.count("<article") == 3
    assert re.findall(r'<section id="r(\d)"', html) == ["1", "3"]
    assert f'<html lang="{lang}">' in html


def test_nothing_is_fetched_and_no_foreign_script_runs(tmp_path: Path) -> None:
    html = written(tmp_path, outcome("a.pdf", TOTAL))
    assert "default-src 'none'" in unescape(html)
    assert re.findall(r'(?:src|href)="(?!#)', html) == []
    assert " style=" not in html


def test_what_a_report_holds_is_only_text(tmp_path: Path) -> None:
    finding = Finding("body-score", "1", Place(paragraph=1), EVIL, EVIL, {"kind": "group"}, excerpt=EVIL)
    criterion = Criterion("1.4", EVIL, row_place(4), evidence=None, score=points(None, 4, EVIL))
    html = written(tmp_path, outcome(f"{EVIL}.pdf", finding, school=EVIL, structure=report(criterion)))
    assert html.count("<script>") == 1  # ours
    assert "\x00" not in html


def test_personal_data_is_masked_on_the_page(tmp_path: Path) -> None:
    phone = Criterion("1.4", "Gọi 0900000001", row_place(4), score=points("1", 4))
    finding = Finding("bad-score", "1.4", row_place(4), "0900000001", excerpt="a@example.edu.vn")
    shown = outcome("a.pdf", finding, structure=report(phone))
    assert "0900000001" in written(tmp_path, shown)
    html = written(tmp_path, shown, masked=True)
    assert ("0900000001" in html, "example.edu" in html) == (False, False)


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        pytest.param("Chỉ một câu.", ("Chỉ một câu.", ""), id="a sentence without a request stays whole"),
        pytest.param("A; b; đề nghị sửa.", ("A; b.", "Đề nghị sửa."), id="the request is what follows"),
    ],
)
def test_a_sentence_is_parted_into_fact_and_request(message: str, parts: tuple[str, str]) -> None:
    assert fact_and_request(message, "vi") == parts


@pytest.mark.parametrize(
    ("criteria", "adds"),
    [
        pytest.param((PLAIN,), {"1": ("1.4",)}, id="a criterion without items is no sum"),
        pytest.param((WHOLE, PLAIN), {"1": ("1.3", "1.4"), "1.3": ("1.3a", "1.3b")}, id="printed scores are added"),
        pytest.param(
            (BY_ITEMS, PLAIN),
            {"1": ("1.3a", "1.3b", "1.4"), "1.3": ("1.3a", "1.3b")},
            id="the items are, where a criterion prints no score",
        ),
    ],
)
def test_totals_know_their_addends(criteria: tuple[Criterion, ...], adds: dict[str, tuple[str, ...]]) -> None:
    assert {row.id: row.adds for row in rows_of(report(*criteria)) if row.adds} == adds


def test_an_unread_addend_makes_the_sum_unknown_not_smaller() -> None:
    rows = rows_of(report(Criterion("1.4", "", row_place(4), score=points(None, 4)), WHOLE))
    assert rows[0].sum is None


def test_evidence_of_a_merged_cell_is_shown_once() -> None:
    evidence = Reading("Kế hoạch", "Kế hoạch", row_place(1))
    items = tuple(replace(item, evidence=evidence) for item in ITEMS)
    rows = rows_of(report(replace(WHOLE, evidence=evidence, items=items)))
    assert [row.id for row in rows if row.cells[-1] is not None] == ["1.3"]


def test_the_table_shows_figures_in_the_words_of_the_language() -> None:
    rows = rows_of(report(Criterion("1.4", "", row_place(4), score=points("9.50", 4, "9,50 đ"))))
    assert [f">{shown}<" in table_of(rows, Style(lang)) for lang, shown in (("vi", "9,5"), ("en", "9.5"))] == [
        True,
        True,
    ]


def place_of(reading: Points | None) -> Place:
    assert reading is not None
    return reading.place


@pytest.mark.parametrize(
    ("finding", "here", "there"),
    [
        pytest.param(Finding("missing-header", "", None), (), (), id="a finding on the whole report rests on no cell"),
        pytest.param(Finding("unknown-row", "", row_place(77)), (), (), id="a place that no row has marks nothing"),
        pytest.param(
            Finding("item-sum", "1.3", place_of(WHOLE.score), others=tuple(place_of(item.score) for item in ITEMS)),
            ("1.3/score",),
            ("1.3a/score", "1.3b/score"),
            id="cells are known by their boxes",
        ),
        pytest.param(Finding("missing-evidence", "1.4", row_place(4)), ("1.4",), (), id="else the row is marked"),
        pytest.param(Finding("missing-criterion", "1.1", Place(table=1)), ("1.1",), (), id="a row that is not there"),
    ],
)
def test_a_finding_marks_what_it_rests_on(finding: Finding, here: tuple[str, ...], there: tuple[str, ...]) -> None:
    marks = marks_of(finding, rows_of(report(WHOLE, PLAIN, missing=("1.1",))))
    assert (marks.here, marks.there) == (here, there)


@pytest.mark.parametrize(
    ("cell", "rule", "here"),
    [
        pytest.param({}, "max-points", ("1.4/maximum",), id="the column that the rule is on"),
        pytest.param({}, "over-max", ("1.4/score",), id="the score, for other rules"),
        pytest.param({"stated_max": None}, "max-points", ("1.4/score",), id="the only cell there is"),
    ],
)
def test_cells_of_one_place_are_told_by_the_rule(cell: dict[str, None], rule: str, here: tuple[str, ...]) -> None:
    place = Place(table=1, row=4)
    given = {"stated_max": Reading(Decimal(10), "10", place), "score": Reading(Decimal(5), "5", place), **cell}
    row = Criterion("1.4", "", place, **given)  # type: ignore[arg-type]
    assert marks_of(Finding(rule, "1.4", place), rows_of(report(row))).here == here


def test_rows_that_no_criterion_has_are_shown_with_what_they_repeat() -> None:
    loose = LooseRow("Dòng lạ", row_place(8), score=points("5", 8))
    rows = rows_of(report(PLAIN, unknown=(loose,)))
    assert marks_of(Finding("unknown-row", "", row_place(8)), rows).rows == ("loose-1",)


def test_markup_escapes_all_but_markup() -> None:
    assert tag("p", "<b>", tag("i", "&"), title='"') == '<p title="&quot;">&lt;b&gt;<i>&amp;</i></p>'
    assert text("a\x00b\ud800") == "a\ufffdb\ufffd"


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("why", ["program-missing", "not-laid-out", "no-place", "many", "masked", "failed"])
def test_why_there_is_no_picture_is_said(tmp_path: Path, lang: str, why: str) -> None:
    html = written(tmp_path, outcome("a.pdf", TOTAL, exhibit=Exhibit(why_not=why)), lang=lang)
    assert html.count('<template id="w1">') == html.count('data-why="w1"') == 1


def test_a_finding_that_is_nowhere_needs_no_excuse(tmp_path: Path) -> None:
    nowhere = Finding("missing-appendix", "", None)
    html = written(tmp_path, outcome("a.pdf", nowhere, exhibit=Exhibit(why_not="no-place")))
    assert "data-why" not in html.partition("<script")[0]


def test_a_letter_that_is_no_report_is_told_as_such_and_counted_as_none(tmp_path: Path) -> None:
    told = Finding("missing-appendix", "", None, facts={"title": "QUYẾT ĐỊNH"}, variant="no-report")
    html = written(tmp_path, outcome("a.docx", TOTAL), outcome("qd.docx", told, school="", aside=True))
    assert "1 báo cáo, 2 phát hiện: 1 lỗi, 0 cảnh báo, 1 thông tin." in html
    assert "(văn bản khác, không phải báo cáo)" in html
    assert html.count('href="#r') == 1
