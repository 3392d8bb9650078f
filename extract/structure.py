"""Records as plain values for JSON."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal

from extract.masking import Mask
from extract.outcome import Outcome
from extract.views import Style
from normalize.report import Report
from parsers.document import Box


def structure_of(outcome: Outcome, style: Style) -> dict[str, object]:
    """What was read of one report, whole; of a file that could not be read, only that."""
    head: dict[str, object] = {
        "report": outcome.report,
        "digest": outcome.digest,
        "school": outcome.school,
        "school_year": outcome.school_year,
        "unreadable": outcome.unreadable,
        "no_report": outcome.aside,
        "remarks": plain(outcome.remarks, style.mask),
        "files": plain(outcome.files or (outcome.report,), style.mask),
    }
    return head if outcome.structure is None else head | report_parts(outcome.structure, style.mask)


def report_parts(report: Report, mask: Mask) -> dict[str, object]:
    """The parts of the structured report under the names of the contract."""
    appendix = report.appendix
    return {
        "criteria_set": report.criteria_set,
        "header": plain(report.header, mask),
        "groups": plain(appendix.groups if appendix else (), mask),
        "citations": plain(report.citations, mask),
        "statements": plain(report.statements, mask),
        "denials": plain(report.denials, mask),
        "missing": plain(appendix.missing if appendix else (), mask),
        "duplicates": plain(appendix.duplicates if appendix else (), mask),
        "unknown": plain(appendix.unknown if appendix else (), mask),
        "has_appendix": appendix is not None,
        "doubts": plain(report.doubts, mask),
    }


def plain(value: object, mask: Mask) -> object:
    """The value as what JSON knows; None stays null, exact decimals become numbers, records objects by field."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name), mask) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(part, mask) for key, part in value.items()}
    if isinstance(value, Box):
        return [round(edge, 2) for edge in value]
    if isinstance(value, (tuple, list)):
        return [plain(part, mask) for part in value]
    return mask(value) if isinstance(value, str) else plain_scalar(value)


def plain_scalar(value: object) -> object:
    """A number or a date as JSON has it; everything else as it is."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, datetime.date) else value
