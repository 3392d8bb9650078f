"""The house keeps its order: who imports whom, sizes, rules with their words, options with their documentation."""

from __future__ import annotations

import ast
import re
import statistics
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.arguments import ARGUMENTS
from extract.cli import COMMANDS
from rules import catalogue, engine

ROOT = Path(__file__).parent.parent
ORDER = ("parsers", "normalize", "rules", "extract")  # each may import those before it
HEAVY = {
    "cv2", "lxml", "numpy", "pandas", "pdfplumber", "PIL", "pi_heif", "pypdfium2", "rapidfuzz", "rich", "spacy",
    "xlsxwriter",
}  # fmt: skip
LANGUAGES = ("vi", "en")
README = (ROOT / "README.md").read_text("utf-8")


def files_of(*packages: str) -> list[Path]:
    return sorted(path for package in packages for path in (ROOT / package).rglob("*.py"))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "packages are imported by their full names"
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("package", ORDER)
def test_a_package_imports_only_those_below_it(package: str) -> None:
    above = {*ORDER[ORDER.index(package) + 1 :], "corpus", "tests", "review"}
    wrong = [(str(path.relative_to(ROOT)), name) for path in files_of(package) for name in imported(tree_of(path))]
    assert [pair for pair in wrong if pair[1] in above] == []


def test_rules_need_no_third_party() -> None:
    names = {name for path in files_of("rules") for name in imported(tree_of(path))}
    assert names - {"rules", "normalize", "parsers", "__future__"} <= sys.stdlib_module_names


def test_help_does_not_pay_for_heavy_packages() -> None:
    script = "import sys, extract.cli; extract.cli.main(['--help']); print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert HEAVY & {name.partition(".")[0] for name in run.stderr.split()} == set()


def test_reading_does_not_pay_for_the_normaliser_and_the_rules() -> None:
    script = "import sys, extract.commands.read; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"normalize.interpret", "rules.engine", *HEAVY} & set(run.stdout.split()) == set()


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in files_of(*ORDER, "corpus"):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[1] if ast.get_docstring(node) is not None and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or 0) - first.lineno + 1


def test_files_are_short() -> None:
    lengths = {str(path.relative_to(ROOT)): path.read_text("utf-8").count("\n") for path in files_of(*ORDER, "corpus")}
    assert {name: count for name, count in lengths.items() if count > 400} == {}
    assert statistics.median(lengths.values()) <= 120
    assert statistics.quantiles(lengths.values(), n=20)[-1] <= 300


def test_functions_are_short() -> None:
    lengths = {name: body_lines(node) for name, node in functions()}
    assert {name: count for name, count in lengths.items() if count > 50} == {}
    assert statistics.quantiles(lengths.values(), n=20)[-1] <= 30


def test_functions_have_few_parameters() -> None:
    many = {}
    for name, node in functions():
        given = [arg.arg for arg in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        many[name] = len([arg for arg in given if arg not in {"self", "cls"}])
    assert {name: count for name, count in many.items() if count > 5} == {}


def test_every_rule_of_one_report_has_a_function_and_the_other_way_round() -> None:
    by_function = {rule.__name__.replace("_", "-") for rule in engine.RULES}
    in_catalogue = {name for name, entry in catalogue.entries().items() if entry.scope == "report"}
    assert by_function == in_catalogue


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_words(language: str) -> None:
    words = tomllib.loads((ROOT / "rules" / "messages" / f"{language}.toml").read_text("utf-8"))
    assert set(words) - {"words"} == set(catalogue.entries())
    assert [rule for rule in catalogue.entries() if not {"title", "compares", "message"} <= set(words[rule])] == []


def leaves(table: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(table, dict):
        for key, value in table.items():
            yield from leaves(value, f"{path}.{key}" if path else key)
    else:
        yield path, table


def facts_in(text: object) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name} if isinstance(text, str) else set()


@pytest.mark.parametrize("folder", ["rules", "extract"])
def test_both_languages_say_the_same_with_the_same_facts(folder: str) -> None:
    said = [
        dict(leaves(tomllib.loads((ROOT / folder / "messages" / f"{language}.toml").read_text("utf-8"))))
        for language in LANGUAGES
    ]
    assert said[0].keys() == said[1].keys()
    if folder == "extract":
        assert {key: facts_in(text) for key, text in said[0].items()} == {
            key: facts_in(text) for key, text in said[1].items()
        }


def test_every_sentence_that_the_program_says_exists() -> None:
    texts = dict(leaves(tomllib.loads((ROOT / "extract" / "messages" / "vi.toml").read_text("utf-8"))))
    said = {
        argument.value
        for path in files_of("extract")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say" and len(node.args) > 1
        for argument in node.args[1:2]
        if isinstance(argument, ast.Constant)
    }
    assert said
    assert said - set(texts) == set()


def test_every_reason_to_skip_a_file_has_its_words() -> None:
    texts = tomllib.loads((ROOT / "extract" / "messages" / "vi.toml").read_text("utf-8"))["skipped"]
    judges = (
        "extract/summary.py",
        "extract/sources.py",
        "extract/seen.py",
        "extract/unpacking.py",
        *map(str, ROOT.glob("parsers/*.py")),
    )
    said = "".join((ROOT / path).read_text("utf-8") for path in judges)
    used = set(re.findall(r'"([a-z]+(?:-[a-z]+)+|hidden)"', said))
    assert set(texts) <= used


@pytest.mark.parametrize("word", [*(name for name in ARGUMENTS if name.startswith("-")), "-o", "--version", "--help"])
def test_every_option_is_documented(word: str) -> None:
    assert f"`{word}" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"doisoat {command}" in README


def test_every_rule_is_documented() -> None:
    assert [rule for rule in catalogue.entries() if f"`{rule}`" not in README] == []


def test_the_readme_opens_with_the_two_commands() -> None:
    first_code = README.partition("```")[2].partition("```")[0]
    assert "./doisoat check" in first_code
    assert "./test" in first_code
