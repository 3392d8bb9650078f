"""The outcome of a file that is no report, as the evidence that schools send beside theirs: said, and not checked."""

from __future__ import annotations

from extract.outcome import Outcome, Request
from normalize.letters import NOT_TITLED
from normalize.report import Report
from rules.finding import Finding

RULE = "missing-appendix"  # the rule on files without a score table; here it is information only
UNTITLED = "no-report-untitled"
TITLED = "no-report"


def outcome_of_letter(report: Report, title: str, request: Request) -> Outcome:
    """What is said of the file: that it is no report, with its title."""
    wanted = request.findings and (not request.select or RULE in request.select) and RULE not in request.ignore
    variant = UNTITLED if title == NOT_TITLED else TITLED
    facts = {"file": report.file, "title": title}
    return Outcome(
        report=report.file,
        digest=report.digest,
        findings=(Finding(RULE, "", None, facts=facts, variant=variant),) if wanted else (),
        structure=report if request.structure else None,
        aside=True,
        files=report.files,
    )
