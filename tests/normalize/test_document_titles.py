"""Titles of documents as clerks write them around a number, and sentences around one that are no titles."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

import pytest

from normalize.citations import find_citations
from normalize.passages import Passage
from normalize.report import Citation
from parsers.document import Place

CASES = tomllib.loads(Path(__file__).with_name("document_titles.toml").read_text("utf-8"))
ANNOUNCED = ("về việc ", "V/v ", "v/v ", "về ")


def only(text: str) -> Citation:
    (found,) = find_citations([Passage(text, Place(paragraph=1))])
    return found


@pytest.mark.parametrize("text", CASES["sentences"])
def test_a_sentence_around_a_number_is_never_surely_a_title(text: str) -> None:
    found = only(text)
    assert (found.number, found.sure and found.subject) in {("36", False), ("36", "")}


@pytest.mark.parametrize(("text", "title", "sure"), CASES["titles"])
def test_a_title_ends_where_the_sentence_goes_on(text: str, title: str, *, sure: bool) -> None:
    found = only(text)
    subject = found.subject
    for announced in ANNOUNCED:
        subject = subject.removeprefix(announced)
    assert (found.number, subject, found.sure) == ("36", title, sure)
    assert found.date in {datetime.date(2025, 12, 25), None}
