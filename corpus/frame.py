"""What stands above and below a report's text: motto, number, place and date, title; receivers and signatory."""

from __future__ import annotations

import re
from random import Random

from corpus.paper import Block, Grid, GridCell, Line
from corpus.schools import year_text
from corpus.truth import TrueReport
from corpus.voice import Voice
from corpus.wording import prose_words

RECEIVERS = (
    "- Như trên (b/c);",
    "- Sở GD&ĐT (b/c);",
    "- Phòng VHXH (b/c);",
    "- Như kính gửi;",
    "- Các tổ chuyên môn (t/h);",
    "- UBND (báo cáo);",
)


def front(report: TrueReport, voice: Voice, rng: Random) -> list[Block]:
    """Upper body, school, motto, number, place and date: a table without lines, or line below line."""
    left, right = _left(report, voice), _right(report, voice)
    if rng.random() < 0.12:
        lines = [text for text in (*left, *right) if text]
        return [*(Line(text, align="center") for text in lines), *title(report, voice)]
    if rng.random() < 0.3:
        ordered = (tuple(text for text in side if text) for side in (left, right))
        rows = [tuple(GridCell((text,), align="center") for text in pair) for pair in _paired(*ordered)]
    else:
        rows = [(GridCell(tuple(left), align="center"), GridCell(tuple(right), align="center"))]
    return [Grid(tuple(rows), (0.42, 0.58), ruling="none", role="frame"), *title(report, voice)]


def _paired(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[str, str]]:
    """Both sides line by line, the shorter one filled up above its last line."""
    height = max(len(left), len(right))
    sides = [(*side[:-1], *[""] * (height - len(side)), side[-1]) for side in (left, right)]
    return list(zip(*sides, strict=True))


def _left(report: TrueReport, voice: Voice) -> list[str]:
    header = report.header
    name = report.school.name.upper() if header.school_shown else ""
    lines = [*report.school.upper.split("\n"), name, ""]
    if "number" in header.blanks:
        lines.append(f"Số:      /{header.symbol}")
    elif header.number is not None:
        number = f"{header.number:02d}" if voice.pad_numbers else str(header.number)
        forms = ("Số: {}/{}", "Số: {}/{}", "Số {}/{}", "Số: {} /{}", "Số:{}/{}")
        lines.append(forms[voice.statement % len(forms)].format(number, header.symbol))
    return lines


def _right(report: TrueReport, voice: Voice) -> list[str]:
    date = report.header.date
    lines = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""]
    if "date" in report.header.blanks:
        lines.append(f"{report.school.place}, ngày      tháng      năm {report.header.year + 1}")
    elif date is not None:
        day = f"{date.day:02d}" if voice.pad_numbers else str(date.day)
        month = f"{date.month:02d}" if date.month < 3 or voice.heads % 3 == 0 else str(date.month)
        lines.append(f"{report.school.place}, ngày {day} tháng {month} năm {date.year}")
    return lines


def title(report: TrueReport, voice: Voice) -> list[Block]:
    """The report's title lines."""
    titles = prose_words()["titles"]
    year = year_text(report.header.year, voice.year)
    forms = titles[voice.statement % len(titles)]
    if not report.header.year_shown:
        forms = [re.sub(r"[\s,(]*năm học:? \{\}\)?", "", form, flags=re.IGNORECASE) for form in forms]
    lines = [form.format(year) for form in forms if form]
    return [Line(""), *(Line(line, bold=True, align="center") for line in lines), Line("")]


def signature(report: TrueReport, rng: Random) -> list[Block]:
    """Receivers on the left, the signatory on the right; sometimes line below line."""
    school, header = report.school, report.header
    left = ["Nơi nhận:", rng.choice(RECEIVERS), "- Lưu: VT."]
    if header.signatory is None:
        return [Line(""), *(Line(text, align="left") for text in left)]
    right = [f"KT. {school.head_title}", f"PHÓ {school.head_title}"] if header.deputy else [school.head_title]
    if not header.deputy and rng.random() < 0.15:
        right = [rng.choice(["TM. HỘI ĐỒNG TỰ ĐÁNH GIÁ", "TM. BAN CHỈ ĐẠO", "THỦ TRƯỞNG ĐƠN VỊ"]), *right]
    remark = rng.choice([[], ["(Đã ký)"], ["(Ký tên, đóng dấu)"], ["(Ký, ghi rõ họ tên)"], ["Đã ký"]])
    right += ["", *remark, "", header.signatory]
    if rng.random() < 0.15:
        lines = [text for text in right if text]
        return [*(Line(text, align="left") for text in left), *(Line(text, align="right", bold=True) for text in lines)]
    row = (GridCell(tuple(left)), GridCell(tuple(right), align="center", bold=True))
    return [Line(""), Grid((row,), (0.5, 0.5), ruling="none", role="frame")]
