"""What is wrong with a criterion set's file, said in the user's language before the work begins."""

from __future__ import annotations

from extract.refusal import Refused
from extract.texts import say
from normalize import criteria_file
from normalize.criteria import BadCriteria, CriterionSet


def refuse_bad(name: str | None, lang: str) -> None:
    """Refuses a set that cannot be used; None, to recognise it from the report, is always fine."""
    if name is not None:
        load(name, lang)


def load(name: str, lang: str) -> CriterionSet:
    """The set; refuses one that cannot be used, naming file, key and reason."""
    try:
        return criteria_file.load(name)
    except BadCriteria as fault:
        reason = say(lang, f"criteria-faults.{fault.reason}", **fault.facts)
        where = [part for part in (fault.file, fault.key) if part]
        raise Refused(": ".join([*where, reason])) from fault
