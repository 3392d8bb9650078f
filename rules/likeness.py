"""How far two subjects of documents speak of one thing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from normalize.folding import fold, words_of
from normalize.vocabulary import word_lists

# Words that many subjects have: of form, of time, of place, and of the one matter that all these reports are on.
_COMMON_PHRASES = re.compile(
    r"\b(?:năm học|tiểu học|mầm non|trung tâm|quyết định|kế hoạch|ban hành|thực hiện|triển khai|phê duyệt|công tác|"
    r"nhiệm vụ|giáo dục|đào tạo|văn bản|về|việc|v|và|của|các|cho|trong|ở|tại|theo|với|đến|từ|ngày|số|trường|nhà|"
    r"gdđt|gd&đt)\b"
)
# … and where the text was typed without diacritics, or in letters for words.
_COMMON = frozenset(
    "ve viec v va cua cac cho trong o tai theo voi den tu nam hoc ngay so truong nha thcs th thpt tieu mam non trung "
    "tam gddt quyet dinh ke hoach ban hanh thuc hien trien khai phe duyet cong tac nhiem vu giao duc dao tao".split()
)
# Pairs of words that say nothing of which document it is: the matter of all these reports, and forms of documents.
_MATTER = frozenset("chuyen doi|cong nghe|nghe thong|thong tin|doi so|qui che|qui dinh".split("|"))
_MATTER_WORDS = frozenset("chuyen doi cong nghe thong tin".split())
_WRITTEN = re.compile(r"[\w&]+")
_SHORT = {"bcd": ("ban", "chi", "dao")}

# What a document does, or what it is of its kind: subjects that differ in one of these are of two documents, however
# much the rest agrees ("thành lập Ban chỉ đạo …", "Quy chế hoạt động của Ban chỉ đạo …", "kiện toàn Ban chỉ đạo …").
_BODIES = re.compile(r"ban chi dao|ban bien tap|hoi dong|\bto (?!chuc)|\bdoi (?!voi|moi|song|so)")
_TELLING = re.compile(
    r"thanh lap|kien toan|giai the|thay the|sua doi|dieu chinh|bo sung|phan cong|phan quyen|cong nhan|phe duyet|"
    r"quy che|noi quy|quy trinh|hoi dong|danh muc|de an|bao cao|bien ban|\bto (?!chuc)|\bdoi (?!voi|moi|song|so)"
)

# On the pairs of tests/rules/test_likeness.py the wordings of one document share at least 0.8 of the shorter one and
# half of all words; documents that merely resemble each other stay below one of the two.
ENOUGH_OF_THE_SHORTER = 0.8
ENOUGH_OF_BOTH = 0.5
MOST = 0.65
NEXT_TO_NOTHING = 0.15
A_LITTLE = 0.34  # of the shorter one: two regulations share "quy chế" and a word more
YEARLY = "giao duc nha truong"
FEWEST_OF_A_TITLE = 5  # words without those of the matter, of titles that have not one pair of words in common
FEWEST_WORDS = 2  # one word is no subject: a letter left of a broken symbol, a title cut short
FEWEST_OF_A_LEAD = 5  # "thực hiện nhiệm vụ năm học 2023-2024" begins the subjects of many documents

# Which of several like things: subjects that name two of them are of two documents ("lớp 6A", "lớp 6B").
_WHICH = re.compile(
    r"\b(?:hoc k[yi]|k[yi]|hk|quy|dot|lan|khoi|lop|khoa|thang|giai doan) ?(\d+[a-z]?\d*|i{1,3}|iv)\b|\b(\d+[a-z]\d*)\b"
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
SHORTEST_ABBREVIATION = 3  # letters
FEWEST_OF_A_WHOLE = 5  # words, of which three are the year's
_ANNOUNCED = re.compile(r"^(?:v ?/ ?v|ve viec|ve)\s+")
_SCHOOL_YEAR = re.compile(r"nam hoc 20\d\d ?- ?20\d\d")


def is_one_subject(one: str, other: str) -> bool:
    """Whether two wordings are surely of one document's subject."""
    one, other = _cut_to(one, other), _cut_to(other, one)
    first, second = _meaning(one), _meaning(other)
    if min(len(first), len(second)) < FEWEST_WORDS or _telling(one) != _telling(other):
        return False
    if name_two(one, other):
        return False
    if first - second and second - first:
        return False  # each names what the other does not: "Quy chế quản lý văn bản …", "… tài khoản …"
    shared = len(first & second)
    enough = shared >= ENOUGH_OF_THE_SHORTER * min(len(first), len(second))
    return enough and shared >= ENOUGH_OF_BOTH * len(first | second)


def share_most(one: str, other: str) -> bool:
    """Whether two wordings have most of their words in common, and do one thing."""
    first, second = _meaning(one), _meaning(other)
    if min(len(first), len(second)) < FEWEST_WORDS or are_two_acts(one, other) or name_two(one, other):
        return False
    return len(first & second) >= MOST * min(len(first), len(second))


def begin_as_one(one: str, other: str) -> bool:
    """Whether two wordings are alike up to their school year: what comes after it is then the rest of the sentence.

    Where the year ends both, common words will do ("giáo dục nhà trường năm học 2023-2024").
    """
    first, second = _up_to_year(one), _up_to_year(other)
    if not first or first != second or name_two(one, other):
        return False
    whole = all(_tight(fold(text)) == first for text in (one, other)) and len(first.split()) >= FEWEST_OF_A_WHOLE
    return whole or len(_meaning(first)) >= FEWEST_OF_A_LEAD


def _up_to_year(text: str) -> str:
    folded = fold(text)
    year = _SCHOOL_YEAR.search(folded)
    return _tight(folded[: year.end()]) if year else ""


def _tight(folded: str) -> str:
    """One spelling of years, and no word like "về" or "V/v" before a subject."""
    return _ANNOUNCED.sub("", folded).replace(" - ", "-").strip(" .,;")


def name_two(one: str, other: str) -> bool:
    """Whether each names another one of several like things: a class, a term, a month."""
    first, second = _which(one), _which(other)
    return bool(first) and bool(second) and not first & second


@lru_cache(maxsize=1024)
def _which(text: str) -> frozenset[str]:
    found = (match[1] or match[2] for match in _WHICH.finditer(fold(text)))
    return frozenset(_ROMAN.get(name, name) for name in found)


def are_two_subjects(one: str, other: str) -> bool:
    """Whether two wordings are surely of two documents' subjects."""
    if _share_less_than(NEXT_TO_NOTHING, one, other):
        return True
    words = [len(_meaning(text) - _MATTER_WORDS) for text in (one, other)]
    return min(words) >= FEWEST_OF_A_TITLE and not _pairs(one) & _pairs(other) and are_two_wordings(one, other)


def are_two_wordings(one: str, other: str) -> bool:
    """Whether two titles of documents that differ in their dates too are clearly not wordings of one title."""
    return _share_less_than(A_LITTLE, one, other)


@lru_cache(maxsize=1024)
def _pairs(text: str) -> frozenset[str]:
    """Neighbouring words, as most words are of two syllables: "sử dụng" and "ứng dụng" have none in common."""
    words = words_of(text)
    telling = (pair for pair in pairwise(words) if not set(pair) & _COMMON)
    return frozenset(map(" ".join, telling)) - _MATTER


def _share_less_than(share: float, one: str, other: str) -> bool:
    first, second = _named(one), _named(other)
    if min(len(first - _MATTER_WORDS), len(second - _MATTER_WORDS)) >= FEWEST_WORDS:
        first, second = first - _MATTER_WORDS, second - _MATTER_WORDS
    if not first or not second:
        return False
    shared = [word for word in first & second if _is_spelt_alike(word, one, other)]
    return len(shared) < share * min(len(first), len(second)) + 1e-9


def are_two_acts(one: str, other: str) -> bool:
    """Whether no word is the same of those that tell what is done or made, or for whom ("… Tổ …", "… Ban …")."""
    return any(
        bool(first) and bool(second) and not first & second
        for first, second in ((_telling(one), _telling(other)), (_bodies(one), _bodies(other)))
    )


@lru_cache(maxsize=1024)
def _bodies(text: str) -> frozenset[str]:
    written_out = re.sub(r"\bbcd\b", "ban chi dao", fold(text))
    return frozenset(_BODIES.findall(written_out))


def _is_spelt_alike(word: str, one: str, other: str) -> bool:
    """Whether two texts mean one word: "dùng chung" and "sử dụng" share none, though folded they do."""
    first, second = _spellings(one), _spellings(other)
    if word not in first or word not in second:
        return True  # one of them has it in an abbreviation
    bare = any(set().union(*spelt.values()) == {""} for spelt in (first, second))
    return bare or bool(first[word] & second[word])


@lru_cache(maxsize=1024)
def _spellings(text: str) -> Mapping[str, set[str]]:
    """The marks of each word as the text writes it, in one order: "hoà" and "hòa" are one spelling."""
    found: dict[str, set[str]] = {}
    for written in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text.lower())):
        words = words_of(written)
        if len(words) == 1:
            letters = unicodedata.normalize("NFD", written)
            marks = sorted(mark for mark in letters if mark == "đ" or unicodedata.combining(mark))
            found.setdefault(words[0], set()).add("".join(marks))
    return found


def _cut_to(text: str, other: str) -> str:
    """The beginning of the text, little longer than the other: what runs on may belong to the next sentence."""
    words = text.split()
    return " ".join(words[: len(words_of(other)) * 3 // 2 + 2])


@lru_cache(maxsize=1024)
def _meaning(text: str) -> frozenset[str]:
    found: set[str] = set()
    text = _written_out(unicodedata.normalize("NFC", text))
    common = _COMMON if text.isascii() else _COMMON - {"ban"}  # "Ban chỉ đạo"
    for written in _WRITTEN.findall(_COMMON_PHRASES.sub(" ", text.lower())):
        bare = written.isascii()  # an abbreviation, or typed without diacritics: then "tai" may be "tại"
        parts = (part for word in words_of(written) for part in _SHORT.get(word, (word,)))
        found.update(part for part in parts if not (part[0].isdigit() or (bare and part in common)))
    return frozenset(found)


def _written_out(text: str) -> str:
    """The text with "CĐS", "CNTT" as the words that they stand for; not short ones, which stand for several things."""
    pattern, full = _abbreviations()
    return pattern.sub(lambda short: full[short.group()], text)


@cache
def _abbreviations() -> tuple[re.Pattern[str], Mapping[str, str]]:
    words = word_lists("abbreviations")["words"]
    full = {short: str(words[short]) for short in words if len(short) >= SHORTEST_ABBREVIATION}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, full))})\b"), full


def _named(text: str) -> frozenset[str]:
    """The words that tell what it is on; of the yearly plan, which has common words only, the plan itself."""
    words = _meaning(text)
    return frozenset({YEARLY}) if not words and YEARLY in fold(text) else words


@lru_cache(maxsize=1024)
def _telling(text: str) -> frozenset[str]:
    return frozenset(_TELLING.findall(fold(text)))
