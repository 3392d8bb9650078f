"""Several files as the one document that they are parts of: every place tells in which of the files it is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace

from parsers.document import Document, Paragraph, Place, Remark, Table

PUT_TOGETHER = "put-together"  # what is remarked of such a document

Block = Paragraph | Table


def together(parts: Sequence[Document]) -> Document:
    """The parts in their order as one document, which goes by the name of the first."""
    names = short_names([part.file for part in parts])
    marked = [_with_places(part, _always(name)) for part, name in zip(parts, names, strict=True)]
    whole = replace(
        marked[0],
        digest=hashlib.sha256("".join(part.digest for part in parts).encode()).hexdigest(),
        blocks=tuple(block for part in marked for block in part.blocks),
        pages=tuple(page for part in marked for page in part.pages),
        doubts=tuple(doubt for part in marked for doubt in part.doubts),
        remarks=tuple(remark for part in marked for remark in part.remarks),
    )
    return put_together(whole, names)


def put_together(document: Document, names: Sequence[str]) -> Document:
    """The document, with word of the files that it was put together from."""
    told = Remark(PUT_TOGETHER, facts={"count": str(len(names)), "files": ", ".join(names)})
    return replace(document, remarks=(told, *document.remarks), files=tuple(names))


def in_files(document: Document, file_of_page: Sequence[str]) -> Document:
    """The document with the file at each place, by the number of its page."""
    return _with_places(document, lambda place: file_of_page[(place.page or 1) - 1])


def _always(name: str) -> Callable[[Place], str]:
    return lambda _: name


def short_names(files: Sequence[str]) -> list[str]:
    """The names without the folders that all of the files are in."""
    folders = [file.split("/")[:-1] for file in files]
    shared = 0
    while all(len(folder) > shared for folder in folders) and len({folder[shared] for folder in folders}) == 1:
        shared += 1
    return ["/".join(file.split("/")[shared:]) for file in files]


def _with_places(document: Document, file_at: Callable[[Place], str]) -> Document:
    def moved(place: Place) -> Place:
        return replace(place, file=file_at(place))

    return replace(
        document,
        blocks=tuple(_with_place(block, moved) for block in document.blocks),
        doubts=tuple((doubt, moved(place)) for doubt, place in document.doubts),
        remarks=tuple(replace(remark, place=moved(remark.place)) for remark in document.remarks),
    )


def _with_place(block: Block, moved: Callable[[Place], Place]) -> Block:
    place = moved(block.place)
    if isinstance(block, Paragraph):
        return replace(block, place=place)
    return replace(block, place=place, cells=tuple(replace(cell, place=moved(cell.place)) for cell in block.cells))
