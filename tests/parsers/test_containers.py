"""Archives and mails: what is in them, and each kind of bad one refused before anything of it is inflated."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path
from random import Random

import pytest

from parsers import containers
from parsers.failures import BrokenArchive, Encrypted, TooLarge, Unreadable, WrongType

MEGABYTE = 1024 * 1024


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def each_entry(data: bytes, change: Callable[[bytearray, int], None]) -> bytes:
    """The archive with something changed at each entry of its directory."""
    changed = bytearray(data)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        change(changed, at)
        at = data.find(b"PK\x01\x02", at + 1)
    return bytes(changed)


def locked(data: bytes) -> bytes:
    return each_entry(data, lambda changed, at: changed.__setitem__(at + 8, changed[at + 8] | 1))


def stating(data: bytes, size: int) -> bytes:
    return each_entry(data, lambda changed, at: changed.__setitem__(slice(at + 24, at + 28), struct.pack("<I", size)))


def with_link() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        link = zipfile.ZipInfo("a.pdf")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("b.pdf", b"x")
    return held.getvalue()


def sharing() -> bytes:
    """An archive each of whose entries is the same few bytes: its parts are larger than the whole."""
    data = zipped({"a": bytes(3000)}, zipfile.ZIP_STORED)
    directory = data[data.find(b"PK\x01\x02") : data.find(b"PK\x05\x06")]
    end = bytearray(data[data.find(b"PK\x05\x06") :])
    end[8:16] = struct.pack("<HHI", 9, 9, len(directory) * 9)
    return data[: data.find(b"PK\x01\x02")] + directory * 9 + bytes(end)


def path_of(tmp_path: Path, data: bytes, name: str = "a.zip") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def listed(path: Path) -> list[tuple[str, str]]:
    """Each member with what keeps it from being read."""
    kind = containers.kind_of(path)
    assert kind is not None
    members = containers.members_of(path, kind)
    return [(one.name, one.left_out or (one.failure.reason if one.failure else "")) for one in members if not one.text]


def taken(path: Path, number: int) -> bytes:
    kind = containers.kind_of(path)
    assert kind is not None
    target = path.with_name("taken")
    containers.save(path, kind, number, target)
    return target.read_bytes()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(zipped({}), [], id="an empty archive"),
        pytest.param(zipped({"x/": b"", "x/a.pdf": b"1", "b.pdf": b"2"}), ["x/a.pdf", "b.pdf"], id="folders are none"),
        pytest.param(zipped({"a.pdf": bytes(8 * MEGABYTE)}), ["a.pdf"], id="what is small may shrink a thousandfold"),
        pytest.param(
            zipped({"../../a.pdf": b"1", "/b.pdf": b"2"}),
            [("../../a.pdf", "unsafe-name"), "b.pdf"],
            id="a way out, and one from the root",
        ),
        pytest.param(with_link(), [("a.pdf", "link-packed"), "b.pdf"], id="a link"),
        pytest.param(zipped({"CON.pdf": b"1", "NUL": b"2"}), ["CON.pdf", "NUL"], id="names of devices are only names"),
    ],
)
def test_what_is_in_a_zip(tmp_path: Path, data: bytes, found: list[str | tuple[str, str]]) -> None:
    assert listed(path_of(tmp_path, data)) == [each if isinstance(each, tuple) else (each, "") for each in found]


def test_one_file_that_grows_a_thousandfold_does_not_cost_the_others(tmp_path: Path) -> None:
    data = zipped({"a.txt": bytes(20 * MEGABYTE), "b.pdf": b"x"})
    path = path_of(tmp_path, bytes(300_000) + data)  # the archive as a whole is not much smaller than what is in it
    assert [member.failure is None for member in containers.members_of(path, "zip")] == [False, True]


@pytest.mark.parametrize(
    ("data", "failure", "facts"),
    [
        pytest.param(zipped({"a": b"x" * 500})[:60], BrokenArchive, {}, id="cut short"),
        pytest.param(zipped({"a": b"x"})[:-22], BrokenArchive, {}, id="without its end"),
        pytest.param(locked(zipped({"a": b"x", "b": b"y"})), Encrypted, {}, id="behind a password"),
        pytest.param(
            zipped({"a": bytes(40 * MEGABYTE)}), TooLarge, {"what": "ratio", "limit": "200"}, id="one file, all zeros"
        ),
        pytest.param(
            zipped({f"{at}": bytes(4 * MEGABYTE) for at in range(8)}),
            TooLarge,
            {"what": "ratio", "limit": "200"},
            id="many files of zeros, each of them harmless",
        ),
        pytest.param(sharing(), TooLarge, {"what": "ratio", "limit": "200"}, id="files that share their bytes"),
        pytest.param(
            zipped({f"{at}": b"" for at in range(10_001)}, zipfile.ZIP_STORED),
            TooLarge,
            {"what": "members", "size": "10001", "limit": "10000"},
            id="ten thousand files",
        ),
    ],
)
def test_bad_zips(tmp_path: Path, data: bytes, failure: type[Unreadable], facts: dict[str, str]) -> None:
    with pytest.raises(failure) as caught:
        containers.members_of(path_of(tmp_path, data), "zip")
    assert {key: caught.value.facts[key] for key in facts} == facts


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_is_taken_out_whole(tmp_path: Path, method: int) -> None:
    content = bytes(range(256)) * 20_000
    assert taken(path_of(tmp_path, zipped({"a": b"1", "b": content}, method)), 1) == content


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(stating(zipped({"a": bytes(5000)}), 50), id="longer than stated"),
        pytest.param(stating(zipped({"a": bytes(5000)}), 9000), id="shorter than stated"),
        pytest.param(zipped({"a": b"abcdefgh" * 99}, 0).replace(b"cdef", b"cxef", 1), id="other bytes than packed"),
    ],
)
def test_a_file_that_is_not_what_was_packed(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(BrokenArchive):
        taken(path_of(tmp_path, data), 0)


def test_documents_are_no_archives(tmp_path: Path) -> None:
    for first in ("[Content_Types].xml", "mimetype", "zzz.xml"):
        data = zipped({first: b"", "[Content_Types].xml": b""}) if first == "zzz.xml" else zipped({first: b""})
        assert containers.kind_of(path_of(tmp_path, data, "a.docx")) is None


def mail(text: str = "Kính gửi Sở", **headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in {
        "From": "a@example.edu.vn",
        "To": "b@example.edu.vn",
        "Subject": "Nộp báo cáo",
        **headers,
    }.items():
        made[name] = value
    made.set_content(text)
    return made


def attach(made: EmailMessage, name: str | None, content: bytes, kind: str = "application/pdf") -> EmailMessage:
    main, sub = kind.split("/")
    made.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return made


def with_signature() -> EmailMessage:
    made = mail()
    made.add_alternative('<p>Kính gửi</p><img src="cid:logo">', subtype="html")
    page = made.get_payload()[1]  # type: ignore[index]
    page.add_related(b"x" * 900, "image", "png", cid="<logo>", filename="logo.png")  # type: ignore[union-attr]
    return attach(made, "a.pdf", b"1")


def forwarded() -> EmailMessage:
    made = mail()
    made.add_attachment(attach(mail(Subject="Báo cáo: năm học"), "a.pdf", b"1"))
    return made


def raw(disposition: bytes) -> bytes:
    return (
        b"From: a@example.edu.vn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n"
        b"--X\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment"
        + disposition
        + b"\r\n\r\n1\r\n--X--\r\n"
    )


@pytest.mark.parametrize(
    ("made", "found"),
    [
        pytest.param(mail(), [], id="only text"),
        pytest.param(attach(mail(), "Báo cáo.pdf", b"1"), ["Báo cáo.pdf"], id="a Vietnamese name"),
        pytest.param(attach(attach(mail(), "a.pdf", b"1"), "a.pdf", b"2"), ["a.pdf", "a.pdf"], id="one name twice"),
        pytest.param(attach(mail(), None, b"1"), ["dinh-kem-2.pdf"], id="no name"),
        pytest.param(attach(mail(), "../../a.pdf", b"1"), [".._.._a.pdf"], id="a way out is only a name"),
        pytest.param(with_signature(), [("logo.png", "mail-picture"), "a.pdf"], id="the picture of a signature"),
        pytest.param(forwarded(), ["Báo cáo năm học.eml/a.pdf"], id="a mail forwarded in it"),
        pytest.param(
            attach(mail(), "winmail.dat", b"1", "application/ms-tnef"),
            [("winmail.dat", "wrong-type")],
            id="Outlook's own wrapping",
        ),
        pytest.param(raw(b'; filename="B\xc3\xa1o c\xc3\xa1o.pdf"'), ["Báo cáo.pdf"], id="a name in bare UTF-8"),
        pytest.param(raw(b'; filename="=?utf-8?B?QsOhby5wZGY=?="'), ["Báo.pdf"], id="a name encoded in quotes"),
        pytest.param(raw(b"; filename*=UTF-8''B%C3%A1o.pdf"), ["Báo.pdf"], id="a name by the newer rule"),
    ],
)
def test_what_is_in_a_mail(tmp_path: Path, made: EmailMessage | bytes, found: list[str | tuple[str, str]]) -> None:
    path = path_of(tmp_path, made if isinstance(made, bytes) else bytes(made), "a.eml")
    assert listed(path) == [each if isinstance(each, tuple) else (each, "") for each in found]


def test_an_attachment_is_taken_out(tmp_path: Path) -> None:
    made = attach(attach(mail(), "a.pdf", b"1"), "b.pdf", bytes(range(256)))
    assert taken(path_of(tmp_path, bytes(made), "a.eml"), 1) == bytes(range(256))


def test_a_mail_cut_short_still_gives_what_it_holds(tmp_path: Path) -> None:
    made = bytes(attach(attach(mail(), "a.pdf", b"1" * 999), "b.pdf", b"2" * 999))
    assert listed(path_of(tmp_path, made[:-400], "a.eml")) == [("a.pdf", ""), ("b.pdf", "")]


def test_mails_forwarded_without_end_are_refused(tmp_path: Path) -> None:
    made = attach(mail(), "a.pdf", b"1")
    for _ in range(5):
        outer = mail()
        outer.add_attachment(made)
        made = outer
    with pytest.raises(TooLarge):
        listed(path_of(tmp_path, bytes(made), "a.eml"))


def test_what_outlook_wraps_is_told_by_its_kind(tmp_path: Path) -> None:
    path = path_of(tmp_path, bytes(attach(mail(), "winmail.dat", b"1", "application/ms-tnef")), "a.eml")
    (member, _) = containers.members_of(path, "eml")
    assert isinstance(member.failure, WrongType)
    assert member.failure.facts == {"found": "tnef", "named": ""}


@pytest.mark.parametrize("kind", ["zip", "eml"])
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(tmp_path: Path, kind: str) -> None:
    whole = zipped({"a/b.pdf": b"x" * 900, "c.txt": b"y"}) if kind == "zip" else bytes(with_signature())
    rng = Random(7)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(rng.choice([1, 2, 9])):
            data[rng.randrange(len(data))] = rng.choice([0, 34, 59, 61, 255, rng.randrange(256)])
        path = path_of(tmp_path, bytes(data[: rng.choice([len(data), rng.randrange(len(data))])]))
        with suppress(Unreadable):
            for number, member in enumerate(containers.members_of(path, kind)):
                member.name.encode()
                with suppress(Unreadable):
                    containers.save(path, kind, number, tmp_path / "taken")
