"""Outlook's mails: what is attached to them, and compound files that lead nowhere."""

from __future__ import annotations

import struct
from contextlib import suppress
from pathlib import Path

import pytest

from parsers import containers
from parsers.compound import Compound
from parsers.failures import BrokenArchive, Damaged, TooLarge, Unreadable
from tests.parsers.compound_kit import Tree, compound, outlook_mail
from tests.parsers.test_containers import listed, path_of, taken

LARGE, SMALL = bytes(range(256)) * 40, b"x" * 99


def narrow(name: bytes) -> Tree:
    """A mail from before Unicode."""
    attachment = {"__substg1.0_37010102": b"1", "__substg1.0_3707001E": name + b"\0"}
    return {"__properties_version1.0": bytes(32), "__attach_version1.0_#00000000": attachment}


def with_picture() -> Tree:
    made = dict(outlook_mail({"logo.png": SMALL, "a.pdf": b"1"}, page='<img src="cid:logo">'))
    first = dict(made["__attach_version1.0_#00000000"])  # type: ignore[arg-type]
    return made | {"__attach_version1.0_#00000000": first | {"__substg1.0_3712001F": "logo".encode("utf-16-le")}}


def forwarded(depth: int) -> Tree:
    made = outlook_mail({"a.pdf": b"1"}, subject="Báo cáo: năm học")
    for _ in range(depth):
        made = outlook_mail({"": made}, subject="FW")
    return made


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        pytest.param(outlook_mail({}, body="Kính gửi"), [], id="only text"),
        pytest.param(
            outlook_mail({"Báo cáo.pdf": LARGE, "b.docx": SMALL}), ["Báo cáo.pdf", "b.docx"], id="attachments"
        ),
        pytest.param(outlook_mail({"../../a.pdf": b"1"}), [".._.._a.pdf"], id="a way out is only a name"),
        pytest.param(outlook_mail({"": b"1"}), ["dinh-kem-1"], id="no name"),
        pytest.param(narrow("Báo.pdf".encode()), ["Báo.pdf"], id="a name from before Unicode"),
        pytest.param(with_picture(), [("logo.png", "mail-picture"), "a.pdf"], id="the picture of a signature"),
        pytest.param(forwarded(1), ["Báo cáo năm học.msg/a.pdf"], id="a mail forwarded in it"),
    ],
)
def test_what_is_in_a_mail(tmp_path: Path, tree: Tree, found: list[str | tuple[str, str]]) -> None:
    path = path_of(tmp_path, compound(tree), "a.msg")
    assert listed(path) == [each if isinstance(each, tuple) else (each, "") for each in found]


def test_attachments_are_taken_out(tmp_path: Path) -> None:
    path = path_of(tmp_path, compound(outlook_mail({"a.pdf": LARGE, "b.pdf": SMALL}, body="Kính gửi")), "a.msg")
    assert [taken(path, number) for number in range(3)] == [LARGE, SMALL, "\ufeffKính gửi".encode()]


def ring(data: bytes) -> bytes:
    """The file with a table in which every sector leads to the first."""
    at = (struct.unpack_from("<I", data, 76)[0] + 1) * 512
    return data[:at] + bytes(512) + data[at + 512 :]


WHOLE = compound(outlook_mail({"a.pdf": LARGE}))


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        pytest.param(WHOLE[:3000], BrokenArchive, id="cut short"),
        pytest.param(ring(WHOLE), BrokenArchive, id="a chain that is a ring"),
        pytest.param(WHOLE[:30] + b"\x07\0" + WHOLE[32:], BrokenArchive, id="sectors of no size that there is"),
        pytest.param(compound(forwarded(4)), TooLarge, id="mails in mails in mails"),
    ],
)
def test_bad_mails(tmp_path: Path, data: bytes, failure: type[Unreadable]) -> None:
    with pytest.raises(failure):
        containers.members_of(path_of(tmp_path, data, "a.msg"), "msg")


@pytest.mark.parametrize("cut", range(0, len(WHOLE), 509))
def test_a_file_cut_anywhere_is_damaged_or_read(cut: int) -> None:
    with suppress(Damaged):
        Compound(WHOLE[:cut]).streams()
