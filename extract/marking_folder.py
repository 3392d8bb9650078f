"""`--pictures DIR`: each finding's pictures as files, in a folder a report, named by rule, criterion and finding id."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from extract.outcome import Outcome
from extract.refusal import Refused
from extract.system_errors import reason_of
from extract.tabular import identities
from extract.texts import say

LONGEST_NAME = 100  # letters; some systems allow 255 bytes of a name, and a Vietnamese letter takes up to three
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # names that Windows keeps for itself


def refuse_unusable(folder: Path, lang: str) -> None:
    """Refuses a folder that cannot be made or written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        trial = folder / ".doisoat.part"
        trial.touch()
        trial.unlink()
    except OSError as error:
        raise Refused(say(lang, "outputs.unwritable", path=folder, detail=reason_of(error, lang))) from None


@contextmanager
def picture_folder(folder: Path) -> Iterator[Callable[[Outcome], None]]:
    """Takes outcomes one by one and writes their pictures at once."""
    taken: set[str] = set()

    def add(outcome: Outcome) -> None:
        exhibit = outcome.exhibit
        if exhibit is None or not exhibit.pictures:
            return
        own = folder / _new_name(outcome.report, taken)
        own.mkdir(exist_ok=True)
        for finding, identity, numbers in zip(outcome.findings, identities(outcome), exhibit.shown, strict=True):
            for turn, number in enumerate(numbers, 1):
                name = "-".join(filter(None, (finding.rule, finding.subject, identity, str(turn))))
                (own / f"{safe(name)}.png").write_bytes(exhibit.pictures[number].data["png"])

    yield add


def _new_name(report: str, taken: set[str]) -> str:
    """A folder's name for the report, different from those before also where capitals do not count."""
    plain = safe(report)
    name = next(name for name in _numbered(plain) if name.casefold() not in taken)
    taken.add(name.casefold())
    return name


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name} ({number})"
        number += 1


def safe(name: str) -> str:
    """The name as one that every system takes: no separators, no signs with a meaning of their own."""
    plain = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', "_", name).strip(" .")
    plain = f"_{plain}" if RESERVED.fullmatch(plain) or not plain else plain
    return plain if len(plain) <= LONGEST_NAME else plain[-LONGEST_NAME:].lstrip(" .")


def formats_of(endings: Sequence[str], folder: Path | None) -> frozenset[str]:
    """The picture formats that the outputs need."""
    return frozenset({"webp"} if ".html" in endings else ()) | frozenset({"png"} if folder is not None else ())
