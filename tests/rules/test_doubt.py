"""Formulas whose stored value contradicts them are said once, and not where a total's own rule tells of the cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.document import Place, Remark
from rules import engine, messages
from rules.finding import Finding
from tests.rules.build import LAW, points, put, report

CELL = Place(table=1, row=20, sheet="Nhóm 1", cell="D20")


def remark(name: str = "formula", place: Place = CELL) -> Remark:
    return Remark(name, place, {"formula": "=SUM(D5:D19)", "stated": "73,5", "expected": "72"})


def found(*remarks: Remark) -> list[Finding]:
    return [f for f in engine.check(replace(report(), remarks=remarks), LAW) if f.rule == "low-confidence"]


@pytest.mark.parametrize(
    "remarks",
    [
        pytest.param((), id="nothing to say of the reading"),
        pytest.param((remark("hidden-rows"), remark("wrong-ending")), id="other remarks are no finding"),
    ],
)
def test_silent(remarks: tuple[Remark, ...]) -> None:
    assert found(*remarks) == []


def test_a_stale_formula() -> None:
    (finding,) = found(remark())
    assert (finding.stated, finding.expected, finding.subject) == ("73.5", "72", "")
    said = messages.sentence(finding, "vi")
    assert "=SUM(D5:D19)" in said
    assert "(trang tính “Nhóm 1”, ô D20) lưu giá trị 73,5, nhưng tính lại ra 72" in said


@pytest.mark.parametrize(
    ("places", "said"),
    [
        pytest.param((CELL,), "trang tính “Nhóm 1”, ô D20", id="a cell"),
        pytest.param((CELL, replace(CELL, cell="D21")), "trang tính “Nhóm 1”, ô D20, D21", id="cells of one sheet"),
        pytest.param((Place(sheet="Nhóm 2", row=3),), "trang tính “Nhóm 2”, hàng 3", id="a row"),
        pytest.param((Place(sheet="Nhóm 2"), CELL), "trang tính “Nhóm 2”; trang tính “Nhóm 1”, ô D20", id="two sheets"),
    ],
)
def test_places_in_a_workbook(places: tuple[Place, ...], said: str) -> None:
    assert messages.places_text(places, "vi") == said


def test_where_the_total_itself_is_wrong_the_rule_of_totals_tells() -> None:
    given = replace(put(report(), "1", score=points("74", CELL)), remarks=(remark(),))
    assert [
        f.rule for f in engine.check(given, LAW) if f.subject == "1" and f.rule in ("group-sum", "low-confidence")
    ] == ["group-sum"]
