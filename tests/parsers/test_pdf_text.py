"""Words, lines and paragraphs of a PDF."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from parsers.paragraphs import text_of_lines
from parsers.pdfium import Glyphs
from parsers.pieces import with_marks_on_letters
from tests.parsers.pdf_kit import HEIGHT, grids, paragraphs, pdf, ruled, seen, write

LOREM = "the school has made a plan for the year and its staff keep to it in all that they do for their pupils".split()


def text_at(*places: tuple[float, float, str]):
    def draw(c: Canvas) -> None:
        for x, top, text in places:
            write(c, x, top, text)

    return draw


def spaced(c: Canvas) -> None:
    """Letters placed one by one, without space characters."""
    x = 50.0
    for word in ("Plan", "of", "work"):
        for letter in word:
            write(c, x, 100, letter)
            x += c.stringWidth(letter, "Helvetica", 10)
        x += 2.8


def bold_by_hand(c: Canvas) -> None:
    for off in (0, 0.3, 0.6):
        write(c, 50 + off, 100, "Plan of work")


def letter_by_letter_bold(c: Canvas) -> None:
    x = 50.0
    for letter in "Planofwork":
        write(c, x, 100, letter)
        write(c, x + 0.4, 100, letter)
        x += c.stringWidth(letter, "Helvetica", 10)


def raised(c: Canvas) -> None:
    write(c, 50, 100, "Area 25 m")
    x = 50 + c.stringWidth("Area 25 m", "Helvetica", 10)
    write(c, x, 96, "2", size=6)
    write(c, x + 5, 100, "in all")


def out_of_order(c: Canvas) -> None:
    """The way of a writer that falls back to another font: the gaps are filled at the end."""
    width = lambda text: c.stringWidth(text, "Helvetica", 10)  # noqa: E731
    write(c, 50, 100, "ba")
    write(c, 50 + width("bao"), 100, " c")
    write(c, 50 + width("bao ca"), 100, "o")
    write(c, 50 + width("ba"), 100, "o")
    write(c, 50 + width("bao c"), 100, "a")


def hidden(c: Canvas) -> None:
    write(c, 50, 100, "Shown")
    text = c.beginText(50, HEIGHT - 120)
    text.setTextRenderMode(3)
    text.textOut("Not shown")
    c.drawText(text)


@pytest.mark.parametrize(
    ("text", "lefts", "rights", "placed"),
    [
        pytest.param("ăn", [0, 5], [5, 10], [(0, 5), (5, 10)], id="without marks all stays"),
        pytest.param("o\u0302n", [0, 1, 5], [5, 4, 10], [(0, 5), (5, 5), (5, 10)], id="above its letter"),
        pytest.param("u\u031b\u0301 n", [0, 0, 0, 5, 8], [5, 5, 5, 8, 13],
                     [(0, 5), (5, 5), (5, 5), (5, 8), (8, 13)], id="two marks, drawn with their letter"),
        pytest.param("o\u0302n", [0, 5, 9], [5, 9, 14], [(0, 5), (5, 9), (9, 14)], id="beside its letter"),
        pytest.param("o\u0302n", [0, 1, 8], [5, 4, 13], [(0, 5), (1, 4), (8, 13)], id="a gap follows: two words"),
    ],
)  # fmt: skip
def test_a_combining_mark_takes_no_room(
    text: str, lefts: list[float], rights: list[float], placed: list[tuple[float, float]]
) -> None:
    flat = [0.0] * len(text)
    found = with_marks_on_letters(Glyphs(text, lefts, flat, rights, flat))
    assert list(zip(found.lefts, found.rights, strict=True)) == placed


@pytest.mark.parametrize(
    ("draw", "found"),
    [
        pytest.param(text_at((50, 100, "Plan of work")), ["Plan of work"], id="spaces as they are"),
        pytest.param(spaced, ["Plan of work"], id="spaces told from gaps"),
        pytest.param(bold_by_hand, ["Plan of work"], id="a line drawn three times for a bold look"),
        pytest.param(letter_by_letter_bold, ["Planofwork"], id="each letter drawn twice"),
        pytest.param(raised, ["Area 25 m2 in all"], id="a raised figure stays in its line"),
        pytest.param(out_of_order, ["bao cao"], id="letters written after the rest of the line"),
        pytest.param(hidden, ["Shown"], id="hidden text is left out"),
        pytest.param(text_at((50, 100, "5 - 10 points")), ["5 - 10 points"], id="a dash between spaces"),
    ],
)
def test_a_line_reads_as_it_looks(draw, found: list[str]) -> None:
    assert paragraphs(pdf(draw)) == found


def body(*lines: str, x: float = 50, top: float = 100, step: float = 14):
    return text_at(*((x, top + n * step, text) for n, text in enumerate(lines)))


def wrapped(words: list[str], width: float = 500) -> list[str]:
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, "Helvetica", 10) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        pytest.param(wrapped(LOREM * 3), 1, id="full lines run on"),
        pytest.param([*wrapped(LOREM * 2), *wrapped(LOREM * 2)], 2, id="a line that ends early ends its paragraph"),
        pytest.param(["- first", "- second", "+ third", "1. fourth", "a) fifth", "(2) sixth"], 6, id="bullets"),
        pytest.param([f"{wrapped(LOREM * 3, 480)[0]} ngày", "12/ 9 of the year"], 1, id="a number at a line's end"),
        pytest.param(["I. Results", "1. Staff", "2. Pupils"], 3, id="each heading is a paragraph"),
    ],
)
def test_lines_make_paragraphs(lines: list[str], count: int) -> None:
    found = paragraphs(pdf(body(*lines)))
    assert len(found) == count
    assert " ".join(found) == " ".join(lines)


def test_a_wider_gap_parts_paragraphs() -> None:
    lines = wrapped(LOREM * 2)
    data = pdf(lambda c: (body(*lines)(c), body(*lines, top=100 + 14 * len(lines) + 8)(c)))
    assert paragraphs(data) == [" ".join(lines)] * 2


def test_a_word_cut_at_a_hyphen_is_put_together_and_a_range_of_years_too() -> None:
    assert text_of_lines(["plan 109/KH-", "GDTX of 2022 -", "2023, 2024-", "2025"]) == (
        "plan 109/KH-GDTX of 2022 - 2023, 2024-2025"
    )


def test_a_paragraph_goes_on_over_the_page_break() -> None:
    lines = wrapped(LOREM * 4)
    data = pdf(body(*lines[:4], top=600), body(*lines[4:]))
    assert paragraphs(data) == [" ".join(lines)]


def test_a_page_with_wider_margins_has_an_edge_of_its_own() -> None:
    narrow = wrapped(LOREM * 12, width=440)
    inset = text_at(*((80, 100 + n * 14, text) for n, text in enumerate(narrow)))
    assert paragraphs(pdf(body(*wrapped([*LOREM * 6, "so."])), inset)) == [
        " ".join([*LOREM * 6, "so."]),
        " ".join(narrow),
    ]


def test_a_letterhead_is_read_one_column_after_the_other() -> None:
    def draw(c: Canvas) -> None:
        for n, text in enumerate(["PEOPLE'S COMMITTEE", "LOTUS SCHOOL", "No. 12/BC-THCS"]):
            c.drawCentredString(150, HEIGHT - 60 - n * 14, text)
        for n, text in enumerate(["SOCIALIST REPUBLIC", "Independence - Freedom", "Hai Phong, 5 January 2024"]):
            c.drawCentredString(430, HEIGHT - 62 - n * 14, text)
        c.drawCentredString(300, HEIGHT - 130, "REPORT")
        body(*wrapped(LOREM * 3), top=160)(c)

    found = paragraphs(pdf(draw))
    assert found[:7] == [
        "PEOPLE'S COMMITTEE",
        "LOTUS SCHOOL",
        "No. 12/BC-THCS",
        "SOCIALIST REPUBLIC",
        "Independence - Freedom",
        "Hai Phong, 5 January 2024",
        "REPORT",
    ]
    assert len(found) == 8


def test_addressees_and_signature_are_not_read_across() -> None:
    def draw(c: Canvas) -> None:
        body(*wrapped(LOREM * 3), top=100)(c)
        body("Sent to:", "- the office;", "- file.", top=300)(c)
        for top, text in ((300, "HEAD OF SCHOOL"), (370, "Nguyen Van A")):
            c.drawCentredString(450, HEIGHT - top, text)

    found = paragraphs(pdf(draw))
    assert [text for text in found[1:] if "SCHOOL" not in text and "Nguyen" not in text] == [
        "Sent to:",
        "- the office;",
        "- file.",
    ]
    assert {"HEAD OF SCHOOL", "Nguyen Van A"} < set(found)


def test_a_stretched_line_is_no_row_of_columns() -> None:
    def draw(c: Canvas) -> None:
        body(*wrapped(LOREM * 2))(c)
        for n, word in enumerate(LOREM[:6]):
            write(c, 50 + n * 80, 200, word)

    assert paragraphs(pdf(draw))[-1] == " ".join(LOREM[:6])


def test_running_heads_feet_and_page_numbers_are_kept_apart() -> None:
    def page(number: int):
        def draw(c: Canvas) -> None:
            write(c, 50, 30, "Report of Lotus School")
            body(*wrapped([*LOREM * 3, f"word{number}."]))(c)
            write(c, 50, 780, f"Page {number}/3")

        return draw

    data = pdf(page(1), page(2), page(3))
    assert paragraphs(data, "header") == ["Report of Lotus School"] * 3
    assert paragraphs(data, "footer") == ["Page 1/3", "Page 2/3", "Page 3/3"]
    assert len(paragraphs(data)) == 3


def test_a_score_at_the_foot_of_a_page_is_no_page_number() -> None:
    data = pdf(body("Total:", "73", top=740))
    assert paragraphs(data) == ["Total:", "73"]


def test_a_filled_form_field_is_text_of_the_page() -> None:
    def draw(c: Canvas) -> None:
        write(c, 50, 100, "Name:")
        c.acroForm.textfield(name="school", value="Lotus School", x=100, y=HEIGHT - 106, width=200, height=18)

    assert "Lotus School" in " ".join(paragraphs(pdf(draw)))


def test_text_around_a_table_is_in_the_order_of_reading() -> None:
    def draw(c: Canvas) -> None:
        write(c, 50, 80, "before")
        end = ruled(c, [["a", "b"], ["c", "d"]])
        write(c, 50, end + 30, "after")

    blocks = seen(pdf(draw)).blocks
    assert [getattr(block, "text", "table") for block in blocks] == ["before", "table", "after"]
    assert grids(pdf(draw)) == [[["a", "b"], ["c", "d"]]]


def test_figures_of_two_lines_that_follow_each_other_in_the_file_stay_apart() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(280, 100, "06")
        canvas.drawString(280 + canvas.stringWidth("06"), 40, "4")  # the page's number, right below and behind

    assert paragraphs(pdf(draw)) == ["06", "4"]
