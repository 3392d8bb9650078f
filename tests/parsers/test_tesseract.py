"""Tesseract's bad days, played by stand-ins: what it answers reaches the reader as words or as one known failure."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy
import pytest

from parsers import tesseract
from parsers.failures import ProgramFailed, ProgramMissing, Unreadable
from parsers.scanned_words import words_of
from rules import messages
from rules.finding import Finding

PICTURE = numpy.full((40, 60), 255, numpy.uint8)
ANSWER = """<html xmlns="http://www.w3.org/1999/xhtml"><body><div class='ocr_page' id='page_1'>
<span class='ocr_line' title="bbox 10 10 60 30; baseline 0 -2; x_size 20; x_descenders 4; x_ascenders 5">
<span class='ocrx_word' title='bbox 10 10 60 30; x_wconf 91'>
<span class='ocrx_cinfo' title='x_bboxes 10 10 30 28; x_conf 99.1'>7</span>
<span class='ocrx_cinfo' title='x_bboxes 32 10 60 28; x_conf 88.0'>5</span></span></span></div></body></html>"""
WELL = f"cat <<'END'\n{ANSWER}\nEND"
MISSING = "echo \"Failed loading language 'vie'\" >&2; exit 1"

StandIn = Callable[[str], None]


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Puts a program of this shell script in Tesseract's place."""

    def put(script: str) -> None:
        program = tmp_path / "tesseract"
        program.write_text(f"#!/bin/sh\ncd {tmp_path}\ncat >/dev/null\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    return put


def test_words_come_with_their_places_and_how_sure_they_are(stand_in: StandIn) -> None:
    stand_in(WELL)
    (word,) = words_of(tesseract.words_in(PICTURE, 200))
    assert (word.text, word.x0, word.base, word.size, word.sure) == ("75", 10.0, 28.0, 20.0, 0.91)
    assert [sign.sure for sign in word.signs] == [0.991, 0.88]


def test_a_page_without_words_is_no_failure(stand_in: StandIn) -> None:
    stand_in("echo \"<html><body><div class='ocr_page'></div></body></html>\"")
    assert words_of(tesseract.words_in(PICTURE, 200)) == []


def test_a_crash_is_tried_once_more(stand_in: StandIn) -> None:
    stand_in(f"test -e crashed || {{ touch crashed; kill -SEGV $$; }}\n{WELL}")
    assert [word.text for word in words_of(tesseract.words_in(PICTURE, 200))] == ["75"]


@pytest.mark.parametrize(
    ("script", "failure", "facts"),
    [
        pytest.param("kill -SEGV $$", ProgramFailed, {"how": "died"}, id="it crashes, and again"),
        pytest.param("echo 'cannot read image' >&2; exit 1", ProgramFailed, {"how": "died"}, id="it gives up"),
        pytest.param("sleep 20", ProgramFailed, {"how": "slow"}, id="it hangs"),
        pytest.param("echo Xin chào", ProgramFailed, {"how": "garbage"}, id="it babbles"),
        pytest.param("head -c 5000 /dev/zero", ProgramFailed, {"how": "garbage"}, id="it babbles zeros"),
        pytest.param("exit 0", ProgramFailed, {"how": "garbage"}, id="it says nothing"),
        pytest.param(
            f"cat <<'END' | head -c 400\n{ANSWER}\nEND", ProgramFailed, {"how": "garbage"}, id="its answer is cut short"
        ),
        pytest.param(MISSING, ProgramMissing, {"program": "tesseract-vie"}, id="it lacks Vietnamese"),
    ],
)
def test_each_bad_day_is_one_known_failure(
    stand_in: StandIn,
    monkeypatch: pytest.MonkeyPatch,
    script: str,
    failure: type[Unreadable],
    facts: dict[str, str],
) -> None:
    monkeypatch.setattr(tesseract, "SECONDS", 1.0)
    stand_in(script)
    with pytest.raises(failure) as caught:
        words_of(tesseract.words_in(PICTURE, 200))
    assert facts.items() <= caught.value.facts.items()


def test_where_it_is_not_installed_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProgramMissing) as caught:
        tesseract.words_in(PICTURE, 200)
    assert caught.value.facts["program"] == "tesseract"


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize(
    ("program", "command"),
    [("tesseract", "apt-get install tesseract-ocr tesseract-ocr-vie"), ("tesseract-vie", "install tesseract-ocr-vie")],
)
def test_the_message_tells_what_to_type(language: str, program: str, command: str) -> None:
    facts = {"file": "a.pdf", "program": program, "found": "scan"}
    said = messages.sentence(Finding("unreadable", "", None, facts=facts, variant="program-missing"), language)
    assert command in said


@pytest.mark.parametrize(
    ("answer", "turn"),
    [
        pytest.param("Rotate: 0\nOrientation confidence: 8.1", 0, id="upright"),
        pytest.param("Orientation in degrees: 90\nRotate: 270\nOrientation confidence: 8.1", 3, id="on its side"),
        pytest.param("Rotate: 180\nOrientation confidence: 0.4", None, id="not sure"),
        pytest.param("nothing", None, id="no answer"),
    ],
)
def test_which_way_is_up(stand_in: StandIn, answer: str, turn: int | None) -> None:
    stand_in(f"cat <<'END'\n{answer}\nEND")
    assert tesseract.turn_of(PICTURE, 200) == turn


def test_too_few_letters_tell_no_way_up(stand_in: StandIn) -> None:
    stand_in("echo 'Too few characters. Skipping this page' >&2; exit 1")
    assert tesseract.turn_of(PICTURE, 200) is None
