"""What the operating system says when it refuses, in the user's language."""

from __future__ import annotations

import errno

from extract.texts import knows, say


def reason_of(error: Exception, lang: str) -> str:
    """Why the system refused; in its own words where we have none."""
    number = getattr(error, "errno", None)
    key = f"errno.{errno.errorcode.get(number or 0, '')}"
    return say(lang, key) if knows(lang, key) else str(getattr(error, "strerror", None) or error)
