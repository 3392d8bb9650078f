"""Names of schools: found in a text, compared, and shortened to the letters that their documents bear."""

from __future__ import annotations

import re
from functools import cache

from normalize.folding import fold
from normalize.shadow import shade
from normalize.vocabulary import any_of, word_lists

_WORDS = re.compile(r"[^\W_]+(?:[&][^\W_]+)*|[-,&]")


@cache
def _head() -> re.Pattern[str]:
    school = word_lists("bodies")["school"]
    return re.compile(rf"(?<!\w)(?:(?:{any_of(school['heads'][:2])})\s+)")


def find_schools(text: str) -> list[str]:
    """Names of schools in a text, in order: "Trường THCS Nguyễn Du", "Trung tâm GDNN-GDTX quận Dương Kinh"."""
    shadow = shade(text)
    found: list[str] = []
    for match in _head().finditer(shadow.plain):
        named = shadow.source[match.start() :]
        if not named[0].isupper() or names_an_office(named) or _OWN.search(shadow.plain, 0, match.start()):
            continue
        end = _end_of_name(shadow.source, shadow.plain, match.end())
        if end > match.end():
            found.append(" ".join(shadow.source[match.start() : end].split()).strip(" ,.-/"))
    return found


def names_an_office(text: str) -> bool:
    """The text begins with "Trưởng" (or the family name Trương), which without diacritics looks like "Trường"."""
    return _OFFICE.match(text) is not None


_OWN = re.compile(r"(?<!\w)nha\s+$")  # "NHÀ TRƯỜNG" names none
_OFFICE = re.compile(r"trưởng|trương", re.IGNORECASE)


def parse_school(text: str) -> str | None:
    """A school's name that stands for itself, as a form's field has it ("THCS Nguyễn Du"); None for blanks."""
    name = " ".join(text.split()).strip(" .,:;-_…")
    return name if len(name) > 3 and name[0].isupper() and len(name) <= 120 else None


@cache
def _piece() -> re.Pattern[str]:
    school = word_lists("bodies")["school"]
    kinds, units = any_of(school["kinds"]), any_of(school["units"])
    return re.compile(rf"\s*(?:(?:-|va(?!\w)|,|&)?\s*{kinds}|-?\s*{units})(?!\w)[.]?")


_NAME = re.compile(r"[\s]*(?:[-–]\s*)?(?P<name>[^\W\d_][\w.'’&-]*|\d{1,2}(?![\w/.,]))")


def _end_of_name(source: str, plain: str, start: int) -> int:
    """Where a school's name ends: it goes on over kinds, units and words with a capital."""
    end = start
    while True:
        kind = _piece().match(plain, end)
        if kind is not None:
            end = kind.end()
            continue
        name = _NAME.match(source, end)
        if (
            name is None
            or "\n" in source[end : name.start("name")]
            or not (name["name"][0].isupper() or name["name"].isdigit())
        ):
            return end
        end = name.end()


def initials_of(school: str) -> frozenset[str]:
    """Folded letters that a school's documents may bear: its kind alone or with the name's initials, "tt" before."""
    kinds, names = _kinds_and_names(school)
    kind = "".join(kinds).replace("va", "")
    initials = "".join(word if word.isdigit() else word[0] for word in names if word not in _UNITS)
    return frozenset(letters for letters in (kind, kind + initials, initials) if len(letters) >= 2)


def is_other_school(name: str, own: str) -> bool:
    """The name is of another school than `own`: neither name's own words hold those of the other."""
    one, other = (set(_kinds_and_names(school)[1]) - _UNITS for school in (name, own))
    return bool(one and other) and not one <= other and not other <= one


def _kinds_and_names(school: str) -> tuple[list[str], list[str]]:
    """The folded words for the kind of school, and those of its name."""
    plain = re.sub(r"^(?:truong|trung tam)\s+", "", fold(school))
    for full, short in _short_kinds():
        plain = plain.replace(full, short)
    kinds: list[str] = []
    names: list[str] = []
    for word in re.findall(r"[a-z0-9&]+(?:-[a-z0-9]+)*", plain):
        bare = re.sub(r"[^a-z0-9]", "", word)
        (kinds if not names and _KIND_LETTERS.fullmatch(bare) else names).append(bare)
    return kinds, names


@cache
def _short_kinds() -> tuple[tuple[str, str], ...]:
    pairs = [(fold(full), short) for short, words in word_lists("bodies")["short_kinds"].items() for full in words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


_KIND_LETTERS = re.compile(r"(?:tt)?(?:thcs|thpt|th|mn|mg|ptdtnt|ptdtbt|ptdt|pt|gdnn|gdtx|va)+")
_UNITS = frozenset({"quan", "huyen", "xa", "phuong", "tinh", "tp", "va"})
