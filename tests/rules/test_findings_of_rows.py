"""Every field of one finding on rows, conditions and evidence: place, quotation, facts, confidence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from normalize import criteria_file
from normalize.report import Denial, Header, LooseRow, Reading
from rules.finding import Finding
from tests.rules.build import (
    HEADER,
    LAW,
    at,
    change,
    doubt,
    level,
    loose,
    only,
    points,
    put,
    report,
    said,
    without,
    words,
)

OTHER = criteria_file.load(str(Path(__file__).parent.parent / "sets" / "thu-vien-so.toml"))
PLAIN = report()
LIBRARY = report({"B1": "20", "B2": "12", "C1": "5", "C2": "10"}, OTHER)
LINE_1_3 = LAW.groups[0].criteria[2]


def again(given, *rows):
    """The report with second rows of criterion 1.4: label, score and place of each."""
    made = tuple(LooseRow(label, at(row), points(score, at(row)), id="1.4") for label, score, row in rows)
    return replace(given, appendix=replace(given.appendix, duplicates=made))


def deny(given, *targets):
    text = "Nhà trường chưa triển khai thu phí không dùng tiền mặt."
    return replace(given, denials=(Denial("thu phí không dùng tiền mặt", targets, text, said(30)),))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            replace(PLAIN, header=replace(HEADER, number=None, symbol=None, date=None, school=words("THCS", said(7)))),
            Finding("missing-header", "", said(7), facts={"missing": "number date"}),
            id="what is missing in the head, at the first thing that is there",
        ),
        pytest.param(
            replace(PLAIN, header=Header(upper_body=words("UBND phường", said(5)))),
            Finding("missing-header", "", said(5), facts={"missing": "number date school school_year signatory"}),
            id="nothing there but the upper body",
        ),
        pytest.param(
            replace(PLAIN, header=Header(symbol=words("BC-THCS", said(6)))),
            Finding("missing-header", "", said(6), facts={"missing": "number date school school_year signatory"}),
            id="nothing there but the symbol",
        ),
        pytest.param(
            without(PLAIN, "1.3"),
            Finding("missing-criterion", "1.3", at(1), facts={"kind": "criterion", "title": LINE_1_3.title}),
            id="the title of the criterion without a row",
        ),
        pytest.param(
            again(PLAIN, ("1.4 Học liệu", "8", 90), ("1.4", "7", 91), ("Học liệu", "6", 92)),
            Finding(
                "duplicate-criterion", "1.4", at(90), "8", "10", {"kind": "criterion"},
                others=(at(11), at(91), at(92)), excerpt="1.4 Học liệu", variant="figures",
            ),
            id="all further rows of a criterion",
        ),
        pytest.param(
            again(PLAIN, ("1.4 Học liệu", None, 90)),
            Finding(
                "duplicate-criterion", "1.4", at(90), "", "10", {"kind": "criterion"}, others=(at(11),),
                excerpt="1.4 Học liệu",
            ),
            id="a second row without points",
        ),
        pytest.param(
            again(change(PLAIN, "1.4", score="?"), ("1.4 Học liệu", "8", 90)),
            Finding(
                "duplicate-criterion", "1.4", at(90), "8", "", {"kind": "criterion"}, others=(at(11),),
                excerpt="1.4 Học liệu",
            ),
            id="a second row of a criterion whose points are not known",
        ),
        pytest.param(
            again(without(PLAIN, "1.4"), ("1.4 Học liệu", "8", 90), ("1.4", "7", 91)),
            Finding(
                "duplicate-criterion", "1.4", at(90), "8", "", {"kind": "criterion"}, others=(at(91),),
                excerpt="1.4 Học liệu",
            ),
            id="two rows that stand elsewhere, none in its place",
        ),
        pytest.param(
            loose(PLAIN, "duplicates", "1.1 Kế hoạch", "1", "1.1"),
            Finding(
                "duplicate-criterion", "1.1", at(90), "1", "", {"kind": "criterion"}, others=(at(3),),
                excerpt="1.1 Kế hoạch",
            ),
            id="a condition in two rows, one with points",
        ),
        pytest.param(
            loose(PLAIN, "unknown", "Điểm thưởng", "3"),
            Finding("unknown-row", "", at(90), "3", facts={"label": "Điểm thưởng"}, excerpt="Điểm thưởng"),
            id="a row of the school's own",
        ),
        pytest.param(
            loose(PLAIN, "unknown", "Điểm thưởng", "?"),
            Finding("unknown-row", "", at(90), facts={"label": "Điểm thưởng"}, excerpt="Điểm thưởng"),
            id="a row of the school's own whose points are not known",
        ),
    ],
)  # fmt: skip
def test_completeness(given, expected):
    assert only(given, expected.rule) == [expected]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            put(PLAIN, "1.2", answer=doubt(Reading(False, "Chưa\ncó", at(70)))),
            Finding(
                "missing-condition", "1.2", at(70), "Chưa có", facts={"kind": "criterion"}, excerpt="Chưa\ncó",
                confidence=0.95, variant="no",
            ),
            id="missing-condition at the answer no",
        ),
        pytest.param(
            put(PLAIN, "2.2", evidence=None, label="Kế hoạch ứng dụng CNTT"),
            Finding(
                "missing-condition", "2.2", at(25), facts={"kind": "criterion"}, excerpt="Kế hoạch ứng dụng CNTT"
            ),
            id="missing-condition at the row without evidence",
        ),
        pytest.param(
            put(PLAIN, "1.7", evidence=None, label="Hạ tầng, thiết bị"),
            Finding(
                "missing-evidence", "1.7", at(19), "10", facts={"kind": "criterion"}, excerpt="Hạ tầng, thiết bị"
            ),
            id="missing-evidence at the criterion's row",
        ),
        pytest.param(
            put(PLAIN, "1.4", evidence=None, score=points("10", at(71)), label="Học liệu"),
            Finding("missing-evidence", "1.4", at(71), "10", facts={"kind": "criterion"}, excerpt="Học liệu"),
            id="missing-evidence at the criterion's own score",
        ),
        pytest.param(
            put(PLAIN, "1.4", evidence=words("…", at(72)), score=points("10", at(71)), label="Học liệu"),
            Finding("missing-evidence", "1.4", at(72), "10", facts={"kind": "criterion"}, excerpt="Học liệu"),
            id="missing-evidence at the cell that holds dots only",
        ),
        pytest.param(
            deny(put(PLAIN, "2.4c", score=doubt(points("4", at(70)))), "2.4a", "2.4c"),
            Finding(
                "narrative-contradiction", "2.4", at(36), "6 + 4",
                "Nhà trường chưa triển khai thu phí không dùng tiền mặt.",
                {"kind": "criterion"}, others=(said(30),),
                excerpt="Nhà trường chưa triển khai thu phí không dùng tiền mặt.", confidence=0.95, impact="level",
            ),
            id="narrative-contradiction names both places",
        ),
    ],
)  # fmt: skip
def test_evidence(given, expected):
    assert only(given, expected.rule) == [expected]


def test_a_table_without_evidence_is_named_once():
    bare = PLAIN
    for row in (row for group in PLAIN.appendix.groups for row in group.criteria):
        bare = change(bare, row.id, evidence=None)
    assert only(bare, "missing-evidence") == [Finding("missing-evidence", "", at(1), variant="column")]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            put(LIBRARY, "B1", evidence=doubt(words("79,5% học sinh", at(70)))),
            Finding(
                "evidence-score", "B1", at(6), "20", "10", {"kind": "criterion", "figure": "79.5", "unit": "%"},
                others=(at(70),), excerpt="79,5% học sinh", confidence=0.95, impact="level",
            ),
            id="evidence-score of a percentage",
        ),
        pytest.param(
            put(LIBRARY, "B2", evidence=words("499 đầu sách", at(70)), level=doubt(level(2, at(71)))),
            Finding(
                "evidence-score", "B2", at(71), "2", "1", {"kind": "criterion", "figure": "499", "unit": "đầu sách"},
                others=(at(70),), excerpt="499 đầu sách", confidence=0.95, reported=True, variant="level",
            ),
            id="evidence-score of a level",
        ),
        pytest.param(
            put(LIBRARY, "B2", level=level(1, at(70))),
            Finding(
                "criterion-level", "B2", at(70), "1", "2",
                {"kind": "criterion", "points": "12", "bounds": "from 10 under 20"}, others=(at(7),), excerpt="Mức 1",
            ),
            id="criterion-level, its bounds to the next level",
        ),
        pytest.param(
            put(LIBRARY, "C", score=points("14", at(5)), level=level(2, at(70))),
            Finding(
                "group-sum", "C", at(5), "14", "15", {"kind": "group", "terms": "5 + 10", "parts": "C1, C2"},
                excerpt="14", impact="level",
            ),
            id="a wrong sum that takes a group below a level",
        ),
        pytest.param(
            put(LIBRARY, "C", level=level(0, at(70))),
            Finding(
                "group-level", "C", at(70), "0", "2", {"kind": "group", "points": "15", "bounds": "from 15"},
                excerpt="15", reported=True, impact="level",
            ),
            id="group-level by bounds of the usual form alone",
        ),
    ],
)  # fmt: skip
def test_another_set(given, expected):
    given = replace(given, statements=())
    assert only(given, expected.rule, OTHER) == [expected]
