"""What differs between two discrepancy tables of the same reports."""

import csv

import pytest

from corpus.compare import COLUMNS, compare, differences, table_of, told


def row(finding_id, rule="item-sum", criterion="1.3", report="a.pdf", **more):
    usual = dict.fromkeys(COLUMNS, "") | {"severity": "error", "stated": "7", "expected": "6", "place": "hàng 1"}
    return {**usual, "finding_id": finding_id, "rule": rule, "criterion": criterion, "report": report, **more}


@pytest.mark.parametrize(
    ("old", "new", "counts"),
    [
        pytest.param([row("1")], [row("1")], (0, 0, 0, 1), id="nothing"),
        pytest.param([row("1"), row("2", "over-max")], [row("2", "over-max"), row("1")], (0, 0, 0, 2), id="the order"),
        pytest.param([], [row("1")], (1, 0, 0, 0), id="new"),
        pytest.param([row("1")], [], (0, 1, 0, 0), id="gone"),
        pytest.param([row("1")], [row("1", place="hàng 2")], (0, 0, 1, 0), id="at another place"),
        pytest.param([row("1")], [row("1", message="…")], (0, 0, 1, 0), id="otherwise worded"),
        pytest.param([row("1")], [row("1", severity="warning")], (0, 0, 1, 0), id="less severe"),
        pytest.param([row("1")], [row("2", stated="8")], (0, 0, 1, 0), id="another id, but on the same"),
        pytest.param([row("1")], [row("2")], (0, 0, 0, 1), id="another id and nothing else"),
        pytest.param([row("1")], [row("2", criterion="1.5")], (1, 1, 0, 0), id="on another criterion"),
        pytest.param([row("1")], [row("1", report="b.pdf")], (1, 1, 0, 0), id="of another report"),
        pytest.param([row("1")] * 2, [row("1")], (0, 1, 0, 1), id="said twice, now once"),
    ],
)
def test_tables_are_compared(old, new, counts):
    found = differences(old, new)
    assert (len(found.new), len(found.gone), len(found.moved), found.same) == counts
    assert bool(found) == (counts[:3] != (0, 0, 0))


def test_differences_are_told():
    found = differences([row("1"), row("2", "over-max")], [row("1", place=""), row("3", "bad-score", "2.3")])
    assert told(found) == (
        "1 new, 1 gone, 1 moved, 0 the same\n"
        "+ a.pdf: error bad-score 2.3: 7 → 6 (hàng 1)\n"
        "- a.pdf: error over-max 1.3: 7 → 6 (hàng 1)\n"
        "~ a.pdf: item-sum 1.3\n"
        "    place: hàng 1 → nothing\n"
    )


def write(path, *rows):
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, sorted(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_folders_and_files_are_compared(tmp_path):
    write(tmp_path / "old" / "a.csv", row("1"))
    write(tmp_path / "old" / "b.csv", row("2", report="b.pdf"))
    write(tmp_path / "old" / "scores.csv", {"report": "a.pdf", "score": "7"})
    new = write(tmp_path / "new.csv", row("1"), row("2", report="b.pdf"))
    assert compare(tmp_path / "old", new) == ("0 new, 0 gone, 0 moved, 2 the same\n", False)


@pytest.mark.parametrize(("name", "said"), [("none.csv", "no such file"), ("scores.csv", "no discrepancy table")])
def test_what_is_no_table_is_refused(tmp_path, name, said):
    write(tmp_path / "scores.csv", {"report": "a.pdf", "score": "7"})
    with pytest.raises(SystemExit, match=said):
        table_of(tmp_path / name)
