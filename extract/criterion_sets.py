"""Criterion sets as users name them; what is wrong with one is said before the work begins."""

from __future__ import annotations

from extract.refusal import Refused
from normalize import criteria_file
from normalize.criteria import BadCriteria, CriterionSet
from rules import messages


def load(name: str, lang: str) -> CriterionSet:
    """The set of that name or in that file; refuses one that cannot be used, naming file, key and reason."""
    try:
        return criteria_file.load(name)
    except BadCriteria as fault:
        raise Refused(messages.bad_criteria(fault, lang)) from fault
