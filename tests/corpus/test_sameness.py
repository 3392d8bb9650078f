"""A report in another form is held against its DOCX: findings and figures, not places."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.outcome import Share
from corpus.sameness import Told, compared, sameness, sameness_part

SUM = ("item-sum", "error", "1.3", "7", "6")
FIGURE = ("1.3a", "score", "6")


def told(*findings: tuple[str, ...], figures: tuple[tuple[str, ...], ...] = (FIGURE,)) -> Told:
    return Told(Counter(findings), Counter(figures))


@pytest.mark.parametrize(
    ("other", "findings", "figures", "differences"),
    [
        pytest.param(told(SUM), 1, 1, (), id="the same"),
        pytest.param(told(), 0, 1, ("odt 0000: without item-sum error 1.3 7 6",), id="a finding less"),
        pytest.param(told(SUM, SUM), 0, 1, ("odt 0000: with item-sum error 1.3 7 6",), id="said twice"),
        pytest.param(
            told(SUM, figures=()), 1, 0, ("odt 0000: without figure 1.3a score 6",), id="a figure that was not read"
        ),
    ],
)
def test_reports_are_compared(other: Told, findings: int, figures: int, differences: tuple[str, ...]) -> None:
    found = compared("odt", {"0000": told(SUM)}, {"0000": other})
    assert (found.findings, found.figures, found.differences) == (Share(findings, 1), Share(figures, 1), differences)


def test_archives_and_mails_hold_the_same_reports(tmp_path: Path) -> None:
    found = sameness(tmp_path, ("zip", "eml"), 2, 12)
    assert [(one.form, one.findings, one.differences) for one in found] == [
        ("zip", Share(2, 2), ()),
        ("eml", Share(2, 2), ()),
    ]
    assert [row[0] for row in sameness_part(found).rows] == ["zip", "eml"]
