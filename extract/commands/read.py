"""`doisoat read`: what the reader saw, before anything is understood."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract import deadline, document_json, document_markdown
from extract.marking_folder import refuse_unusable
from extract.masking import mask_for
from extract.opening import opened
from extract.options import Options
from extract.outputs import refuse_overwriting, refuse_unwritable, replacing
from extract.reading import read, unreadable_finding
from extract.refusal import Refused
from extract.remarks import remark_text
from extract.sources import Found, Source, find
from extract.texts import say
from extract.views import Style
from parsers.document import Document
from parsers.failures import Unreadable
from rules import messages

WRITERS = {".json": document_json.text_of, ".md": document_markdown.text_of}

DONE, SOME_UNREADABLE, NOTHING_READ = 0, 1, 2


def run(options: Options) -> int:
    """Runs the command."""
    outputs = tuple(dict.fromkeys(options.outputs))
    refuse_unwritable(outputs, WRITERS, options.lang)
    found = find(options.paths, options.lang)
    refuse_overwriting(outputs, found.sources, options.lang)
    if options.debug is not None:
        refuse_unusable(options.debug, options.lang)
    if not found.sources:
        raise Refused(say(options.lang, "sources.nothing"))
    documents = tuple(readable(found.sources, options))
    if not documents:
        return NOTHING_READ
    write(documents, outputs, options, is_list(found, options))
    return DONE if len(documents) == len(found.sources) else SOME_UNREADABLE


def is_list(found: Found, options: Options) -> bool:
    """Whether several files were asked for: a folder or an archive is several even if it holds one."""
    return len(found.sources) > 1 or options.paths[0].is_dir() or bool(found.sources[0].inside)


def readable(sources: Sequence[Source], options: Options) -> Iterator[Document]:
    """The documents that could be read; of the others it is said why not."""
    for source in sources:
        try:
            with deadline.within(deadline.SECONDS) as grant, opened(source) as file:
                grant(deadline.seconds_of_pages(file.path, options.ocr))
                document = read(file, options.ocr)
                draw(file, document, options)
        except Unreadable as failure:
            finding = unreadable_finding(source, failure.reason, failure.facts)
            print(messages.sentence(finding, options.lang), file=sys.stderr)
        else:
            for remark in document.remarks:
                print(f"{document.file}: {remark_text(remark, options.lang)}", file=sys.stderr)
            yield document


def draw(file: Source, document: Document, options: Options) -> None:
    """Draws what was seen of the document, if that is asked for."""
    if options.debug is not None:
        from extract.marking_debug import draw_pages  # and with it the normaliser, which reading need not

        draw_pages(file.path, document, options)


def write(documents: Sequence[Document], outputs: Sequence[Path], options: Options, several: bool) -> None:
    """Writes each output, or Markdown on the standard output."""
    style = Style(options.lang, mask_for(options.mask_personal_data))
    if not outputs:
        print(document_markdown.text_of(documents, style, several), end="")
    for output in outputs:
        with replacing(output) as temporary:
            temporary.write_text(WRITERS[output.suffix.lower()](documents, style, several), "utf-8", newline="\n")
