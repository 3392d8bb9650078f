"""Who takes part, with what, in which formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.bench.environment import WANTED, Environment, names, own, peers


@dataclass(frozen=True, slots=True)
class Contestant:
    """A reader of files: `reader` names its function in `peers`, `package` what is installed for it.

    `spans`: it tells which cells are merged. `tables` False: a floor, which reads less than anybody needs.
    """

    name: str
    reader: str
    package: str
    formats: tuple[str, ...]
    spans: bool = False
    tables: bool = True
    house: bool = False  # runs in doisoat's own environment: with the very library that doisoat uses

    def takes_part(self, where: Mapping[bool, Environment]) -> bool:
        """Its package is there."""
        return self.package == "" or self.package in where[self.house].versions


OURS = Contestant("doisoat", "doisoat", "", ("pdf", "docx"), spans=True, house=True)
PDF_FLOOR = Contestant("floor: PDFium text only", "pdfium-text", "pypdfium2", ("pdf",), tables=False, house=True)
DOCX_FLOOR = Contestant("floor: unzip + XML parse only", "unzip-parse", "lxml", ("docx",), tables=False, house=True)
PDFPLUMBER = Contestant("pdfplumber", "pdfplumber", "pdfplumber", ("pdf",))
ROW_CELLS = Contestant("python-docx, row.cells", "python-docx", "python-docx", ("docx",), spans=True)
CAMELOT = Contestant("camelot, lattice", "camelot-lattice", "camelot-py", ("pdf",))
STREAM = Contestant("camelot, stream", "camelot-stream", "camelot-py", ("pdf",))
HYBRID = Contestant("camelot, hybrid", "camelot-hybrid", "camelot-py", ("pdf",))
PYMUPDF = Contestant("PyMuPDF find_tables", "pymupdf", "PyMuPDF", ("pdf",))
PYMUPDF_LINES = Contestant("PyMuPDF find_tables, use_layout=False", "pymupdf-lines", "PyMuPDF", ("pdf",))
FIELD = (
    OURS,
    PDF_FLOOR,
    DOCX_FLOOR,
    PDFPLUMBER,
    PYMUPDF,
    PYMUPDF_LINES,
    CAMELOT,
    STREAM,
    HYBRID,
    Contestant("img2table", "img2table", "img2table", ("pdf",), spans=True),
    Contestant("MarkItDown", "markitdown", "markitdown", ("pdf", "docx")),
    ROW_CELLS,
    Contestant("docx2python", "docx2python", "docx2python", ("docx",)),
    Contestant("docling, DOCX reader", "docling", "docling-slim", ("docx",), spans=True),
)
# Of the public set each table is annotated page by page.
BY_PAGE = Contestant("doisoat", "doisoat-by-page", "", ("pdf",), spans=True, house=True)
PUBLIC_FIELD = (BY_PAGE, PDFPLUMBER, CAMELOT, STREAM, HYBRID, PYMUPDF, PYMUPDF_LINES)


def environments(*, with_peers: bool = True) -> dict[bool, Environment]:
    """Doisoat's own environment (True) and that of the peers (False), with their versions; theirs only where needed."""
    packages = names(WANTED.read_text("utf-8"))
    house = own(packages)
    return {True: house, False: peers(packages) if with_peers else Environment(house.python, {})}
