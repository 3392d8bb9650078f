"""Catalogue, functions and messages hold the same rules; every one can be explained; precedence has no cycles."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from rules import catalogue, engine, messages
from rules.finding import Finding

FOLDER = Path(messages.__file__).parent / "messages"
# The rules on one report that users are promised, with their severities; unreadable is the pipeline's.
PROMISED = {
    "item-sum": "error",
    "group-sum": "error",
    "over-max": "error",
    "max-points": "error",
    "bad-score": "error",
    "infeasible-total": "error",
    "unverified-total": "info",
    "criterion-level": "error",
    "group-level": "error",
    "body-score": "error",
    "body-level": "error",
    "document-number": "error",
    "document-date": "error",
    "document-reuse": "warning",
    "document-form": "warning",
    "document-period": "warning",
    "document-order": "info",
    "missing-condition": "error",
    "missing-evidence": "warning",
    "evidence-score": "warning",
    "narrative-contradiction": "warning",
    "missing-criterion": "error",
    "duplicate-criterion": "error",
    "unknown-row": "info",
    "missing-appendix": "error",
    "missing-header": "warning",
    "low-confidence": "info",
    "unreadable": "error",
}
REASONS = {
    "empty", "no-permission", "damaged", "encrypted", "wrong-type", "scanned", "too-large", "too-slow", "unsafe",
    "broken-archive", "nothing-inside", "internal", "garbled", "pages", "program-missing", "program-failed",
}  # fmt: skip


def texts(name):
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def test_the_catalogue_is_what_is_promised():
    assert {rule: known.severity for rule, known in catalogue.entries().items()} == PROMISED


def test_each_rule_of_a_report_is_one_function_named_like_it():
    named = [rule.__name__.replace("_", "-") for rule in engine.RULES]
    on_reports = [rule for rule, known in catalogue.entries().items() if known.scope == "report"]
    assert sorted(named) == sorted(on_reports)
    assert all(rule.__doc__ for rule in engine.RULES)


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_each_rule_has_its_words(language):
    assert set(texts(language)) - {"words"} == set(PROMISED)
    assert set(texts(language)["unreadable"]["variants"]) == REASONS


@pytest.mark.parametrize("name", ["{}", "criteria.{}", "files.{}"])
def test_both_languages_fill_in_the_same_facts(name):
    first, second = (texts(name.format(language)) for language in messages.LANGUAGES)

    def holes(table):
        if isinstance(table, dict):
            return {key: holes(value) for key, value in table.items()}
        return set(re.findall(r"{(\w+)", str(table)))

    assert holes(first) == holes(second)


def test_precedence_has_no_cycles_and_knows_its_rules():
    def above(rule, path=()):
        assert rule not in path, path
        for other in catalogue.entry(rule).yields_to:
            above(other, (*path, rule))

    for rule in catalogue.entries():
        above(rule)


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("rule", list(PROMISED))
def test_each_rule_can_be_explained(rule, language):
    said = messages.explain(rule, language)
    assert said.startswith(f"{rule}: {messages.title(rule, language)}\n")
    assert not re.search(r"[{}]|  |“”|\(\)| [,;.]", said), said


def test_each_reason_says_what_to_do_even_without_facts():
    for reason in REASONS:
        said = messages.sentence(Finding("unreadable", "", None, variant=reason), "vi")
        assert "đề nghị" in said and "  " not in said and "( " not in said


@pytest.mark.parametrize(
    ("rule", "reported", "variant", "severity"),
    [
        ("over-max", False, "", "error"),
        ("over-max", True, "", "warning"),
        ("unverified-total", True, "", "info"),
        ("missing-evidence", False, "", "warning"),
        ("missing-evidence", False, "column", "info"),
        ("bad-score", False, "column", "info"),
        ("item-sum", False, "column", "info"),
        ("narrative-contradiction", False, "doubtful", "info"),
    ],
)
def test_severity(rule, reported, variant, severity):
    assert catalogue.severity_of(Finding(rule, "1", None, reported=reported, variant=variant)) == severity
