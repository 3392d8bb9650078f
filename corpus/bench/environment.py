"""The environment of the peers: `.venv-peers`, made from `peers.lock` when it is missing or out of date.

It is one of its own since some peers have licences (PyMuPDF: AGPL) or needs that doisoat itself must not have.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).parents[2]
FOLDER = HOUSE / ".venv-peers"
WANTED, LOCK = (Path(__file__).with_name(f"peers.{kind}") for kind in ("txt", "lock"))
READY = FOLDER / "ready.lock"  # the lock that the environment was made from: written last
VERSIONS = """
import importlib.metadata, json, sys
found = {}
for name in sys.argv[1:]:
    try:
        found[name] = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        pass
print(json.dumps(found))
"""


@dataclass(frozen=True, slots=True)
class Environment:
    """A Python and the versions of what it holds, among the packages that the bench asks for."""

    python: Path
    versions: dict[str, str]


def own(packages: Sequence[str]) -> Environment:
    """The environment that doisoat itself runs in."""
    return _environment(Path(sys.executable), packages)


def peers(packages: Sequence[str]) -> Environment:
    """The peers' environment; a package that could not be installed is missing from its versions."""
    if not READY.exists() or READY.read_text("utf-8") != LOCK.read_text("utf-8"):
        _make()
    return _environment(_python(), packages)


def _python() -> Path:
    return FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _environment(python: Path, packages: Sequence[str]) -> Environment:
    ran = subprocess.run(
        [python, "-P", "-c", VERSIONS, *packages], capture_output=True, text=True, check=True, cwd=FOLDER.parent
    )
    return Environment(python, json.loads(ran.stdout))


def _make() -> None:
    """Installs what the lock holds; where that fails, each peer by itself, so that one costs only itself."""
    _say("preparing the peers' environment (.venv-peers), once, some minutes…")
    venv.create(FOLDER, with_pip=True, clear=True)
    if not _installed("--require-hashes", "--no-deps", "--requirement", str(LOCK)):
        for line in wanted(WANTED.read_text("utf-8")):
            if not _installed(line):
                _say(f"{line} cannot be installed here; the bench goes on without it.")
    READY.write_text(LOCK.read_text("utf-8"), encoding="utf-8")


def wanted(text: str) -> list[str]:
    """The packages of a requirements file, comments left out."""
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def names(text: str) -> list[str]:
    """Their names without extras and versions."""
    return [re.split(r"[\[=<>~!; ]", line, maxsplit=1)[0] for line in wanted(text)]


def _installed(*what: str) -> bool:
    command = [str(_python()), "-P", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    ran = subprocess.run([*command, "--only-binary", ":all:", *what], capture_output=True, text=True, check=False)
    return ran.returncode == 0


def _say(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr)
