"""Headings of columns and wordings of criteria, by the author's habits."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

from corpus.spelling import ROMAN
from corpus.voice import Voice

RUNNING_FROM = 7  # criteria of the first group, where the second group's are numbered on
LETTERS = "-AB"  # groups by letter
VIETNAMESE = "abcdđegh"  # the letters of a list by Vietnamese rules


@cache
def wordings() -> Mapping[str, Any]:
    """The wordings' file."""
    return tomllib.loads((Path(__file__).parent / "wordings.toml").read_text(encoding="utf-8"))


@cache
def prose_words() -> Mapping[str, Any]:
    """The narrative's words."""
    return tomllib.loads((Path(__file__).parent / "prose.toml").read_text(encoding="utf-8"))


def head_word(kind: str, voice: Voice, *, beside: bool = False) -> str:
    """The heading of a column; the same author always words it the same. `beside`: there is a column of notes too."""
    words: list[str] = wordings()["heads"][kind]
    if kind == "evidence" and beside:
        words = [word for word in words if "minh chứng" in word.lower()]
    return words[crc32(f"{voice.heads} {kind}".encode()) % len(words)]


def title_text(key: str, official: str, voice: Voice, rng: Random) -> str:
    """A criterion's title: official, or as the author words such things."""
    if voice.title in RESHAPED:
        return RESHAPED[voice.title](official)
    if voice.title == "mistyped":
        return mistyped(official, rng)
    other = str(rng.choice(wordings()["titles"][key])) if voice.title in ("short", "abbreviated") else official
    if voice.title == "abbreviated":
        return abbreviated(official if rng.random() < 0.6 else other)
    return other.upper() if voice.title == "upper" and len(key) < 4 else other


def abbreviated(text: str) -> str:
    """The usual abbreviations put in."""
    for long, short in wordings()["abbreviations"].items():
        text = text.replace(long, short).replace(long[0].upper() + long[1:], short)
    return text


def abridged(text: str) -> str:
    """Without what stands in brackets, and without the first word where that says nothing."""
    short = re.sub(r"\s*\([^()]*\)", "", text)
    for lead in ("Có ban hành ", "Có tổ chức ", "Có triển khai ", "Có "):
        if short.startswith(lead) and len(short) > 30:
            rest = short.removeprefix(lead)
            return rest[0].upper() + rest[1:]
    return short


def respelled(text: str) -> str:
    """By the other rules of spelling, with a blank too many here and there."""
    for usual, other in wordings()["spellings"].items():
        text = text.replace(usual, other)
    return text


def mistyped(text: str, rng: Random) -> str:
    """One or two slips of the keyboard inside words, never in digits."""
    for _ in range(1 + (len(text) > 60)):
        spots = [n for n in range(1, len(text) - 2) if text[n].isalpha() and text[n + 1].isalpha()]
        if not spots:
            return text
        n = rng.choice(spots)
        swapped = text[:n] + text[n + 1] + text[n] + text[n + 2 :]
        text = rng.choice([swapped, text[:n] + text[n + 1 :], text[:n] + text[n] + text[n:]])
    return text


def bare(text: str) -> str:
    """Without diacritics."""
    split = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in split if not unicodedata.combining(c))


RESHAPED: dict[str, Callable[[str], str]] = {"bare": bare, "abridged": abridged, "respelled": respelled}


def criterion_label(criterion_id: str, voice: Voice) -> str:
    """`1.3`, `I.3`, `3` …"""
    group, number = criterion_id.split(".")
    running = int(number) + (RUNNING_FROM if group == "2" else 0)
    match voice.criterion_label:
        case "I.3":
            return f"{ROMAN[int(group)]}.{number}"
        case "3":
            return number
        case "running":
            return str(running)
        case "A.3":
            return f"{LETTERS[int(group)]}.{number}"
        case form:
            return form.replace("1.3", criterion_id)


def group_label(group_id: str, voice: Voice) -> str:
    """`1.`, or Roman where the criteria are numbered anew, or a letter where the criteria have it."""
    if voice.criterion_label == "A.3":
        return f"{LETTERS[int(group_id)]}."
    if voice.criterion_label in ("I.3", "3", "running"):
        return ROMAN[int(group_id)]
    return f"{group_id}."


def item_label(item_id: str, voice: Voice) -> str:
    """What stands before an item in the number column or its text."""
    letter = item_id[3:]
    match voice.item_mark:
        case "a)":
            return f"{letter})"
        case "1.3.1":
            return f"{item_id[:3]}.{ord(letter) - ord('a') + 1}"
        case "(1)":
            return f"({ord(letter) - ord('a') + 1})"
        case "đ)":
            return f"{VIETNAMESE[ord(letter) - ord('a')]})"
        case "a.":
            return f"{letter}."
        case mark:
            return mark
