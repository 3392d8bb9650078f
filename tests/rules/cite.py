"""Citations for the rules' tests, and what is found of them in a report that is otherwise right."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from normalize.report import Citation
from parsers.document import Place
from rules.finding import Finding
from tests.rules.build import HEADER, only, report, said

PLAIN = report()
COMMITTEE = "thành lập Ban chỉ đạo chuyển đổi số"
LONGER = "về việc thành lập Ban chỉ đạo chuyển đổi số Trường THCS Hoa Mai năm học 2022-2023"
EXAM = "kiểm tra, đánh giá định kỳ học sinh trên phòng máy năm học 2022-2023"
TRAINING = "bồi dưỡng thường xuyên cán bộ quản lý, giáo viên năm học 2022-2023"
PLAN = "ứng dụng công nghệ thông tin, chuyển đổi số"


def day(text: str) -> datetime.date | None:
    return datetime.datetime.strptime(text, "%d/%m/%Y").date() if text else None


def cited(place: Place, name: str, date: str = "", subject: str = "", **fields: Any) -> Citation:
    """A citation as it stands there: "108/QĐ-THCSHM", "09/12/2022"; in a row it is evidence of criterion 2.1."""
    number, _, symbol = name.partition("/")
    letters, _, issuer = symbol.partition("-")
    in_row = place.row is not None
    given = Citation(
        place,
        f"số {name}",
        "appendix" if in_row else "text",
        number=number or None,
        symbol=symbol,
        kind=letters,
        letters=letters,
        issuer=issuer,
        date=day(date),
        date_text=date or None,
        subject=subject,
        own=issuer == "THCSHM",
        criterion="2.1" if in_row else None,
    )
    return replace(given, **fields)


def told(rule: str, *citations: Citation, **header: Any) -> list[Finding]:
    return only(replace(PLAIN, citations=citations, header=replace(HEADER, **header)), rule)


def names(rule: str, *citations: Citation, **header: Any) -> list[tuple[str, str]]:
    return [(finding.stated, finding.expected) for finding in told(rule, *citations, **header)]


def decision(serial: str, date: str, subject: str = COMMITTEE, **fields: Any) -> Citation:
    return cited(said(int(serial) + 100), f"{serial}/QĐ-THCSHM", date, subject, **fields)
