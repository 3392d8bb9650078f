"""Names of rules as users type them."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from extract.refusal import Refused
from extract.texts import say
from rules import catalogue


def refuse_unknown(names: Sequence[str], lang: str) -> None:
    """Refuses the first name that is no rule's, and says which may have been meant."""
    known = tuple(catalogue.entries())
    for name in names:
        if name in known:
            continue
        near = get_close_matches(name, known, n=1)
        key = "rules.unknown-near" if near else "rules.unknown"
        raise Refused(say(lang, key, name=name, near=", ".join(near)))
