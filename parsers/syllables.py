"""Which words can be Vietnamese syllables: the measure of whether a text was read in the right encoding."""

from __future__ import annotations

import re
import unicodedata

MIN_WORDS = 8  # fewer words say nothing: a name, an abbreviation and a unit can make up a whole cell

_ONSETS = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êc êch êm ên êng ênh êp êt êu "
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in ing inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong "
    "op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uênh uêt uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut "
    "uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
    "y yêm yên yêng yêt yêu yt"
)
_SYLLABLES = frozenset(onset + rime for onset in _ONSETS.split(" ") for rime in _RIMES.split(" ")) | {"gi"}
_STOPPED = ("c", "ch", "p", "t")  # syllables ending so have the acute tone or the dot below, no other and never none

_TONES = {"\u0300": "grave", "\u0301": "acute", "\u0303": "tilde", "\u0309": "hook", "\u0323": "dot"}
# A word ends at spaces and at the marks that Vietnamese text really has between words. Any other sign inside a word
# (®, µ, ¸, ¬, U+FFFD, private use …) stays in it: it is what junk looks like.
_CHUNK = re.compile("[^\\s\\d\\-–—−/\\\\.,;:!?…()\\[\\]{}<>\"'“”‘’«»&+*=%•_|@#~°²³§^`$]+")


def _toneless() -> dict[int, str]:
    """Each letter with a tone mark → the letter without it."""
    table = {}
    for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)):
        parts = unicodedata.normalize("NFD", chr(code))
        bare = "".join(part for part in parts if part not in _TONES)
        if bare != parts:
            table[code] = unicodedata.normalize("NFC", bare)
    return table


_TONELESS = _toneless()
_STOP_TONED = frozenset("áắấéếíóốớúứýạặậẹệịọộợụựỵ")


def is_syllable(word: str) -> bool:
    """Whether a word (NFC) can be one Vietnamese syllable."""
    lower = word.lower()
    bare = lower.translate(_TONELESS)
    if bare not in _SYLLABLES:
        return False
    tones = [letter for letter, plain in zip(lower, bare, strict=True) if letter != plain]
    if bare.endswith(_STOPPED):
        return len(tones) == 1 and tones[0] in _STOP_TONED
    return len(tones) <= 1


def syllable_share(text: str) -> float | None:
    """The share of words that can be Vietnamese syllables, 0 to 1; None where there are too few words to tell.

    Vietnamese prose has 0.9 and more, another language or a broken font map below 0.6. Abbreviations (GDTX, QĐ),
    e-mail addresses, web addresses and numbers are not counted.
    """
    good = bad = 0
    for part in unicodedata.normalize("NFC", text).split():
        if "@" in part or "://" in part or part.startswith("www."):
            continue
        for word in _CHUNK.findall(part):
            if is_syllable(word):
                good += 1
            elif not _is_abbreviation(word):
                bad += 1
    return good / (good + bad) if good + bad >= MIN_WORDS else None


def _is_abbreviation(word: str) -> bool:
    """Whether a word that is no syllable is capitals of the Vietnamese and English alphabets only, or one letter."""
    return len(word) == 1 or (word.isupper() and all(letter.isascii() or letter in "ĐÂÊÔĂƠƯ" for letter in word))
