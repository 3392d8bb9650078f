"""The table of bad files: every kind against everything that may be wrong, each with its words in both languages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from extract.audit import audit
from extract.outcome import Outcome, Request
from extract.remarks import remark_text
from extract.sources import find
from extract.texts import say
from parsers import READERS, containers
from rules import messages
from tests.bad.table import KINDS, TABLE, Left, Read, Said

BY_OFFICE = {"doc", "odt", "fodt", "rtf", "wordml"}
CELLS = [(fault, kind, cell) for fault, row in TABLE.items() for kind, cell in row.items()]


def missing(kind: str) -> bool:
    """Whether the program that reads this kind is not here."""
    return (kind in ("7z", "rar") and not shutil.which("bsdtar")) or (kind in BY_OFFICE and not shutil.which("soffice"))


def read(path: Path) -> tuple[list[Outcome], list[str]]:
    """What becomes of each file that is found, and what is said of those left out."""
    found = find([path], "vi")
    made = [audit(source, Request()) for source in found.sources]
    return made, [say("vi", f"skipped.{one.reason}") for one in found.skipped]


@pytest.mark.parametrize("fault", TABLE)
def test_every_kind_has_its_place_in_the_table(fault: str) -> None:
    assert {kind.partition(",")[0] for kind in TABLE[fault]} == set(KINDS)
    assert set(KINDS) == set(READERS) | set(containers.READERS)


@pytest.mark.parametrize(
    ("kind", "cell"),
    [pytest.param(kind, cell, id=f"{kind}: {fault}") for fault, kind, cell in CELLS if isinstance(cell, Said)],
)
def test_what_is_not_read_is_said(kind: str, cell: Said, tmp_path: Path) -> None:
    if missing(kind):
        pytest.skip("a program is not installed")
    path = tmp_path / cell.name
    path.write_bytes(cell.data())
    outcomes, _ = read(path)
    (finding,) = [finding for made in outcomes for finding in made.findings]
    assert finding.rule == "unreadable"
    told = messages.sentence(finding, "vi")
    assert cell.vi in told
    assert cell.name in told
    assert "đề nghị" in told
    assert cell.en in messages.sentence(finding, "en")
    assert [each.name for each in tmp_path.iterdir()] == [cell.name]


@pytest.mark.parametrize(
    ("kind", "cell"),
    [pytest.param(kind, cell, id=f"{kind}: {fault}") for fault, kind, cell in CELLS if isinstance(cell, Read)],
)
def test_what_is_read_all_the_same(kind: str, cell: Read, tmp_path: Path) -> None:
    if missing(kind):
        pytest.skip("a program is not installed")
    path = tmp_path / cell.name
    path.write_bytes(cell.data())
    outcomes, _ = read(path)
    assert len(outcomes) == 1
    assert not outcomes[0].unreadable
    remarks = [remark_text(each, "vi") for each in outcomes[0].remarks if each.name == "macros"]
    assert [cell.remark in each for each in remarks] == ([True] if cell.remark else [])
    assert [each.name for each in tmp_path.iterdir()] == [cell.name]


@pytest.mark.parametrize(
    ("kind", "cell"),
    [pytest.param(kind, cell, id=f"{kind}: {fault}") for fault, kind, cell in CELLS if isinstance(cell, Left)],
)
def test_what_is_left_out_is_said(kind: str, cell: Left, tmp_path: Path) -> None:
    path = tmp_path / cell.name
    path.write_bytes(cell.data())
    outcomes, reasons = read(path)
    assert outcomes == []
    assert cell.vi in reasons
    assert [each.name for each in tmp_path.iterdir()] == [cell.name]
