"""missing-condition, missing-evidence, narrative-contradiction, evidence-score: silent cases first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from normalize import criteria_file
from normalize.report import Denial, Reading
from rules import catalogue
from rules.audit import audit_of
from rules.messages import sentence
from rules.narrative import narrative_contradiction
from tests.rules.build import LAW, SCORES, at, change, findings, found, put, report, said, severities

PLAIN = report()
OTHER = criteria_file.load(str(Path(__file__).parent.parent / "sets" / "thu-vien-so.toml"))
ROWS = [row for group in PLAIN.appendix.groups for row in group.criteria]


def bare(given, *criteria):
    for row in criteria:
        given = change(given, row, evidence=None)
    return given


def answer(given, row, value, text):
    return change(given, row, answer=None if text is None else Reading(value, text, at(50)))


NO_COLUMN = replace(
    bare(PLAIN, *(row.id for row in ROWS)),
    appendix=replace(bare(PLAIN, *(row.id for row in ROWS)).appendix, evidence_column=False),
)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(PLAIN, id="every cell is filled"),
        pytest.param(bare(report({**SCORES, "2.4": ["0", "0", "0"]}), "2.4"), id="no points, no evidence"),
        pytest.param(bare(change(PLAIN, "1.7a", evidence="Danh sách"), "1.7"), id="an item has the evidence"),
        pytest.param(change(PLAIN, "1.4", evidence="Xem minh chứng"), id="a link's text is evidence"),
        pytest.param(change(PLAIN, "1.4", evidence="[H1-1.1-01]"), id="a code is evidence"),
        pytest.param(answer(PLAIN, "1.1", None, "Lồng ghép"), id="an answer that was not understood"),
        pytest.param(answer(PLAIN, "1.1", None, None), id="no answer, but evidence"),
        pytest.param(bare(answer(PLAIN, "1.1", None, "Lồng ghép"), "1.1"), id="an answer not understood, no evidence"),
        pytest.param(NO_COLUMN, id="no evidence column: one information, nothing more"),
        pytest.param(bare(PLAIN, *(row.id for row in ROWS[2:])), id="a report that gives little evidence at all"),
    ],
)
def test_silent(given):
    assert found(given) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(bare(PLAIN, "1.7"), [("missing-evidence", "1.7", "10", "")], id="points without evidence"),
        pytest.param(change(PLAIN, "1.7", evidence=" … "), [("missing-evidence", "1.7", "10", "")], id="dots only"),
        pytest.param(
            change(PLAIN, "1.7", evidence="[CẦN BỔ SUNG]"),
            [("missing-evidence", "1.7", "10", "")],
            id="a left-over mark",
        ),
        pytest.param(
            change(PLAIN, "1.7", evidence="BỔ SUNG]"),
            [("missing-evidence", "1.7", "10", "")],
            id="what a picture left of it",
        ),
        pytest.param(
            bare(PLAIN, "1.4", "1.7"),
            [("missing-evidence", "1.4", "10", ""), ("missing-evidence", "1.7", "10", "")],
            id="two criteria, two findings",
        ),
        pytest.param(
            bare(change(PLAIN, "1.7b", score=None), "1.7"),
            [("missing-evidence", "1.7", "5", "")],
            id="one item is not known, another has points",
        ),
        pytest.param(
            answer(PLAIN, "1.2", False, "Chưa có"), [("missing-condition", "1.2", "Chưa có", "")], id="says no"
        ),
        pytest.param(
            bare(answer(PLAIN, "1.2", False, "Chưa có"), "1.2"),
            [("missing-condition", "1.2", "Chưa có", "")],
            id="says no, without evidence: one finding",
        ),
        pytest.param(
            bare(answer(PLAIN, "2.2", None, None), "2.2"),
            [("missing-condition", "2.2", "", "")],
            id="neither answer nor evidence",
        ),
        pytest.param(bare(PLAIN, "2.2"), [("missing-condition", "2.2", "", "")], id="says yes, without evidence"),
    ],
)
def test_found(given, expected):
    assert found(given) == expected


def test_a_table_without_evidence_is_one_information():
    assert severities(NO_COLUMN) == [("missing-evidence", "info")]


def deny(given, *denials):
    made = [Denial("việc", targets, text, said(30 + n)) for n, (targets, text) in enumerate(denials)]
    return replace(given, denials=tuple(made))


CASHLESS = "Dịch vụ thu phí không dùng tiền mặt chưa thực hiện được."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(0, 0, id="a sentence of its own"),
        pytest.param(60, 0, id="at the end of a long one"),
        pytest.param(60, 60, id="in the middle of a long one"),
        pytest.param(0, 60, id="at the start of a long one"),
    ],
)
def test_the_denial_itself_is_quoted(before, after):
    text = " ".join(["nhiều lời"] * before + [CASHLESS] + ["thêm lời"] * after)
    denial = Denial("thu phí không dùng tiền mặt", ("2.4c",), text, said(30))
    (finding,) = findings(replace(PLAIN, denials=(denial,)))
    assert CASHLESS in finding.expected and CASHLESS in sentence(finding, "vi")
    assert len(finding.expected) <= 282
    assert (finding.expected[0] == "…", finding.expected[-1] == "…") == (before > 0, after > 0)


@pytest.mark.parametrize(
    ("denials", "expected"),
    [
        pytest.param([(("2.4b",), "Chưa tuyển sinh trực tuyến.")], [], id="what is denied has no points"),
        pytest.param([((), "Chưa có sân bóng.")], [], id="a denial that concerns no criterion"),
        pytest.param([(("2.4c",), CASHLESS)], [("2.4", "4", CASHLESS)], id="an item with points"),
        pytest.param([(("2.4b", "2.4c"), CASHLESS)], [("2.4", "4", CASHLESS)], id="one of two items has points"),
        pytest.param([(("2.4a", "2.4c"), CASHLESS)], [("2.4", "6 + 4", CASHLESS)], id="two items of one criterion"),
        pytest.param([(("1.4",), "Chưa có học liệu.")], [("1.4", "10", "Chưa có học liệu.")], id="a whole criterion"),
        pytest.param(
            [(("1.7b", "1.5a"), "Chưa có phòng máy.")],
            [("1.5", "12", "Chưa có phòng máy."), ("1.7", "5", "Chưa có phòng máy.")],
            id="two criteria, two findings",
        ),
    ],
)
def test_narrative_contradiction(denials, expected):
    assert found(deny(PLAIN, *denials)) == [("narrative-contradiction", *rest) for rest in expected]


@pytest.mark.parametrize(
    ("denials", "expected"),
    [
        pytest.param([(("2.4b",), True), (("2.4a",), False)], [("2.4", "6", "info")], id="the sure one has no points"),
        pytest.param([(("2.4a",), False), (("2.4c",), False)], [("2.4", "6", "info")], id="once for a criterion"),
        pytest.param([(("2.4a",), False), (("2.4c",), True)], [("2.4", "4", "warning")], id="a sure one tells more"),
        pytest.param([(("2.4",), True)], [("2.4", "6 + 4", "info")], id="a whole, one part of which has no points"),
        pytest.param([(("2.3",), True)], [("2.3", "5 + 6 + 20 + 6 + 10 + 10 + 6 + 6", "warning")], id="a whole"),
        pytest.param(
            [(("2.4a",), False), (("1.4",), False)],
            [("2.4", "6", "info"), ("1.4", "10", "info")],
            id="of two criteria",
        ),
    ],
)
def test_what_a_sentence_may_deny_is_information(denials, expected):
    made = [Denial("việc", targets, "Câu ấy.", said(30), sure) for targets, sure in denials]
    told = narrative_contradiction(audit_of(replace(PLAIN, denials=tuple(made)), LAW))
    assert [(one.subject, one.stated, catalogue.severity_of(one)) for one in told] == expected


@pytest.mark.parametrize(
    ("shared", "severity"),
    [
        pytest.param((), "warning", id="two names, one of them with points"),
        pytest.param(("2.4a", "2.4b"), "info", id="one name for both"),
    ],
)
def test_a_name_of_several_items_may_mean_the_one_without_points(shared, severity):
    denial = Denial("việc", ("2.4a", "2.4b"), "Câu ấy.", said(30), shared=shared)
    (finding,) = findings(replace(PLAIN, denials=(denial,)))
    assert (finding.subject, finding.stated, catalogue.severity_of(finding)) == ("2.4", "6", severity)


@pytest.mark.parametrize(
    ("row", "fields", "expected"),
    [
        pytest.param("2.4b", {"evidence": "Chưa có"}, [], id="no points"),
        pytest.param("2.4c", {"evidence": "Không"}, [], id="perhaps no remark"),
        pytest.param("2.4c", {"evidence": "Chưa có máy quét, thu qua ngân hàng"}, [], id="it goes on"),
        pytest.param("2.4c", {"evidence": "Chưa có"}, [("2.4", "4", "Chưa có")], id="of an item"),
        pytest.param("1.4", {"evidence": "Chưa thực hiện."}, [("1.4", "10", "Chưa thực hiện.")], id="of a criterion"),
    ],
)
def test_points_beside_evidence_that_says_not_yet(row, fields, expected):
    assert found(change(PLAIN, row, **fields)) == [("narrative-contradiction", *rest) for rest in expected]


def test_evidence_of_an_items_own_row_says_nothing_of_the_criterions_points():
    own = report(own=True)
    row = next(row for group in own.appendix.groups for row in group.criteria if row.id == "2.4")
    elsewhere = Reading("Chưa triển khai", "Chưa triển khai", row.items[1].place)
    assert found(put(own, "2.4", evidence=elsewhere)) == []


UNLISTED = change(PLAIN, "1.7", score="16", items=())
ALL = change(PLAIN, "1.7", score="15", items=())


@pytest.mark.parametrize(
    ("given", "denial", "expected"),
    [
        pytest.param(ALL, Denial("phòng", ("1.7c",), "Chưa có.", said(30)), [], id="the others can give so much"),
        pytest.param(UNLISTED, Denial("phòng", ("1.7c",), "Chưa có.", said(30), False), [], id="not sure"),
        pytest.param(
            UNLISTED, Denial("x", ("1.7b", "1.7c"), "Chưa có.", said(30), shared=("1.7b", "1.7c")), [], id="one name"
        ),
        pytest.param(
            UNLISTED,
            Denial("phòng", ("1.7c",), "Chưa có.", said(30)),
            [("1.7", "16", "15")],
            id="more than the others can give",
        ),
    ],
)
def test_points_that_only_the_denied_item_can_give(given, denial, expected):
    told = narrative_contradiction(audit_of(replace(given, denials=(denial,)), LAW))
    assert [(one.subject, one.stated, one.facts["most"]) for one in told] == expected


@pytest.mark.parametrize(
    ("given", "sure", "expected"),
    [
        pytest.param(answer(PLAIN, "1.2", False, "Chưa có"), True, [], id="answered no"),
        pytest.param(answer(PLAIN, "1.2", None, "Lồng ghép"), True, [], id="not understood"),
        pytest.param(bare(answer(PLAIN, "1.2", None, None), "1.2"), True, [], id="neither answer nor evidence"),
        pytest.param(answer(PLAIN, "1.2", True, "Đạt"), False, [], id="not surely denied"),
        pytest.param(answer(PLAIN, "1.2", True, "Đạt"), True, [("1.2", "Đạt", "info")], id="answered yes"),
        pytest.param(
            change(answer(PLAIN, "1.2", None, None), "1.2", evidence="QĐ 52"),
            True,
            [("1.2", "QĐ 52", "info")],
            id="it has evidence",
        ),
    ],
)
def test_a_condition_that_the_text_denies_is_information(given, sure, expected):
    denial = Denial("quy chế", ("1.2",), "Chưa ban hành quy chế.", said(30), sure)
    told = narrative_contradiction(audit_of(replace(given, denials=(denial,)), LAW))
    assert [(one.subject, one.stated, catalogue.severity_of(one)) for one in told] == expected


def test_a_contradiction_names_both_places():
    (finding,) = findings(deny(PLAIN, (("2.4c",), CASHLESS)))
    assert (finding.place.table, [place.paragraph for place in finding.others], finding.impact) == (1, [30], "level")


LIBRARY = report({"B1": "20", "B2": "12", "C1": "5", "C2": "10"}, OTHER)


@pytest.mark.parametrize(
    ("row", "evidence", "fields"),
    [
        pytest.param("B1", "85% học sinh", {}, id="the percentage has that score"),
        pytest.param("B1", "80 %", {}, id="a bound belongs to the upper band"),
        pytest.param("B1", "trên 60% học sinh", {}, id="a figure that is not exact"),
        pytest.param("B1", "60% khối 6, 90% khối 7", {}, id="two figures"),
        pytest.param("B1", "Danh sách kèm theo", {}, id="no figure"),
        pytest.param("B1", "Kế hoạch số 40/KH-THCS ngày 5/9/2024", {}, id="a document's number is no percentage"),
        pytest.param("B2", "612 đầu sách", {"level": 2}, id="the count has that level"),
        pytest.param("B2", "12 máy tính", {"level": 2}, id="a count of something else"),
        pytest.param("B2", "50 đầu sách", {"level": 2}, id="below the first band a level is not known"),
        pytest.param("B2", "1.250 đầu sách", {"level": 2}, id="a dot for thousands"),
    ],
)
def test_evidence_agrees_with_the_bands(row, evidence, fields):
    assert found(change(LIBRARY, row, evidence=evidence, **fields), OTHER) == []


@pytest.mark.parametrize(
    ("row", "evidence", "fields", "expected"),
    [
        pytest.param("B1", "79,5% học sinh", {}, ("20", "10"), id="just below the bound"),
        pytest.param("B1", "12/30 HS có tài khoản", {}, ("20", "0"), id="a ratio below the first band"),
        pytest.param("B2", "499 đầu sách", {"level": 2}, ("2", "1"), id="a count of a lower level"),
        pytest.param("B2", "Số đầu sách: 499", {"level": 2}, ("2", "1"), id="the count after its name"),
    ],
)
def test_evidence_contradicts_the_bands(row, evidence, fields, expected):
    given = change(LIBRARY, row, evidence=evidence, **fields)
    assert found(given, OTHER) == [("evidence-score", row, *expected)]
