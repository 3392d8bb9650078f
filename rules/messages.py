"""Findings in words: one full sentence that a school can act on, in Vietnamese or English."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from normalize.criteria import BadCriteria
from parsers.document import Place
from rules.catalogue import entry
from rules.file_words import file_facts
from rules.finding import Finding

LANGUAGES = ("vi", "en")
_FOLDER = Path(__file__).parent / "messages"
_SHOWN = 120  # letters of a quotation within a sentence
_SHOWN_SENTENCE = 300  # letters of a sentence quoted to be held against a score


@cache
def _texts(name: str) -> Mapping[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))


class _Fact(str):
    """A value of a template; `:n` writes its decimals the way of the language."""

    comma = False

    def __format__(self, spec: str) -> str:
        if spec == "n" and self.comma:
            return re.sub(r"(\d)\.(\d)", r"\1,\2", self)
        return str(self)


class _CommaFact(_Fact):
    comma = True


class _Facts(dict[str, str]):
    """The values of a template; one that a finding does not have is empty."""

    def __missing__(self, key: str) -> str:
        return _Fact("")


def sentence(finding: Finding, language: str) -> str:
    """The finding as one sentence with its figures and places."""
    template = _template(_texts(language)[finding.rule], finding)
    fact = _CommaFact if language == "vi" else _Fact
    values = {key: fact(value) for key, value in _values(finding, language).items()}
    said = _tidied(template.format_map(_Facts(values)))
    return f"{said} {_texts(language)['words']['pictured']}" if finding.pictured else said


def _template(texts: Mapping[str, Any], finding: Finding) -> str:
    variants = texts.get("variants", {})
    fallback = variants.get("reported", texts["message"]) if finding.reported else texts["message"]
    return str(variants.get(finding.variant, fallback))


def _values(finding: Finding, language: str) -> dict[str, str]:
    words = _texts(language)["words"]
    subject = words.get(finding.facts.get("kind", ""), "{id}").format(id=finding.subject)
    at = places_text([place for place in (finding.place, *finding.also) if place is not None], language)
    elsewhere = places_text(finding.others, language)
    there = "" if elsewhere == at else elsewhere
    facts = {key: _quoted(value) for key, value in finding.facts.items()}
    if finding.rule == "missing-header":
        facts["missing"] = _listed([words[name] for name in finding.facts["missing"].split()], words["and"])
    if "bounds" in finding.facts:
        facts["range"] = _range(finding.facts["bounds"].split(), words)
        facts["fits"] = words["fits"].format(n=facts["points"]) if facts["points"] else ""
    if "rule" in finding.facts:
        facts["finding"] = title(finding.facts["rule"], language)
    if finding.rule == "unreadable":
        facts |= file_facts(finding.variant, finding.facts, language)
    return {
        "stated": _quoted(finding.stated),
        "expected": _quoted(finding.expected, _SHOWN_SENTENCE),
        "subject": subject,
        "Subject": subject[:1].upper() + subject[1:],
        "at": f" ({at})" if at else "",
        "there": f" ({there})" if there else "",
        "at_all": f" ({'; '.join(part for part in (at, there) if part)})" if at or there else "",
        **facts,
    }


def _range(bounds: Sequence[str], words: Mapping[str, str]) -> str:
    """Where a level begins and ends: " (từ 50 đến 75 điểm)"."""
    parts = [words[name].format(n=figure) for name, figure in zip(bounds[::2], bounds[1::2], strict=True)]
    return words["range"].format(bounds=" ".join(parts)) if parts else ""


def _quoted(text: str, most: int = _SHOWN) -> str:
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    return (words[:most].rpartition(" ")[0].rstrip(" ,;:") or words[:most]) + "…"


def _listed(names: Sequence[str], conjunction: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {conjunction} {names[-1]}"


def _tidied(text: str) -> str:
    return re.sub(r" +([,;.])(?!\w)", r"\1", re.sub(r" {2,}", " ", text.replace("“” ", "")))


def place_text(place: Place | None, language: str) -> str:
    """Where a person finds it: "trang 4, bảng 1, hàng 12", "đoạn 23"; "" where nothing is known."""
    if place is None:
        return ""
    words = _texts(language)["words"]
    if place.sheet is not None:
        return _in_file(place.file, _in_sheet(place.sheet, [(place.row, place.cell)], words), words)
    numbers = (("page", place.page), ("table", place.table), ("row", place.row), ("paragraph", place.paragraph))
    named = ", ".join(words[name].format(n=number) for name, number in numbers if number is not None)
    return _in_file(place.file, named, words)


def _in_file(file: str | None, within: str, words: Mapping[str, str]) -> str:
    """A place with the file that it is in, where a report was sent in several."""
    return ", ".join(part for part in (words["in-file"].format(n=file) if file else "", within) if part)


def places_text(places: Sequence[Place], language: str) -> str:
    """Several places, rows of one table together: "trang 4, bảng 1, hàng 13, 14; đoạn 23", "bảng 1, hàng 28–35"."""
    parts = []
    words = _texts(language)["words"]
    for (page, table, in_rows, sheet, file), run in groupby(places, _neighbourhood):
        together = list(run)
        if sheet is not None:
            cells = _in_sheet(sheet, [(place.row, place.cell) for place in together], words)
            parts.append(_in_file(file, cells, words))
        elif in_rows and table is not None:
            row = words["row"].format(n=_numbers([place.row for place in together if place.row]))
            before = place_text(Place(page=page, table=table, file=file), language)
            parts.append(", ".join(part for part in (before, row) if part))
        else:
            parts += [place_text(place, language) for place in together]
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _neighbourhood(place: Place) -> tuple[int | None, int | None, bool, str | None, str | None]:
    """What places that are named together have in common."""
    return place.page, place.table, place.row is not None, place.sheet, place.file


def _in_sheet(sheet: str, places: Sequence[tuple[int | None, str | None]], words: Mapping[str, str]) -> str:
    """Cells or rows of a workbook's sheet: "trang tính “Nhóm 1”, ô D12, D13"."""
    cells = list(dict.fromkeys(cell for _, cell in places if cell is not None))
    rows = [row for row, cell in places if row is not None and cell is None]
    named = [words["sheet"].format(n=sheet)]
    named += [words["cell"].format(n=", ".join(cells))] if cells else []
    named += [words["row"].format(n=_numbers(rows))] if rows else []
    return ", ".join(named)


def _numbers(rows: Sequence[int]) -> str:
    """Row numbers as people list them: "12, 13", "28–35"."""
    runs: list[list[int]] = []
    for row in dict.fromkeys(rows):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    shown = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return ", ".join(shown)


def title(rule: str, language: str) -> str:
    """The rule's name in words."""
    return str(_texts(language)[rule]["title"])


def explain(rule: str, language: str) -> str:
    """What the rule compares, how severe it is, on what authority, with an example."""
    texts, known = _texts(language), entry(rule)
    words = texts["words"]
    return str(words["explain"]).format(
        rule=rule,
        title=title(rule, language),
        compares=texts[rule]["compares"],
        severity=words[known.severity],
        authority=words[known.authority],
        example=sentence(_example(rule), language),
    )


def _example(rule: str) -> Finding:
    known = dict(entry(rule).example)
    taken = {key: known.pop(key, "") for key in ("criterion", "stated", "expected", "variant")}
    return Finding(rule, taken["criterion"], None, taken["stated"], taken["expected"], known, variant=taken["variant"])


def bad_criteria(error: BadCriteria, language: str) -> str:
    """What is wrong with a criterion set's file: the file, the key, the reason."""
    reasons = _texts(f"criteria.{language}")["reasons"]
    reason = str(reasons[error.reason]).format_map(_Facts(error.facts))
    return ": ".join(part for part in (error.file, error.key, reason) if part)
