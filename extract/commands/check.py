"""`doisoat check`: reads every report, checks it, writes the discrepancy table."""

from __future__ import annotations

from extract.batch import run as run_batch
from extract.options import Options
from extract.rule_names import refuse_unknown
from extract.views import FINDINGS


def run(options: Options) -> int:
    """Runs the command."""
    refuse_unknown((*options.select, *options.ignore), options.lang)
    return run_batch(options, FINDINGS)
