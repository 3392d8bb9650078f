"""The narrative: the parts of a report's text in one of several orders."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from corpus.paper import Block, Grid, GridCell, Line
from corpus.schools import GIVEN, SURNAMES, year_text
from corpus.spelling import citation_text
from corpus.stating import inserted_tables, statements, summary_table
from corpus.truth import Told, TrueReport
from corpus.voice import Voice
from corpus.wording import prose_words

FREE = {"good": "good", "hard": "hard", "wishes": "wishes", "strong": "strengths"}  # part -> its free sentences


def narrative(report: TrueReport, voice: Voice, rng: Random, inside: Sequence[Block]) -> list[Block]:
    """The text's sections with everything that the report tells; `inside` stands after the results."""
    words = prose_words()
    result = rng.choice(words["result_heads"])
    upper = report.school.department
    blocks: list[Block] = []
    for heading, part in words["skeletons"][voice.statement % len(words["skeletons"])]["sections"]:
        if heading:
            blocks.append(Line(heading.format(result=result, upper=upper), bold=True))
        blocks += _part(part, report, voice, rng)
        blocks += inside if part == "results" else []
    return blocks


def _part(part: str, report: TrueReport, voice: Voice, rng: Random) -> list[Block]:
    """One part's paragraphs: its free sentences, then what is told in it."""
    words = prose_words()
    blocks: list[Block] = []
    if part in FREE:
        pool = words[FREE[part]]
        blocks += [_listed(text, voice) for text in rng.sample(pool, rng.randint(1, 3))]
    if part in ("opening", "closing"):
        header, school = report.header, report.school
        year = f" năm học {year_text(header.year, voice.year)}" if header.year_shown else ""
        name = school.name if header.school_shown else school.self_name
        blocks.append(Line(rng.choice(words[f"{part}s"]).format(name=name, year=year)))
    if part == "results":
        blocks += [*statements(report, voice, "text"), *summary_table(report, voice)]
    if part == "members":
        blocks += _members_table(report, rng)
    blocks += [_told(report, voice, told) for told in report.told if told.part == part]
    return blocks + inserted_tables(report, part)


def _listed(text: str, voice: Voice) -> Line:
    """A sentence of a list: a typed dash, or the format's own bullet."""
    return Line(text, list_mark="bullet") if voice.automatic_lists else Line(f"- {text}")


def _told(report: TrueReport, voice: Voice, told: Told) -> Line:
    text = told.text
    if told.mention is not None:
        text = text.replace("{}", citation_text(report.deed(told.mention.deed), told.mention, voice))
    if voice.automatic_lists and text.startswith("- "):
        return Line(text[2:], list_mark="bullet")
    return Line(text)


def _members_table(report: TrueReport, rng: Random) -> list[Block]:
    """The committee's members."""
    if not report.members_table:
        return []
    head = report.school.head_title
    posts = [head.capitalize(), f"Phó {head.lower()}", "Thư ký hội đồng", "Giáo viên Tin học"]
    rows = [("STT", "Họ và tên", "Chức vụ", "Nhiệm vụ")]
    for n, post in enumerate(posts, 1):
        name = f"{rng.choice(SURNAMES)} {rng.choice(GIVEN)}"
        rows.append((str(n), name, post, "Trưởng ban" if n == 1 else "Thành viên"))
    cells = tuple(tuple(GridCell((text,), bold=n == 0) for text in row) for n, row in enumerate(rows))
    return [Line("Danh sách Ban chỉ đạo chuyển đổi số:"), Grid(cells, (0.6, 2.0, 1.6, 1.4), heading_rows=1), Line("")]
