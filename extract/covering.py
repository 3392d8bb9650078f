"""Whether what a mail says is itself a report: one that was pasted into it, not the letter that goes with one."""

from __future__ import annotations

import re
from html import unescape

from normalize.folding import fold

SHORTEST = 1500  # letters; a letter that goes with a report has some 300, the table of scores alone 5,000
_MARKUP = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_NEEDED = (
    r"\bchuyen doi so\b",
    r"\b(?:bao cao|tu danh gia|phieu danh gia|bang diem)\b",
    r"\bdiem\b",
    r"\bmuc(?: do)?\b",
)


def holds_report(text: str) -> bool:
    """Whether the text, of a page or plain, is as long as a report and speaks of what reports speak of."""
    said = " ".join(unescape(_MARKUP.sub(" ", text)).split())
    if len(said) < SHORTEST:
        return False
    folded = fold(said)
    return all(re.search(pattern, folded) for pattern in _NEEDED)
