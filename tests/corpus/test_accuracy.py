"""The page on accuracy says what is not found, and nothing better than the evaluation does."""

import re
from pathlib import Path

import pytest

from corpus.accuracy import PLOT, Measured, not_found, page, write
from corpus.contents import contents
from corpus.markdown import markdown
from corpus.measure import About, Judged
from corpus.outcome import Share, Tally
from corpus.readings import Read
from corpus.sameness import Compared
from corpus.trial import COUNT, PICTURE_SEED, SEED, Trial

ROOT = Path(__file__).parents[2]
ABOUT = About("a.pdf", "item-rows", "pdf", clean=False, tags=("mistake: slip",))
CLEAN = About("b.pdf", "as-list", "docx", clean=True)


def outcome():
    tally = Tally()
    tally.add(
        ABOUT,
        [Judged(ABOUT, "found", "item-sum", "1.3"), Judged(ABOUT, "missed", "item-sum", "1.5", "7 → 6")] * 20,
        [Read(ABOUT, "item score", "1.3a", ("6",), "5"), Read(ABOUT, "item score", "1.3b", ("6",), "6")],
        [Read(ABOUT, "header date", "", ("2023-05-01",), "")],
    )
    tally.add(CLEAN, [Judged(CLEAN, "false", "over-max", "1.4"), Judged(CLEAN, "found", "bad-score", "1.4")], [], [])
    return tally.outcome()


@pytest.mark.parametrize(
    "said",
    [
        "`item-sum`: 20 missed, in reports with slip (a.pdf …)",
        "Tried on fewer than 30 cases, so the true share may be far lower: `bad-score` (1 of 1 found).",
        "Figures misread in the layout item-rows: 1 of 2.",
        "Read right of header date: 0 of 1 (0.0000; 95 %: 0.0000–0.9750).",
    ],
)
def test_what_is_not_found_is_said(said):
    assert said in list(not_found(outcome()))


def test_rules_without_a_case_are_said():
    lines = [line for line in not_found(outcome()) if line.startswith("Never tried here")]
    assert "`group-sum`" in lines[0]
    assert "`item-sum`" not in lines[0]


def test_all_that_the_evaluation_prints_is_there():
    evaluated, text = markdown(contents(outcome())), page(Measured(outcome()), Trial()).text
    assert set(evaluated.splitlines()) - set(text.splitlines()) == {"# Evaluation"}


def test_no_place_of_this_machine_and_no_date_is_there():
    text = page(Measured(outcome()), Trial(5, 10, ("docx",))).text
    assert "`python -m corpus accuracy --seed 5 --count 10 --formats docx`" in text
    assert not re.search(r"/home|/tmp|/root|/work|\b20\d\d-\d\d-\d\d \d\d:", text)


def scanned():
    about = About("c.pdf", "item-rows", "scan", clean=True)
    tally = Tally()
    tally.add(about, [], [Read(about, "item score", "1.3a", ("6",), "6", 0.97)], [])
    return tally.outcome()


def test_scans_and_other_forms_have_parts_of_their_own(tmp_path):
    others = (Compared("doc", Share(1, 2), Share(2, 2), ("doc 0001: without item-sum 1.3",)),)
    written = page(Measured(outcome(), scanned(), others), Trial(5, 10))
    write(written, tmp_path / "ACCURACY.md")
    text = (tmp_path / "ACCURACY.md").read_text("utf-8")
    assert "all figures read at 0.9–1.0: 1 of 1" in text
    assert f"]({PLOT})" in text
    assert "- doc 0001: without item-sum 1.3" in text
    assert "## Scans and photos, in short" in text
    assert "- From `scan`: 0 of 1 figures misread, 0 of 0 discrepancies missed." in text
    assert (tmp_path / PLOT).read_text("utf-8").startswith("<svg")


def test_without_scans_there_is_no_plot():
    assert page(Measured(outcome()), Trial()).plots == {}


def test_the_plain_command_is_that_of_the_reserved_seed():
    assert Trial().command == "python -m corpus accuracy"
    assert (Trial().seed, Trial().count) == (SEED, COUNT)


def test_the_reserved_seed_is_used_for_nothing_else():
    run = [path for folder in ("tests", "corpus", ".ci") for path in (ROOT / folder).rglob("*") if path.is_file()]
    texts = {
        path.relative_to(ROOT).as_posix(): path.read_bytes() for path in run if path.suffix in ("", ".py", ".toml")
    }
    for seed in (SEED, PICTURE_SEED):
        assert [name for name, text in texts.items() if str(seed).encode() in text] == ["corpus/trial.py"]


def test_the_page_was_written_by_the_plain_command():
    path = ROOT / "docs" / "ACCURACY.md"
    if not path.exists():
        pytest.skip("not written yet")
    assert f"Written by `{Trial().command}` (doisoat " in path.read_text("utf-8")


def test_an_empty_share_says_nothing():
    assert Share(0, 0).value is None
    assert Share(0, 0).few
