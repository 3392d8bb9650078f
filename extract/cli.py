"""The command line: a table command -> module; only the module that is asked for is imported."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from extract import __version__, house
from extract.refusal import Refused
from extract.texts import DEFAULT_LANGUAGE, LANGUAGES, say

# Each module has run(options) -> exit code; what may stand on its command line is in `arguments`.
COMMANDS = {
    "check": "extract.commands.check",
    "extract": "extract.commands.extract",
    "read": "extract.commands.read",
    "rules": "extract.commands.rules",
    "criteria": "extract.commands.criteria",
}

FINISHED = 0
FAILED = 2  # the command could not do its job
INTERRUPTED = 130  # as shells have it for Ctrl-C


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    speak_utf8()
    lang = language_of(arguments)
    stray = house.strays()
    if stray:
        return fail(say(lang, "house.strays", packages=", ".join(stray), folder=house.FOLDER))
    name, rest = split_command(arguments)
    if name is None:
        return without_command(rest, lang)
    if name not in COMMANDS:
        return fail(say(lang, "cli.unknown-command", name=name, commands=", ".join(COMMANDS)))
    return run(name, rest, lang)


def run(name: str, arguments: Sequence[str], lang: str) -> int:
    """Runs the command on its arguments; what stops it is said, in the user's language."""
    from extract.arguments import options_of

    try:
        options = options_of(name, arguments, lang)
        return FINISHED if options is None else int(import_module(COMMANDS[name]).run(options))
    except Refused as refusal:
        return fail(str(refusal))
    except BrokenPipeError:  # `doisoat rules | head`: nobody reads on, and that is no fault
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINISHED
    except KeyboardInterrupt:
        print(say(lang, "cli.interrupted"), file=sys.stderr)
        return INTERRUPTED


def without_command(arguments: list[str], lang: str) -> int:
    """What a command line without a command gets: the version, the help, or what is wrong with it."""
    unknown = [argument for argument in arguments if argument not in {"-h", "--help", "--version"}]
    if unknown:
        return fail(say(lang, "cli.unknown-option", option=unknown[0]))
    if "--version" in arguments:
        print(f"doisoat {__version__}")
        return 0
    print(help_text(lang), end="", file=sys.stdout if arguments else sys.stderr)
    return 0 if arguments else FAILED


def help_text(lang: str) -> str:
    """The page of `doisoat --help`: what each command does."""
    lines = [f"  {name:<10}{say(lang, f'commands.{name}')}" for name in COMMANDS]
    return say(lang, "cli.help", commands="\n".join(lines), version=__version__)


def split_command(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The command (the first word that is no option) and all other arguments; `--lang` may stand before it."""
    rest = without_language(arguments)
    if not rest or rest[0].startswith("-"):
        return None, rest
    at = arguments.index(rest[0])
    return rest[0], [*arguments[:at], *arguments[at + 1 :]]


def without_language(arguments: Sequence[str]) -> list[str]:
    """The arguments less `--lang X`."""
    kept: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--lang":
            next(words, None)
        elif not word.startswith("--lang="):
            kept.append(word)
    return kept


def language_of(arguments: Sequence[str]) -> str:
    """The language asked for, told before anything else so that every complaint is already in it."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=False):
        value = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and value in LANGUAGES:
            return value
    return DEFAULT_LANGUAGE


def speak_utf8() -> None:
    """Vietnamese comes out whole even where the terminal's locale says nothing (cron, a bare container)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def fail(message: str) -> int:
    """Says on the standard error why the command cannot be done."""
    print(message, file=sys.stderr)
    return FAILED
