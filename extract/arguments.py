"""What may stand on a command line, and from its words to Options; usage and complaints in the user's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from extract.options import Options
from extract.refusal import Refused
from extract.texts import LANGUAGES, catalogue, say
from parsers.ocr import Ocr


def rule_names(text: str) -> tuple[str, ...]:
    """Names of rules, separated by commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def job_count(text: str) -> int:
    """A number of processes, at least 1."""
    count = int(text)
    if count < 1:
        raise ValueError(text)
    return count


# Everything that a command may accept. Help texts are `arguments.NAME` of messages/.
ARGUMENTS: Mapping[str, Mapping[str, Any]] = {
    "paths": {"nargs": "+", "type": Path, "metavar": "PATH"},
    "name": {"nargs": "?", "metavar": "NAME"},
    "--output": {"flags": ("-o", "--output"), "dest": "outputs", "action": "append", "type": Path, "metavar": "FILE"},
    "--criteria": {"metavar": "ID|FILE.toml"},
    "--select": {"type": rule_names, "action": "extend", "metavar": "RULES"},
    "--ignore": {"type": rule_names, "action": "extend", "metavar": "RULES"},
    "--jobs": {"type": job_count, "metavar": "N"},
    "--ocr": {"choices": tuple(choice.value for choice in Ocr)},
    "--pictures": {"type": Path, "metavar": "DIR"},
    "--debug": {"type": Path, "metavar": "DIR"},
    "--mask-personal-data": {"action": "store_true"},
    "--quiet": {"action": "store_true"},
    "--exit-zero": {"action": "store_true"},
    "--lang": {"choices": LANGUAGES},
}

BATCH = (
    "paths",
    "--output",
    "--criteria",
    "--jobs",
    "--ocr",
    "--mask-personal-data",
    "--quiet",
    "--exit-zero",
    "--lang",
)
HELP_FLAGS = ("-h", "--help")
HELP = frozenset(HELP_FLAGS)
ACCEPTS: Mapping[str, Sequence[str]] = {
    "check": (*BATCH, "--select", "--ignore", "--pictures"),
    "extract": BATCH,
    "read": ("paths", "--output", "--ocr", "--debug", "--mask-personal-data", "--lang"),
    "rules": ("name", "--lang"),
    "criteria": ("name", "--lang"),
}


def options_of(command: str, words: Sequence[str], lang: str) -> Options | None:
    """The options that the words ask for; None when they asked for help, which has then been shown."""
    parser = parser_for(command, lang)
    if not HELP.isdisjoint(words):  # before parsing, which would first complain of a missing PATH
        print(parser.format_help(), end="")
        return None
    given = {name: value for name, value in vars(parser.parse_args(words)).items() if value is not None}
    if "ocr" in given:
        given["ocr"] = Ocr(given["ocr"])
    lists = {name: tuple(value) for name, value in given.items() if isinstance(value, list)}
    return Options(**{**given, **lists, "lang": lang})


def parser_for(command: str, lang: str) -> Parser:
    """The parser of one command's words."""
    parser = Parser(
        prog=f"doisoat {command}",
        description=say(lang, f"commands.{command}"),
        add_help=False,
        allow_abbrev=False,
        formatter_class=HELP_IN[lang],
    )
    parser.lang = lang
    what = parser.add_argument_group(say(lang, "cli.what"))
    how = parser.add_argument_group(say(lang, "cli.how"))
    for name in ACCEPTS[command]:
        settings = dict(ARGUMENTS[name])
        flags = settings.pop("flags", (name,))
        is_option = name.startswith("-")
        (how if is_option else what).add_argument(*flags, **settings, help=help_for(command, name, lang))
    how.add_argument(*HELP_FLAGS, action="help", help=say(lang, "arguments.help"))
    return parser


def help_for(command: str, name: str, lang: str) -> str:
    """What the argument does; a command may have its own words for it."""
    texts = catalogue(lang)["arguments"]
    key = name.removeprefix("--")
    return str(texts.get(f"{command}-{key}") or texts[key])


class Parser(argparse.ArgumentParser):
    """A parser that raises its complaint, translated, instead of printing it and leaving."""

    lang: str

    def error(self, message: str) -> NoReturn:
        """Raises what is wrong with the command line, and how it should look."""
        usage = self.format_usage().strip()
        raise Refused(f"{translate(message, self.lang)}\n{usage}\n{say(self.lang, 'cli.see-help', command=self.prog)}")


def translate(message: str, lang: str) -> str:
    """A complaint of argparse in the user's words; as it is where it is not known."""
    for complaint in catalogue(lang)["complaints"]:
        match = re.fullmatch(complaint["argparse"], message, re.DOTALL)
        if match:
            return str(complaint["text"]).format(*match.groups())
    return message


class Help(argparse.HelpFormatter):
    """Help whose first word is in the user's language."""

    lang = "en"

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Adds the line on how to call the command."""
        super().add_usage(usage, actions, groups, prefix or say(self.lang, "cli.usage"))


class VietnameseHelp(Help):
    """Help in Vietnamese."""

    lang = "vi"


HELP_IN: Mapping[str, type[Help]] = {"vi": VietnameseHelp, "en": Help}
