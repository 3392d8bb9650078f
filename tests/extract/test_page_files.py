"""Pages that were photographed one by one are read as the pages of one report, or of as many as begin on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from extract.assembling import audit_bundle
from extract.outcome import Outcome, Request
from extract.parts import Bundle
from extract.sources import Source
from parsers import page_files
from parsers.failures import Damaged
from parsers.pages import content_of, raw_of
from parsers.pdfium import opened, page_of
from parsers.scanned import Reread, Slot

PDF = (Path(__file__).parents[2] / "corpus" / "samples" / "bao-cao-gdtx.pdf").read_bytes()


def slots(data: bytes) -> Iterator[Slot]:
    """The page of the sample whose number is the file's content, as if it had been read from a picture."""
    if not data.isdigit():
        raise Damaged(detail="picture")
    with opened(PDF) as document, page_of(document, int(data) - 1) as page:
        assert page is not None
        yield Slot(content_of(raw_of(page), int(data)), None)


def as_they_are(found: Iterable[Slot]) -> Reread:
    return Reread([slot.content for slot in found], {}, {})


@pytest.fixture(autouse=True)
def without_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_files, "slots_of", slots)
    monkeypatch.setattr(page_files, "reread", as_they_are)


def outcomes(tmp_path: Path, *contents: str) -> list[Outcome]:
    sources = []
    for number, content in enumerate(contents, 1):
        path = tmp_path / f"IMG_{number}.jpg"
        path.write_text(content, "utf-8")
        sources.append(Source(path, f"t/{path.name}"))
    return list(audit_bundle(Bundle(tuple(sources), pages=True), Request(scores=True)))


def files(found: list[Outcome]) -> list[tuple[str, ...]]:
    return [outcome.files for outcome in found]


def test_pages_of_one_report(tmp_path: Path) -> None:
    (found,) = outcomes(tmp_path, "1", "2", "3", "4", "5")
    assert (found.report, len(found.files)) == ("t/IMG_1.jpg", 5)
    places = {(score.place.file, score.place.page) for score in found.scores if score.place and score.criterion}
    assert places == {("IMG_4.jpg", 4), ("IMG_5.jpg", 5)}
    assert {finding.rule for finding in found.findings} >= {"document-number", "missing-criterion"}


def test_two_reports_one_after_the_other_stay_two(tmp_path: Path) -> None:
    found = outcomes(tmp_path, "1", "2", "3", "4", "5", "1", "2", "3", "4", "5")
    assert [(outcome.report, outcome.files[:1]) for outcome in found] == [
        ("t/IMG_1.jpg", ("IMG_1.jpg",)), ("t/IMG_6.jpg", ("IMG_6.jpg",)),
    ]  # fmt: skip
    rules = [[finding.rule for finding in outcome.findings] for outcome in found]
    assert rules[0] == rules[1]
    assert {score.place.page for score in found[1].scores if score.place and score.criterion} == {4, 5}


def test_a_report_twice_whose_second_beginning_is_missing_is_not_put_together(tmp_path: Path) -> None:
    assert files(outcomes(tmp_path, "1", "4", "5", "4", "5")) == [()] * 5


def test_pages_without_a_beginning_are_not_put_together(tmp_path: Path) -> None:
    assert files(outcomes(tmp_path, "2", "3", "4")) == [()] * 3


def test_one_bad_picture_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    found = outcomes(tmp_path, "1", "", "5")
    assert files(found) == [()] * 3
    assert found[1].unreadable
