"""What people should know of how a file was read, in words: a wrong ending, hidden rows left out, stale formulas."""

from __future__ import annotations

from extract.texts import say
from parsers.document import Remark
from rules import file_words, messages


def remark_text(remark: Remark, lang: str) -> str:
    """The remark as one sentence."""
    facts = dict(remark.facts)
    if "found" in facts:
        facts["kind"] = file_words.kind_name(facts["found"], lang)
    return say(lang, f"remarks.{remark.name}", place=messages.place_text(remark.place, lang), **facts)
