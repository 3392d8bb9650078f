"""The bench's pure parts: ratios and targets, agreement of tables, the public set's XML, use of memory, the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from corpus.bench import batches, public
from corpus.bench.agreement import F1, agreement, macro, unspanned
from corpus.bench.environment import LOCK, WANTED, names, wanted
from corpus.bench.field import BY_PAGE, DOCX_FLOOR, FIELD, OURS, PDF_FLOOR, PDFPLUMBER, PUBLIC_FIELD, ROW_CELLS
from corpus.bench.growth import Step, flatness, repeat_pages
from corpus.bench.measuring import Plan
from corpus.bench.page import page, plots, table, write
from corpus.bench.peers import CONTESTANTS, _by_identity, _pipe_tables
from corpus.bench.plots import figure
from corpus.bench.race import Run, ratio
from corpus.bench.results import PublicSet, Reading, Results, Target, targets
from corpus.bench.rulings import Edge
from corpus.bench.usage import Usage, cpu_seconds, megabytes

MERGED = [(0, 0, 2, 1, "Nhóm 1"), (0, 1, 1, 1, "9"), (1, 1, 1, 1, "8")]
LEFT_BLANK = [(0, 0, 1, 1, "Nhóm 1"), (0, 1, 1, 1, "9"), (1, 0, 1, 1, ""), (1, 1, 1, 1, "8")]
REPEATED = [(0, 0, 1, 1, "Nhóm 1"), (0, 1, 1, 1, "9"), (1, 0, 1, 1, "Nhóm 1"), (1, 1, 1, 1, "8")]
TRUTH = [{"cells": [list(cell) for cell in MERGED]}]
SAMPLE = Path(__file__).parents[2] / "corpus" / "samples" / "bao-cao-gdtx.pdf"
XML = b"""<document><table id='1'>
  <region id='1' page='2'>
    <cell start-row='0' start-col='0' end-col='1'>
      <bounding-box x1='10' y1='40' x2='90' y2='50'/><content>Head</content></cell>
    <cell start-row='1' start-col='0'><bounding-box x1='10' y1='0' x2='4\xc3\x9f' y2='9'/><content>a</content></cell>
  </region></table></document>"""


def run_of(contestant=OURS, turns=((2.0,), (1.0,)), reads=((MERGED,),), told=("",)) -> Run:
    return Run(contestant, turns, tuple(reads), told)


def edges(*boxes: tuple[float, float, float, float]) -> dict[int, list[Edge]]:
    return {2: [Edge(*box) for box in boxes]}


def test_a_ratio_is_the_least_over_the_least() -> None:
    assert ratio(run_of(turns=((3.0,), (1.0,))), run_of(turns=((4.0,), (9.0,)))) == 0.25


@pytest.mark.parametrize(
    ("told", "compared"),
    [
        pytest.param(("", ""), 0.5, id="all are read"),
        pytest.param(("", "ValueError"), 0.25, id="a file on which one gave up counts for neither"),
    ],
)
def test_a_ratio_is_on_the_files_that_both_can_read(told: tuple[str, ...], compared: float) -> None:
    ours, theirs = run_of(turns=((1.0, 2.0),), told=("", "")), run_of(turns=((4.0, 2.0),), told=told)
    assert ratio(ours, theirs) == compared
    assert theirs.seconds == 6.0


@pytest.mark.parametrize(
    ("target", "met"),
    [
        pytest.param(Target("x", 4.0, most=4.0), True, id="as much as is allowed"),
        pytest.param(Target("x", 4.01, most=4.0), False, id="more than is allowed"),
        pytest.param(Target("x", 0.98, least=0.98), True, id="as much as is asked for"),
        pytest.param(Target("x", 0.97, least=0.98), False, id="less than is asked for"),
    ],
)
def test_a_target_knows_whether_it_is_met(target: Target, met: bool) -> None:
    assert target.met is met


@pytest.mark.parametrize(
    ("read", "exact", "exact_without_spans"),
    [
        pytest.param(MERGED, 1, 1, id="with its spans"),
        pytest.param(LEFT_BLANK, 0, 1, id="the merged cell's other place left blank"),
        pytest.param(REPEATED, 0, 1, id="the merged cell's text repeated"),
        pytest.param(MERGED[:2], 0, 0, id="a cell is missing"),
    ],
)
def test_tables_agree_with_and_without_spans(read, exact: int, exact_without_spans: int) -> None:
    found = agreement(TRUTH, [read])
    assert (found.tables, found.exact, found.exact_without_spans) == (1, exact, exact_without_spans)


def test_a_table_that_shares_no_text_with_the_truth_is_counted_against_nobody() -> None:
    letterhead = [(0, 0, 1, 1, "SỞ GIÁO DỤC"), (0, 1, 1, 1, "CỘNG HÒA")]
    assert agreement(TRUTH, [letterhead, MERGED]).cells.value == 1.0


def test_a_table_read_in_two_pieces_keeps_what_is_right_in_each() -> None:
    rows = [[(r, 0, 1, 1, f"{r}a"), (r, 1, 1, 1, f"{r}b")] for r in range(2)]
    found = agreement([{"cells": [*rows[0], *rows[1]]}], rows)
    assert found.cells == F1(right=2, wanted=4, got=2)


def test_true_repetitions_vanish_on_both_sides_alike() -> None:
    assert unspanned(REPEATED) == unspanned(MERGED) == LEFT_BLANK


@pytest.mark.parametrize(
    ("scores", "mean"),
    [
        pytest.param([], 0.0, id="no document"),
        pytest.param([F1(0, 0, 0)], 1.0, id="nothing to read and nothing read"),
        pytest.param([F1(1, 1, 1), F1(0, 4, 4)], 0.5, id="each document counts alike"),
    ],
)
def test_the_mean_is_over_documents(scores: list[F1], mean: float) -> None:
    assert macro(scores) == mean


def test_the_public_sets_xml_gives_its_regions_with_blank_cells_filled() -> None:
    (region,) = public.regions_in(XML)
    assert region.page == 2
    assert region.cells == ((0, 0, 1, 2, "Head"), (1, 0, 1, 1, "a"), (1, 1, 1, 1, ""))
    assert region.box == (10.0, 40.0, 90.0, 50.0)  # the misprinted box is left out


@pytest.mark.parametrize(
    ("drawn", "ruled"),
    [
        pytest.param(edges(), False, id="no lines"),
        pytest.param(edges((10, 40, 90, 40), (10, 50, 90, 50)), False, id="lines between rows only"),
        pytest.param(edges((10, 40, 10, 50), (90, 40, 90, 50)), False, id="lines between columns only"),
        pytest.param(
            edges((10, 40, 90, 40), (10, 50, 90, 50), (10, 40, 10, 50), (90, 40, 90, 50)), True, id="a drawn frame"
        ),
        pytest.param(
            {1: edges((10, 40, 90, 40), (10, 50, 90, 50), (10, 40, 10, 50), (90, 40, 90, 50))[2]},
            False,
            id="a frame on another page",
        ),
    ],
)
def test_a_document_is_ruled_where_lines_run_both_ways(drawn: dict[int, list[Edge]], ruled: bool) -> None:
    assert public.ruled(public.Sheet(Path("x.pdf"), tuple(public.regions_in(XML))), drawn) is ruled


def test_a_sheet_is_scored_region_by_region() -> None:
    sheet = public.Sheet(Path("x.pdf"), tuple(public.regions_in(XML)))
    assert public.score(sheet, [[(0, 0, 1, 2, "HEAD"), (1, 0, 1, 1, "a")]]).value == 1.0
    assert public.score(sheet, []).value == 0.0


def test_what_a_process_uses_is_read_from_the_kernels_words() -> None:
    assert megabytes("Name:\tx\nVmHWM:\t    2048 kB\nVmRSS:\t 1024 kB\n", "VmHWM") == 2.0
    assert megabytes("Name:\tx\n", "VmHWM") == 0.0
    assert cpu_seconds("7 (a) b) S 1 1 1 0 -1 0 0 0 0 0 150 50 0 0", 100) == 2.0


def test_memory_grows_as_its_peaks_do() -> None:
    runs = [batches.Batch("DOCX", n, 2, Usage(1.0, 1.0, peak, peak, 3)) for n, peak in ((100, 80.0), (1000, 88.0))]
    runs.append(batches.Batch("PDF", 100, 2, Usage(1.0, 1.0, 500.0, 500.0, 3)))  # another kind tells nothing
    assert batches.growth(runs, 2, (100, 1000)) == pytest.approx(1.1)
    assert batches.growth(runs, 1, (100, 1000)) is None


def test_flat_is_one() -> None:
    assert flatness([Step(50, 1.0), Step(500, 10.0)], 50) == 1.0


def test_pages_are_repeated_to_any_number(tmp_path: Path) -> None:
    repeat_pages(SAMPLE, 7, tmp_path / "seven.pdf")
    assert len(PdfDocument(tmp_path / "seven.pdf")) == 7


def test_places_of_one_cell_are_one_cell_with_spans() -> None:
    places = [(0, 0, "A", "x"), (0, 1, "A", "x"), (1, 0, "A", "x"), (1, 1, "A", "x"), (0, 2, "B", "y")]
    assert _by_identity(iter(places)) == [(0, 0, 2, 2, "x"), (0, 2, 1, 1, "y")]


def test_pipe_tables_are_found_in_markdown() -> None:
    lines = ["text", "| a | b |", "| --- | --- |", "| 1 |  |", "", "| c |"]
    assert list(_pipe_tables(lines)) == [
        [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "1"), (1, 1, 1, 1, "")],
        [(0, 0, 1, 1, "c")],
    ]


@pytest.mark.parametrize("contestant", [*FIELD, *PUBLIC_FIELD], ids=lambda contestant: contestant.name)
def test_every_contestant_has_its_reader_and_its_pinned_package(contestant) -> None:
    assert contestant.reader in CONTESTANTS
    assert contestant.package in {"", *names(WANTED.read_text("utf-8"))}


def test_every_peer_is_pinned_and_locked_by_hash() -> None:
    lines, lock = wanted(WANTED.read_text("utf-8")), LOCK.read_text("utf-8")
    assert all("==" in line for line in lines)
    for line in lines:
        name, _, version = line.partition("==")
        assert f"{name.partition('[')[0].lower()}=={version}" in lock
    assert "--hash=sha256:" in lock
    assert "http" not in lock


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (1234.4, "1234"), (12.34, "12.3"), (0.01234, "0.0123")])
def test_figures_have_three_digits_that_say_something(value: float, text: str) -> None:
    assert figure(value) == text


def results() -> Results:
    judged = {name: [agreement(TRUTH, [MERGED])] for name in (OURS.name, PDFPLUMBER.name, ROW_CELLS.name)}
    others = (run_of(PDFPLUMBER, ((20.0,),)), run_of(PDF_FLOOR, ((0.5,),)))
    pdf = Reading("PDF", 1, 5, (run_of(), *others), judged)
    docx = Reading("DOCX", 1, None, (run_of(), run_of(ROW_CELLS, ((3.0,),)), run_of(DOCX_FLOOR, ((0.1,),))), judged)
    scores = {BY_PAGE.name: {"eu-1": F1(1, 2, 2)}, PDFPLUMBER.name: {"eu-1": F1(2, 2, 2)}}
    growth = {"PDF, one table": [Step(50, 1.0), Step(500, 20.0)]}
    return Results(
        {"pdfplumber": "1.2.3"}, ("camelot",), (pdf, docx), growths=growth, public=PublicSet({"eu-1": True}, scores)
    )


def test_targets_are_those_that_the_run_has_figures_for() -> None:
    assert [(target.value, target.met) for target in targets(results())] == [
        (0.05, True),  # a PDF beside pdfplumber
        (2.0, True),  # beside PDFium's text
        (1.0, True),  # exact tables
        (1 / 3, False),  # a DOCX beside row.cells
        (10.0, False),  # beside unzip and parse
        (2.0, False),  # 500 pages beside 50
        (-0.5, False),  # the public set's ruled documents
        (-0.5, False),  # all its documents
    ]


def test_the_page_says_how_it_was_made_what_failed_and_who_is_missing(tmp_path: Path) -> None:
    write(results(), Plan(1, 7, frozenset({"reading"}), None), tmp_path / "docs" / "B.md")
    text = (tmp_path / "docs" / "B.md").read_text("utf-8")
    assert "python -m corpus bench --count 1 --seed 7" in text
    assert "pdfplumber 1.2.3" in text
    assert "not installable here: camelot" in text
    assert "**missed**" in text
    assert "eu-1 (-0.50)" in text
    pictures = {path.name for path in (tmp_path / "docs").glob("*.svg")}
    assert pictures == {f"benchmark-{name}.svg" for name in plots(results())}
    assert all(f"({name})" in text for name in pictures)
    assert str(tmp_path) not in text


def test_a_run_of_nothing_still_gives_a_page() -> None:
    text = page(Results({}, (), ()), Plan(1, 7, frozenset(), None))
    assert text.startswith("# Benchmark")


def test_a_table_is_markdown() -> None:
    assert table(("a", "b"), [("1", "2")]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"
