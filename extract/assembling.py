"""Files that may be parts of one report -> what comes of them: one outcome where they are, else each its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import pairwise

from extract import deadline
from extract.audit import audit, checked, load, recognised
from extract.opening import opened
from extract.outcome import Outcome, Request
from extract.parts import Bundle
from extract.reading import read
from extract.sources import Source
from normalize.belonging import Part, beginnings, is_one, parts_of_one
from normalize.criteria import CriterionSet
from normalize.interpret import interpret
from normalize.letters import other_letter
from parsers import bytes_of
from parsers.document import Document
from parsers.failures import Unreadable
from parsers.together import together

SECONDS_A_FILE = 20.0  # more than for one report; a page that was photographed takes 5


def audit_bundle(bundle: Bundle, request: Request) -> tuple[Outcome, ...]:
    """The outcomes of files that were handed out together; each is read alone wherever reading them together fails."""
    if len(bundle.sources) == 1:
        return (audit(bundle.sources[0], request),)
    try:
        with ExitStack() as files:
            limit = deadline.SECONDS + SECONDS_A_FILE * len(bundle.sources)
            grant = files.enter_context(deadline.within(limit))
            sources = [files.enter_context(opened(source)) for source in bundle.sources]
            grant(sum(deadline.seconds_of_pages(source.path, request.ocr) for source in sources))
            runs = page_runs(sources, request) if bundle.pages else text_and_table(bundle, sources, request)
            done = {tuple(run): checked(document, request, [sources[at] for at in run]) for run, document in runs}
    except Exception:  # said of the file that it is on, when that is read alone
        done = {}
    return tuple(_in_order(bundle, done, request))


def _in_order(bundle: Bundle, done: dict[tuple[int, ...], Outcome], request: Request) -> Iterator[Outcome]:
    """The outcomes by the first file of each; what went into none is read alone."""
    firsts = {min(run): outcome for run, outcome in done.items()}
    used = {number for run in done for number in run}
    for number, source in enumerate(bundle.sources):
        if number in firsts:
            yield firsts[number]
        elif number not in used:
            yield audit(source, request)


def text_and_table(bundle: Bundle, sources: Sequence[Source], request: Request) -> list[tuple[Sequence[int], Document]]:
    """The files whose contents say that they are one report, put together."""
    parts: dict[int, Part] = {}
    for number, source in enumerate(sources):
        try:
            document = read(source, request.ocr)
        except Unreadable:
            continue
        criteria = criteria_of(document, request)
        report = interpret(document, criteria)
        if other_letter(document, report, criteria) is None:
            parts[number] = Part(document, report, number not in bundle.going)
    numbers = list(parts)
    chosen = [numbers[at] for at in parts_of_one(list(parts.values()))]
    return [(chosen, together([parts[number].document for number in chosen]))] if chosen else []


def page_runs(sources: Sequence[Source], request: Request) -> list[tuple[Sequence[int], Document]]:
    """Pages that were photographed, from each on which a report begins to the next; none where the first is no such."""
    from parsers.page_files import PageFile, document_of_files, pages_read  # and with them the readers of pictures

    pages = pages_read([PageFile(source.name, bytes_of(source.path)) for source in sources], request.ocr)
    whole = document_of_files(pages, range(len(sources)))
    begun = {pages.file_of[page - 1] for page in beginnings(whole, range(1, len(pages.file_of) + 1))}
    if 0 not in begun:
        return []
    starts = sorted(begun)
    runs = [range(start, end) for start, end in pairwise([*starts, len(sources)]) if end - start > 1]
    found = [(run, whole if len(run) == len(sources) else document_of_files(pages, run)) for run in runs]
    return [(run, document) for run, document in found if is_one(document, criteria_of(document, request))]


def criteria_of(document: Document, request: Request) -> CriterionSet:
    """The set that the document is read against."""
    return load(request.criteria or recognised(document))
