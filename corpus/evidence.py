"""What stands in the evidence column: documents cited, counts, percentages, links."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.truth import Evidence, Mention, TrueCriterion, TrueGroup

# criterion: ways to fill its cell; a key in braces cites that deed
CELLS: dict[str, list[list[str]]] = {
    "1.1": [["{plan_online}"], ["{plan_online}", "Danh sách phân công kèm theo"]],
    "1.2": [["{rules_online}"]],
    "1.3": [["Phần mềm: VNPT E-Learning"], ["Google Meet, Zoom; LMS của VNEdu"], ["Nhà trường sử dụng K12Online từ năm 2021"]],
    "1.4": [["{materials}", "Số lượng học liệu: {count}"], ["Số lượng học liệu: {count}"], ["Địa chỉ: Cổng TTĐT đơn vị", "Tổng số: {count} học liệu"]],
    "1.5": [["{plan_exam}"], ["{plan_exam}", "Phần mềm: Network Magic"], ["Phần mềm thi: SmartTest; 01 phòng máy"]],
    "1.6": [["{plan_training}", "{percent}% giáo viên"], ["{percent}% giáo viên có tài khoản"], ["{part}/{whole} GV"]],
    "1.7": [["{minutes}"], ["{part}/{whole} phòng học có ti vi"], ["Xem minh chứng"], ["Danh sách thiết bị kèm theo"]],
    "2.1": [["{committee}"], ["{committee}", "{committee_rules}"], ["- Ban chỉ đạo gồm 07 thành viên", "- {committee}"]],
    "2.2": [["{plan_ict}"], ["- {plan_ict}"]],
    "2.3": [["{access}"], ["Phần mềm vnEdu (thuê)", "{access}"], ["{rules_system}; {access}"], ["Phần mềm: SMAS; MISA", "{rules_system}"]],
    "2.4": [["Kết nối qua Zalo, ứng dụng web"], ["https://example.edu.vn/minh-chung"], ["Sổ liên lạc điện tử vnEdu"]],
}  # fmt: skip


def with_evidence(rng: Random, groups: tuple[TrueGroup, ...]) -> tuple[TrueGroup, ...]:
    """The groups with every criterion's evidence cell filled."""
    return tuple(replace(group, criteria=tuple(_filled(rng, c) for c in group.criteria)) for group in groups)


def _filled(rng: Random, criterion: TrueCriterion) -> TrueCriterion:
    lines = rng.choice(CELLS[criterion.id])
    return replace(criterion, evidence=tuple(part for line in lines for part in _parts(rng, line, criterion.id)))


def _parts(rng: Random, line: str, criterion: str) -> list[Evidence]:
    """One line of the table above, with its figures drawn; a line that cites becomes mentions."""
    pieces = [piece.strip() for piece in line.split(";")] if "{" in line and "}; {" in line else [line]
    parts: list[Evidence] = []
    for piece in pieces:
        key = piece[piece.find("{") + 1 : piece.find("}")] if "{" in piece else ""
        if key and key not in ("count", "percent", "part", "whole"):
            parts.append(Mention(key, full=True, criterion=criterion))
            continue
        whole = rng.randint(18, 60)
        figures = {
            "count": rng.randint(12, 320),
            "percent": rng.randint(60, 100),
            "part": whole - rng.randint(0, 9),
            "whole": whole,
        }
        parts.append(piece.format(**figures))
    return parts
