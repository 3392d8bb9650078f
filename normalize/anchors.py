"""Where documents are cited in a text: each number with the word for its kind, before anything else of it is read."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from normalize.kinds import KindWord, find_kind_words
from normalize.shadow import Shadow
from normalize.symbols import Symbol, find_symbols, is_of_upper_body, starts_as_body
from normalize.title_words import begins_title
from normalize.vocabulary import Spelling, spelling_of, word_lists


class Anchor(NamedTuple):
    """A citation's number and symbol, and its kind word; `adjacent`: the word stands right before the number."""

    symbol: Symbol
    word: KindWord | None
    adjacent: bool

    @property
    def start(self) -> int:
        """Where the citation begins: at its word, else at the number."""
        return self.word.start if self.word is not None else self.symbol.start


_DATE = r"(?:(?:ban\s+hanh|ky|ra)\s+)?(?:ngay\s*)?\d{1,2}\s*(?:[/.-]|thang)\s*\d{1,2}\s*(?:[/.-]|nam)\s*\d{4}[\s,(]*"
_GAP = re.compile(
    rf'[\s"(,:\]]*(?:{_DATE})?(?:(?:co|mang)\s+)?(?:so|ky\s+hieu)?[\s:.]*(?:\d{{1,5}}(?:\s*[,;]\s*|\s+va\s+))*'
)
_NUMBERED = re.compile(r"(?<!\w)so\s*:?\s*$")
LONGEST_LEAD = 16  # letters before a number that tell what it numbers
_NO_DOCUMENT = re.compile(
    r"(?<!\w)(?:(?:lop|khoi|phong|to|may|ma)\s+|(?:ma\s+so|dia\s+chi|nha|hem|ngo|duong|thon)\s*:?\s*(?:so\s*)?:?\s*)$"
)
_CLAUSE = re.compile(r";(?!\s*so\b)|\n|\.\s")
_SHORT_SO = re.compile(r"\s*so\s*:?\s*(?P<number>\d{1,5})(?:/(?P<year>(?:19|20)\d\d))?(?![\w/%]|[.,]\d|\s*-\s*\d)")
_SHORT_BARE = re.compile(
    r"\s+(?P<number>\d{1,5})(?:/(?P<year>(?:19|20)\d\d))?"
    r'(?=\s*(?:[,;:)"]|\.(?!\d)|$|\n|(?:cua|ngay|ve|v/v|neu|noi|tren|do|va)\b))(?!\s*:\s*\d)'
)
_BARE_KINDS = frozenset({"QĐ", "NĐ", "TT", "NQ", "CT", "CV", "KH"})
_YEARLIKE = re.compile(r"(?:19|20)\d\d")
_LISTED = re.compile(r"(?:\d{1,5}(?:\s*[,;]\s*|\s+va\s+))+$")


def find_anchors(shadow: Shadow) -> list[Anchor]:
    """Every citation of a text, in order."""
    symbols = find_symbols(shadow.source)
    anchors: list[Anchor] = []
    lower = 0
    for symbol in symbols:
        word, adjacent = _word_of(shadow, lower, symbol)
        if _is_cited(shadow, symbol, adjacent=adjacent):
            anchors.extend(_listed(shadow, lower, Anchor(symbol, word, adjacent)))
            anchors.append(Anchor(symbol, word, adjacent))
        lower = symbol.end
    taken = {anchor.symbol.start for anchor in anchors}
    short = (anchor for anchor in _short_forms(shadow, symbols) if anchor.symbol.start not in taken)
    return sorted([*anchors, *short], key=lambda anchor: anchor.symbol.start)


def _is_cited(shadow: Shadow, symbol: Symbol, *, adjacent: bool) -> bool:
    """A number with a symbol that is a document's: it has a kind's and an organisation's letters, or is called one."""
    before = shadow.plain[max(0, symbol.start - LONGEST_LEAD) : symbol.start]
    if _NO_DOCUMENT.search(before):
        return False
    if adjacent or _NUMBERED.search(before):
        return True
    if symbol.letters is not None:
        return len(symbol.issuer) >= 2
    return "-" in symbol.issuer and starts_as_body(symbol.issuer)


def _word_of(shadow: Shadow, lower: int, symbol: Symbol) -> tuple[KindWord | None, bool]:
    """The kind word of a number, and whether it stands right before it."""
    cuts = [match.end() for match in _CLAUSE.finditer(shadow.plain, lower, symbol.start)]
    near = find_kind_words(shadow, lower, symbol.start)
    adjacent = near[-1] if near and _GAP.fullmatch(shadow.plain, near[-1].end, symbol.start) else None
    clause = [word for word in near if not cuts or word.start >= cuts[-1]]
    if symbol.letters is None:
        return _word_of_letter(shadow, near, adjacent), adjacent is not None
    if adjacent is not None and adjacent.kind == symbol.letters:
        return adjacent, True
    same = [word for word in clause if word.kind == symbol.letters]
    if same:
        return _head_of(shadow, same), False
    if adjacent is None:
        return _named_before(shadow, clause, symbol), False
    return adjacent, True


def _word_of_letter(shadow: Shadow, near: list[KindWord], adjacent: KindWord | None) -> KindWord | None:
    """A symbol without a kind's letters is a letter's (công văn): "công văn hướng dẫn số …" is one too."""
    if adjacent is None or len(near) < 2:
        return adjacent
    before = near[-2]
    return before if before.kind == "CV" and not shadow.plain[before.end : adjacent.start].strip() else adjacent


LONGEST_SUBJECT = 160  # letters between a kind word and its number
_NAME_BEGINS = re.compile(r"(?:^|[;:+*\n(•·–-]|\bban\s+hanh|\bxay\s+dung|\bco|\bra)\s*$")
# "… số", "…, ngày 5/9/2024 (số", "… (": a bracket announces a number as well as the word does.
_NUMBER_FOLLOWS = re.compile(
    rf'[\s,;:]*[(\["|-]*\s*(?:{_DATE})?'
    r"(?:(?:(?:mang|co)\s+)?(?:so\s+hieu|ky\s+hieu|\bso\b)\s*:?|(?<=[(\[|])|(?<=\s-)|(?<=\s-\s))\s*$"
)
_HOLDER = re.compile(r"\s+(?:cua|do)\s+(?:nha\s+truong|don\s+vi|truong|trung\s+tam|hieu\s+truong|giam\s+doc)\b[^,;:]*$")
# What stands between is a sentence, or another document: "Kế hoạch … theo văn bản số …", "… đã được phê duyệt (số …".
_NO_NAME = re.compile(r"(?<=\w\s)(?<!ve )(?<!viec )(?<!v/v )(?:phe\s+duyet|ban\s+hanh)(?!\w)|[:;(\n]")


def _named_before(shadow: Shadow, clause: list[KindWord], symbol: Symbol) -> KindWord | None:
    """The word before a document's subject, where the number behind has another kind's letters: "Kế hoạch kiểm tra,
    đánh giá học sinh số 84/QĐ-THCS". None where another word between may be the one that bears the number."""
    if symbol.letters in word_lists("documents")["ambiguous"]["letters"] or is_of_upper_body(symbol.issuer):
        return None
    borne = word_lists("documents")["borne"]["kinds"]
    for position, word in enumerate(clause):
        between = shadow.plain[word.end : symbol.start]
        number = _NUMBER_FOLLOWS.search(between)
        if (
            number is None
            or not 0 < number.start() <= LONGEST_SUBJECT
            or any(other.kind not in borne for other in clause[position + 1 :])
        ):
            continue
        holder = _HOLDER.search(between, 0, number.start())
        subject = between[: holder.start() if holder else number.start()]
        if holder and not subject.strip():
            return word  # "Kế hoạch của nhà trường số …"
        if not _names_on(shadow, word, len(subject)):
            continue
        return word if subject[:1].isspace() and _is_name(shadow, word, subject) else None
    return None


def _is_name(shadow: Shadow, word: KindWord, subject: str) -> bool:
    """No sentence and no other document stands between a kind word and its number."""
    lead = _LEAD.match(subject)
    named = subject[lead.end() :] if lead else subject
    return _NO_NAME.search(named.strip()) is None and not _linking().occurs(shadow, word.end, word.end + len(subject))


@cache
def _linking() -> Spelling:
    return spelling_of(word_lists("titles")["linking"]["words"])


def _names_on(shadow: Shadow, word: KindWord, length: int) -> bool:
    """A title follows the kind word, or the word begins a phrase."""
    end = word.end + length
    title = _LEAD.match(shadow.plain, word.end, end)
    if title is not None and begins_title(shadow, title.end(), end):
        return True
    return _NAME_BEGINS.search(shadow.plain[max(0, word.start - 12) : word.start]) is not None


_LEAD = re.compile(r'[\s"]*(?:(?:ve\s+viec|v\s?/\s?v|ve)\s+)?"?')


_HEAD = re.compile(r"(?:^|[,;:+*\n(-]|\bva|\bhanh|\bdung|\bco|\btheo|\bra)\s*$")


def _head_of(shadow: Shadow, words: list[KindWord]) -> KindWord:
    """The word that begins the document's name: the last one that begins a phrase, else the first."""
    heads = [word for word in words if _HEAD.search(shadow.plain[max(0, word.start - 8) : word.start])]
    return heads[-1] if heads else words[0]


def _listed(shadow: Shadow, lower: int, anchor: Anchor) -> list[Anchor]:
    """Further numbers before one symbol: "Quyết định 4725, 3276/QĐ-BGDĐT"."""
    symbol = anchor.symbol
    if not anchor.adjacent or symbol.number is None:
        return []
    listed = _LISTED.search(shadow.plain, lower, symbol.start)
    if listed is None:
        return []
    numbers = re.finditer(r"\d{1,5}", listed.group())
    return [
        anchor._replace(
            symbol=symbol._replace(start=listed.start() + n.start(), end=listed.start() + n.end(), number=n[0])
        )
        for n in numbers
    ]


def _short_forms(shadow: Shadow, symbols: list[Symbol]) -> list[Anchor]:
    """Documents cited by kind and number alone: "Quyết định số 4725", "Thông tư 32/2018"."""
    found: list[Anchor] = []
    for word in find_kind_words(shadow, 0, len(shadow.plain)):
        match = _SHORT_SO.match(shadow.plain, word.end)
        if match is None and word.kind in _BARE_KINDS:
            match = _SHORT_BARE.match(shadow.plain, word.end)
            if match is not None and (_YEARLIKE.fullmatch(match["number"]) or len(match["number"]) < 2):
                match = None
        if match is None or any(match.start() < symbol.end and symbol.start < match.end() for symbol in symbols):
            continue
        year = int(match["year"]) if match["year"] else None
        symbol = Symbol(match.start("number"), match.end(), match["number"], "", None, "", year)
        found.append(Anchor(symbol, word, adjacent=True))
    return found
