"""A report is the same report as DOC, ODT, RTF, web page or workbook: the same findings, only elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.generate import Order, generate
from corpus.writers.pack import BY_OFFICE, write_all
from corpus.writers.workbook import with_appendix_apart
from extract.audit import audit
from extract.outcome import Request
from extract.sources import Source
from parsers import office
from rules.catalogue import severity_of

SEED = 31


def found_in(folder: Path, form: str, count: int) -> list[list[tuple[str, ...]]]:
    generate(Order(folder, count, SEED, (form,), jobs=1))
    paths = sorted((folder / "reports").iterdir())
    outcomes = [audit(Source(path, path.name), Request(scores=True)) for path in paths]
    return [
        sorted((f.rule, severity_of(f), f.subject, f.stated, f.expected) for f in outcome.findings)
        + [(s.criterion, s.item, str(s.score), str(s.level)) for s in outcome.scores]
        for outcome in outcomes
    ]


def test_a_workbook_has_the_findings_of_the_docx(tmp_path: Path) -> None:
    assert found_in(tmp_path / "xlsx", "xlsx", 10) == found_in(tmp_path / "docx", "docx", 10)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_old_forms_have_the_findings_of_the_docx(tmp_path: Path) -> None:
    wanted = found_in(tmp_path / "docx", "docx", 2)
    try:
        for form in BY_OFFICE:
            assert found_in(tmp_path / form, form, 2) == wanted, form
    finally:
        office.close()


def test_the_appendix_is_put_into_a_workbook_beside_the_text(tmp_path: Path) -> None:
    from corpus.generate import report_and_truth

    paper, _ = report_and_truth(Order(tmp_path, 1, SEED), 1)
    assert write_all([("xlsx-appendix", "a", paper)], tmp_path) == ["a.docx"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-phu-luc.xlsx", "a.docx"]
    text, tables = with_appendix_apart(paper)
    assert sum(len(section.blocks) for part in (text, tables) for section in part.sections) == sum(
        len(section.blocks) for section in paper.sections
    )
