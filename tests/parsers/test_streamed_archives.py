"""Archives whose files come out together: TAR and GZIP by ourselves, 7z and RAR through bsdtar."""

from __future__ import annotations

import gzip
import io
import shutil
import struct
import subprocess
import tarfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from extract.sources import find
from parsers import bsdtar, containers
from parsers.failures import BrokenArchive, Encrypted, ProgramMissing, TooLarge, Unreadable
from tests.parsers.test_containers import MEGABYTE, listed, path_of

needs_bsdtar = pytest.mark.skipif(shutil.which("bsdtar") is None, reason="bsdtar is not installed")

FILES = {"x/báo cáo.pdf": b"1" * 2000, "a.txt": b"22", "c.mp4": b"3"}
# One small file behind a password; the second hides its list too.
LOCKED = bytes.fromhex(
    "377abcaf271c00048ac1faed10000000000000006200000000000000f59f7352c8b868d4d9f2da890af3b9db2b332a4e01040600010910"
    "00070b0100022406f1070112530f20bedf72e8c5421327ed0a77f7e841b82121010001000c070300080a017a7a6fed0000050119010011"
    "0d0061002e007400780074000000140a0100f1772762237cdd01150601002080a4810000"
)
HIDDEN = bytes.fromhex(
    "377abcaf271c0004435c04e180000000000000002e00000000000000d1a16e739acc1082d04edab82e1e8a3142081161cc8f98bd372b1c"
    "741ae4f5528c3d340c6277aaffe0d0540d260e789abe9f9945cbccaf73c6331c3afcbe78535e125d574f4c478da5f5fdf6fe9365bec64b"
    "6c0ef9cf133ce10e0a02a90a773f9168441ce492dd2e859194d7bd849af807f1b0dcd1053a3f5d20cc3417a9016c3fcde5581706100109"
    "7000070b0100012406f1070112530fbfe668dde4de4ca2e8b1e49e5a6e830e0c620a0176fe3d590000"
)


def tar(files: Mapping[str, bytes], links: Iterable[str] = (), mode: str = "w") -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        for name in links:
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
            archive.addfile(entry)
    return held.getvalue()


def sevenzip(files: Mapping[str, bytes], links: Iterable[str] = ()) -> bytes:
    """What bsdtar makes of the same files."""
    command = ["bsdtar", "--format=7zip", "-cf", "-", "@-"]
    run = subprocess.run(command, input=tar(files, links), capture_output=True, check=True, env={"LC_ALL": "C.UTF-8"})
    return run.stdout


def rar(files: Mapping[str, bytes], flags: int = 0) -> bytes:
    """A RAR archive of old form, of files that are only stored."""
    blocks = [(0x73, 0, bytes(6), b"")]
    for name, content in files.items():
        raw = name.encode()
        head = struct.pack("<IIBIIBBHI", len(content), len(content), 3, zlib.crc32(content), 0x58210000, 20, 0x30,
                           len(raw), 0o100644) + raw  # fmt: skip
        blocks.append((0x74, 0x8000 | flags, head, content))
    made = b"Rar!\x1a\x07\0"
    for kind, marks, head, content in [*blocks, (0x7B, 0x4000, b"", b"")]:
        block = struct.pack("<BHH", kind, marks, len(head) + 7) + head
        made += struct.pack("<H", zlib.crc32(block) & 0xFFFF) + block + content
    return made


def number(value: int) -> bytes:
    return bytes([value & 0x7F | 0x80]) + number(value >> 7) if value > 127 else bytes([value])


def new_rar(content: bytes, *, lock: str = "") -> bytes:
    """A RAR archive of new form with one stored file; `lock`: its list, or the file, is said to have a password."""

    def block(kind: int, body: bytes, extra: bytes = b"", data: bytes = b"") -> bytes:
        flags = (1 if extra else 0) | (2 if data else 0)
        sizes = (number(len(extra)) if extra else b"") + (number(len(data)) if data else b"")
        head = number(kind) + number(flags) + sizes + body + extra
        sized = number(len(head)) + head
        return struct.pack("<I", zlib.crc32(sized)) + sized + data

    file = number(4) + number(len(content)) + number(0o100644) + struct.pack("<I", zlib.crc32(content))
    file += number(0) + number(1) + number(5) + b"a.pdf"
    made = b"Rar!\x1a\x07\x01\0" + (block(4, bytes(20)) if lock == "list" else b"") + block(1, number(0))
    return made + block(2, file, number(2) + b"\x01\0" if lock == "file" else b"", content) + block(5, number(0))


def spread(path: Path) -> dict[str, bytes]:
    """What comes out, by number."""
    kind = containers.kind_of(path)
    assert kind is not None
    folder = path.with_name("out")
    folder.mkdir()
    containers.spread(path, kind, folder, lambda name: not name.endswith(".mp4"))
    return {each.name: each.read_bytes() for each in folder.iterdir()}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("a.tar", id="tar"),
        pytest.param("a.tgz", id="tar in gzip"),
        pytest.param("a.7z", marks=needs_bsdtar, id="7z"),
        pytest.param("a.rar", marks=needs_bsdtar, id="rar"),
    ],
)
def test_what_is_in_an_archive_comes_out(tmp_path: Path, name: str) -> None:
    make = {"a.tar": tar, "a.tgz": lambda files: gzip.compress(tar(files)), "a.7z": sevenzip, "a.rar": rar}[name]
    path = path_of(tmp_path, make(FILES), name)
    order = [found for found, _ in listed(path)]
    assert sorted(order) == sorted(FILES)
    assert spread(path) == {str(at): FILES[each] for at, each in enumerate(order) if not each.endswith(".mp4")}


@needs_bsdtar
def test_a_rar_of_the_new_form(tmp_path: Path) -> None:
    path = path_of(tmp_path, new_rar(b"1" * 99), "a.rar")
    assert listed(path) == [("a.pdf", "")]
    assert spread(path) == {"0": b"1" * 99}


@pytest.mark.parametrize("make", [pytest.param(tar, id="tar"), pytest.param(sevenzip, marks=needs_bsdtar, id="7z")])
def test_ways_out_and_links_are_left_out(tmp_path: Path, make: type) -> None:
    path = path_of(tmp_path, make({"../a.pdf": b"1", "/etc/b.pdf": b"2", "c.pdf": b"3"}, ["l.pdf"]))
    assert sorted(listed(path)) == [
        ("../a.pdf", "unsafe-name"), ("c.pdf", ""), ("etc/b.pdf", ""), ("l.pdf", "link-packed"),
    ]  # fmt: skip
    assert sorted(spread(path).values()) == [b"2", b"3"]
    assert {each.name for each in tmp_path.rglob("*") if each.is_file()} <= {"a.zip", "0", "1", "2", "3"}


def test_a_file_packed_alone_goes_by_the_name_of_its_archive(tmp_path: Path) -> None:
    path = path_of(tmp_path, gzip.compress(b"chao"), "a.docx.gz")
    assert listed(path) == [("a.docx", "")]
    assert spread(path) == {"0": b"chao"}


@pytest.mark.parametrize(
    ("name", "data", "failure"),
    [
        pytest.param("a.tar", tar(FILES)[:1500], BrokenArchive, id="a TAR cut short"),
        pytest.param("a.tgz", gzip.compress(tar(FILES))[:-60], BrokenArchive, id="a packed TAR cut short"),
        pytest.param("a.tgz", gzip.compress(tar({"a": bytes(40 * MEGABYTE)})), TooLarge, id="a packed TAR of zeros"),
        pytest.param("a.7z", LOCKED, Encrypted, marks=needs_bsdtar, id="a 7z behind a password"),
        pytest.param("a.7z", HIDDEN, Encrypted, marks=needs_bsdtar, id="a 7z that hides its list"),
        pytest.param("a.7z", LOCKED[:60], BrokenArchive, marks=needs_bsdtar, id="a 7z cut short"),
        pytest.param("a.rar", rar(FILES, 4), Encrypted, marks=needs_bsdtar, id="a RAR behind a password"),
        pytest.param("a.rar", new_rar(b"1", lock="file"), Encrypted, marks=needs_bsdtar, id="a new RAR likewise"),
        pytest.param("a.rar", new_rar(b"1", lock="list"), Encrypted, marks=needs_bsdtar, id="a new RAR that hides all"),
        pytest.param("a.rar", rar(FILES)[:900], BrokenArchive, marks=needs_bsdtar, id="a RAR cut short"),
        pytest.param("a.rar", b"Rar!\x1a\x07\0junk", BrokenArchive, marks=needs_bsdtar, id="a RAR that is none"),
    ],
)
def test_bad_archives(tmp_path: Path, name: str, data: bytes, failure: type[Unreadable]) -> None:
    path = path_of(tmp_path, data, name)
    with pytest.raises(failure):
        listed(path)
        spread(path)


@needs_bsdtar
def test_a_bomb_is_told_by_what_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = path_of(tmp_path, sevenzip({"a.txt": bytes(40 * MEGABYTE)}))
    monkeypatch.setattr(bsdtar, "write_out", None)  # nothing is ever inflated
    with pytest.raises(TooLarge) as caught:
        listed(path)
    assert caught.value.facts["what"] == "ratio"


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    program = tmp_path / "bin" / "bsdtar"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    return path_of(tmp_path, LOCKED, "a.7z")


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("exit 1", id="it gives up"),
        pytest.param("kill -9 $$", id="it dies"),
        pytest.param("sleep 99", id="it hangs"),
        pytest.param("yes", id="it babbles"),
        pytest.param("head -c 9000000 /dev/zero", id="it says nothing in lines"),
        pytest.param('[ "$1" = -tvf ] && echo "-rw-r--r-- 0 0 0 2 Nov 1 2022 a.txt" || yes', id="other than listed"),
    ],
)
def test_bad_days_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    path = stand_in(tmp_path, monkeypatch, script)
    monkeypatch.setattr(bsdtar, "SECONDS", 1.0)
    with pytest.raises(BrokenArchive):
        listed(path)
        spread(path)


def test_without_the_program_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = path_of(tmp_path, LOCKED, "a.7z")
    monkeypatch.setenv("PATH", str(tmp_path))
    (source,) = find([path], "vi").sources
    assert isinstance(source.failure, ProgramMissing)
    assert source.failure.facts == {"program": "bsdtar", "found": "7z"}
