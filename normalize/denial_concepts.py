"""Things of the table told by their parts, in whatever order and however far apart within a few words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from normalize.denial_phrases import Named, Tokens
from normalize.denial_words import Concept

WIDEST = 24  # words from the first part to the last
MOST = 6  # occurrences of one part that are tried


def concepts_in(tokens: Tokens, concepts: Sequence[Concept], start: int, end: int) -> list[Named]:
    """Where the parts of a concept stand between two places, closest together; of several the more telling ones."""
    words = {token.word for token in tokens[start:end]}
    found = [named for concept in concepts for named in _places(tokens, concept, start, end, words)]
    return [one for one in found if not any(_tells_more(other, one) for other in found)]


def _places(tokens: Tokens, concept: Concept, start: int, end: int, words: set[str]) -> Iterator[Named]:
    if not all(group.may_occur(words) for group in concept.groups):
        return
    places = [_merged(sorted(group.spans(tokens, start, end)))[:MOST] for group in concept.groups]
    windows = [window for spans in product(*places) if (window := _window(spans, concept.targets)) is not None]
    if windows:
        named = min(windows, key=lambda window: (window.end - window.start, window.start))
        if named.end - named.start <= WIDEST:
            yield named


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that share words are one: "phần mềm thi" and "thi trên máy" in "phần mềm thi trên máy"."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _window(spans: Sequence[tuple[int, int]], targets: tuple[str, ...]) -> Named | None:
    own = [at for span in spans for at in range(*span)]
    if not own or len(set(own)) < len(own):
        return None
    return Named(min(own), max(own) + 1, targets, frozenset(own), leads=spans[0][0] == min(own))


def _tells_more(other: Named, one: Named) -> bool:
    """The other has all words of this one and more, or is in the same words about less."""
    return one.own < other.own
