"""The run that `check` and `extract` share: everything refused beforehand, then reports one by one into the outputs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from extract import criterion_sets
from extract.csv_file import csv_file
from extract.json_file import json_file
from extract.marking_folder import formats_of, picture_folder
from extract.marking_folder import refuse_unusable as refuse_unusable_folder
from extract.marking_records import Wanted
from extract.masking import mask_for
from extract.options import Options
from extract.outcome import Outcome, Request
from extract.outputs import refuse_overwriting, refuse_unwritable
from extract.page import page
from extract.progress import watched
from extract.refusal import Refused
from extract.sources import Found, find
from extract.summary import Tally, skipped_lines, summary
from extract.system_errors import reason_of
from extract.texts import say
from extract.views import FINDINGS, Style, View
from extract.workbook import workbook
from extract.workers import outcomes

Writer = Callable[[Path, View, Style], AbstractContextManager[Callable[[Outcome], None]]]
WRITERS: Mapping[str, Writer] = {".csv": csv_file, ".xlsx": workbook, ".json": json_file}
WITH_PAGE: Mapping[str, Writer] = {**WRITERS, ".html": page}  # of findings only
NEED_STRUCTURE = {".json", ".html"}

CLEAN, ERRORS, NOTHING_READ = 0, 1, 2


def run(options: Options, view: View) -> int:
    """Reads and checks every report, writes the table, says what was found; gives the exit code."""
    outputs = tuple(dict.fromkeys(options.outputs)) or (Path(f"doisoat-{view.name}.csv"),)
    if options.criteria is not None:
        criterion_sets.load(options.criteria, options.lang)
    found = find(options.paths, options.lang)
    refuse_unwritable(outputs, writers_of(view), options.lang)
    refuse_overwriting(outputs, found.sources, options.lang)
    if options.pictures is not None:
        refuse_unusable_folder(options.pictures, options.lang)
    refuse_empty(found, options.lang)
    style = Style(options.lang, mask_for(options.mask_personal_data))
    tally = Tally(view, style)
    try:
        write(found, outputs, view, options, tally)
    except OSError as error:  # reading has its own failures; what is left is a full disk, a folder gone
        raise Refused(say(options.lang, "outputs.failed", detail=reason_of(error, options.lang))) from error
    if not options.quiet:
        print(summary(tally, found.skipped, outputs, options.lang), file=sys.stderr)
    return exit_code(tally, options)


def writers_of(view: View) -> Mapping[str, Writer]:
    """The endings that the table can be written with."""
    return WITH_PAGE if view is FINDINGS else WRITERS


def refuse_empty(found: Found, lang: str) -> None:
    """Refuses to run where there is nothing to read; what was left out is said all the same."""
    if not found.sources:
        raise Refused("\n".join([say(lang, "sources.nothing"), *skipped_lines(found.skipped, lang)]))


def write(found: Found, outputs: Sequence[Path], view: View, options: Options, tally: Tally) -> None:
    """Runs the batch and writes every output."""
    request = request_of(options, view, [output.suffix.lower() for output in outputs])
    writers = writers_of(view)
    with ExitStack() as files:
        sinks = [files.enter_context(writers[path.suffix.lower()](path, view, tally.style)) for path in outputs]
        if options.pictures is not None:
            sinks.append(files.enter_context(picture_folder(options.pictures)))
        coming = outcomes(found.sources, request, options.jobs)
        for outcome in watched(coming, found.sources, options.quiet):
            report_defect(outcome, options.lang)
            tally.add(outcome)
            for add in sinks:
                add(outcome)


def request_of(options: Options, view: View, endings: Sequence[str]) -> Request:
    """What the workers are asked for, where files with these endings are to be written."""
    checking = view is FINDINGS
    formats = formats_of(endings, options.pictures)
    return Request(
        criteria=options.criteria,
        select=frozenset(options.select),
        ignore=frozenset(options.ignore),
        findings=checking,
        scores=not checking,
        structure=not NEED_STRUCTURE.isdisjoint(endings),
        ocr=options.ocr,
        exhibit=Wanted(formats, options.mask_personal_data) if formats else None,
    )


def report_defect(outcome: Outcome, lang: str) -> None:
    """Tells of a fault of this program, with the trace that its developers need."""
    if outcome.trace:
        print(say(lang, "batch.defect", report=outcome.report), outcome.trace, sep="\n", file=sys.stderr)


def exit_code(tally: Tally, options: Options) -> int:
    """0 nothing of severity error, 1 errors, 2 nothing could be read."""
    if not tally.checked:
        return NOTHING_READ
    return ERRORS if (tally.unreadable or tally.count("error")) and not options.exit_zero else CLEAN
