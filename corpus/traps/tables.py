"""Traps of tables that are not the score table, and of what stands in the evidence column."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.figures import total
from corpus.mistakes.choosing import deeds_of, evidence_of, is_free
from corpus.mistakes.citing import mentions_of
from corpus.truth import Trap, TrueReport, TrueTable, with_criterion

LINKS = [
    "Xem minh chứng",
    "https://example.edu.vn/cds/minh-chung-13",
    "[H1-1.1-01]",
    "[H2-2.3-05]; [H2-2.3-06]",
    "MC.1.3.01",
    "Danh sách kèm theo",
    "Hồ sơ lưu tại văn thư",
    "Ảnh chụp màn hình phần mềm",
]
COUNTS = [
    "Tổng số: 1.250 học liệu, trong đó 75 video, 49,5 GB dữ liệu",
    "Có 40 máy tính, 26 ti vi; đạt 100% phòng học",
    "Đã triển khai 8/10 lớp; 02 lớp ghép dùng chung thiết bị",
    "30/30 giáo viên (đạt 100%), tăng 20% so với năm trước",
    "Phụ trách: tổ CNTT, điện thoại 0900000001, cds@example.edu.vn",
]


def _with_table(report: TrueReport, table: TrueTable) -> TrueReport:
    return replace(report, tables=(*report.tables, table))


def evidence_by_link(report: TrueReport, rng: Random) -> TrueReport | None:
    """A link, a code, or a pointer to a folder instead of a document."""
    return _other_evidence(report, rng, LINKS)


def evidence_full_of_figures(report: TrueReport, rng: Random) -> TrueReport | None:
    """Counts, shares, phone numbers in the evidence column."""
    return _other_evidence(report, rng, COUNTS)


def _other_evidence(report: TrueReport, rng: Random, ways: list[str]) -> TrueReport | None:
    rows = [report.criterion(c) for c in ("1.3", "1.4", "1.7", "2.4")]
    free = [c for c in rows if is_free(report, evidence_of(c.id), *deeds_of(c)) and total([c.score]) >= 0]
    if not free:
        return None
    return with_criterion(report, replace(rng.choice(free), evidence=(rng.choice(ways),)))


def summary_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """A small table of both groups stands in the text."""
    del rng
    return replace(report, summary_table=True)


def members_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """The committee's members."""
    del rng
    return replace(report, members_table=True)


def equipment_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """Equipment with numbers."""
    rows = [("STT", "Tên thiết bị", "Số lượng", "Đang sử dụng", "Ghi chú")]
    for n, name in enumerate(["Máy tính để bàn", "Máy chiếu", "Ti vi", "Bảng tương tác", "Camera"], 1):
        count = rng.randint(2, 60)
        rows.append((str(n), name, str(count), str(count - rng.randint(0, 2)), rng.choice(["", "Tốt", "01 hỏng"])))
    caption = rng.choice(["Thống kê thiết bị phục vụ chuyển đổi số:", "Bảng thống kê thiết bị"])
    return _with_table(report, TrueTable(rng.choice(["done", "good", "appendix"]), caption, tuple(rows)))


def contacts_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """Names of offices, phone numbers, e-mail addresses."""
    rows = [("TT", "Bộ phận", "Điện thoại", "Email")]
    for n, name in enumerate(["Ban giám hiệu", "Văn phòng", "Tổ CNTT"], 1):
        rows.append((str(n), name, f"090000000{n}", f"cds{n}@example.edu.vn"))
    del rng
    return _with_table(report, TrueTable("done", "Thông tin liên hệ:", tuple(rows)))


def software_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """Software in use, worded like criteria, with counts."""
    rows = [("STT", "Phần mềm", "Nhà cung cấp", "Số tài khoản")]
    names = ["Phần mềm quản trị nhà trường", "Phần mềm kế toán", "Phần mềm dạy học trực tuyến", "Sổ liên lạc điện tử"]
    for n, name in enumerate(names, 1):
        rows.append((str(n), name, rng.choice(["VNPT", "Viettel", "MISA"]), str(rng.randint(5, 900))))
    return _with_table(report, TrueTable("done", "Các phần mềm đang sử dụng:", tuple(rows)))


def years_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """The totals of past years beside each other."""
    rows = [("Năm học", "Điểm nhóm 1", "Điểm nhóm 2")]
    year = report.header.year
    rows += [(f"{year - n}-{year - n + 1}", str(rng.randint(25, 48)), str(rng.randint(30, 60))) for n in (3, 2, 1)]
    return _with_table(report, TrueTable("strong", "So sánh với các năm học trước:", tuple(rows)))


def groups_by_year(report: TrueReport, rng: Random) -> TrueReport | None:
    """The groups' totals of the years before, a column a year."""
    year = report.header.year
    before = [f"{year - n}-{year - n + 1}" for n in (2, 1)]
    rows = [(rng.choice(["Nhóm tiêu chí", "Nội dung", "Lĩnh vực"]), *(f"Năm học {one}" for one in before))]
    rows += [(group.title, *(str(rng.randint(20, 48)) for _ in before)) for group in report.groups]
    return _with_table(report, TrueTable("strong", "Kết quả những năm học trước:", tuple(rows)))


def duties_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """Who works on which criterion until which day of which month."""
    until = rng.choice(["Thời hạn", "Hạn hoàn thành", "Thời điểm nộp", "Ngày báo cáo"])
    rows = [("STT", rng.choice(["Nội dung", "Tiêu chí"]), rng.choice(["Phụ trách", "Cá nhân thực hiện"]), until)]
    criteria = [one for group in report.groups for one in group.criteria if not one.condition]
    for n, one in enumerate(criteria, 1):
        rows.append((str(n), f"{one.id}. {one.title}", rng.choice(["Tổ CNTT", "Văn thư"]), f"{rng.randint(5, 28)}/4"))
    return _with_table(report, TrueTable("done", "Bảng phân công tự đánh giá:", tuple(rows)))


def targets_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """Points that some criteria shall have next year."""
    rows = [("TT", "Tiêu chí", rng.choice(["Điểm phấn đấu", "Mục tiêu năm sau", "Điểm dự kiến"]), "Giải pháp")]
    scored = [one for group in report.groups for one in group.criteria if one.official_max]
    for n, one in enumerate(rng.sample(scored, rng.randint(3, 5)), 1):
        rows.append((str(n), f"{one.id}. {one.title}", str(one.official_max), rng.choice(["Tập huấn", "Mua sắm"])))
    return _with_table(report, TrueTable("weak", "Kế hoạch cải tiến:", tuple(rows)))


def scale_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """The scale of the levels."""
    del rng
    rows = (("Mức độ", "Điểm", "Tên gọi"), ("Mức 1", "Dưới 50", "Chưa đáp ứng"),
            ("Mức 2", "Từ 50 đến 75", "Đáp ứng cơ bản"), ("Mức 3", "Trên 75", "Đáp ứng tốt"))  # fmt: skip
    return _with_table(report, TrueTable("basis", "Thang đánh giá mức độ chuyển đổi số:", rows))


def pupils_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """Classes and pupils, a row of sums below them."""
    rows = [("Khối", "Số lớp", "Số học sinh", "Tỷ lệ")]
    counts = [(rng.randint(2, 6), rng.randint(60, 210)) for _ in range(4)]
    rows += [
        (f"Khối {n + 6}", str(classes), str(pupils), f"{rng.randint(85, 100)}%")
        for n, (classes, pupils) in enumerate(counts)
    ]
    rows.append(("Tổng cộng", str(sum(c[0] for c in counts)), str(sum(c[1] for c in counts)), ""))
    return _with_table(report, TrueTable("opening", "Quy mô trường, lớp:", tuple(rows)))


def contest_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """A table with points of another matter, under its own caption, behind the score table."""
    rows = [("STT", "Nội dung thi đua", "Điểm tối đa", "Điểm đạt")]
    names = ["Tham gia hội thi thiết kế bài giảng điện tử", "Phong trào thi đua hai tốt", "Công tác từ thiện, nhân đạo"]
    rows += [(str(n), name, "10", str(rng.randint(5, 10))) for n, name in enumerate(names, 1)]
    caption = rng.choice(["BẢNG CHẤM ĐIỂM THI ĐUA", "Phụ lục 2: Kết quả thi đua của đơn vị"])
    return _with_table(report, TrueTable("appendix", caption, tuple(rows)))


def documents_table(report: TrueReport, rng: Random) -> TrueReport | None:
    """The documents issued, each cell a part of the citation, all right."""
    rows = [("STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu")]
    own = [d for d in report.deeds if not d.issuer and mentions_of(report, d.key) and is_free(report, d.key)]
    for n, deed in enumerate(own[: rng.randint(2, 5)], 1):
        rows.append((str(n), f"{deed.number:02d}/{deed.symbol}", f"{deed.date:%d/%m/%Y}", deed.subject))
    if len(rows) < 3:
        return None
    kept = replace(report, taken=report.taken | {d.key for d in own})
    return _with_table(kept, TrueTable("done", "Danh mục văn bản đã ban hành:", tuple(rows)))


TABLES: tuple[Trap, ...] = (
    evidence_by_link, evidence_full_of_figures, summary_table, members_table, equipment_table, contacts_table,
    software_table, years_table, groups_by_year, duties_table, targets_table, scale_table, pupils_table, contest_table,
    documents_table,
)  # fmt: skip
