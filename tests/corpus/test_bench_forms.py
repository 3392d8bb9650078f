"""The bench of scans, old Word files and the page in a browser: its figures, bounds and sections."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PIL import Image

from corpus.bench.measuring import Plan
from corpus.bench.old_files import Conversions
from corpus.bench.other_forms import PARTS, FirstView, OtherForms, measured, sections
from corpus.bench.page import ABOUT, page
from corpus.bench.results import Results, targets
from corpus.bench.scans import ScanTime, _pictures, together
from corpus.bench.usage import resident, spent_by

GOOD, POOR = ScanTime(200, 2, 10, 12.0, 10.0), ScanTime(300, 1, 5, 30.0, 10.0)
OLD = Conversions(240, 2, 60.0, 40.0, {40: 250.0, 80: 260.0, 120: 255.0})
VIEW = FirstView(60.2, 310.4, 820.0, 1400.0, findings=2_000)


def test_scans_are_held_to_plain_tesseract_over_all_pages() -> None:
    assert (GOOD.ratio, together([GOOD, POOR])) == (1.2, 2.1)


def test_conversions_say_what_is_reached_and_what_idle_cores_would_reach() -> None:
    assert (OLD.a_second, OLD.a_second_of_cores, OLD.growth) == (4.0, 12.0, 1.02)


@pytest.mark.parametrize(
    ("forms", "met"),
    [
        pytest.param(OtherForms(), [], id="nothing measured, nothing held"),
        pytest.param(OtherForms((GOOD,)), [True], id="scans"),
        pytest.param(OtherForms((GOOD, POOR)), [False], id="slow scans"),
        pytest.param(OtherForms(old=OLD), [True, True], id="old files: how many, and no leak"),
        pytest.param(OtherForms(view=VIEW), [True, True], id="first paint and filters"),
    ],
)
def test_what_is_measured_is_held_to_its_bounds(forms: OtherForms, met: list[bool]) -> None:
    assert [target.met for target in targets(Results({}, (), (), forms=forms))] == met


def test_the_page_has_a_section_for_each() -> None:
    forms = OtherForms((GOOD, POOR), OLD, VIEW)
    text = page(Results({}, (), (), forms=forms), Plan(1, 1, frozenset(PARTS), None))
    assert "| 200 dpi | 2 | 10 | 1.20 | 1.00 | 1.20 |" in text
    assert "| 240 | 2 | 4.00 | 12.0 | 0.167 | 250 | 260 | 255 |" in text
    assert "| 300 | 2,000 | 60 | 310 | 820 | 1400 | none |" in text
    assert [told for _, told, _, _ in sections(forms) if told not in ABOUT] == []


def test_nothing_is_measured_that_is_not_asked_for() -> None:
    assert measured(frozenset({"reading"}), 1) == OtherForms()


def test_the_processors_time_of_a_command_is_that_of_all_it_waits_for() -> None:
    busy = "for n in range(10**6): pass"
    nested = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    assert spent_by([sys.executable, "-c", nested], {}) > 0.01


def test_a_command_that_fails_is_said() -> None:
    with pytest.raises(SystemExit, match="ended with 3"):
        spent_by([sys.executable, "-c", "raise SystemExit(3)"], {})


def test_memory_of_a_process_is_told() -> None:
    import os

    assert resident(os.getpid(), alone=True) > 1


def test_pages_of_a_tiff_are_taken_out_as_they_are(tmp_path: Path) -> None:
    pages = [Image.new("L", size, 255) for size in ((20, 30), (30, 20))]
    pages[0].save(tmp_path / "a.tiff", save_all=True, append_images=pages[1:])
    assert [picture.size for picture in _pictures(tmp_path / "a.tiff", 72)] == [(20, 30), (30, 20)]
