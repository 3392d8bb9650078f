"""Equality, not inclusion: a finding too many counts like one too few."""

import pytest

from corpus.measure import About, judged
from corpus.readings import citations, figures, header, mated, statements, tidied

ABOUT = About("a.docx", "l", "docx", clean=True)


def want(rule, criterion="", or_rules=(), or_criteria=()):
    return {
        "rule": rule, "criterion": criterion, "stated": "1", "expected": "2",
        "or_rules": list(or_rules), "or_criteria": list(or_criteria),
    }  # fmt: skip


def given(rule, criterion="", severity="error"):
    return {"rule": rule, "criterion": criterion, "severity": severity, "stated": "", "expected": "", "place": ""}


@pytest.mark.parametrize(
    ("wanted", "found", "verdicts"),
    [
        pytest.param([], [], [], id="nothing wanted, nothing found"),
        pytest.param(
            [],
            [given("unknown-row", severity="info")],
            ["info"],
            id="info that nobody injected is counted apart",
        ),
        pytest.param([], [given("copied-text", severity="warning")], [], id="rules on a batch are passed over"),
        pytest.param([want("item-sum", "1.3")], [given("item-sum", "1.3")], ["found"], id="found"),
        pytest.param([want("item-sum", "1.3")], [], ["missed"], id="missed"),
        pytest.param([], [given("item-sum", "1.3")], ["false"], id="a false alarm"),
        pytest.param(
            [want("item-sum", "1.3")], [given("item-sum", "1.5")], ["missed", "false"], id="at another criterion"
        ),
        pytest.param([want("item-sum", "1.3")], [given("item-sum", "1.3")] * 2, ["found", "false"], id="said twice"),
        pytest.param(
            [want("unknown-row")], [given("unknown-row", severity="info")], ["found"], id="injected information counts"
        ),
        pytest.param(
            [want("unknown-row")],
            [given("unknown-row", severity="info")] * 2,
            ["found", "false"],
            id="injected information said twice",
        ),
        pytest.param(
            [want("missing-evidence", "1.7")],
            [given("missing-evidence", severity="info")],
            ["missed", "info"],
            id="information on something else is no answer and no false alarm",
        ),
        pytest.param(
            [want("body-level", "1", or_rules=["group-level"])],
            [given("group-level", "1")],
            ["found"],
            id="another rule as right",
        ),
        pytest.param(
            [want("document-number", "2.1", or_criteria=[""])],
            [given("document-number")],
            ["found"],
            id="another place as right",
        ),
        pytest.param(
            [want("a", "1", or_criteria=[""]), want("a")],
            [given("a"), given("a", "1")],
            ["found", "found"],
            id="a lenient one leaves the finding to the strict one",
        ),
    ],
)
def test_findings_are_judged(wanted, found, verdicts):
    assert [j.verdict for j in judged(ABOUT, wanted, found)] == verdicts


def row(criterion, item, score, level=""):
    return {"group": "1", "criterion": criterion, "item": item, "score": score, "level": level}


@pytest.mark.parametrize(
    ("answers", "read", "wrong"),
    [
        pytest.param(["6"], "6.0", [], id="the same number"),
        pytest.param(["", "21"], "", [], id="empty where empty is right"),
        pytest.param(["6"], "", ["criterion score"], id="not read"),
        pytest.param(["6"], "5", ["criterion score"], id="misread"),
        pytest.param([""], "5", ["criterion score"], id="read where nothing stands"),
    ],
)
def test_figures_are_judged(answers, read, wrong):
    wanted = {"group": "1", "criterion": "1.3", "item": "", "score": answers, "stated_max": None, "level": None}
    assert [f.field for f in figures(ABOUT, {"rows": [wanted]}, [row("1.3", "", read)]) if not f.right] == wrong


def test_a_row_that_is_not_there_is_wrong_only_where_it_has_a_figure():
    rows = [row("1.3", "1.3a", "5"), row("1.3", "1.3b", "")]
    assert [f.where for f in figures(ABOUT, {"rows": []}, rows) if not f.right] == ["1.3a"]


def truth_of_header(**fields):
    return {
        "header": {"school": "Trường A", "school_year": "", "number": None, "date": None, "signatory": None, **fields}
    }


@pytest.mark.parametrize(
    ("truth", "read", "wrong"),
    [
        pytest.param({}, {"school": {"value": "TRƯỜNG  A"}}, [], id="letter case and spaces of a name"),
        pytest.param({}, {}, ["header school"], id="not read"),
        pytest.param({"number": "12"}, {"school": {"value": "Trường A"}, "number": {"value": 12}}, [], id="a number"),
        pytest.param(
            {}, {"school": {"value": "Trường A"}, "date": {"value": "2023-05-01"}}, ["header date"], id="left out"
        ),
    ],
)
def test_the_header_is_judged(truth, read, wrong):
    fields = header(ABOUT, truth_of_header(**truth), {"header": read})
    assert [field.field for field in fields if not field.right] == wrong


def stated(score, level, group="1"):
    return {"group": group, "score": score, "level": level}


@pytest.mark.parametrize(
    ("truth", "read", "wrong"),
    [
        pytest.param([stated("73", 2)], [stated(73, {"value": 2})], [], id="right"),
        pytest.param([stated("73", 2)] * 2, [stated(73, 2)], ["score", "level"], id="said twice, read once"),
        pytest.param([stated("73", 2)], [stated(73, None)], ["level"], id="level not read"),
        pytest.param([], [stated(79, 3)], [], id="what the table says too"),
        pytest.param([], [stated(78, None)], ["score"], id="what is said nowhere"),
    ],
)
def test_statements_are_judged(truth, read, wrong):
    rows = [{"group": "1", "criterion": "", "score": ["79"], "level": ["3"]}]
    fields = statements(ABOUT, {"statements": truth, "rows": rows}, {"statements": read})
    assert [field.field.removeprefix("statement ") for field in fields if field.counts and not field.right] == wrong


def cited(number, date="2023-05-01", where="text", symbol="QĐ-THA"):
    return {"where": where, "number": number, "symbol": symbol, "date": date}


@pytest.mark.parametrize(
    ("truth", "read", "wrong"),
    [
        pytest.param([cited("05")], [cited("5")], [], id="leading zeros"),
        pytest.param([cited("5"), cited("6")], [cited("6"), cited("5")], [], id="in another order"),
        pytest.param([cited("5")], [cited("5", None)], ["date"], id="date not read"),
        pytest.param([cited("5")], [cited("15")], ["number"], id="number misread"),
        pytest.param([cited("5")], [], ["number", "date"], id="not read"),
        pytest.param([], [cited("5")], ["number", "date"], id="read where none is"),
        pytest.param([], [cited("4725")], [], id="written out whole in a sentence"),
        pytest.param([cited("5")], [cited("5"), cited("5", None)], [], id="named once more in short"),
        pytest.param([cited("5")], [cited("5")] * 2, ["number", "date"], id="read twice"),
    ],
)
def test_citations_are_judged(truth, read, wrong):
    fields = citations(ABOUT, {"citations": truth, "aside": ["theo Quyết định 4725"]}, {"citations": read})
    assert [field.field.removeprefix("citation ") for field in fields if field.counts and not field.right] == wrong


def test_records_are_mated_with_the_likest():
    a, b, c = ({"x": x, "y": y} for x, y in ("11", "12", "21"))
    assert mated([a, b], [b, c], [("x", "y"), ("y",), ("x",)]) == [(b, b), (a, c)]


@pytest.mark.parametrize(
    ("text", "tidy"), [("7.0", "7"), ("07", "7"), ("100", "100"), ("", ""), ("x", "x"), (None, ""), (7.5, "7.5")]
)
def test_needless_zeros_do_not_make_a_difference(text, tidy):
    assert tidied(text) == tidy
