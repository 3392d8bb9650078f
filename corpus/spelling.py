"""Numbers, levels, dates and document numbers as people write them."""

from __future__ import annotations

import datetime
import unicodedata
from decimal import Decimal

from corpus.truth import Deed, Figure, Mention
from corpus.voice import Voice

ROMAN = ["0", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
LEVEL_NAMES = {1: "Chưa đáp ứng", 2: "Đáp ứng cơ bản", 3: "Đáp ứng tốt"}
DIGIT_WORDS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
OLD_LETTERS = ("TCVN3", "VNI")
NOT_IN_OLD_FONTS = str.maketrans({"“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "•": "-", "✓": "x", "’": "'"})
KIND_WORDS = {
    "QĐ": "Quyết định",
    "KH": "Kế hoạch",
    "BB": "Biên bản",
    "": "Công văn",
    "TB": "Thông báo",
    "BC": "Báo cáo",
    "QC": "Quy chế",
}


def plain(value: Decimal) -> str:
    """`7`, `7,5`."""
    return f"{value.normalize():f}".replace(".", ",")


def score_text(figure: Figure, voice: Voice, maximum: Decimal | None = None) -> str:
    """A score in the author's form, or as the figure itself wants to be written."""
    if figure.text is not None:
        return figure.text
    if figure.value is None:
        return ""
    value = figure.value
    if value == 0 and voice.zero != "0":
        return voice.zero
    return _written(value, voice.score, maximum)


def _written(value: Decimal, form: str, maximum: Decimal | None) -> str:
    forms = {
        "comma": f"{value:.1f}".replace(".", ","),
        "dot": f"{value:.1f}",
        "hundredths": f"{value:.2f}".replace(".", ","),
        "unit": f"{plain(value)}đ",
        "spaced-unit": f"{plain(value)} đ",
        "points": f"{plain(value)} điểm",
    }
    if value == value.to_integral_value():
        forms["padded"] = f"{int(value):02d}"
        forms["words"] = DIGIT_WORDS[int(value)] if value <= 10 else plain(value)
    if maximum is not None:
        forms["over"] = f"{plain(value)}/{plain(maximum)}"
        forms["over-points"] = f"{plain(value)}/{plain(maximum)} điểm"
    return forms.get(form, plain(value))


def maximum_text(figure: Figure, voice: Voice) -> str:
    """A maximum in the author's form."""
    if figure.text is not None or figure.value is None:
        return figure.text or ""
    return _written(figure.value, voice.maximum, None)


def level_text(level: int | None, form: str) -> str:
    """`Mức 3` and its like."""
    if level is None:
        return ""
    name = LEVEL_NAMES[level]
    match form:
        case "Mức III" | "Mức độ III":
            return form.replace("III", ROMAN[level])
        case "name":
            return name
        case "Mức 3 - name":
            return f"Mức {level} - {name}"
        case "Mức 3 (name)":
            return f"Mức {level} ({name})"
        case _:
            return form.replace("3", str(level))


def date_text(date: datetime.date, form: str) -> str:
    """A date after "ngày"."""
    match form:
        case "short":
            return f"{date.day}/{date.month}/{date.year}"
        case "dots":
            return f"{date:%d.%m.%Y}"
        case "dashes":
            return f"{date:%d-%m-%Y}"
        case "words":
            return f"{date.day:02d} tháng {date.month:02d} năm {date.year}"
        case _:
            return f"{date:%d/%m/%Y}"


def number_text(deed: Deed, voice: Voice) -> str:
    """A document's number; below 10 usually with a leading zero; the blank of one not yet issued."""
    if deed.number is None:
        return "   "
    return f"{deed.number:02d}" if voice.pad_numbers else str(deed.number)


def citation_text(deed: Deed, mention: Mention, voice: Voice) -> str:
    """A citation: kind, number and symbol, with date and subject where it is in full."""
    number = mention.number if mention.number is not None else number_text(deed, voice)
    symbol = mention.symbol if mention.symbol is not None else deed.symbol
    word = mention.word or KIND_WORDS[deed.kind]
    head = _head(word, number, symbol, voice.citation)
    if voice.citation == "short-kind" and not mention.word:
        head = f"{deed.kind or 'CV'} số {number}/{symbol}"
    if not mention.full:
        return head
    date = mention.date if mention.date is not None else date_text(deed.date, voice.date)
    return _ordered(deed, word, head, f"ngày {date}", voice)


def _head(word: str, number: str, symbol: str, form: str) -> str:
    """Kind, number and symbol."""
    forms = {
        "no-number-word": f"{word} {number}/{symbol}",
        "tight": f"{word} số{number}/{symbol}",
        "spaced": f"{word} số {number}/ {symbol.replace('-', '- ', 1)}",
        "apart": f"{word} số {number} / {symbol.replace('-', ' - ', 1)}",
        "colon": f"{word} số: {number}/{symbol}",
        "lower": f"{word[0].lower()}{word[1:]} số {number}/{symbol}",
        "en-dash": f"{word} số {number}/{symbol.replace('-', '–')}",
    }
    return forms.get(form, f"{word} số {number}/{symbol}")


def _ordered(deed: Deed, word: str, head: str, date: str, voice: Voice) -> str:
    """Head, date and subject in the author's order; a subject that is a verb phrase needs its joint."""
    issuer = f" của {deed.issuer}" if deed.issuer else ""
    act = deed.subject.startswith(("ban hành", "phê duyệt"))
    joint = "" if act or deed.kind == "KH" else "về việc "
    match voice.citation_order:
        case "subject-date":
            return f"{head}{issuer} {joint}{deed.subject}, {date}"
        case "subject-number" if deed.kind == "KH" and head.startswith(word):
            return f"{word} {deed.subject} {head.removeprefix(word).strip()} {date}{issuer}"
        case "brackets":
            return f"{head} ({date}){issuer} {joint}{deed.subject}"
        case "signed":
            return f"{head} ký {date}{issuer} {joint}{deed.subject}"
        case "about":
            return f"{head} {date}{issuer} {'' if act else 'V/v '}{deed.subject}"
    return f"{head} {date}{issuer} {joint}{deed.subject}"


def lettered(text: str, form: str) -> str:
    """The text composed or decomposed, or with nothing but what the fonts of the nineties can draw."""
    if form in OLD_LETTERS:
        return unicodedata.normalize("NFC", text).translate(NOT_IN_OLD_FONTS)
    return unicodedata.normalize(form or "NFC", text)  # type: ignore[arg-type]
