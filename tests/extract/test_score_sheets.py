"""A workbook with the score table alone is checked for its table, and that is said; remarks reach the summary."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.generate import Order, generate, report_and_truth
from corpus.writers.workbook import with_appendix_apart, write_workbook
from extract.audit import audit
from extract.outcome import Request
from extract.remarks import remark_text
from extract.sources import Source
from extract.summary import Tally, lines_of
from extract.views import FINDINGS, Style
from parsers.document import Place, Remark
from tests.extract.makers import outcome


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sheets") / "Phụ lục.xlsx"
    paper, _ = report_and_truth(Order(path, 1, 7, clean=True, layouts=("item_rows",)), 0)
    write_workbook(with_appendix_apart(paper)[1], path)
    return path


def test_the_text_is_not_missed_in_a_table(workbook: Path) -> None:
    made = audit(Source(workbook, workbook.name), Request())
    assert [remark.name for remark in made.remarks] == ["only-tables"]
    assert [finding.rule for finding in made.findings if finding.rule == "missing-header"] == []


def test_a_whole_report_in_a_workbook_is_asked_for_all(tmp_path: Path) -> None:
    generate(Order(tmp_path, 1, 7, ("xlsx",), clean=True, jobs=1))
    (path,) = (tmp_path / "reports").iterdir()
    assert audit(Source(path, path.name), Request()).remarks == ()


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        pytest.param(
            Remark("wrong-ending", facts={"found": "rtf", "named": ".doc"}),
            "tên có đuôi .doc nhưng thực ra là tài liệu RTF; đã đọc theo nội dung",
            id="a wrong ending",
        ),
        pytest.param(
            Remark("hidden-rows", Place(sheet="Nhóm 1"), {"rows": "5, 7–9"}),
            "trang tính “Nhóm 1”: các hàng 5, 7–9 bị ẩn nên không đọc",
            id="hidden rows",
        ),
        pytest.param(
            Remark("hidden-sheet", Place(sheet="Nháp")), "trang tính “Nháp” bị ẩn nên không đọc", id="a sheet"
        ),
    ],
)
def test_what_is_said_of_the_reading(remark: Remark, said: str) -> None:
    assert remark_text(remark, "vi") == said
    assert remark_text(remark, "en")
    tally = Tally(FINDINGS, Style("vi", str))
    tally.add(outcome(remarks=(remark,)))
    assert f"  - a.docx: {said}" in list(lines_of(tally, (), (), "vi"))
