"""What stands in a DOCX's text and is no text itself: the text boxes of drawings, the boxes and lists of forms."""

from __future__ import annotations

from lxml import etree

from parsers.wordml import ALTERNATE, VAL, W, chosen, number, switched, value

_BOX = f"{W}txbxContent"


def boxes_in(element: etree._Element) -> list[etree._Element]:
    """The text boxes in a drawing, each once: a drawing often has a second form for old programs."""
    if next(element.iter(_BOX), None) is None:
        return []
    found = []
    for child in chosen(element) if element.tag == ALTERNATE else element:
        found.extend([child] if child.tag == _BOX else boxes_in(child))
    return found


def form_text(element: etree._Element) -> str:
    """What a form field shows that has no result: a check box, or the entry chosen from a list."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        checked = switched(box, "checked")
        return "☒" if checked or (checked is None and switched(box, "default")) else "☐"
    entries = element.find(f"{W}ffData/{W}ddList")
    if entries is None:
        return ""
    names = [entry.get(VAL, "") for entry in entries.iterchildren(f"{W}listEntry")]
    at = number(value(entries, "result"), number(value(entries, "default")))
    return names[at] if 0 <= at < len(names) else ""
