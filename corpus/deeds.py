"""The documents that an invented report cites: the school's own, each register in order, and those from above."""

from __future__ import annotations

import datetime
from random import Random

from corpus.truth import Deed, Header, School

# key, kind letters, subject, days after 1 September (earliest, latest); Y is the school year as written
OWN = [
    ("committee", "QĐ", "thành lập Ban chỉ đạo chuyển đổi số {name} năm học {Y}", 5, 20),
    ("committee_rules", "QĐ", "ban hành Quy chế hoạt động của Ban chỉ đạo chuyển đổi số {name}", 22, 30),
    ("rules_online", "QĐ", "ban hành Quy chế tổ chức dạy học trực tuyến", 31, 40),
    ("rules_system", "QĐ", "ban hành Quy chế quản lý, sử dụng hệ thống quản trị nhà trường", 41, 50),
    ("access", "QĐ", "phân quyền khai thác, sử dụng cơ sở dữ liệu ngành giáo dục và đào tạo năm học {Y}", 51, 60),
    ("materials", "QĐ", "phê duyệt danh mục học liệu số dùng chung", 150, 180),
    ("year_plan", "KH", "thực hiện nhiệm vụ năm học {Y}", 3, 8),
    ("plan_online", "KH", "tổ chức dạy học trực tuyến kết hợp với dạy học trực tiếp năm học {Y}", 12, 20),
    ("plan_ict", "KH", "ứng dụng công nghệ thông tin, chuyển đổi số và thống kê giáo dục năm học {Y}", 24, 36),
    ("plan_training", "KH", "bồi dưỡng thường xuyên cán bộ quản lý, giáo viên năm học {Y}", 40, 50),
    ("plan_exam", "KH", "kiểm tra, đánh giá định kỳ học sinh trên phòng máy năm học {Y}", 55, 70),
    ("minutes", "BB", "kiểm kê cơ sở vật chất, thiết bị dạy học năm học {Y}", 110, 130),
]


def invent_deeds(rng: Random, school: School, header: Header, year: str) -> tuple[Deed, ...]:
    """Own documents with rising numbers and dates in each register, and the Ministry's and the Sở's."""
    common_register = rng.random() < 0.4
    first = datetime.date(header.year, 9, 1)
    dated = [
        (first + datetime.timedelta(days=rng.randint(low, high)), key, kind, subject)
        for key, kind, subject, low, high in OWN
    ]
    counters: dict[str, int] = {}
    deeds: list[Deed] = []
    for date, key, kind, subject in sorted(dated):
        register = "" if common_register else kind
        start = rng.choice([2, 5, 14, 60, 101]) if not common_register else rng.choice([30, 85, 101])
        counters[register] = counters.get(register, start) + rng.randint(1, 4)
        deeds.append(
            Deed(
                key,
                kind,
                counters[register],
                f"{kind}-{school.letters}",
                date,
                subject.format(name=school.name, Y=year),
            )
        )
    return (*deeds, *_from_above(rng, school, header, year))


def _from_above(rng: Random, school: School, header: Header, year: str) -> tuple[Deed, ...]:
    """The Ministry's decision and the Sở's later plan and letter, which are not the school's own."""
    spring = datetime.date(header.year + 1, 3, 1)
    ministry = Deed(
        "ministry", "QĐ", 4725, "QĐ-BGDĐT", datetime.date(2022, 12, 30),
        "ban hành Bộ chỉ số đánh giá mức độ chuyển đổi số của cơ sở giáo dục phổ thông và giáo dục thường xuyên",
        "Bộ Giáo dục và Đào tạo",
    )  # fmt: skip
    plan = Deed(
        "upper_plan", "KH", rng.randrange(40, 400), rng.choice(["KH-SGDĐT", "KH-SGDĐT-VP"]),
        spring + datetime.timedelta(days=rng.randrange(40)),
        f"triển khai đánh giá mức độ chuyển đổi số trong các cơ sở giáo dục năm học {year}", school.department,
    )  # fmt: skip
    letter = Deed(
        "upper_letter", "", rng.randrange(700, 4000), rng.choice(["SGDĐT-VP", "SGDĐT-CNTT", "SGDĐT-GDPT"]),
        spring + datetime.timedelta(days=rng.randrange(41, 60)),
        f"hướng dẫn tự đánh giá mức độ chuyển đổi số năm học {year}", school.department,
    )  # fmt: skip
    return ministry, plan, letter
