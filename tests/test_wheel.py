"""The wheel alone does the main job: built here, installed into a clean environment, run far from the checkout."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
AS_OF = "2024-11-30T18:00+00:00"
# Nothing of the checkout's environment may leak into the clean one.
ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def clean(wheel: Path) -> Path:
    """The bin folder of a new environment that holds the wheel and the locked versions of what it depends on."""
    folder = wheel.parent
    pins = re.findall(r"^\S+==[^\\\n]+", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    (folder / "pins.txt").write_text(re.sub(r"\[[^\]]*\](?===)", "", "\n".join(pins)))
    run(sys.executable, "-m", "venv", "--without-pip", folder / "env", cwd=folder)
    python = folder / "env/bin/python"
    if uv := shutil.which("uv"):
        run(uv, "pip", "install", "--python", python, "-c", folder / "pins.txt", wheel, cwd=folder)
    else:
        pip = (sys.executable, "-m", "pip", "--python", python, "install", "--no-compile")
        run(*pip, "-c", folder / "pins.txt", wheel, cwd=folder)
    return python.parent


def test_the_wheel_holds_every_file_of_the_package_and_the_templates(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    files = [path.relative_to(ROOT) for top in ("sitrep", "templates") for path in (ROOT / top).rglob("*.*")]
    shipped = {str(path) for path in files if "__pycache__" not in path.parts and (ROOT / path).is_file()}
    assert {f"sitrep/{name}" if name.startswith("templates/") else name for name in shipped} <= names
    assert {"sitrep/templates/report.md.j2", "sitrep/languages/en/words.toml", "sitrep/py.typed"} <= names
    assert not [name for name in names if name.startswith(("tests/", "seeds/", "sitrep/tests"))]
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_installed_program_does_the_main_job_far_from_the_checkout(clean, tmp_path):
    articles = tmp_path / "articles"
    shutil.copytree(ROOT / "seeds", articles)
    where = run(clean / "python", "-c", "import sitrep; print(sitrep.__file__)", cwd=tmp_path).stdout
    assert Path(where.strip()).is_relative_to(clean.parent)
    command = (clean / "sitrep", "generate", articles, "--config", articles / "sitrep.toml", "--as-of", AS_OF)
    run(*command, "--out", "output", cwd=tmp_path)
    (report,) = (tmp_path / "output").glob("2024-11-30-*-sitrep-01.md")
    assert report.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert "27" in report.read_text(encoding="utf-8")
    run(clean / "sitrep", "verify", report, articles, cwd=tmp_path)
