"""Whether a report letters the groups of its criterion set ("A. Chuyển đổi số trong dạy, học", "Nhóm B: …")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.criteria import CriterionSet
from normalize.mentions import GroupNames, find_mentions, group_names_of
from normalize.shadow import shade
from parsers.document import Document, Paragraph

_LETTER = re.compile(r"\W*(?:nhom\s+(?:(?:cac\s+)?tieu\s+chi\s+)?)?(?P<letter>[a-h])\s*[.:)|-]*\s+")
LONGEST_TITLE = 160  # characters


def names_in(document: Document, criteria: CriterionSet) -> GroupNames:
    """The names of the groups; by letter too where the document's own titles letter all of them in order."""
    names = group_names_of(criteria)
    found: dict[str, set[str]] = {}
    for text in _titles_of(document):
        source, plain = shade(text)
        match = _LETTER.match(plain)
        if match is None or not source[match.start("letter")].isupper():
            continue
        mentions = find_mentions(plain[match.end() :], names)
        if mentions and mentions[0].start == 0:
            found.setdefault(mentions[0].group, set()).add(match["letter"])
    wanted = {group: {chr(ord("a") + at)} for at, group in enumerate(names.ids)}
    return names._replace(lettered=found == wanted)


def _titles_of(document: Document) -> Iterator[str]:
    """Paragraphs, and rows of tables as one text, where short enough for a title."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text[:LONGEST_TITLE]
            continue
        rows: dict[int, list[str]] = {}
        for cell in block.cells:
            rows.setdefault(cell.row, []).append(cell.text.strip())
        yield from (" ".join(filter(None, texts))[:LONGEST_TITLE] for texts in rows.values())
