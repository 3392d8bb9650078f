"""What a rule yields: facts, not sentences; severity, wording and authority come from the catalogue when shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parsers.document import Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One inconsistency. `subject` is a group's, criterion's or item's id, or "" for the whole report.

    `stated` and `expected` are as shown to people; `facts` fill the message; `others` are the other places that the
    message names, `also` further places that state the same as `place`. `reported`: it rests on a figure that is only
    `reported` in the criterion set, so it is a warning at most. `pictured`: it rests on what is easily misread in a
    picture, so it is information. `impact` is "level" when correcting it would change a group's level. `variant` picks
    a wording of the rule's message where one rule has several. `documents` are the numbers of those that it is on.
    """

    rule: str
    subject: str
    place: Place | None
    stated: str = ""
    expected: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Place, ...] = ()
    also: tuple[Place, ...] = ()
    excerpt: str = ""
    confidence: float = 1.0
    reported: bool = False
    impact: str = ""
    variant: str = ""
    documents: frozenset[str] = frozenset()
    pictured: bool = False
