"""What crosses from a worker to the page: small pictures of places, and figures of the tables that nothing explains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.document import Place


class Wanted(NamedTuple):
    """What pictures are asked for: formats (`webp`, `png`), and whether personal data is to be hidden in them."""

    formats: frozenset[str]
    masked: bool = False


class Picture(NamedTuple):
    """A piece of a page with places marked: its bytes by format (`webp`, `png`), its size in pixels, its page.

    `laid_out`: the page is how LibreOffice lays the file out, and its number that of this layout. `file` is the name
    of its file where a report was sent in several.
    """

    data: Mapping[str, bytes]
    width: int
    height: int
    page: int
    laid_out: bool = False
    file: str = ""


class Loose(NamedTuple):
    """A figure that stands in a score table and is no score, maximum, level or label that was understood."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What is shown of a report beside its findings.

    `shown` has for each finding the numbers of its pictures; findings of one place share a picture. `why_not` keys
    the sentence on why there are none (`page.why-not.KEY`), "" where there are.
    """

    pictures: tuple[Picture, ...] = ()
    shown: tuple[tuple[int, ...], ...] = ()
    loose: tuple[Loose, ...] = ()
    why_not: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
