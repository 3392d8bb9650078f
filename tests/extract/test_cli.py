"""The command line: what is understood, what is refused, in which language, with which exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.arguments import ACCEPTS, ARGUMENTS, options_of
from extract.cli import COMMANDS, main
from extract.options import Options


def test_every_command_says_what_it_accepts() -> None:
    assert list(ACCEPTS) == list(COMMANDS)
    assert {name for names in ACCEPTS.values() for name in names} == set(ARGUMENTS)


def test_defaults() -> None:
    assert options_of("check", ["a"], "vi") == Options(paths=(Path("a"),))


def test_options() -> None:
    words = ["a", "b", "-o", "x.csv", "--output", "y.json", "--select", "item-sum,body-score"]
    words += ["--select", "over-max", "--jobs", "3", "--quiet"]
    assert options_of("check", words, "en") == Options(
        paths=(Path("a"), Path("b")),
        outputs=(Path("x.csv"), Path("y.json")),
        select=("item-sum", "body-score", "over-max"),
        lang="en",
        jobs=3,
        quiet=True,
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("chek a", "Không có lệnh “chek”", id="unknown command"),
        pytest.param("--nope", "Không có tùy chọn “--nope”", id="unknown option before a command"),
        pytest.param("check a --nope", "Không có tùy chọn này: --nope.", id="unknown option"),
        pytest.param("check", "Còn thiếu: PATH.", id="no path"),
        pytest.param("check a --jobs 0", "--jobs không nhận giá trị “0”", id="no process at all"),
        pytest.param("check a -o", "-o/--output cần một giá trị theo sau", id="an option without its value"),
        pytest.param("check a --quiet=1", "--quiet không có giá trị đi kèm", id="a value too many"),
        pytest.param("check a --lang fr", "--lang không nhận giá trị “fr”; chọn một trong", id="unknown language"),
        pytest.param("check a --lang en --nope", "There is no such option: --nope.", id="in English"),
        pytest.param("--lang=en chek", "There is no command “chek”", id="language before the command"),
        pytest.param("rules a b", "Không có tùy chọn này: b.", id="a name too many"),
        pytest.param("check a --cluster x", "Không có tùy chọn này: --cluster x.", id="an option of later work"),
    ],
)
def test_refusals(words: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words.split()) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert out == ""
    assert "Traceback" not in err


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["check", "--help"], ["check", "a", "-h"], ["--version"]])
def test_help_goes_to_the_standard_output(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert out
    assert err == ""


def test_without_anything_the_help_is_shown_and_the_exit_code_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "doisoat check" in capsys.readouterr().err
