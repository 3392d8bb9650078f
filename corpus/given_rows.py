"""The structured report that the program gives -> the rows of its score table, each figure with how sure it is.

The rows are those of `doisoat extract` (a test compares them), without reading every file a second time; and where a
row of `extract` tells the less sure of its figures, here each has its own confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

FIELDS = ("score", "stated_max", "level")
Given = Mapping[str, Any]
Reading = Mapping[str, Any] | None


def rows_given(report: Given) -> list[dict[str, Any]]:
    """A row a group, criterion and item that was read; `sure` holds each figure's confidence, `pages` its page."""
    groups = {group["id"]: group for group in report.get("groups") or ()}
    said: dict[str, list[Given]] = {}
    for line in report.get("statements") or ():
        if line["score"] or line["level"]:
            said.setdefault(line["group"], []).append(line)
    rows: list[dict[str, Any]] = []
    for name in dict.fromkeys([*groups, *said]):
        rows.append(_row((name, "", ""), _of_group(groups.get(name), said.get(name, ()))))
        rows.extend(_of_criteria(name, groups[name]["criteria"] if name in groups else ()))
    return rows


def _of_group(group: Given | None, said: Sequence[Given]) -> dict[str, Reading]:
    """The group's figures as the table has them, else as the text says them."""
    own = group or {}
    return {
        "score": own.get("score") or _understood(line["score"] for line in said),
        "level": own.get("level") or _understood(line["level"] for line in said),
        "stated_max": _understood([own.get("stated_max"), *(line.get("maximum") for line in said)]),
    }


def _of_criteria(group: str, criteria: Iterable[Given]) -> Iterator[dict[str, Any]]:
    for criterion in criteria:
        yield _row((group, criterion["id"], ""), criterion)
        for item in criterion["items"]:
            yield _row((group, criterion["id"], item["id"]), item)


def _row(key: tuple[str, str, str], figures: Given) -> dict[str, Any]:
    readings = {field: figures.get(field) for field in FIELDS}
    shown = {field: _text(reading) for field, reading in readings.items()}
    sure = {field: reading["confidence"] for field, reading in readings.items() if reading}
    pages = {field: reading["place"]["page"] for field, reading in readings.items() if reading}
    return dict(zip(("group", "criterion", "item"), key, strict=True)) | shown | {"sure": sure, "pages": pages}


def _text(reading: Reading) -> str:
    return "" if reading is None or reading["value"] is None else str(reading["value"])


def _understood(readings: Iterable[Reading]) -> Reading:
    """The first reading that has a value."""
    return next((one for one in readings if one is not None and one["value"] is not None), None)
