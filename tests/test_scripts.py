"""The shell scripts, the lock file, and the rule that nothing skips under CI."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted(p for p in (*ROOT.glob("script/*"), ROOT / ".ci/run") if not p.suffix and p.is_file())
LOCK = (ROOT / "requirements.lock").read_text()


def run(*command: object, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda p: p.name)
def test_a_script_is_plain_posix_shell(script):
    assert script.read_text().startswith("#!/bin/sh\n")
    done = run(Path(sys.executable).with_name("shellcheck"), "--shell=sh", script)
    assert done.returncode == 0, done.stdout


def test_ci_calls_the_test_script_and_nothing_else():
    lines = [line for line in (ROOT / ".ci/run").read_text().splitlines() if not line.startswith("#")]
    assert lines == ["set -eu", 'cd "$(dirname "$0")/.."', "sh script/test"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout whose environment is this one, with the stamp that says that all is there."""
    for name in ("script", "seeds", "requirements.lock", "pyproject.toml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    (tmp_path / ".venv/bin").mkdir(parents=True)
    for name in ("python", "sitrep"):
        (tmp_path / ".venv/bin" / name).symlink_to(Path(sys.executable).with_name(name))
    stamp = run("sh", "-c", "{ pwd && cat requirements.lock pyproject.toml; } | cksum", cwd=tmp_path).stdout
    (tmp_path / ".venv/sitrep.stamp").write_text(stamp)
    return tmp_path


def test_a_second_bootstrap_changes_nothing(checkout):
    before = {path: path.lstat().st_mtime_ns for path in checkout.rglob("*")}
    done = run("sh", "script/bootstrap", cwd=checkout)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert {path: path.lstat().st_mtime_ns for path in checkout.rglob("*")} == before


def test_the_demonstration_writes_the_report_in_both_formats_and_says_so(checkout):
    done = run("sh", "script/demo", cwd=checkout)
    assert (done.returncode, done.stderr) == (0, "")
    written = [checkout / line for line in done.stdout.split()]
    assert sorted(written) == sorted((checkout / "output").iterdir())
    assert [path.suffix for path in written] == [".pdf", ".md"]
    assert all(path.name.startswith("2024-11-30-northwest-syria") for path in written)


def test_bootstrap_says_in_one_sentence_that_python_is_too_old(tmp_path):
    for tool in ("sh", "dirname", "id", "cat", "rm", "cksum"):
        (tmp_path / tool).symlink_to(shutil.which(tool))
    for name, body in {"python3": '[ "$1" = -V ] && echo Python 3.10.4; exit 1', "uname": "echo Elsewhere"}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n")
        (tmp_path / name).chmod(0o755)
    done = run("sh", "script/bootstrap", PATH=str(tmp_path))
    assert done.returncode == 1
    assert "Python 3.11 or later" in done.stderr.splitlines()[-1]
    assert "Python 3.10.4" in done.stderr.splitlines()[-1]


def test_the_lock_names_no_index_and_hashes_everything():
    assert "://" not in LOCK
    assert not re.search(r"^--", LOCK, re.MULTILINE)
    pins = re.findall(
        r"^[A-Za-z0-9._-]+(?:\[[^\]]*\])?==.*$(?=(\n    --hash=sha256:[0-9a-f]{64})?)", LOCK, re.MULTILINE
    )
    assert pins
    assert all(pins)


def test_the_lock_satisfies_every_range_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *(row for extra in project["optional-dependencies"].values() for row in extra)]
    pinned: dict[str, list[Version]] = {}
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", LOCK, re.MULTILINE):
        pinned.setdefault(canonicalize_name(name), []).append(Version(version))
    for requirement in map(Requirement, wanted):
        versions = pinned.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not in requirements.lock: run sh script/lock"
        assert all(version in requirement.specifier for version in versions), requirement


SKIPPING = {
    "test_in_the_test": "import pytest\ndef test_x(): pytest.skip('no server')",
    "test_by_a_mark": "import pytest\n@pytest.mark.skipif(True, reason='slow')\ndef test_x(): pass",
    "test_as_a_whole": "import pytest\npytest.skip('not here', allow_module_level=True)",
}
NOT_SKIPPING = {
    "test_expected": "import pytest\n@pytest.mark.xfail\ndef test_x(): assert False",
    "test_no_gold": "import pytest\ndef test_x(): pytest.skip('the gold of ../shared is not here')",
    "test_passes": "def test_x(): pass",
}


def test_a_test_that_skips_fails_under_ci(tmp_path):
    shutil.copy(ROOT / "tests/conftest.py", tmp_path)
    for name, body in (SKIPPING | NOT_SKIPPING).items():
        (tmp_path / f"{name}.py").write_text(body)
    command = (sys.executable, "-m", "pytest", "-q", "-rfE", "--continue-on-collection-errors", "--rootdir", tmp_path)
    under_ci = run(*command, tmp_path, cwd=tmp_path, CI="true", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
    failed = set(re.findall(r"^(?:FAILED|ERROR) (\w+)\.py", under_ci.stdout, re.MULTILINE))
    assert under_ci.returncode != 0
    assert failed == set(SKIPPING)
    assert run(*command, tmp_path, cwd=tmp_path, CI="", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1").returncode == 0
