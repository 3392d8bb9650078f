"""Rows of the structured report are the rows of `extract`."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.generate import Order, generate
from corpus.given_rows import FIELDS, rows_given
from corpus.readings import tidied
from extract.audit import audit
from extract.masking import show_all
from extract.outcome import Request
from extract.sources import Source
from extract.structure import structure_of
from extract.views import Style

STYLE = Style("vi", show_all)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("rows")
    generate(Order(folder, 12, 77, ("docx", "txt"), jobs=1))
    return sorted((folder / "reports").iterdir())


def test_they_are_those_of_extract(reports: list[Path]) -> None:
    for path in reports:
        outcome = audit(Source(path, path.name), Request(scores=True, structure=True))
        wanted = {(s.group, s.criterion, s.item): tuple(tidied(getattr(s, f)) for f in FIELDS) for s in outcome.scores}
        found = {
            (row["group"], row["criterion"], row["item"]): tuple(tidied(row[field]) for field in FIELDS)
            for row in rows_given(structure_of(outcome, STYLE))
        }
        left = {key: figures for key, figures in wanted.items() if any(figures) and figures != found.get(key)}
        assert left == {}, path.name
        assert not [key for key, figures in found.items() if any(figures) and key not in wanted], path.name


def reading(value: object, confidence: float) -> dict[str, object]:
    return {"value": value, "text": "", "confidence": confidence, "place": {"page": 2}}


def test_each_figure_has_its_own_confidence() -> None:
    group = {
        "id": "1", "score": reading(79, 0.9), "level": None, "stated_max": reading(None, 0.4),
        "criteria": [{"id": "1.1", "score": None, "stated_max": None, "level": None, "items": []}],
    }  # fmt: skip
    said = {"group": "1", "score": reading(80, 1.0), "maximum": reading(100, 1.0), "level": reading(3, 0.8)}
    first, second = rows_given({"groups": [group], "statements": [said]})
    assert [first[field] for field in FIELDS] == ["79", "100", "3"]
    assert first["sure"] == {"score": 0.9, "stated_max": 1.0, "level": 0.8}
    assert first["pages"] == {"score": 2, "stated_max": 2, "level": 2}
    assert second["sure"] == {}


def test_a_file_that_was_not_read_has_no_rows() -> None:
    assert rows_given({"report": "a.pdf", "unreadable": True}) == []
