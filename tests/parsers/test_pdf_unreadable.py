"""PDFs that cannot be read: each as one of the failures, never as a crash."""

from __future__ import annotations

import io
from contextlib import suppress
from random import Random

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from parsers import pdfium
from parsers.document import Place
from parsers.failures import Damaged, Empty, Encrypted, Scanned, TooLarge, Unreadable
from tests.parsers.pdf_kit import HEIGHT, WIDTH, paragraphs, pdf, ruled, seen, write


def text(c: Canvas) -> None:
    write(c, 50, 100, "Plan of work")
    ruled(c, [["a", "b"], ["c", "d"]], top=200)


def picture(c: Canvas) -> None:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("L", (60, 80), 200).save(buffer, "PNG")
    c.drawImage(ImageReader(buffer), 0, 0, WIDTH, HEIGHT)


def hidden_layer(c: Canvas) -> None:
    picture(c)
    layer = c.beginText(50, 700)
    layer.setTextRenderMode(3)
    layer.textOut("what a scanner's program believed to read")
    c.drawText(layer)


GOOD = pdf(text)


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        pytest.param(b"", Empty, id="no bytes"),
        pytest.param(b"\xff\xd8\xff\xe0 JFIF", Damaged, id="a picture named .pdf"),
        pytest.param(GOOD[:200], Damaged, id="cut short"),
        pytest.param(b"%PDF-1.7\n%%EOF", Damaged, id="no pages"),
        pytest.param(pdf(text, encrypt=StandardEncryption("secret", "owner")), Encrypted, id="a password to open"),
        pytest.param(pdf(picture), Scanned, id="a picture of a page"),
        pytest.param(pdf(hidden_layer), Scanned, id="a picture with a hidden layer of text"),
        pytest.param(pdf(lambda c: None), Scanned, id="a blank page"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, failure: type[Unreadable]) -> None:
    with pytest.raises(failure):
        seen(data)


def test_a_password_that_only_forbids_changes_is_no_hindrance() -> None:
    data = pdf(text, encrypt=StandardEncryption("", "owner", canPrint=0, canCopy=0))
    assert paragraphs(data) == ["Plan of work"]


def test_a_file_that_lost_its_index_is_repaired() -> None:
    assert paragraphs(GOOD[: GOOD.rindex(b"xref")]) == ["Plan of work"]


def test_a_page_without_text_among_others_is_a_doubt() -> None:
    assert seen(pdf(text, picture)).doubts == (("page-without-text", Place(page=2)),)


def test_a_small_picture_beside_no_text_is_no_doubt() -> None:
    assert seen(pdf(text, lambda c: None)).doubts == ()


def test_a_broken_font_map_is_a_doubt() -> None:
    broken = "Ph\xb8t tri\xd3n ngu\xe5n nh\xa9n l\xf9c chuy\xd3n ®\xe6i s\xe8 c\xf1a tr\xad\xeang"
    data = pdf(lambda c: [write(c, 50, 100 + 14 * n, broken) for n in range(6)])
    assert [name for name, _ in seen(data).doubts] == ["broken-font-map"]


def test_more_pages_than_a_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium, "MAX_PAGES", 2)
    with pytest.raises(TooLarge) as raised:
        seen(pdf(text, text, text))
    assert raised.value.facts == {"what": "pages", "size": "3", "limit": "2"}


def test_more_characters_than_a_page_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium, "MAX_CHARACTERS", 5)
    with pytest.raises(TooLarge):
        seen(GOOD)


@pytest.mark.parametrize("seed", range(8))
def test_damaged_bytes_are_read_or_refused(seed: int) -> None:
    """Bytes changed at random, inside the page's content too; nothing but a failure of the family may come out."""
    random = Random(seed)
    for _ in range(25):
        broken = bytearray(GOOD)
        for _ in range(random.choice([1, 4, 30])):
            broken[random.randrange(len(broken))] = random.randrange(256)
        if random.random() < 0.3:
            del broken[random.randrange(len(broken)) :]
        with suppress(Unreadable):
            seen(bytes(broken))


def test_content_that_swells_is_refused() -> None:
    with pytest.raises(TooLarge):
        seen(pdf(lambda c: [write(c, 10, 100 + 9 * n, "a" * 10_000) for n in range(12)]))


def test_a_page_of_very_many_lines_is_read_in_bounded_time() -> None:
    def drawing(c: Canvas) -> None:
        write(c, 50, 50, "A map")
        for n in range(20_000):
            x, y = (n * 37) % 590, (n * 91) % 790
            c.line(x, y, x + 6, y + (n % 2) * 6)

    assert " ".join(paragraphs(pdf(drawing))) == "A map"
