"""Invented schools, their upper bodies and the head of a report."""

from __future__ import annotations

import datetime
from random import Random

from corpus.truth import Header, School

FIRST = [
    "Tân",
    "Phú",
    "An",
    "Bình",
    "Hòa",
    "Đông",
    "Thanh",
    "Long",
    "Vĩnh",
    "Minh",
    "Hưng",
    "Quang",
    "Xuân",
    "Thái",
    "Yên",
    "Mỹ",
    "Nam",
    "Đại",
    "Hải",
    "Sơn",
]
SECOND = [
    "Lập",
    "Thịnh",
    "Phước",
    "Khê",
    "Lộc",
    "Hà",
    "Châu",
    "Giang",
    "Sơn",
    "Trung",
    "Thành",
    "Bình",
    "Lâm",
    "Hòa",
    "Điền",
    "Phong",
    "Tiến",
    "Đức",
    "Mai",
    "Cường",
]
PROVINCES = ["Hải Phòng", "Nghệ An", "Cần Thơ", "Lâm Đồng", "Quảng Ninh", "Thanh Hóa", "Đồng Tháp", "Phú Thọ"]
CITIES = {"Hải Phòng", "Cần Thơ"}
SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"]
MIDDLES = ["Văn", "Thị", "Đức", "Minh", "Thanh", "Ngọc", "Quốc", "Hữu"]
GIVEN = [
    "An",
    "Bình",
    "Chi",
    "Dũng",
    "Hà",
    "Hạnh",
    "Hùng",
    "Lan",
    "Long",
    "Mai",
    "Nam",
    "Phúc",
    "Quỳnh",
    "Sơn",
    "Tâm",
    "Thảo",
    "Tuấn",
    "Yến",
]

# kind: (what stands before the place name, its letters, the word for itself, head's title)
KINDS = {
    "tiểu học": ("Trường Tiểu học", "TH", "Nhà trường", "HIỆU TRƯỞNG"),
    "THCS": ("Trường THCS", "THCS", "Nhà trường", "HIỆU TRƯỞNG"),
    "THPT": ("Trường THPT", "THPT", "Nhà trường", "HIỆU TRƯỞNG"),
    "liên cấp": ("Trường TH và THCS", "TH&THCS", "Nhà trường", "HIỆU TRƯỞNG"),
    "GDTX": ("Trung tâm GDNN-GDTX", "GDNN-GDTX", "Trung tâm", "GIÁM ĐỐC"),
}


def invent_school(rng: Random, number: int) -> School:
    """A school whose name no other `number` under 400 has, of a random kind, before or after the reform of 2025."""
    kind = rng.choice(list(KINDS))
    words, letters, self_name, head = KINDS[kind]
    # 400 place names before one comes again; the stride (prime to 400) mixes first and second words
    first, second = divmod((number * 37 + 11) % 400, 20)
    place = f"{FIRST[first]} {SECOND[second]}"
    if FIRST[first] == SECOND[second]:
        place = f"{FIRST[first]} Thượng"
    name = f"{words} {place}" + (f" {number // 400 + 1}" if number >= 400 else "")
    initials = "".join(part[0] for part in place.split())
    with_place = rng.random() < 0.7
    letters = f"{letters}{initials}" if with_place and kind != "GDTX" else letters
    return _under_upper_body(rng, School(name, kind, letters, place, "", "", self_name, head, rng.random() < 0.4))


def _under_upper_body(rng: Random, school: School) -> School:
    """The school with its upper body and Sở: no district level after the reform."""
    province = rng.choice(PROVINCES)
    unit = "thành phố" if province in CITIES else "tỉnh"
    department = f"Sở Giáo dục và Đào tạo {unit} {province}" if rng.random() < 0.5 else f"Sở GD&ĐT {province}"
    if school.kind in ("THPT", "GDTX"):
        upper = f"SỞ GIÁO DỤC VÀ ĐÀO TẠO\n{unit} {province}".upper() if rng.random() < 0.4 else department.upper()
    elif school.reformed:
        upper = f"{rng.choice(['UBND', 'ỦY BAN NHÂN DÂN'])} {rng.choice(['XÃ', 'PHƯỜNG'])} {school.place.upper()}"
    else:
        district = f"HUYỆN {rng.choice(FIRST)} {rng.choice(SECOND)}".upper()
        upper = rng.choice([f"UBND {district}", f"PHÒNG GD&ĐT {district}", f"PHÒNG GIÁO DỤC VÀ ĐÀO TẠO\n{district}"])
    return School(
        school.name, school.kind, school.letters, school.place, upper, department,
        school.self_name, school.head_title, school.reformed,
    )  # fmt: skip


def invent_header(rng: Random, school: School) -> Header:
    """Number, date and signatory of a report for a school year that suits the school's upper body."""
    year = 2024 if school.reformed else rng.choice([2022, 2023])
    start = datetime.date(year + 1, 7, 2) if school.reformed else datetime.date(year + 1, 5, 12)
    date = start + datetime.timedelta(days=rng.randrange(19))
    name = f"{rng.choice(SURNAMES)} {rng.choice(MIDDLES)} {rng.choice(GIVEN)}"
    return Header(rng.randrange(20, 190), f"BC-{school.letters}", date, name, year, deputy=rng.random() < 0.2)


def year_text(year: int, style: str) -> str:
    """A school year as written: `2022-2023` and its like."""
    return {
        "plain": f"{year}-{year + 1}",
        "spaced": f"{year} - {year + 1}",
        "dash": f"{year} – {year + 1}",
        "dot": f"{year}.{year + 1}",
        "slash": f"{year}/{year + 1}",
    }[style]
