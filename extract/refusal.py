"""Why a command cannot be done: said before the work begins, with exit code 2."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it reads as what it says
    """The command cannot do its job; the text says why and what to do."""
