"""Masks what a result need not tell of a person: phone numbers and e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Callable

Mask = Callable[[str], str]

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Vietnamese numbers: 0 or +84, then nine or ten digits, with or without separators; no part of a longer number.
PHONE = re.compile(r"(?<![\w/.,+-])(?:\+?84|0)(?:[ .-]?\d){9,10}(?![\d/])")


def mask_personal_data(text: str) -> str:
    """The text with each phone number and e-mail address replaced by stars."""
    return PHONE.sub("***", EMAIL.sub("***@***", text))


def show_all(text: str) -> str:
    """The text as it is."""
    return text


def mask_for(masked: bool) -> Mask:
    """The mask that the user asked for."""
    return mask_personal_data if masked else show_all
