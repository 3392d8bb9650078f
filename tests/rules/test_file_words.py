"""What is said of a file that cannot be read: what it is, what is wrong, what to do."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import parsers
from parsers.formats import Format
from rules import messages
from rules.finding import Finding

FOLDER = Path(messages.__file__).parent / "messages"
PARSERS = Path(parsers.__file__).parent


def said(reason, language="vi", **facts):
    return messages.sentence(
        Finding("unreadable", "", None, facts={"file": "a.pdf", **facts}, variant=reason), language
    )


def words(language):
    return tomllib.loads((FOLDER / f"files.{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_kind_of_file_that_is_not_read_has_a_name_and_a_thing_to_do(language):
    kinds = words(language)["kinds"]
    unread = {each.value for each in Format} - set(parsers.READERS) | {"folder", "device"}
    assert {name for group in kinds.values() for name in group} >= unread
    assert set(kinds) <= set(words(language)["do"])


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_limit_has_its_words(language):
    limits = words(language)["limits"]
    stated = {
        what for path in PARSERS.glob("*.py") for what in re.findall(r'TooLarge\(what="([\w-]+)"', path.read_text())
    }
    assert stated and stated <= set(limits)
    assert {task for _, task in limits.values()} <= set(words(language)["do"])


@pytest.mark.parametrize(
    ("facts", "vi"),
    [
        pytest.param(
            {"found": "doc", "named": ".doc"},
            "đây là tài liệu Word đời cũ (DOC); đề nghị mở tệp bằng Word (hoặc chương trình đã tạo ra nó), "
            "lưu thành DOCX hoặc PDF rồi gửi lại.",
            id="an old Word document",
        ),
        pytest.param(
            {"found": "jpeg", "named": ".pdf"},
            "tên có đuôi .pdf nhưng thực ra là ảnh JPEG; đề nghị gửi bản DOCX hoặc PDF xuất từ Word, "
            "hoặc ảnh JPEG, PNG, TIFF.",
            id="a picture called a PDF",
        ),
        pytest.param(
            {"found": "zip", "named": ".docx"},
            "tên có đuôi .docx nhưng thực ra là tệp nén ZIP; đề nghị giải nén rồi gửi từng báo cáo DOCX hoặc PDF "
            "bên trong.",
            id="an archive called a DOCX",
        ),
        pytest.param(
            {"found": "zip", "named": ".txt"},
            "tên có đuôi .txt nhưng thực ra là tệp nén ZIP; đề nghị giải nén rồi gửi từng báo cáo DOCX hoặc PDF "
            "bên trong.",
            id="an archive called a text",
        ),
        pytest.param(
            {"found": "zip", "named": ".doc"},
            "tên có đuôi .doc nhưng thực ra là tệp nén ZIP; đề nghị giải nén rồi gửi từng báo cáo DOCX hoặc PDF "
            "bên trong.",
            id="an archive called an old Word document",
        ),
        pytest.param(
            {"found": "zip", "named": ".zip"},
            "đây là tệp nén ZIP; đề nghị giải nén rồi gửi từng báo cáo DOCX hoặc PDF bên trong.",
            id="an archive",
        ),
        pytest.param(
            {"found": "dwg", "named": ".dwg"},
            "đây là dwg; đề nghị gửi đúng tệp báo cáo, dạng DOCX hoặc PDF.",
            id="a kind without words",
        ),
        pytest.param(
            {}, "đây là tệp không rõ loại; đề nghị gửi đúng tệp báo cáo, dạng DOCX hoặc PDF.", id="nothing known"
        ),
    ],
)
def test_a_file_of_another_kind(facts, vi):
    assert said("wrong-type", **facts) == f"Tệp a.pdf không phải loại đọc được: {vi}"


@pytest.mark.parametrize(
    ("facts", "vi", "en"),
    [
        (
            {"what": "bytes", "size": "209715201", "limit": "209715200"},
            "nặng 200,1 MB, tối đa được 200 MB",
            "it has 200.1 MB, at most 200 MB are read",
        ),
        (
            {"what": "pages", "size": "10000", "limit": "2000"},
            "có 10.000 trang, tối đa được 2.000 trang",
            "it has 10,000 pages, at most 2,000 are read",
        ),
        (
            {"what": "cells", "size": ">250000", "limit": "250000"},
            "có một bảng hơn 250.000 ô, tối đa được 250.000 ô",
            "it has a table of more than 250,000 cells, at most 250,000 are read",
        ),
        (
            {"what": "part", "size": ">67108864", "limit": "67108864"},
            "có phần bên trong mở ra nặng hơn 64 MB, tối đa được 64 MB",
            "it has a part that unpacks to more than 64 MB, at most 64 MB are read",
        ),
        (
            {"what": "directory", "size": "10485760", "limit": "1048576"},
            "có danh mục bên trong nặng 10 MB, tối đa được 1 MB",
            "it has an inner directory of 10 MB, at most 1 MB are read",
        ),
        (
            {"what": "pages", "size": "many", "limit": "2000"},
            "có many trang, tối đa được 2.000 trang",
            "it has many pages, at most 2,000 are read",
        ),
        ({}, "quá lớn", "it is too large"),
        ({"what": "stars", "size": "7", "limit": "5"}, "quá lớn", "it is too large"),
    ],
)
def test_a_file_over_a_limit(facts, vi, en):
    assert said("too-large", **facts).startswith(f"Tệp a.pdf vượt giới hạn: {vi}; đề nghị ")
    assert said("too-large", "en", **facts).startswith(f"The file a.pdf is over a limit: {en}; please ")


@pytest.mark.parametrize(
    ("cause", "vi"),
    [
        ("", "Không đọc được tệp a.pdf; đề nghị"),
        ("Input/output error", "Không đọc được tệp a.pdf (lỗi đọc đĩa); đề nghị"),
        ("No such file or directory", "Không đọc được tệp a.pdf (tệp không còn ở đó); đề nghị"),
        ("Is a directory", "Không đọc được tệp a.pdf (đó là một thư mục); đề nghị"),
        ("embedded null byte", "Không đọc được tệp a.pdf (embedded null byte); đề nghị"),
    ],
)
def test_what_the_system_says(cause, vi):
    assert said("", cause=cause).startswith(vi)
