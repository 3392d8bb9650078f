"""`doisoat criteria`: the criterion sets in a list, or one of them as a table."""

from __future__ import annotations

from collections.abc import Iterator

from extract import criterion_sets
from extract.columns_of_text import Line, in_columns
from extract.options import Options
from extract.tabular import show_number
from extract.texts import catalogue, say
from normalize import criteria_file
from normalize.criteria import CriterionSet, OfficialCriterion, OfficialGroup, OfficialItem, Scale
from normalize.criteria_checks import uneven_maxima

Part = OfficialGroup | OfficialCriterion | OfficialItem


def run(options: Options) -> int:
    """Runs the command."""
    if options.name is None:
        for name in criteria_file.available():
            print(f"{name}  {heading(criterion_sets.load(name, options.lang), options.lang)}")
        return 0
    print("\n".join(lines_of(criterion_sets.load(options.name, options.lang), options.lang)))
    return 0


def heading(criteria: CriterionSet, lang: str) -> str:
    """The set's title and authority in one line."""
    date = criteria.date.strftime("%d/%m/%Y" if lang == "vi" else "%Y-%m-%d")
    return say(lang, "criteria.heading", title=criteria.title, authority=criteria.authority, date=date)


def lines_of(criteria: CriterionSet, lang: str) -> Iterator[str]:
    """The set as a table for reading."""
    yield heading(criteria, lang)
    yield ""
    rows = [Line(*catalogue(lang)["criteria"]["columns"])]
    for group in criteria.groups:
        rows.append(line_of(group, group.scale, lang))
        for criterion in group.criteria:
            rows.append(line_of(criterion, criterion.scale, lang))
            rows.extend(line_of(item, None, lang) for item in criterion.items)
    yield from in_columns(rows)
    if any(row.points.endswith("*") for row in rows):
        yield ""
        yield say(lang, "criteria.known-reported")
    if uneven := uneven_maxima(criteria):
        yield ""
        yield say(lang, "criteria.uneven", ids=", ".join(uneven))


def line_of(part: Part, scale: Scale | None, lang: str) -> Line:
    """One group, criterion or item as a line."""
    return Line(part.id, part.title, points_of(part, lang), levels_of(scale, lang))


def points_of(part: Part, lang: str) -> str:
    """The maximum, marked where it is only reported; of a mandatory condition, that it is one."""
    if isinstance(part, OfficialCriterion) and part.condition:
        return say(lang, "criteria.condition")
    if part.maximum is None:
        return say(lang, "criteria.unknown-max")
    return show_number(part.maximum) + ("*" if part.reported else "")


def levels_of(scale: Scale | None, lang: str) -> str:
    """Where each level begins; empty where that is not known."""
    if scale is None:
        return ""
    keys = {True: "criteria.level-from", False: "criteria.level-above"}
    bounds = (
        say(lang, keys[bound.inclusive], level=bound.level, points=show_number(bound.points)) for bound in scale.bounds
    )
    return "; ".join(bounds) + ("*" if scale.reported else "")
