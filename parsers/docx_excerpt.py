"""What is looked at of a DOCX, cut out of its parts before they are parsed.

Word's templates bring hundreds of table styles: parsing them takes longer than reading the whole report. And half of
a text's own bytes say how its paragraphs and runs look, which mostly nothing depends on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

_USE = re.compile(rb'Style [^<>]{0,99}?val="([^"]*)"')
_BASE = re.compile(rb'basedOn [^<>]{0,99}?val="([^"]*)"')
_LINK = re.compile(rb'numStyleLink [^<>]{0,99}?val="([^"]*)"')
_ROOT = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*)*<[\w:]*styles\b[^>]*[^/]>")
_NUMBERING_ROOT = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*)*<w:numbering\b[^>]*[^/]>")
_NUMBERING_END = b"</w:numbering>"
_LIST_USE = re.compile(rb"""numId [^<>]{0,99}?val=["']([^"']*)["']""")
_LIST, _ABSTRACT = b"<w:num ", b"<w:abstractNum "
_ITS_ID = re.compile(rb'w:numId="([^"]*)"[^>]*>\s*<w:abstractNumId w:val="([^"]*)"')
_ABSTRACT_ID = re.compile(rb'[^>]*?w:abstractNumId="([^"]*)"')
_LINKED = b"numStyleLink"  # a list that is another's, by way of a style
_LONGEST = 4 * 1024 * 1024  # bytes; beyond this, and for more styles than that, searching takes longer than parsing
_MOST = 200
_USERS = b"pr"  # pStyle and rStyle: styles of paragraphs and of runs
_ID = b'styleId="'
_DEFAULT = b'default="1"'


# Properties as every known program writes them: elements only. One that holds properties of its own kind (what they
# were before a tracked change) is none of these, nor is one that holds what is asked of it.
_CELL = re.compile(rb"<w:tcPr>(?:<(?!/?w:(?:tcPr|gridSpan|vMerge|hMerge|cellDel))[^>]*>)*</w:tcPr>")
_RUN = re.compile(rb"<w:rPr>(?:<(?!/?w:(?:rPr|del|moveFrom))[^>]*>)*</w:rPr>")
_UNLISTED = re.compile(
    rb'(<w:pPr>(?:<w:pStyle w:val="([^"<&]*)"\s*/>)?'
    rb"(?:<(?!/?w:(?:pPr|pStyle|numPr|del|moveFrom|vanish))[^>]*>)*</w:pPr>)"
)
_UNASKED = re.compile(rb"<w:(?:[biu]|[bi]Cs|sz|szCs|color|lang|kern|spacing|jc|ind|highlight)(?: [^<>]*)?/>")
_USUAL_RUN = re.compile(
    rb"<w:rPr>(?:<(?!/?w:(?:rPr|rStyle|del|moveFrom|vanish|rFonts [^>]*[\"'](?:[._]?[Vv][Nn]|Wing|Web|Symbol|Marlett)))"
    rb"[^>]*>)*</w:rPr>"
)
_NO_ELEMENT = b"<!"  # a comment or a stretch of characters, in which tags are none


class Asked(NamedTuple):
    """What is asked of properties: how runs look, a paragraph's list.

    `looks`: styles hide text or have old fonts, so that every run is asked; `runs`: only runs themselves do.
    `listed` tells of a style, by its id (None: of the usual one), whether its paragraphs stand in a list; None where
    there are no lists.
    """

    looks: bool = False
    runs: bool = False
    listed: Callable[[str | None], bool] | None = None

    @property
    def plain(self) -> bool:
        """Whether a paragraph without properties, with runs without properties, is its text and nothing more."""
        return not self.looks and not (self.listed is not None and self.listed(None))


_NOTHING = Asked()


def has_no_elements(story: bytes) -> bool:
    """Whether there is a comment or a stretch of characters."""
    return b"!" in story and _NO_ELEMENT in story  # one letter is looked for thirty times as fast


def without_cell_properties(story: bytes) -> bytes:
    """The text's bytes without the properties of cells that are not merged."""
    return story if has_no_elements(story) else _CELL.sub(b"", story)


def without_usual_looks(story: bytes) -> bytes:
    """The text's bytes without the properties of runs that name no style and no old font and do not hide text."""
    return story if has_no_elements(story) else _USUAL_RUN.sub(b"", story)


def without_properties(story: bytes, asked: Asked = _NOTHING) -> bytes:
    """The text's bytes without the properties of paragraphs and runs that nothing depends on.

    They stay where they are not written in the usual way.
    """
    if has_no_elements(story):
        return story
    if asked.looks or asked.runs:
        story = _UNASKED.sub(b"", story)
    if asked.looks:
        return story
    story = _without_unlisted(story, asked.listed or (lambda _: False))
    return story if asked.runs or b"<w:rPr>" not in story else _RUN.sub(b"", story)


def _without_unlisted(story: bytes, listed: Callable[[str | None], bool]) -> bytes:
    """The story without paragraphs' properties, but where the style has a list, or none but the usual style has one."""
    pieces = _UNLISTED.split(story)  # what stands between, properties, their style, what stands between …
    styles = set(filter(None, pieces[2::3]))
    kept = styles if styles and listed(None) else {style for style in styles if listed(style.decode())}
    if not kept:
        return b"".join(pieces[::3])
    pieces[1::3] = [own if style in kept else b"" for own, style in zip(pieces[1::3], pieces[2::3], strict=True)]
    del pieces[2::3]
    return b"".join(pieces)


def styles_used(stories: Iterable[bytes]) -> set[bytes]:
    """The ids of the styles that paragraphs and runs name."""
    return {use[1] for story in stories for use in _USE.finditer(story) if story[use.start() - 1] in _USERS}


def list_styles_named(numbering: bytes) -> set[bytes]:
    """The ids of the styles that lists refer to."""
    return {use[1] for use in _LINK.finditer(numbering)}


def excerpt(styles: bytes, used: Iterable[bytes]) -> bytes:
    """A smaller `styles.xml`: the defaults, the styles in `used`, and all that they are based on.

    The part itself where it is not written in the way that every known program writes it.
    """
    root = _ROOT.match(styles)
    if root is None or _ID not in styles or len(styles) > _LONGEST:
        return styles
    kept = [root[0], _defaults(styles), *_default_styles(styles)]
    waiting, seen = list(used), set[bytes]()
    while waiting:
        style_id = waiting.pop()
        if style_id in seen:
            continue
        if len(seen) == _MOST:
            return styles
        seen.add(style_id)
        style = _element_around(styles, styles.find(_ID + style_id + b'"'))
        kept.append(style)
        waiting.extend(base[1] for base in _BASE.finditer(style))
    name = root[0].rpartition(b"<")[2].split()[0]
    return b"".join((*kept, b"</", name, b">"))


def lists_excerpt(numbering: bytes, users: Iterable[bytes]) -> bytes:
    """A smaller `numbering.xml`: the lists that `users` (the stories and the styles) name.

    The part itself where it is not written in the way that every known program writes it.
    """
    root = _NUMBERING_ROOT.match(numbering)
    if root is None or _LINKED in numbering or has_no_elements(numbering) or len(numbering) > _LONGEST:
        return numbering
    above, first, below = numbering.rstrip().removesuffix(_NUMBERING_END).partition(_LIST)
    if not numbering.rstrip().endswith(_NUMBERING_END) or _ABSTRACT in below:
        return numbering
    used = {use[1] for user in users for use in _LIST_USE.finditer(user)}
    lists = [(_LIST + piece, _ITS_ID.match(piece)) for piece in below.split(_LIST)] if first else []
    named = [(_ABSTRACT + piece, _ABSTRACT_ID.match(piece)) for piece in above.split(_ABSTRACT)[1:]]
    if not all(found for _, found in (*lists, *named)):
        return numbering
    kept = [(piece, found[2]) for piece, found in lists if found and found[1] in used]
    abstract = {name for _, name in kept}
    stands_on = [piece for piece, found in named if found and found[1] in abstract]
    return b"".join((root[0], *stands_on, *(piece for piece, _ in kept), _NUMBERING_END))


def _defaults(styles: bytes) -> bytes:
    """The `docDefaults` element."""
    begin = styles.find(b"docDefaults")
    end = styles.find(b"docDefaults>", begin + 12)
    if begin < 0 or end < 0:
        return b""
    return styles[styles.rfind(b"<", 0, begin) : end + 12]


def _default_styles(styles: bytes) -> Iterator[bytes]:
    """The style of paragraphs that name none, with those that it is based on."""
    at = styles.find(_DEFAULT)
    while at >= 0:
        style = _element_around(styles, at)
        if b'type="paragraph"' in style.partition(b">")[0]:
            yield style
            return
        at = styles.find(_DEFAULT, at + 1)


def _element_around(styles: bytes, at: int) -> bytes:
    """The `style` element in whose first tag the position stands; nothing for a position below 0."""
    if at < 0:
        return b""
    begin, tag_end = styles.rfind(b"<", 0, at), styles.find(b">", at)
    if styles[tag_end - 1 : tag_end] == b"/":
        return styles[begin : tag_end + 1]
    end = styles.find(b"style>", tag_end)
    return styles[begin : end + 6] if end >= 0 else b""
