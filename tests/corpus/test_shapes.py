"""Each shape of an invented report keeps what the report says."""

from dataclasses import replace
from random import Random
from unicodedata import normalize

import docx
import pytest

from corpus.compose import compose
from corpus.invent import invent_report
from corpus.layouts.fitting import fitted
from corpus.layouts.named import LAYOUTS, varied
from corpus.layouts.rarer import as_list, conditions_apart, evidence_below
from corpus.layouts.splitting import split_by_hand
from corpus.paper import Grid, GridCell, Hand, Line, Paper, Running, Section
from corpus.voice import HABITS, invent_voice
from corpus.wording import abridged, criterion_label, item_label, respelled
from corpus.writers.docx import document_of, write_docx
from corpus.writers.docx_body import W
from corpus.writers.drawing import edges_of
from corpus.writers.old_letters import pieces_of
from corpus.writers.pack import write_all
from corpus.writers.placing import PLACED
from corpus.writers.strip import Boxed
from corpus.writers.wordish import write_wordish

NAME = f"{{{W[9:-1]}}}"
WORDS = "Quyết định số 12 về chuyển đổi số"


def composed(layout, seed):
    rng = Random(seed)
    plan, voice = varied(layout(rng), rng), invent_voice(rng)
    return compose(invent_report(rng, seed, plan, voice), plan, voice, rng)


def grids_of(paper):
    return [b for s in paper.sections for b in s.blocks if isinstance(b, Grid) and b.role == "score"]


def test_layouts_have_names_of_their_own():
    names = [layout(Random(1)).name for layout in LAYOUTS]
    assert len(names) == len(set(names)) >= 36


def test_a_list_has_no_score_table():
    assert all(grids_of(composed(as_list, seed)) == [] for seed in range(4))


def test_conditions_apart_make_a_table_more():
    assert all(len(grids_of(composed(conditions_apart, seed))) >= 2 for seed in range(4))


def test_evidence_below_stands_over_the_whole_width():
    for seed in range(4):
        grids = grids_of(composed(evidence_below, seed))
        rows = [
            row for grid in grids for row in grid.rows if row[0] and "inh chứng" in normalize("NFC", row[0].lines[0])
        ]
        assert rows
        assert {row[0].column_span for row in rows} == {5}


@pytest.mark.parametrize("form", HABITS["criterion_label"])
def test_labels_tell_criteria_apart_within_their_group(form):
    voice = replace(invent_voice(Random(1)), criterion_label=form)
    labels = [criterion_label(f"2.{n}", voice) for n in range(1, 5)]
    assert len(set(labels)) == 4


def test_items_are_lettered_by_vietnamese_rules_where_the_author_does():
    voice = replace(invent_voice(Random(1)), item_mark="đ)")
    assert [item_label(f"2.3{letter}", voice) for letter in "adeh"] == ["a)", "d)", "đ)", "h)"]


def test_titles_are_abridged_and_respelled():
    assert abridged("Có tổ chức thi trên máy tính (nếu có) và chấm điểm") == "Thi trên máy tính và chấm điểm"
    assert respelled("Tỷ lệ học liệu số hóa") == "Tỉ lệ học liệu số hoá"


@pytest.mark.parametrize(
    ("text", "written"),
    [("Quyết định", "Quyeát ñònh"), ("ỦY BAN", "UÛY BAN"), ("ưỡn người", "öôõn ngöôøi"), ("kỹ, ỷ, ỵ", "kyõ, yû, î")],
)
def test_vni_writes_two_letters_for_a_marked_vowel(text, written):
    assert pieces_of(text, "VNI") == [("VNI-Times", written)]


def visible(element):
    """The text of each paragraph as a reader sees it: fields show their result, what was deleted is gone."""
    paragraphs = []
    for paragraph in element.iter(f"{NAME}p"):
        if any(parent.tag == f"{NAME}txbxContent" for parent in paragraph.iterancestors()):
            continue
        depth, shown, parts = 0, [], []
        for node in paragraph.iter(f"{NAME}t", f"{NAME}noBreakHyphen", f"{NAME}fldChar"):
            if node.tag == f"{NAME}fldChar":
                kind = node.get(f"{NAME}fldCharType")
                depth += {"begin": 1, "end": -1}.get(kind, 0)
                shown = [*shown, False] if kind == "begin" else shown[:-1] if kind == "end" else [*shown[:-1], True]
            elif all(shown):
                parts.append("-" if node.tag != f"{NAME}t" else node.text or "")
        paragraphs.append("".join(parts))
    return paragraphs


@pytest.mark.parametrize("seed", range(12))
def test_word_keeps_every_paragraph_whatever_it_does_to_its_runs(seed, tmp_path):
    paper = composed(LAYOUTS[seed * 3 % len(LAYOUTS)], seed)
    paper = replace(paper, sections=tuple(replace(section, part=False) for section in paper.sections))
    write_wordish(paper, tmp_path / "word.docx")
    again = docx.Document(str(tmp_path / "word.docx"))
    assert visible(again.element.body) == visible(document_of(paper).element.body)


def grid_columns(row):
    """How many grid columns a row takes, those that it leaves out included."""
    skipped = [row.find(f"{NAME}trPr/{NAME}{kind}") for kind in ("gridBefore", "gridAfter")]
    cells = [cell for cell in row.iter(f"{NAME}tc") if next(cell.iterancestors(f"{NAME}tr")) is row]
    spans = [cell.find(f"{NAME}tcPr/{NAME}gridSpan") for cell in cells]
    left_out = sum(int(mark.get(f"{NAME}val")) for mark in skipped if mark is not None)
    return left_out + sum(1 if span is None else int(span.get(f"{NAME}val")) for span in spans)


@pytest.mark.parametrize("seed", range(12))
def test_word_fills_its_grid_in_every_row(seed, tmp_path):
    write_wordish(composed(LAYOUTS[seed * 3 % len(LAYOUTS)], seed), tmp_path / "word.docx")
    for table in docx.Document(str(tmp_path / "word.docx")).element.body.iter(f"{NAME}tbl"):
        rows = [row for row in table.iter(f"{NAME}tr") if next(row.iterancestors(f"{NAME}tbl")) is table]
        assert {grid_columns(row) for row in rows} == {len(table.find(f"{NAME}tblGrid"))}


def test_a_part_stays_a_file_of_its_own_in_a_docx(tmp_path):
    paper = Paper((Section((Line("a"),)), Section((Line("b"),), part=True)))
    write_docx(paper, tmp_path / "x.docx")
    document = docx.Document(str(tmp_path / "x.docx"))
    assert [p.text for p in document.paragraphs] == ["a"]
    assert len(document.element.body.findall(f"{NAME}altChunk")) == 1


def texts_of_pages(path):
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return [(round(page.get_width()), page.get_textpage().get_text_bounded()) for page in document]


@pytest.mark.parametrize("pieces", ["lines", *PLACED, "spaced"])
def test_every_way_of_placing_text_keeps_its_letters(pieces, tmp_path):
    hand = Hand(pieces=pieces)
    paper = Paper((Section((Line(WORDS),), running=Running("Đầu", "Chân", "Trang {n}/{all}")),), hand=hand)
    write_all([("pdf2", "x", paper)], tmp_path)
    ((_, text),) = texts_of_pages(tmp_path / "x.pdf")
    for words in (WORDS, "Đầu", "Chân", "Trang 1/1"):
        assert words.replace(" ", "") in "".join(text.split())


@pytest.mark.parametrize(
    ("box", "hand", "edges"),
    [
        pytest.param(Boxed(0, 9, 9, 0, "none"), Hand(), 0, id="no lines"),
        pytest.param(Boxed(0, 9, 9, 0, "full"), Hand(), 4, id="all around"),
        pytest.param(Boxed(0, 9, 9, 0, "rows"), Hand(), 2, id="above and below"),
        pytest.param(Boxed(0, 9, 9, 0, "framed", (True, False)), Hand(), 3, id="and at the table's edge"),
        pytest.param(Boxed(0, 9, 9, 0, "full", cut=(False, True)), Hand(open_ends=True), 3, id="open at a page's end"),
        pytest.param(Boxed(0, 9, 9, 0, "full", cut=(False, True)), Hand(), 4, id="closed there"),
    ],
)
def test_a_cell_has_the_edges_of_its_ruling(box, hand, edges):
    assert len(edges_of(box, hand)) == edges


def test_a_table_is_cut_between_rows_that_no_merged_cell_joins():
    rows = [(GridCell(("head",)), GridCell(("x",))), *((GridCell((str(n),)), GridCell()) for n in range(6))]
    rows[4:7] = [(GridCell(("tall",), row_span=3), GridCell()), (None, GridCell()), (None, GridCell())]
    upper, _, lower = split_by_hand(Grid(tuple(rows), (1.0, 1.0), heading_rows=1), Random(1))
    assert lower.rows[0] == upper.rows[0]
    assert (len(upper.rows), len(lower.rows)) == (4, 4)


def test_columns_grow_until_their_words_fit():
    grid = Grid(((GridCell(("chuyển",)), GridCell(("a b c",))),), (1.0, 9.0))
    narrow, wide = fitted(grid, 200.0, 10.0).widths
    assert narrow > 40.0
    assert round(narrow + wide) == 200
