"""Two citations as they stand in reports, read and checked: look-alikes and repeated ones first, then real faults."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from normalize.citations import find_citations
from normalize.passages import Passage
from normalize.report import Header, Reading
from parsers.document import Place
from rules.catalogue import severity_of
from tests.rules.build import findings, report

HERE = Place(paragraph=1)
HEADER = Header(
    number=Reading("12", "", HERE),
    symbol=Reading("BC-THCSHM", "", HERE),
    date=Reading(datetime.date(2026, 5, 25), "", HERE),
    school=Reading("Trường THCS Hoa Mai", "", HERE),
    school_year=Reading("2025-2026", "", HERE),
    signatory=Reading("Nguyễn Văn A", "", HERE),
)
PLAN = "Kế hoạch ứng dụng CNTT và chuyển đổi số năm học 2025-2026 số 24/KH-THCSHM ngày 23/9/2025"
COMMITTEE = "Quyết định số 35/QĐ-THCSHM ngày 7/10/2025 V/v thành lập Ban chỉ đạo chuyển đổi số"


def told(*texts: str) -> list[tuple[str, str]]:
    passages = [Passage(text, Place(page=1, paragraph=number)) for number, text in enumerate(texts, 2)]
    given = replace(report(), header=HEADER, citations=find_citations(passages, HEADER))
    return [(found.rule, severity_of(found)) for found in findings(given) if found.rule.startswith("document-")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            f"Nhà trường ban hành {PLAN}; phân công cụ thể từng thành viên phụ trách.",
            "Kế hoạch số 24/KH-THCSHM ngày 23/9/2025; bồi dưỡng năng lực số cho giáo viên.",
            id="what follows a semicolon is another matter",
        ),
        pytest.param(
            "Năm học 2024-2025 số kế hoạch là 35/KH-THCSHM, năm học 2025-2026 số kế hoạch là 34/KH-THCSHM.",
            "Kế hoạch số 34/KH-THCSHM ngày 23/9/2025 về ứng dụng CNTT",
            id="the verb of a sentence is no subject",
        ),
        pytest.param(
            f"Về mặt hành chính, công việc này dựa trên {PLAN}.",
            "Kế hoạch số 24/KH-THCSHM ngày 23/9/2025 ứng dụng CNTT, chuyển đổi số",
            id="a sentence that opens with 'về'",
        ),
        pytest.param(
            COMMITTEE,
            "Thực hiện Quyết định số 35/QĐ-THCSHM ngày 7/10/2025: tổ chức 4 buổi tập huấn cho giáo viên",
            id="what was done by it",
        ),
        pytest.param(
            COMMITTEE,
            "Mục 3 của Quyết định số 35/QĐ-THCSHM ngày 7/10/2025 về trách nhiệm của giáo viên",
            id="the title of a part",
        ),
        pytest.param(
            "Quyết định số 11/QĐ-THCSHM ngày 3/9/2025 phân công chuyên môn học kì I",
            "Quyết định số 12/QĐ-THCSHM ngày 3/9/2025 phân công chuyên môn học kì II",
            id="one for each term",
        ),
        pytest.param(
            "Quyết định số 11/QĐ-THCSHM ngày 3/9/2025 về việc ban hành Quy chế quản lí văn bản điện tử",
            "Quyết định số 12/QĐ-THCSHM ngày 3/9/2025 về việc ban hành Quy chế quản lí tài khoản số",
            id="two regulations of one day",
        ),
        pytest.param(
            "Thông báo số 31/TB-THCSHM ngày 7/11/2024 thu các khoản phí không dùng tiền mặt",
            "Thông báo số 31/TB-THCSHM ngày 15/9/2025 thu các khoản phí không dùng tiền mặt",
            id="every year the same, by chance with one number",
        ),
    ],
)
def test_silent(one: str, other: str) -> None:
    assert told(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(PLAN, PLAN.replace("24/", "33/"), "document-number", id="a number behind the subject"),
        pytest.param(
            "24/KH-THCSHM, 23/9/2025: Kế hoạch ứng dụng CNTT và chuyển đổi số",
            "Kế hoạch ứng dụng CNTT và chuyển đổi số, ngày 23/9/2025, số 124/KH-THCSHM",
            "document-number",
            id="the kind behind the number, the date before it",
        ),
        pytest.param(PLAN, PLAN.replace("23/9", "29/9"), "document-date", id="another day"),
        pytest.param(
            "Quyết định số 36/QĐ-THCSHM/ngày 2/9/2025 về thành lập Ban chỉ đạo chuyển đổi số",
            "Quyết định thành lập Ban chỉ đạo chuyển đổi số (36/QĐ-THCSHM, 12/9/2025)",
            "document-date",
            id="a slash before the day",
        ),
        pytest.param(
            COMMITTEE,
            "Quyết định triển khai sổ điểm điện tử (số 35/QĐ-THCSHM ngày 7/10/2025)",
            "document-reuse",
            id="one number for two of one day",
        ),
        pytest.param(
            COMMITTEE,
            "Quyết định số 35/QĐ-THCSHM ngày 22/9/2025, nội dung: ban hành Quy chế sử dụng sổ điểm điện tử",
            "document-reuse",
            id="one number for two, and not told of the dates besides",
        ),
        pytest.param(
            "Kế hoạch giáo dục nhà trường năm học 2025-2026 số 21/KH-THCSHM ngày 3/10/2025",
            "Kế hoạch số 21/KH-THCSHM ngày 3/10/2025 về bồi dưỡng năng lực số cho giáo viên",
            "document-reuse",
            id="the yearly plan and another one",
        ),
        pytest.param(
            "",
            "Quyết định thành lập Hội đồng tự đánh giá mức độ chuyển đổi số (số 27/KH-THCSHM, ngày 6/4/2026).",
            "document-form",
            id="the kind far before the number",
        ),
        pytest.param(
            "",
            "Nhà trường có Kế hoạch của Trường THCS Hoa Mai số 65/QĐ-THCSHM",
            "document-form",
            id="behind its issuer",
        ),
        pytest.param(
            "",
            "Hiệu trưởng đã ký Kế hoạch số 45/TB-THCSHM ngày 18/10/2025",
            "document-form",
            id="a plan that is signed",
        ),
        pytest.param(
            "",
            "Có Kế hoạch ngày 18/10/2025 số 45/QĐ-THCSHM về dạy học",
            "document-form",
            id="its day before the number",
        ),
    ],
)
def test_one_cause_is_one_finding(one: str, other: str, expected: str) -> None:
    assert [rule for rule, severity in told(one, other) if severity != "info"] == [expected]
