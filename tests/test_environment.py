"""Setting up: what ./doisoat does where .venv is ready, where Python or its parts are missing, where it may not write.

Stand-ins take the place of Python and of the system's commands; the real set-up runs whenever the tests are started.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NO_ENSUREPIP = 'case "$*" in *ensurepip*) exit 1;; *realpath*) echo "$0";; *version_info*) echo python3.11-venv;; esac'


def lay(folder: Path) -> Path:
    for name in ("doisoat", "environment.sh", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def stand_ins(folder: Path, scripts: Mapping[str, str]) -> Path:
    """A folder that is all of the PATH: the named scripts, and the real tools that the shell needs."""
    folder.mkdir()
    for tool in ("sh", "cmp", "grep", "tail", "cp", "mv", "rm"):
        (folder / tool).symlink_to(str(shutil.which(tool)))
    for name, script in scripts.items():
        (folder / name).write_text(f"#!{shutil.which('sh')}\n{script}\n")
        (folder / name).chmod(0o755)
    return folder


def run(folder: Path, path: Path, *words: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [folder / "doisoat", *words], env={"PATH": str(path)}, capture_output=True, text=True, check=False, cwd=path
    )
    return done.returncode, done.stdout, done.stderr


def make_ready(folder: Path, lock: str) -> None:
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!{shutil.which("sh")}\necho "$@"\n')
    python.chmod(0o755)
    shutil.copy(folder / lock, folder / ".venv" / f"ready-{lock}")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
@pytest.mark.parametrize("name", ["plain", "có dấu và chỗ trống"])
def test_a_ready_environment_just_starts(tmp_path: Path, lock: str, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    make_ready(lay(folder), lock)
    path = stand_ins(tmp_path / "bin", {})
    assert run(folder, path, "check", "a b") == (0, "-P -m extract check a b\n", "")


def test_a_link_to_the_command_starts_it(tmp_path: Path) -> None:
    make_ready(lay(tmp_path), "requirements.lock")
    path = stand_ins(tmp_path / "bin", {})
    (path / "readlink").symlink_to(str(shutil.which("readlink")))
    (path / "doisoat").symlink_to(tmp_path / "doisoat")
    assert run(path, path, "--version") == (0, "-P -m extract --version\n", "")


@pytest.mark.parametrize(
    ("scripts", "said"),
    [
        pytest.param({}, "cần Python 3.11 trở lên", id="no Python"),
        pytest.param({"python3": "exit 2"}, "cần Python 3.11 trở lên", id="a Python that does not know -P is too old"),
        pytest.param({"python3": NO_ENSUREPIP}, "thiếu mô-đun venv và ensurepip", id="no venv, and no Debian"),
        pytest.param(
            {"python3": NO_ENSUREPIP, "apt-get": "exit 1", "id": "echo 1000"},
            "sudo apt-get update && sudo apt-get install -y python3.11-venv",
            id="no venv, and no right to install it: the exact command",
        ),
        pytest.param(
            {"python3": NO_ENSUREPIP, "apt-get": "echo no network; exit 1", "id": "echo 0"},
            "no network",
            id="the system's package cannot be had",
        ),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, scripts: dict[str, str], said: str) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    code, out, err = run(lay(folder), stand_ins(tmp_path / "bin", scripts), "check")
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err
    assert not (folder / ".venv" / "ready-requirements.lock").exists()


def test_a_changed_lock_file_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    make_ready(lay(folder), "requirements.lock")
    with (folder / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    code, _, err = run(folder, stand_ins(tmp_path / "bin", {}), "check")
    assert code == 2
    assert "cần Python" in err


@pytest.mark.parametrize(
    ("scripts", "said", "unsaid"),
    [
        pytest.param(
            dict.fromkeys(("soffice", "tesseract", "bsdtar"), "") | {"apt-get": "exit 1"},
            "",
            "apt-get",
            id="all are there",
        ),
        pytest.param({}, "", "apt-get", id="no Debian"),
        pytest.param(
            {"apt-get": "exit 1", "id": "echo 1000"},
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends "
            "libreoffice-writer-nogui libreoffice-calc-nogui",
            "đang cài",
            id="no right to install them: the exact command",
        ),
        pytest.param(
            {"apt-get": "exit 1", "id": "echo 0", "soffice": ""}, "hãy chạy", "libreoffice", id="they cannot be had"
        ),
        pytest.param({"apt-get": "", "env": "", "id": "echo 0"}, "đang cài thêm", "hãy chạy", id="they are installed"),
    ],
)
def test_programs_for_some_kinds_of_files(tmp_path: Path, scripts: dict[str, str], said: str, unsaid: str) -> None:
    path = stand_ins(tmp_path / "bin", {name: script or "exit 0" for name, script in scripts.items()})
    script = f'root={tmp_path}; log={tmp_path}/log; . "{ROOT}/environment.sh"; add_programs'
    done = subprocess.run(
        [path / "sh", "-c", script], env={"PATH": str(path)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert said in done.stderr
    assert unsaid not in done.stderr
