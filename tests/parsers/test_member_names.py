"""Names in archives: old code pages undone, and no way out of the archive."""

from __future__ import annotations

import unicodedata

import pytest

from parsers.member_names import name_of_bytes, name_within, unmangled

NAME = "Báo cáo trường Tiểu học số 2.docx"
TCVN3 = "B¸o c¸o tr\xadêng tiÓu häc sè 2.docx"
VNI = "Baùo caùo tröôøng Tieåu hoïc soá 2.docx"
# Its letters and, apart from them, its tones.
MARKED = "Ba\u0301o ca\u0301o trươ\u0300ng Tiê\u0309u ho\u0323c sô\u0301 2.docx"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        pytest.param(b"bao cao 2023-2024.pdf", "bao cao 2023-2024.pdf", id="plain letters"),
        pytest.param(NAME.encode(), NAME, id="UTF-8, which nothing states"),
        pytest.param(unicodedata.normalize("NFD", NAME).encode(), NAME, id="UTF-8 as a Mac writes it"),
        pytest.param(MARKED.encode("cp1258"), NAME, id="the Vietnamese code page of Windows"),
        pytest.param(TCVN3.encode("latin-1"), "Báo cáo trường tiểu học số 2.docx", id="TCVN3"),
        pytest.param(VNI.encode("cp1252"), "Báo cáo trường Tiểu học số 2.docx", id="VNI"),
        pytest.param("Müller café.docx".encode("cp437"), "Müller café.docx", id="the code page of DOS"),
    ],
)
def test_bytes_of_a_name(raw: bytes, name: str) -> None:
    assert name_of_bytes(raw) == name


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        pytest.param("Báo cáo.docx", "Báo cáo.docx", id="a name that is as it should be"),
        pytest.param("Müller é.docx", "Müller é.docx", id="letters of other languages"),
        pytest.param(NAME.encode().decode("cp437"), NAME, id="UTF-8 taken for the code page of DOS"),
        pytest.param("B\xc3\xa1o.docx", "Báo.docx", id="UTF-8 taken for that of Windows"),
    ],
)
def test_a_name_that_was_mangled(name: str, meant: str) -> None:
    assert unmangled(name) == meant


@pytest.mark.parametrize(
    ("name", "within"),
    [
        pytest.param("a/b.pdf", "a/b.pdf", id="in a folder"),
        pytest.param("./a//b.pdf", "a/b.pdf", id="idle parts"),
        pytest.param("a\\b.pdf", "a/b.pdf", id="backslashes"),
        pytest.param("a..b/c...pdf", "a..b/c...pdf", id="dots in a name"),
        pytest.param("/etc/passwd", "etc/passwd", id="from the root"),
        pytest.param("C:\\Users\\a.pdf", "Users/a.pdf", id="from a drive"),
        pytest.param("\\\\server\\a.pdf", "server/a.pdf", id="from a server"),
        pytest.param("a\nb\x00.pdf", "a�b�.pdf", id="signs that are not printed"),
        pytest.param("../a.pdf", None, id="out of the archive"),
        pytest.param("a/../../b.pdf", None, id="out of the archive by a detour"),
        pytest.param("..\\a.pdf", None, id="out of the archive with backslashes"),
        pytest.param("", None, id="no name"),
    ],
)
def test_the_name_within(name: str, within: str | None) -> None:
    assert name_within(name) == within
