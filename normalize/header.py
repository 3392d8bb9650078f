"""What stands above a report's text and at its end: number, date, school, upper body, school year, signatory."""

from __future__ import annotations

from collections.abc import Sequence

from normalize.passages import Passage
from normalize.report import Header
from parsers.document import Document


def read_header(passages: Sequence[Passage], document: Document) -> Header:  # noqa: ARG001 - first thin version
    """The header's values; a field is None where nothing was found."""
    return Header()
