"""Workbooks made by hand, as small as a test needs them."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from tests.parsers.wordfiles import zipped

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def c(at: str, value: object = None, formula: str = "", style: int = 0) -> str:
    """A cell: text inline, numbers as such, an error by its sign; `formula` beside its stored value."""
    f = f"<f>{escape(formula)}</f>" if formula else ""
    if value is None:
        return f'<c r="{at}" s="{style}">{f}</c>'
    if isinstance(value, str) and not value.startswith("#") and not formula:
        return f'<c r="{at}" s="{style}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    kind = ("e" if value.startswith("#") else "str") if isinstance(value, str) else "n"
    return f'<c r="{at}" s="{style}" t="{kind}">{f}<v>{escape(str(value))}</v></c>'


def sheet(*rows: str, merged: str = "", columns: str = "") -> str:
    """A sheet of rows, each all its cells; `hidden` at a row's beginning hides it."""
    body, number = "", 0
    for row in rows:
        number += 1
        hidden = ' hidden="1"' if row.startswith("hidden") else ""
        cells = row.removeprefix("hidden")
        if 'r="' in cells:
            number = int("".join(letter for letter in cells.partition('r="')[2].partition('"')[0] if letter.isdigit()))
        body += f'<row r="{number}"{hidden}>{cells}</row>'
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged.split())
    return (
        f"<worksheet {MAIN}>{f'<cols>{columns}</cols>' if columns else ''}<sheetData>{body}</sheetData>"
        f"{f'<mergeCells>{merges}</mergeCells>' if merges else ''}</worksheet>"
    )


def book(
    sheets: Mapping[str, str], *, hidden: str = "", codes: tuple[str, ...] = (), strings: str = "", mac: bool = False
) -> bytes:
    """An XLSX of named sheets; style n + 1 shows numbers by the n-th of `codes`."""
    entries = "".join(
        f'<sheet name="{escape(name)}" r:id="s{n}" state="{"hidden" if name == hidden else "visible"}"/>'
        for n, name in enumerate(sheets)
    )
    links = "".join(
        f'<Relationship Id="s{n}" Type="{LINKS}/worksheet" Target="worksheets/{n}.xml"/>' for n in range(len(sheets))
    )
    links += f'<Relationship Id="st" Type="{LINKS}/styles" Target="styles.xml"/>'
    links += f'<Relationship Id="sh" Type="{LINKS}/sharedStrings" Target="strings.xml"/>'
    formats = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for n, code in enumerate(codes)
    )
    styles = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(codes)))
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": (
            f'<Relationships {PACKAGE}><Relationship Id="a" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>"
        ),
        "xl/workbook.xml": (
            f'<workbook {MAIN} xmlns:r="{LINKS}"><workbookPr date1904="{int(mac)}"/><sheets>{entries}</sheets>'
            "</workbook>"
        ),
        "xl/_rels/workbook.xml.rels": f"<Relationships {PACKAGE}>{links}</Relationships>",
        "xl/styles.xml": f"<styleSheet {MAIN}><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>",
        "xl/strings.xml": f"<sst {MAIN}>{strings}</sst>",
    }
    return zipped(files | {f"xl/worksheets/{n}.xml": text for n, text in enumerate(sheets.values())})
