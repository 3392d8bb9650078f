"""Automatic numbers and bullets of a DOCX as text."""

from __future__ import annotations

import pytest

from parsers.numbering import Level, in_format, letters, roman
from tests.parsers.wordfiles import listed, p, read, shown, tbl, tc, tr


def level(depth: int, kind: str, pattern: str, more: str = "", start: int | None = 1) -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return f'<w:lvl w:ilvl="{depth}">{begin}<w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/>{more}</w:lvl>'


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def instance(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def font(name: str) -> str:
    return f'<w:rPr><w:rFonts w:ascii="{name}" w:hAnsi="{name}"/></w:rPr>'


OUTLINE = abstract(
    1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "lowerLetter", "%3)")
) + instance(1, 1)


def items(*levels: int, of: int = 1) -> str:
    return "".join(p("x", properties=listed(of, depth)) for depth in levels)


@pytest.mark.parametrize(
    ("body", "numbering", "seen"),
    [
        pytest.param(p("x", properties=listed(0)), OUTLINE, ["x"], id="list 0 is no list"),
        pytest.param(p("x", properties=listed(9)), OUTLINE, ["x"], id="a list that is not defined"),
        pytest.param(p("x", properties=listed(1, 7)), OUTLINE, ["x"], id="a level that is not defined"),
        pytest.param(
            items(0, 1, 1, 2, 0, 1, 2),
            OUTLINE,
            ["1. x", "1.1. x", "1.2. x", "a) x", "2. x", "2.1. x", "a) x"],
            id="levels begin anew under a higher one",
        ),
        pytest.param(
            items(1, 0), OUTLINE, ["1.1. x", "2. x"], id="a lower level first uses up the higher one, as in Word"
        ),
        pytest.param(
            items(0, 0) + items(0, of=2),
            OUTLINE + instance(2, 1),
            ["1. x", "2. x", "3. x"],
            id="lists of one abstract list go on with one another",
        ),
        pytest.param(
            items(0, 0) + items(0, 0, of=2) + items(0),
            OUTLINE + instance(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
            ["1. x", "2. x", "5. x", "6. x", "7. x"],
            id="a start of its own",
        ),
        pytest.param(
            items(0, 0, of=2),
            OUTLINE + instance(2, 1, f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1/")}</w:lvlOverride>'),
            ["I/ x", "II/ x"],
            id="a level of its own",
        ),
        pytest.param(
            items(0, 1, 0, 1),
            abstract(1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2", '<w:lvlRestart w:val="0"/>'))
            + instance(1, 1),
            ["1 x", "1.1 x", "2 x", "2.2 x"],
            id="a level that never begins anew",
        ),
        pytest.param(
            items(0, 1),
            abstract(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + instance(1, 1),
            ["I. x", "1.1 x"],
            id="legal numbering shows decimals",
        ),
        pytest.param(
            items(0),
            abstract(1, level(0, "decimal", "Điều %1:", '<w:suff w:val="nothing"/>')) + instance(1, 1),
            ["Điều 1:x"],
            id="words around the number, nothing after it",
        ),
        pytest.param(
            items(0, 0),
            abstract(1, level(0, "decimal", "%1.", start=None)) + instance(1, 1),
            ["0. x", "1. x"],
            id="no start is 0",
        ),
        pytest.param(items(0), abstract(1, level(0, "none", "")) + instance(1, 1), ["x"], id="a level without a label"),
        pytest.param(
            items(0),
            abstract(1, level(0, "bullet", "\uf0b7", font("Symbol"))) + instance(1, 1),
            ["- x"],
            id="a drawn bullet is a dash",
        ),
        pytest.param(
            items(0),
            abstract(1, level(0, "bullet", "o", font("Courier New"))) + instance(1, 1),
            ["- x"],
            id="a letter o as a bullet is a dash",
        ),
        pytest.param(items(0), abstract(1, level(0, "bullet", "+")) + instance(1, 1), ["+ x"], id="a plus stays"),
        pytest.param(
            items(0),
            abstract(1, level(0, "bullet", "\uf0fe", font("Wingdings"))) + instance(1, 1),
            ["☑ x"],
            id="a tick stays",
        ),
        pytest.param(
            p(properties=listed(1)) + p(properties=listed(2)),
            OUTLINE + abstract(2, level(0, "bullet", "-")) + instance(2, 2),
            ["1."],
            id="an empty item shows its number, a lone dash says nothing",
        ),
        pytest.param(
            tbl(*(tr(tc(p(properties=listed(1))), name) for name in "ab")) + items(0),
            OUTLINE,
            [[["1.", "a"], ["2.", "b"]], "3. x"],
            id="numbered rows of a table",
        ),
        pytest.param(
            p("<w:del><w:r><w:t>bỏ</w:t></w:r></w:del>", properties=listed(1) + "<w:rPr><w:del/></w:rPr>") + items(0),
            OUTLINE,
            ["1. x"],
            id="a deleted item does not count",
        ),
        pytest.param(items(0), b"<w:numbering", ["x"], id="a damaged part"),
        pytest.param(
            items(0),
            abstract(1, '<w:lvl w:ilvl="?"><w:start w:val="x"/><w:lvlText w:val="%1%9"/></w:lvl>')
            + instance(1, 1)
            + "<w:num/>",
            ["01 x"],
            id="nonsense in the part",
        ),
    ],
)
def test_labels(body: str, numbering: str | bytes, seen: list[object]) -> None:
    assert shown(read(body, numbering=numbering)) == seen


STYLE = '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/><w:pPr>{}</w:pPr></w:style>'


@pytest.mark.parametrize(
    ("properties", "styles", "numbering", "label"),
    [
        pytest.param('<w:pStyle w:val="A"/>', STYLE.format("A", "", listed(1)), OUTLINE, "1. ", id="by the style"),
        pytest.param(
            '<w:pStyle w:val="B"/>',
            STYLE.format("A", "", listed(1)) + STYLE.format("B", "A", ""),
            OUTLINE,
            "1. ",
            id="by what the style is based on",
        ),
        pytest.param(
            '<w:pStyle w:val="A"/>' + listed(0),
            STYLE.format("A", "", listed(1)),
            OUTLINE,
            "",
            id="the paragraph takes itself out",
        ),
        pytest.param(
            '<w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="2"/></w:numPr>',
            STYLE.format("A", "", listed(1)),
            OUTLINE,
            "a) ",
            id="the paragraph only gives its level",
        ),
        pytest.param(
            '<w:pStyle w:val="H2"/>',
            STYLE.format("H2", "", listed(1, None)),
            abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.", '<w:pStyle w:val="H2"/>'))
            + instance(1, 1),
            "1.1. ",
            id="by the level that is linked to the style",
        ),
        pytest.param(
            listed(1),
            '<w:style w:type="numbering" w:styleId="L"><w:pPr>' + listed(2, None) + "</w:pPr></w:style>",
            '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
            + abstract(2, level(0, "upperLetter", "%1."))
            + instance(1, 1)
            + instance(2, 2),
            "A. ",
            id="by a list style",
        ),
    ],
)
def test_labels_through_styles(properties: str, styles: str, numbering: str, label: str) -> None:
    assert shown(read(p("x", properties=properties), styles=styles, numbering=numbering)) == [f"{label}x"]


@pytest.mark.parametrize(
    ("reached", "level", "shown"),
    [
        (3, Level(format="decimal"), "3"),
        (3, Level(format="decimalZero"), "03"),
        (12, Level(format="decimalZero"), "12"),
        (7, Level(format="custom", width=3), "007"),
        (4, Level(format="upperRoman"), "IV"),
        (3, Level(format="cardinalText"), "3"),
    ],
)
def test_formats(reached: int, level: Level, shown: str) -> None:
    assert in_format(reached, level) == shown


def test_letters_and_roman_numbers() -> None:
    assert [letters(number) for number in (0, 1, 26, 27, 53)] == ["0", "a", "z", "aa", "aaa"]
    assert [roman(number) for number in (0, 9, 14, 40, 1999)] == ["0", "ix", "xiv", "xl", "mcmxcix"]
