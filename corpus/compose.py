"""From a report to paper: the order of its parts, page sizes, letter sizes."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.frame import front, signature
from corpus.layouts.assembly import score_tables
from corpus.layouts.fitting import fitted
from corpus.layouts.plan import Plan, Setting
from corpus.paper import Block, Grid, Line, Paper, Section, landscape
from corpus.prose import narrative
from corpus.sheets import invent_hand, invent_sheet
from corpus.spelling import OLD_LETTERS, lettered
from corpus.stating import inserted_tables, statements
from corpus.truth import TrueReport
from corpus.voice import Voice

TABLE_SIZES = [9.0, 10.0, 11.0, 12.0, 13.0]  # the more columns, the smaller the letters
TITLES = [
    "PHỤ LỤC",
    "Phụ lục 1",
    "PHỤ LỤC 01",
    "BẢNG TỰ ĐÁNH GIÁ MỨC ĐỘ CHUYỂN ĐỔI SỐ",
    "PHỤ LỤC I: KẾT QUẢ TỰ ĐÁNH GIÁ",
    "Bảng điểm chi tiết",
    "BẢNG TỔNG HỢP KẾT QUẢ TỰ CHẤM ĐIỂM",
    "Phụ lục: Bảng tự chấm điểm các tiêu chí",
    "(Kèm theo Báo cáo tự đánh giá mức độ chuyển đổi số)",
]


def compose(report: TrueReport, plan: Plan, voice: Voice, rng: Random) -> Paper:
    """The whole report as paper."""
    sections = _sections(report, Setting(report, voice, rng, plan))
    paper = Paper(
        sections,
        size=rng.choice([12.0, 13.0, 13.0, 14.0]),
        table_size=rng.choice(TABLE_SIZES[: 2 if len(plan.columns) > 7 else 3 if len(plan.columns) > 6 else 5]),
        shaded=rng.random() < 0.25,
        centred=rng.random() < 0.3,
        font=rng.choice(["Times New Roman", "Times New Roman", "DejaVu Serif", "DejaVu Sans Condensed"]),
        spacing=rng.choice([0, 0, 40, 60, 120]),
        leading=rng.choice([1.22, 1.22, 1.22, 1.4, 1.6]),
        hand=invent_hand(rng),
        seed=rng.randrange(2**30),
    )
    # now and then nobody minds words broken in narrow columns
    return _in_letters(_fitted(paper) if rng.random() < 0.85 else paper, voice.letters)


def _fitted(paper: Paper) -> Paper:
    """The paper with the score table's columns wide enough for their words."""
    return replace(
        paper,
        sections=tuple(
            replace(
                section,
                blocks=tuple(
                    fitted(block, section.text_width, paper.table_size)
                    if isinstance(block, Grid) and block.role == "score"
                    else block
                    for block in section.blocks
                ),
            )
            for section in paper.sections
        ),
    )


def _sections(report: TrueReport, setting: Setting) -> tuple[Section, ...]:
    """The pages: the score table after the text, before it, or inside it; sometimes in a section or file of its own."""
    voice, rng, plan = setting.voice, setting.rng, setting.plan
    table: list[Block] = []
    if report.shape.table:
        table = [Line(rng.choice(TITLES), bold=True, align="center"), *score_tables(setting)]
    closing = [*statements(report, voice, "closing"), *inserted_tables(report, "appendix")]
    sheet = invent_sheet(report, rng)
    place = "after" if plan.landscape else rng.choices(["after", "inside", "before"], [7, 2, 1])[0]
    inside = [*table, *closing] if place == "inside" else []
    text = [*narrative(report, voice, rng, inside), *signature(report, rng)]
    # a few empty lines before the table, or a page of them, move every page break
    lead: list[Block] = [Line("")] * rng.choice([rng.randrange(9), rng.randrange(9), rng.randrange(32)])
    if place == "before":
        text = [*table, *closing, *text]
    text = [*front(report, voice, rng), *text]
    if place != "after":
        return (sheet.section(text),)
    if plan.landscape or rng.random() < 0.25:
        other = invent_sheet(report, rng) if rng.random() < 0.5 else sheet
        # numbers that one producer counts by itself would not go on in another's file
        part = bool(table) and not voice.automatic_lists and rng.random() < 0.2
        own = other.section([*table, *closing], part=part)
        return (sheet.section(text), landscape(own) if plan.landscape else own)
    return (sheet.section([*text, *lead, *table, *closing]),)


def _in_letters(paper: Paper, form: str) -> Paper:
    """The paper with composed or decomposed letters, or those of old fonts."""
    if form == "NFC":
        return paper
    if form in OLD_LETTERS:
        paper = replace(paper, letters=form)
    return replace(
        paper, sections=tuple(replace(s, blocks=tuple(_block_in(b, form) for b in s.blocks)) for s in paper.sections)
    )


def _block_in(block: Block, form: str) -> Block:
    if isinstance(block, Line):
        return replace(block, text=lettered(block.text, form))
    return _grid_in(block, form)


def _grid_in(grid: Grid, form: str) -> Grid:
    rows = tuple(
        tuple(
            cell
            and replace(
                cell,
                lines=tuple(lettered(text, form) for text in cell.lines),
                nested=_grid_in(cell.nested, form) if cell.nested else None,
            )
            for cell in row
        )
        for row in grid.rows
    )
    return replace(grid, rows=rows)
