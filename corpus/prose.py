"""The narrative around the score table: header, sections, statements on the groups, end."""

from __future__ import annotations

from random import Random

from corpus.paper import Block, Grid, GridCell, Line
from corpus.schools import GIVEN, SURNAMES, year_text
from corpus.spelling import LEVEL_NAMES, ROMAN, citation_text, level_text, plain
from corpus.truth import Told, TrueReport, TrueStatement
from corpus.voice import Voice
from corpus.wording import wordings

# what each part of the narrative may say; {} is where the citation goes
CITING = {
    "committee": [
        "{school_self} đã ban hành {}.",
        "+ {school_self} đã ban hành {};",
        "Thực hiện chỉ đạo của cấp trên, {school_self_lower} ban hành {}.",
    ],
    "plan_ict": ["{school_self} đã xây dựng {}.", "- Đã ban hành {} và triển khai đến toàn thể cán bộ, giáo viên."],
    "access": ["- {};", "{school_self} đã ban hành {}."],
    "plan_online": ["- Xây dựng {}.", "Ngay từ đầu năm học, {school_self_lower} đã xây dựng {}."],
}

TITLES = [
    ("BÁO CÁO", "Công tác triển khai tự đánh giá mức độ chuyển đổi số", "năm học {}"),
    ("BÁO CÁO", "Kết quả đánh giá mức độ chuyển đổi số", "Năm học {}"),
    ("BÁO CÁO", "Kết quả tự đánh giá mức độ chuyển đổi số của cơ sở giáo dục", "Năm học {}"),
    ("BÁO CÁO", "Về việc tự đánh giá mức độ chuyển đổi số năm học {}", ""),
]

GOOD = [
    "Sở Giáo dục và Đào tạo đã có các văn bản hướng dẫn chi tiết việc ứng dụng CNTT và chuyển đổi số.",
    "Đội ngũ cán bộ, giáo viên nhiệt tình, không ngừng đổi mới phương pháp dạy học.",
    "Phụ huynh học sinh quan tâm, phối hợp tốt với nhà trường trong các hoạt động trực tuyến.",
    "100% giáo viên ứng dụng thành thạo CNTT trong giảng dạy; cơ sở dữ liệu được cập nhật đầy đủ.",
]
HARD = [
    "Một số thiết bị đã cũ, tốc độ mạng có lúc chưa ổn định.",
    "Kinh phí dành cho chuyển đổi số còn hạn hẹp.",
    "Kỹ năng số của một bộ phận giáo viên lớn tuổi chưa đồng đều.",
    "Điều kiện kinh tế của một số gia đình học sinh còn khó khăn.",
]
WISHES = [
    "Đề nghị các cấp quan tâm đầu tư kinh phí nâng cấp hạ tầng, đường truyền.",
    "Kính mong cấp trên tổ chức thêm các lớp tập huấn về chuyển đổi số.",
    "Đề nghị Sở Giáo dục và Đào tạo hỗ trợ kho học liệu số dùng chung.",
]


def front(report: TrueReport, voice: Voice) -> list[Block]:
    """Upper body, school, motto, number, place and date, as the usual table without lines."""
    school, header = report.school, report.header
    left = [*school.upper.split("\n"), school.name.upper(), ""]
    if header.number is not None:
        number = f"{header.number:02d}" if voice.pad_numbers else str(header.number)
        left.append(f"Số: {number}/{header.symbol}")
    right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""]
    if header.date is not None:
        day = f"{header.date.day:02d}" if voice.pad_numbers else str(header.date.day)
        month = f"{header.date.month:02d}" if header.date.month < 3 else str(header.date.month)
        right.append(f"{school.place}, ngày {day} tháng {month} năm {header.date.year}")
    row = (GridCell(tuple(left), align="center"), GridCell(tuple(right), align="center"))
    return [Grid((row,), (0.42, 0.58), ruling="none"), *title(report, voice)]


def title(report: TrueReport, voice: Voice) -> list[Block]:
    """The report's title lines."""
    lines = list(TITLES[voice.statement % len(TITLES)])
    year = year_text(report.header.year, voice.year) if report.header.year_shown else ""
    lines = [line.format(year).replace(" năm học ", " năm học ").strip() for line in lines]
    if not year:
        lines = [line.replace("năm học", "").replace("Năm học", "").strip() for line in lines]
    return [Line(""), *(Line(line, bold=True, align="center") for line in lines if line), Line("")]


def narrative(report: TrueReport, voice: Voice, rng: Random) -> list[Block]:
    """The sections of the text, with everything that the report tells."""
    school = report.school
    year = year_text(report.header.year, voice.year) if report.header.year_shown else ""
    of_year = f" năm học {year}" if year else ""
    lines = [
        *(_told(report, voice, t) for t in report.told if t.part == "basis"),
        Line(f"{school.name} báo cáo kết quả tự đánh giá mức độ chuyển đổi số{of_year} như sau:"),
        Line("I. Tình hình chung", bold=True),
        Line("1. Thuận lợi", bold=True),
        *(Line(f"- {text}") for text in rng.sample(GOOD, rng.randint(1, 3))),
        Line("2. Khó khăn", bold=True),
        *(Line(f"- {text}") for text in rng.sample(HARD, rng.randint(1, 3))),
        Line("II. Kết quả triển khai thực hiện", bold=True),
        Line("1. Công tác chỉ đạo, điều hành", bold=True),
        *(_told(report, voice, t) for t in report.told if t.part == "done"),
        *_members_table(report, rng),
        Line("2. Kết quả tự đánh giá" + rng.choice(["", ", xếp loại: (Phụ lục kèm theo)"]), bold=True),
        *statements(report, voice, "text"),
        *_summary_table(report, voice),
        Line("3. Đánh giá chung", bold=True),
        *(_told(report, voice, t) for t in report.told if t.part == "strong"),
        *(_told(report, voice, t) for t in report.told if t.part == "weak"),
        Line("III. Đề xuất, kiến nghị", bold=True),
        *(Line(f"- {text}") for text in rng.sample(WISHES, rng.randint(1, 2))),
        *(_told(report, voice, t) for t in report.told if t.part == "end"),
        Line(rng.choice(["Trân trọng./.", f"Trên đây là báo cáo của {school.name}./."])),
    ]
    return list(lines)


def _told(report: TrueReport, voice: Voice, told: Told) -> Line:
    if told.mention is None:
        return Line(told.text)
    return Line(told.text.replace("{}", citation_text(report.deed(told.mention.deed), told.mention, voice)))


def signature(report: TrueReport) -> list[Block]:
    """Receivers on the left, the signatory on the right."""
    school, header = report.school, report.header
    left = ["Nơi nhận:", "- Như trên (b/c);" if header.deputy else "- Sở GD&ĐT (b/c);", "- Lưu: VT."]
    if header.signatory is None:
        return [Line(""), *(Line(text, align="left") for text in left)]
    right = [f"KT. {school.head_title}", f"PHÓ {school.head_title}"] if header.deputy else [school.head_title]
    right += ["", "", "", header.signatory]
    row = (GridCell(tuple(left)), GridCell(tuple(right), align="center", bold=True))
    return [Line(""), Grid((row,), (0.5, 0.5), ruling="none")]


def statements(report: TrueReport, voice: Voice, where: str) -> list[Block]:
    """The lines that state the groups' scores and levels."""
    return [Line(statement_text(report, s, voice)) for s in report.statements if s.where == where]


def statement_text(report: TrueReport, statement: TrueStatement, voice: Voice) -> str:
    """One such line, in one of the forms seen."""
    group = statement.group
    names = [next(g.title for g in report.groups if g.id == group), *wordings()["titles"][group]]
    name = names[voice.statement % len(names)]
    level = "" if statement.level is None else str(statement.level)
    if statement.score is None:
        shown = level_text(statement.level, voice.level if voice.level not in ("3", "M3") else "Mức 3")
        return f"- Nhóm {group} ({name}): đạt {shown[0].lower() + shown[1:]}"
    points = plain(statement.score)
    roman, word = ROMAN[int(group)], LEVEL_NAMES.get(statement.level or 0, "")
    forms = [
        f"- Nhóm tiêu chí {group} “{name}”: {points}/100 điểm" + (f" - đạt Mức độ {level}" if level else ""),
        f"- Nhóm tiêu chí {group} “{name}”: {points}/100 điểm" + (f" - đạt Mức độ: {level}" if level else ""),
        f"- Nhóm {group}: {points} điểm" + (f" (Mức {level})" if level else ""),
        f"{roman}. {name}: đạt {points} điểm/100 điểm" + (f", xếp mức {level} ({word})" if level else ""),
        f"- Nhóm {roman} - {name}: Tổng điểm: {points} điểm" + (f"; Mức độ: {level}" if level else ""),
        f"- {name}: {points} / 100 điểm" + (f", Mức {word.lower()}" if level else ""),
        f"Nhóm tiêu chí {roman} đạt {points} điểm" + (f", tương ứng mức độ {ROMAN[int(level)]}" if level else "") + ".",
    ]
    return forms[(voice.statement // 7) % len(forms)]


def _summary_table(report: TrueReport, voice: Voice) -> list[Block]:
    """A small table of both groups, agreeing with the score table."""
    if not report.summary_table:
        return []
    said = {s.group: s for s in report.statements if s.where == "text"}
    rows = [
        tuple(GridCell((text,), bold=True, align="center") for text in ("Nhóm", "Điểm tối đa", "Điểm đạt", "Mức độ"))
    ]
    for group in report.groups:
        told = said.get(group.id)
        score = told.score if told else group.score.value
        level = told.level if told and told.level else group.level
        cells = (
            f"Nhóm {group.id}: {group.title}",
            "100",
            plain(score) if score is not None else "",
            level_text(level, voice.level),
        )
        rows.append(tuple(GridCell((text,)) for text in cells))
    return [Grid(tuple(rows), (3.0, 1.0, 1.0, 1.2), heading_rows=1), Line("")]


def _members_table(report: TrueReport, rng: Random) -> list[Block]:
    """The committee's members."""
    if not report.members_table:
        return []
    rows = [("STT", "Họ và tên", "Chức vụ", "Nhiệm vụ")]
    posts = [
        report.school.head_title.capitalize(),
        "Phó " + report.school.head_title.lower(),
        "Thư ký hội đồng",
        "Giáo viên Tin học",
    ]
    for n, post in enumerate(posts, 1):
        rows.append(
            (str(n), f"{rng.choice(SURNAMES)} {rng.choice(GIVEN)}", post, "Trưởng ban" if n == 1 else "Thành viên")
        )
    cells = tuple(tuple(GridCell((text,), bold=n == 0) for text in row) for n, row in enumerate(rows))
    return [Line("Danh sách Ban chỉ đạo chuyển đổi số:"), Grid(cells, (0.6, 2.0, 1.6, 1.4), heading_rows=1), Line("")]
