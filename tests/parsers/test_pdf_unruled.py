"""Tables without rulings, or with a few; text that only looks like one stays text."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.parsers.pdf_kit import HEIGHT, grids, line, paragraphs, pdf, tables, write

XS = (50, 90, 330, 400)
ROWS = [
    ["No", "Criterion", "Max", "Score"],
    ["1.4", "Digital materials", "10", "10"],
    ["1.5", "Tests on computers", "20", "12"],
    ["1.6", "Staff development", "20", "20"],
    ["1.7", "Infrastructure", "20", "10"],
]


def spread(c: Canvas, rows: list[list[str]] = ROWS, top: float = 100, step: float = 18) -> None:
    for r, row in enumerate(rows):
        for x, text in zip(XS, row, strict=False):
            write(c, x, top + r * step, text)


def with_rules(*ats: float):
    def draw(c: Canvas) -> None:
        spread(c)
        for at in ats:
            line(c, 50, at, 430, at)

    return draw


def wrapped_cells(c: Canvas) -> None:
    spread(c, ROWS[:2])
    write(c, 90, 130, "in all subjects")
    spread(c, ROWS[2:], top=150)


def boxed(c: Canvas) -> None:
    spread(c)
    c.rect(45, HEIGHT - 180, 400, 95)


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(spread, id="columns of text alone"),
        pytest.param(with_rules(86, 104, 176), id="rules above, below and under the heading"),
        pytest.param(with_rules(*(86 + 18 * n for n in range(6))), id="a rule under every row"),
        pytest.param(with_rules(104), id="a rule under the heading only"),
        pytest.param(boxed, id="a box around it"),
    ],
)
def test_columns_make_a_table(draw) -> None:
    data = pdf(draw)
    assert grids(data) == [ROWS]
    assert paragraphs(data) == []


def test_a_second_line_of_a_cell_joins_its_row() -> None:
    rows = [ROWS[0], ["1.4", "Digital materials\nin all subjects", "10", "10"], *ROWS[2:]]
    assert grids(pdf(wrapped_cells)) == [rows]


def test_an_empty_cell_is_there() -> None:
    rows = [row[:] for row in ROWS]
    rows[2][2] = ""
    assert grids(pdf(lambda c: spread(c, rows))) == [rows]


def test_a_heading_over_two_columns_spans_them() -> None:
    def draw(c: Canvas) -> None:
        write(c, 50, 82, "All")
        write(c, 320, 82, "Points of the school")
        spread(c)

    (cells,) = tables(pdf(draw))
    assert (0, 2, 1, 2, "Points of the school") in cells


def test_heads_wider_than_the_figures_below_are_apart() -> None:
    heads = [(50, "No"), (90, "Criterion"), (317, "Most points"), (384, "Points got"), (441, "Level")]
    figures = [
        ["1.4", "Digital materials", "10", "10", "3"],
        *([f"1.{n}", "Staff", "20", "12", ""] for n in range(5, 9)),
    ]

    def draw(c: Canvas) -> None:
        for x, text in heads:
            write(c, x, 100, text)
        for r, row in enumerate(figures):
            for x, text in zip((50, 90, 318, 378, 436), row, strict=True):
                write(c, x, 118 + 18 * r, text)

    assert grids(pdf(draw)) == [[[text for _, text in heads], *figures]]


def test_a_letterhead_close_above_hides_no_columns() -> None:
    heads = [["Criterion", "Max", "Score"], ["1. Digital materials of all the school's subjects", "10", "10"]]
    rows = [*heads, ["2. Tests on computers", "20", "12"], ["3. Staff and its development", "20", "20"]]

    def draw(c: Canvas) -> None:
        for n, texts in enumerate([("The province of the far north", "The motto of the whole republic")] * 3):
            for x, text in zip((60, 265), texts, strict=True):
                write(c, x, 50 + 14 * n, text)
        write(c, 200, 92, "A report of the year")
        for r, row in enumerate(rows):
            for x, text in zip((50, 300, 360), row, strict=True):
                write(c, x, 112 + 14 * r, text)
        write(c, 70, 168, "in every subject and for all teachers")

    last = f"{rows[-1][0]}\nin every subject and for all teachers"
    assert grids(pdf(draw)) == [[*rows[:-1], [last, *rows[-1][1:]]]]


def test_text_before_and_after_is_no_part_of_it() -> None:
    def draw(c: Canvas) -> None:
        write(c, 50, 60, "The results of the school are these, as its own board has found them:")
        spread(c)
        write(c, 50, 215, "The board has signed them on the first of May.")

    data = pdf(draw)
    assert grids(data) == [ROWS]
    assert len(paragraphs(data)) == 2


@pytest.mark.parametrize(
    "places",
    [
        pytest.param([(50, 100, "Sent to:"), (350, 100, "HEAD OF SCHOOL"), (50, 114, "- file.")], id="a signature"),
        pytest.param(
            [(x, 100 + 14 * n, text) for n in range(4) for x, text in ((50, f"{n}."), (80, "An item of the list"))],
            id="a numbered list with tabs",
        ),
        pytest.param(
            [(x, 100 + 14 * n, text) for n in range(4) for x, text in ((50, "-"), (80, "An item of the list"))],
            id="a bulleted list",
        ),
        pytest.param(
            [(50, 100 + 14 * n, "one column of the text goes here") for n in range(6)]
            + [(320, 100 + 14 * n, "and the other column is here") for n in range(6)],
            id="two columns of running text",
        ),
        pytest.param([(50, 100, "Head"), (250, 100, "Treasurer"), (450, 100, "Clerk")], id="three names in a row"),
        pytest.param([(50, 100 + 14 * n, f"A paragraph, number {n}") for n in range(6)], id="paragraphs"),
    ],
)
def test_what_only_looks_like_columns_is_text(places) -> None:
    data = pdf(lambda c: [write(c, *place) for place in places])
    assert grids(data) == []
    assert sum(len(text.split()) for text in paragraphs(data)) == sum(len(text.split()) for *_, text in places)


def test_two_rows_on_the_next_page_go_on_in_the_columns_of_the_page_before() -> None:
    more = [["1.8", "Parents and their accounts", "10", ""], ["1.9", "Fees", "", "7"]]

    def first(c: Canvas) -> None:
        spread(c, top=700)

    def second(c: Canvas) -> None:
        spread(c, more, top=60)
        write(c, 60, 130, "Sent to: the board")
        write(c, 380, 130, "HEAD OF SCHOOL")

    data = pdf(first, second)
    assert grids(data) == [[*ROWS, *more]]
    assert paragraphs(data) == ["Sent to: the board", "HEAD OF SCHOOL"]


def test_figures_in_the_middle_of_titles_of_several_lines_are_of_one_row_with_them() -> None:
    titles = ["Digital materials\nin all subjects", "Tests on\ncomputers", "Staff\ndevelopment", "Infra-\nstructure"]

    def draw(c: Canvas) -> None:
        c.rect(45, HEIGHT - 245, 400, 160)
        line(c, 45, 105, 445, 105)
        for x, text in zip(XS, ROWS[0], strict=True):
            write(c, x, 98, text)
        for r, (row, title) in enumerate(zip(ROWS[1:], titles, strict=True)):
            for n, part in enumerate(title.split("\n")):
                write(c, XS[1], 120 + 34 * r + 12 * n, part)
            for x, text in zip((XS[0], *XS[2:]), (row[0], *row[2:]), strict=True):
                write(c, x, 126 + 34 * r, text)

    whole = [ROWS[0], *([row[0], title, *row[2:]] for row, title in zip(ROWS[1:], titles, strict=True))]
    assert grids(pdf(draw)) == [whole]


def striped(c: Canvas, rows: list[list[str]], edges: list[float]) -> None:
    """A table with rulings between its rows alone."""
    for at in edges:
        line(c, 45, at, 430, at)
    for row, top in zip(rows, edges, strict=False):
        for x, text in zip((50, 90, 280, 350), row, strict=False):
            for n, part in enumerate(text.split("\n")):
                write(c, x, top + 13 + 12 * n, part)


def test_rulings_between_the_rows_tell_them() -> None:
    rows = [
        ["TT", "Criterion", "Max", "Score"],
        ["1. Teaching and learning with machines"],
        ["1.1", "Plan of the school", "", "Yes"],
        ["1.2", "Software for lessons,\nbought or made", "30", "25"],
        ["1.3", "Materials, each of which\nwas seen by the\nhead of the school", "20", "12"],
        ["1.4", "Tests", "10", "9"],
    ]
    edges = [100.0]
    for row in rows:
        edges.append(edges[-1] + 6 + 12 * max(text.count("\n") + 1 for text in row))
    (table,) = tables(pdf(lambda c: striped(c, rows, edges)))
    assert [cell for cell in table if cell[0] in (1, 4)] == [
        (1, 0, 1, 4, "1. Teaching and learning with machines"),
        (4, 0, 1, 1, "1.3"), (4, 1, 1, 1, rows[4][1]), (4, 2, 1, 1, "20"), (4, 3, 1, 1, "12"),
    ]  # fmt: skip
    assert max(cell[0] for cell in table) == len(rows) - 1
