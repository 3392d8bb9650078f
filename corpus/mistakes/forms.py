"""Numbers and symbols that contradict the word before them, or are malformed."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.mistakes.choosing import Injured
from corpus.mistakes.citing import cited_once, take_deed, with_mention
from corpus.spelling import KIND_WORDS
from corpus.truth import Expected, Injector, Mention, TrueReport

OTHER_LETTERS = {"QĐ": ["KH", "TB"], "KH": ["QĐ", "BB"], "BB": ["QĐ"]}


def _changed(report: TrueReport, chosen: Mention, changed: Mention) -> Injured:
    report = take_deed(with_mention(report, chosen, changed), chosen.deed)
    place = "appendix" if chosen.criterion else "text"
    return report, {Expected("document-form", chosen.criterion, place)}


def letters_contradict_word(report: TrueReport, rng: Random) -> Injured:
    """`Kế hoạch số 12/QĐ-…`: the letters belong to another kind of document."""
    once = [m for m in cited_once(report) if report.deed(m.deed).kind in OTHER_LETTERS]
    once = [m for m in once if not report.deed(m.deed).issuer]
    if not once:
        return None
    chosen = rng.choice(once)
    deed = report.deed(chosen.deed)
    letters = rng.choice(OTHER_LETTERS[deed.kind])
    if any(d.kind == letters and d.number == deed.number for d in report.deeds):
        return None
    symbol = deed.symbol.replace(f"{deed.kind}-", f"{letters}-", 1)
    return _changed(report, chosen, replace(chosen, word=KIND_WORDS[deed.kind], symbol=symbol))


def decision_called_a_letter(report: TrueReport, rng: Random) -> Injured:
    """`Công văn số 4725/QĐ-BGDĐT`."""
    once = [m for m in cited_once(report) if m.deed == "ministry"]
    if not once:
        return None
    return _changed(report, once[0], replace(once[0], word=rng.choice(["Công văn", "Thông tư"])))


def symbol_malformed(report: TrueReport, rng: Random) -> Injured:
    """The hyphen is lost, or kind and organisation stand the wrong way round."""
    once = [m for m in cited_once(report) if report.deed(m.deed).kind in ("QĐ", "KH")]
    once = [m for m in once if not report.deed(m.deed).issuer]
    if not once:
        return None
    chosen = rng.choice(once)
    deed = report.deed(chosen.deed)
    organ = deed.symbol.partition("-")[2]
    symbol = rng.choice([f"{deed.kind}{organ}", f"{deed.kind}/{organ}"])
    return _changed(report, chosen, replace(chosen, word=KIND_WORDS[deed.kind], symbol=symbol))


FORMS: tuple[Injector, ...] = (letters_contradict_word, decision_called_a_letter, symbol_malformed)
