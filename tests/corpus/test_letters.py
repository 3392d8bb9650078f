"""Evidence that the corpus writes beside reports changes nothing that is said of the reports."""

from __future__ import annotations

from pathlib import Path
from random import Random

from corpus.letters import letters, paper_of, write_letters
from corpus.paper import plain_text
from corpus.sameness import sameness


def test_every_letter_can_be_laid_out() -> None:
    for letter in letters():
        assert letter["title"].split("{")[0] in plain_text(paper_of(letter, Random(1)).sections[0].blocks)


def test_letters_depend_on_the_seed_only(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write_letters(tmp_path / name, Random(3))
    first, second = (sorted(path.name for path in (tmp_path / name).iterdir()) for name in ("a", "b"))
    assert first == second
    assert first


def test_reports_with_evidence_beside_them_have_the_findings_of_the_reports(tmp_path: Path) -> None:
    for compared in sameness(tmp_path, ["evidence-zip"], 6, 5):
        assert compared.differences == ()
        assert compared.findings.all == 6
