"""Plain paragraphs and cells are made one element each, and nothing that is read changes by it."""

from __future__ import annotations

import pytest

from parsers.docx_plain import with_plain_as_one

NINE = b"<w:p><w:r><w:t>9</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"<w:p></w:p>", id="an empty paragraph"),
        pytest.param(b"<w:p><w:r><w:t></w:t></w:r></w:p>", id="empty text"),
        pytest.param(b"<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>9</w:t></w:r></w:p>", id="in a list"),
        pytest.param(b"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r></w:p>", id="hidden"),
        pytest.param(b"<w:p><w:r><w:t>9</w:t><w:tab/></w:r></w:p>", id="a tab after the text"),
        pytest.param(b"<w:p><w:r><w:tab/><w:t>9</w:t></w:r></w:p>", id="a tab before it"),
        pytest.param(b"<w:p><w:ins><w:r><w:t>9</w:t></w:r></w:ins></w:p>", id="inserted"),
        pytest.param(b"<w:p><w:r><w:delText>9</w:delText></w:r></w:p>", id="deleted"),
        pytest.param(b"<w:tc><w:tcPr/><w:p><w:r/></w:p></w:tc>", id="a cell with properties"),
        pytest.param(NINE + b"<!-- <w:p> -->", id="a comment"),
        pytest.param(NINE.replace(b"w:", b"x:"), id="another prefix"),
        pytest.param(NINE.decode().encode("utf-16"), id="UTF-16"),
    ],
)
def test_all_else_stays(story: bytes) -> None:
    assert with_plain_as_one(story) == story


@pytest.mark.parametrize(
    ("story", "made"),
    [
        pytest.param(NINE, b"<w:plain>9</w:plain>", id="a paragraph"),
        pytest.param(b"<w:tc>" + NINE + b"</w:tc>", b"<w:plainCell>9</w:plainCell>", id="a cell"),
        pytest.param(b"<w:tc>" + 2 * NINE + b"</w:tc>", b"<w:tc>" + 2 * b"<w:plain>9</w:plain>" + b"</w:tc>", id="two"),
        pytest.param(b"<w:tc><w:p></w:p></w:tc>", b"<w:tc/>", id="an empty cell"),
        pytest.param(
            b"<w:p><w:r><w:t>9</w:t></w:r><w:r></w:r><w:r><w:t>&lt; 10</w:t></w:r></w:p>",
            b"<w:plain>9&lt; 10</w:plain>",
            id="several runs",
        ),
        pytest.param(
            b'<w:p w:rsidR="00A1" w14:paraId="0F"><w:proofErr w:type="spellStart"/><w:r w:rsidR="00B2">'
            b'<w:lastRenderedPageBreak/><w:t xml:space="preserve"> 9</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>',
            b"<w:plain> 9</w:plain>",
            id="as Word writes it",
        ),
    ],
)
def test_plain_ones_are_one_element(story: bytes, made: bytes) -> None:
    assert with_plain_as_one(story) == made
