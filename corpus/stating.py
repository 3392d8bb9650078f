"""Lines that state the groups' scores and levels, in the forms seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus.paper import Block, Grid, GridCell, Line
from corpus.spelling import LEVEL_NAMES, ROMAN, level_text, plain
from corpus.truth import TrueReport, TrueStatement
from corpus.voice import Voice
from corpus.wording import wordings


@dataclass(frozen=True, slots=True)
class Said:
    """A statement's words: group, its name, points; level as digit, name, Roman, empty for none."""

    group: str
    roman: str
    name: str
    points: str
    level: str
    word: str
    level_roman: str


def _with_level(form: str, tail: str) -> Callable[[Said], list[str]]:
    """One line: what is said of the points, and a tail where a level is given."""
    return lambda said: [form.format(s=said) + (tail.format(s=said) if said.level else "")]


def _two_lines(said: Said) -> list[str]:
    """The group in one line, score and level in the next."""
    level = f" Xếp loại: Mức {said.level}." if said.level else ""
    return [f"{said.roman}. NHÓM TIÊU CHÍ {said.group}: {said.name.upper()}", f"Tổng điểm: {said.points} điểm.{level}"]


def _three_lines(said: Said) -> list[str]:
    """The group, its score and its level, each in a line."""
    level = [f"+ Đạt mức độ chuyển đổi số: Mức {said.level}"] if said.level else []
    return [f"- Nhóm {said.group}. {said.name}:", f"+ Cộng điểm Nhóm {said.roman}: {said.points} / 100 điểm", *level]


FORMS: tuple[Callable[[Said], list[str]], ...] = (
    _with_level("- Nhóm tiêu chí {s.group} “{s.name}”: {s.points}/100 điểm", " - đạt Mức độ {s.level}"),
    _with_level("- Nhóm tiêu chí {s.group} “{s.name}”: {s.points}/100 điểm", " - đạt Mức độ: {s.level}"),
    _with_level("- Nhóm {s.group}: {s.points} điểm", " (Mức {s.level})"),
    _with_level("{s.roman}. {s.name}: đạt {s.points} điểm/100 điểm", ", xếp mức {s.level} ({s.word})"),
    _with_level("- Nhóm {s.roman} - {s.name}: Tổng điểm: {s.points} điểm", "; Mức độ: {s.level}"),
    _with_level("- Nhóm {s.group}: tổng điểm {s.points} điểm", " - mức {s.level}: {s.word}"),
    _with_level("- {s.name}: {s.points} / 100 điểm", ", Mức {s.word}"),
    _with_level("Nhóm tiêu chí {s.roman} đạt {s.points} điểm", ", tương ứng mức độ {s.level_roman}"),
    _with_level("- Về {s.name} (nhóm {s.group}): đạt {s.points} điểm/100 điểm", ". MỨC {s.level} ({s.word})"),
    _with_level("Tổng cộng nhóm {s.group}: {s.points}/100 điểm", " – Mức {s.level}"),
    _with_level("- Nhóm {s.group} có tổng điểm {s.points}", ", xếp loại mức {s.level}"),
    _two_lines,
    _three_lines,
)


BOTH = (FORMS[3], FORMS[5], FORMS[8])  # these give the level by digit and by name


def statements(report: TrueReport, voice: Voice, where: str) -> list[Block]:
    """The lines on all groups, each a paragraph; sometimes both groups in one sentence."""
    told = [s for s in report.statements if s.where == where]
    said = [said_of(report, s, voice) for s in told]
    if len(said) == 2 and voice.statement % 9 == 0 and not any(s.word for s in told):
        return [Line(_together(*said))]
    forms = BOTH if any(s.word for s in told) else FORMS
    form = forms[(voice.statement // 7) % len(forms)]
    return [Line(text) for words in said for text in form(words)]


def _together(first: Said, second: Said) -> str:
    parts = [
        f"nhóm {s.group} đạt {s.points} điểm" + (f" (mức độ {s.level})" if s.level else "") for s in (first, second)
    ]
    return f"Kết quả tự chấm: {parts[0]}; {parts[1]}."


def said_of(report: TrueReport, statement: TrueStatement, voice: Voice) -> Said:
    """The statement's words as this author has them."""
    group, level = statement.group, statement.level or 0
    names = [next(g.title for g in report.groups if g.id == group), *wordings()["titles"][group]]
    name = names[voice.statement % len(names)]
    points = plain(statement.score) if statement.score is not None else ""
    word = LEVEL_NAMES[statement.word or level].lower() if level else ""
    shown = (str(level), word, ROMAN[level]) if level else ("", "", "")
    return Said(group, ROMAN[int(group)], name, points, *shown)


def summary_table(report: TrueReport, voice: Voice) -> list[Block]:
    """A small table of both groups, saying what the text says."""
    if not report.summary_table:
        return []
    heads = ("Nhóm", "Điểm tối đa", "Điểm đạt", "Mức độ")
    rows = [tuple(GridCell((text,), bold=True, align="center") for text in heads)]
    for group, stated in zip(report.groups, tabled(report), strict=True):
        points = plain(stated.score) if stated.score is not None else ""
        cells = (f"Nhóm {group.id}: {group.title}", "100", points, level_text(stated.level or 0, voice.level))
        rows.append(tuple(GridCell((text,)) for text in cells))
    return [Grid(tuple(rows), (3.0, 1.0, 1.0, 1.2), heading_rows=1), Line("")]


def tabled(report: TrueReport) -> list[TrueStatement]:
    """What the small table states, where there is one."""
    said = {s.group: s for s in report.statements if s.where == "text"}
    stated = []
    for group in report.groups if report.summary_table else ():
        told = said.get(group.id)
        score = told.score if told and told.score is not None else group.score.value
        stated.append(TrueStatement(group.id, "table", score, told.level if told and told.level else group.level))
    return stated


def inserted_tables(report: TrueReport, part: str) -> list[Block]:
    """The part's other tables, each under its caption."""
    blocks: list[Block] = []
    for table in (table for table in report.tables if table.part == part):
        heads, *rows = table.rows
        cells = [tuple(GridCell((text,), bold=True, align="center") for text in heads)]
        cells += [tuple(GridCell((text,)) for text in row) for row in rows]
        widths = tuple(max(len(row[n]) for row in table.rows) ** 0.5 for n in range(len(heads)))
        blocks += [Line(table.caption, bold=True), Grid(tuple(cells), widths, heading_rows=1), Line("")]
    return blocks
