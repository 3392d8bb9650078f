"""What of a PDF was not read well: pages that are pictures, fonts whose map to Unicode is broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from parsers.document import Place
from parsers.lines import TextLine
from parsers.pages import PageContent
from parsers.syllables import syllable_share

WITHOUT_TEXT = "page-without-text"  # a picture of a page
BROKEN_FONTS = "broken-font-map"  # letters stand for others
UNREAD_INK = "ink-not-read"  # a place in a picture where letters may stand that could not be made out
HARDLY_READ = "page-hardly-read"  # a picture in which few words could be made out

MOSTLY_PICTURE = 0.5  # of the page; a scan covers it all, a letterhead or a photograph does not
ALL_PICTURE = 0.8  # of the page; so much behind a little text is a scan on which a signature or a number was put
LITTLE = 250  # characters; a digital signature's box has up to 200, a page number 3, a page of a report 1,500
SAMPLE = 600  # characters of a page; enough words to judge by
JUNK = 0.02  # of the characters; a symbol that a font lacks now and then is no broken map
ODD = 0.04  # of the characters; ordinary text, in any language of the Latin alphabet, has fewer odd ones
STRANGE = 0.5  # of the words are no Vietnamese syllables; prose has under 0.1, a broken map 0.6 and more

# Private use but for F0xx, where symbol fonts keep their bullets; replacement and control characters.
_NO_LETTERS = re.compile("[\ufffd\x01-\x08\x0e-\x1f\x80-\x9f\ue000-\uefff\uf100-\uf8ff]")
REPLACEMENT = "\ufffd"
_USUAL = "\\w\\s.,;:!?()\\[\\]/%&+*=<>\"'_–—…“”‘’•·°₫-"
_LATIN = "A-Za-zÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹäöüßçñëïœæ\u0300-\u0323"
_ODD = re.compile(f"[^{_USUAL}]|[^\\W\\d_{_LATIN}]")


def doubts_of(pages: Sequence[PageContent]) -> Iterator[tuple[str, Place]]:
    """Doubts by name, with their pages."""
    for page in pages:
        place = Place(page=page.size.number)
        if _is_picture(page):
            yield WITHOUT_TEXT, place
        elif page.characters and is_garbled(_sample(page)):
            yield BROKEN_FONTS, place


def _is_picture(page: PageContent) -> bool:
    """Whether what is to be read on a page stands in a picture."""
    if page.characters:
        return page.characters < LITTLE and page.pictured >= ALL_PICTURE
    return page.pictured >= MOSTLY_PICTURE


def pages_in(doubts: Iterable[tuple[str, Place]], name: str) -> frozenset[int]:
    """The numbers of the pages that a doubt is on."""
    return frozenset(place.page for doubt, place in doubts if doubt == name and place.page is not None)


def _sample(page: PageContent) -> str:
    """The page's first lines."""
    sample: list[str] = []
    length = 0
    for text in _lines(page):
        sample.append(text)
        length += len(text)
        if length > SAMPLE:
            break
    return " ".join(sample)


def _lines(page: PageContent) -> Iterator[str]:
    for item in page.items:
        if isinstance(item, TextLine):
            yield item.text
        else:
            yield from (line.text for cell in item.cells for line in cell.lines)


def is_garbled(text: str) -> bool:
    """Whether letters stand for others: no characters at all, or odd ones in words that are none."""
    printable = text.isprintable() and REPLACEMENT not in text  # then there is nothing to count
    if not printable and len(_NO_LETTERS.findall(text)) > max(4, JUNK * len(text)):
        return True
    if len(_ODD.findall(text)) <= ODD * len(text):
        return False
    share = syllable_share(text)
    return share is not None and share < STRANGE
