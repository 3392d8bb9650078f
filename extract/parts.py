"""Which files may be parts of one report, by their names and folder; what they say then decides.

Names of parts differ in what they call themselves (`bao cao`, `phu luc`, `bang diem`), not in whose they are; pages
that were photographed are numbered, and nothing else lies with them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import NamedTuple

from extract.sources import Source
from normalize.folding import fold

MOST = 6  # files of one report, pages apart
MOST_PAGES = 60  # photographs of one report
LONG_NUMBER = 5  # digits; such numbers in names are times, which run on with gaps
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".bmp", ".webp"})

# What a file calls itself that goes with another; and what files call themselves that says nothing of whose they are.
_GOES_WITH = re.compile(
    r"\b(?:phu luc|pl|bang (?:tu )?(?:diem|cham|danh gia)(?: diem)?|bieu(?: mau)?|phieu (?:diem|cham|danh gia)"
    r"|cham diem|minh chung|kem theo|dinh kem)\b(?: ?(?:so )?\d{1,2}\b)?|\b(?:phan|trang|tap|part|page|p) ?\d{1,2}\b"
)
_SAYS_NOTHING = re.compile(
    r"\b(?:bao cao|bc|tu danh gia|tdg|danh gia|muc do|chuyen doi so|cds|ket qua|nam hoc|nam|loi van|thuyet minh"
    r"|noi dung|ban|chinh thuc|chinh|cuoi|final|signed|ky|va|cua|file|tep|so lieu|diem)\b|\b20\d\d\b"
)
_EVIDENCE = re.compile(r"\b(?:minh chung|mc)\b")


class Bundle(NamedTuple):
    """Files to be read in one go; more than one where they may be one report. `pages`: pages that were photographed.

    `going` are the numbers of those that by their names go with another.
    """

    sources: tuple[Source, ...]
    pages: bool = False
    going: frozenset[int] = frozenset()


def bundles(sources: Sequence[Source]) -> tuple[Bundle, ...]:
    """The files, those that may be parts of one report together, each where the first of them stands."""
    folders: defaultdict[str, list[int]] = defaultdict(list)
    for number, source in enumerate(sources):
        folders[source.name.rpartition("/")[0]].append(number)
    made: dict[int, Bundle] = {}
    for numbers in folders.values():
        for group in _groups([sources[number] for number in numbers]):
            bundle = _bundle([sources[numbers[at]] for at in group])
            made |= {numbers[at]: bundle if at == min(group) else Bundle(()) for at in group}
    alone = ((number, Bundle((source,))) for number, source in enumerate(sources) if number not in made)
    return tuple(bundle for _, bundle in sorted([*made.items(), *alone]) if bundle.sources)


def _bundle(sources: Sequence[Source]) -> Bundle:
    going = frozenset(at for at, source in enumerate(sources) if goes_with(source))
    return Bundle(tuple(sources), all(map(_is_picture, sources)), going)


def _groups(sources: Sequence[Source]) -> Iterable[list[int]]:
    """The numbers of those in one folder that may be one report."""
    readable = [at for at, source in enumerate(sources) if source.failure is None]
    pictures = [at for at in readable if _is_picture(sources[at])]
    if len(pictures) == len(sources) and are_pages([sources[at].name for at in pictures]):
        return [pictures]
    rest = [at for at in readable if at not in pictures]
    by_owner: dict[str, list[int]] = {}
    for at in rest:
        by_owner.setdefault(owner(sources[at]), []).append(at)
    by_owner = {name: _without_evidence(group, sources) for name, group in by_owner.items()}
    nameless = by_owner.get("", [])
    others = [at for at in rest if at not in nameless]
    if len(others) == 1 and nameless and all(goes_with(sources[at]) for at in nameless):
        return [sorted(rest)] if len(rest) <= MOST else []  # `Truong A.docx`, `phu luc.xlsx`, and nothing else
    return [group for group in by_owner.values() if _may_be_one([sources[at] for at in group])]


def _without_evidence(group: list[int], sources: Sequence[Source]) -> list[int]:
    """The files, where they are many those only that are not named as evidence ("minh chung 7")."""
    if len(group) <= MOST:
        return group
    return [at for at in group if _EVIDENCE.search(_words(sources[at])) is None]


def _may_be_one(sources: Sequence[Source]) -> bool:
    """Whether files of one owner may be parts: one says so, or they have one name and are of different kinds."""
    if not 2 <= len(sources) <= MOST:
        return False
    stems = {PurePosixPath(source.name).stem for source in sources}
    return any(map(goes_with, sources)) or len(stems) == 1


def _is_picture(source: Source) -> bool:
    return PurePosixPath(source.name).suffix.lower() in PICTURES


def goes_with(source: Source) -> bool:
    """Whether the name says that the file goes with another."""
    return _GOES_WITH.search(_words(source)) is not None


def owner(source: Source) -> str:
    """What is left of the name without the words that say which part it is: whose it is."""
    rest = _SAYS_NOTHING.sub(" ", _GOES_WITH.sub(" ", _words(source)))
    return " ".join(rest.split())


def _words(source: Source) -> str:
    """The name's words, without case, marks and tones; "BaoCao" is two."""
    stem = PurePosixPath(source.name).stem
    cuts = [at for at in range(1, len(stem)) if stem[at].isupper() and stem[at - 1].islower()]
    apart = " ".join(stem[start:end] for start, end in pairwise([0, *cuts, len(stem)]))
    return " ".join(re.findall(r"[^\W_]+", fold(apart)))


def are_pages(names: Sequence[str]) -> bool:
    """Whether the names are one name with running numbers."""
    if not 2 <= len(names) <= MOST_PAGES:
        return False
    found = [re.fullmatch(r"(.*?)(\d+)(\D*)", PurePosixPath(name).stem.strip()) for name in names]
    if not all(found):
        return False
    parts = [match.groups() for match in found if match is not None]
    numbers = sorted(int(number) for _, number, _ in parts)
    if len({(before.rstrip(), after) for before, _, after in parts}) > 1 or len(set(numbers)) < len(numbers):
        return False
    return numbers[-1] - numbers[0] < len(numbers) * 3 // 2 or all(len(part[1]) >= LONG_NUMBER for part in parts)
