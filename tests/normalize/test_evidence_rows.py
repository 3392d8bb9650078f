"""Evidence in a row of its own, below the criterion or its items: it is the criterion's, and no row of another."""

from __future__ import annotations

import pytest

from normalize.appendix import read_appendix
from normalize.criteria_file import load
from normalize.report import Criterion, Item
from normalize.segments import is_of_evidence
from parsers.document import Cell
from tests.grids import document_of, table_of

CRITERIA = load("4725-2022")
HEAD = "| TT | Tiêu chí | Điểm tối đa | Điểm đạt |"
PLAN = "| 1.1 | Có ban hành kế hoạch tổ chức dạy học trực tuyến |  | Có |"
EXAM = "| 1.5 | Có tổ chức triển khai thi, kiểm tra trên phòng máy tính | 20 | 12 |"
LAN = "|  | - Có phần mềm, máy tính kết nối mạng LAN | 15 | 10 |"
LINK = "|  | - Phần mềm tổ chức thi có kết nối, trao đổi kết quả | 5 | 2 |"
STAFF = "| 1.6 | Phát triển nguồn nhân lực chuyển đổi số | 20 | 15 |"


def row(text: str) -> str:
    return f"| {text} | < | < | < |"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param([""], False, id="nothing"),
        pytest.param(["1.4", "Số lượng học liệu"], False, id="a criterion"),
        pytest.param(["Có minh chứng: 5 văn bản"], False, id="evidence further on in a sentence"),
        pytest.param(["Minh chứng", "Ghi chú", "Điểm"], False, id="a heading"),
        pytest.param(["Minh chứng: KH 12", "8"], False, id="a figure beside it"),
        pytest.param(["Minh chứng: KH 12"], True, id="in its one cell"),
        pytest.param(["", "- Hồ sơ, minh chứng: KH 12", ""], True, id="after a stroke"),
        pytest.param(["Minh chứng", "KH 12"], True, id="beside its word"),
        pytest.param(["Minh chứng kèm theo:"], True, id="none given"),
    ],
)
def test_rows_of_evidence(cells: list[str], expected: bool) -> None:
    assert is_of_evidence([Cell(text, 3, at) for at, text in enumerate(cells)]) is expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([PLAN, EXAM, LAN, LINK, STAFF], {}, id="none"),
        pytest.param(
            [EXAM, LAN, LINK, row("Minh chứng: SmartTest"), STAFF, row("Minh chứng: 45 giáo viên")],
            {"1.5": "SmartTest", "1.6": "45 giáo viên"},
            id="below the items, none of them has it",
        ),
        pytest.param([EXAM, row("- Minh chứng: SmartTest"), LAN, LINK], {"1.5": "SmartTest"}, id="under the head"),
        pytest.param(
            [PLAN, row("Minh chứng: Quyết định ban hành Quy chế tổ chức dạy học trực tuyến"), EXAM, LAN, LINK],
            {"1.1": "Quyết định ban hành Quy chế tổ chức dạy học trực tuyến"},
            id="it stands in for no other criterion",
        ),
        pytest.param([EXAM, "| Minh chứng | SmartTest | < | < |", LAN, LINK], {"1.5": "SmartTest"}, id="two cells"),
    ],
)
def test_evidence_is_the_criterions_above(rows: list[str], expected: dict[str, str]) -> None:
    found = read_appendix(document_of(table_of(HEAD, *rows)), CRITERIA)
    assert found is not None
    assert found.appendix.evidence_column is bool(expected)
    criteria = [one for group in found.appendix.groups for one in group.criteria]
    units: list[Criterion | Item] = [*criteria, *(item for one in criteria for item in one.items)]
    said = {one.id: one.evidence for one in units}
    assert {key: one.value for key, one in said.items() if one is not None} == expected
    assert "1.2" not in said


def test_documents_cited_there_are_the_criterions() -> None:
    rows = [EXAM, LAN, LINK, row("Minh chứng: Kế hoạch số 12/KH-THCS"), STAFF]
    found = read_appendix(document_of(table_of(HEAD, *rows)), CRITERIA)
    assert found is not None
    assert found.criteria[0][4] == "1.5"
