"""The floors of the house: imports go down only, every module has its floor, and starting up stays cheap."""

import subprocess
import sys
import tomllib
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
HEAVY = ("weasyprint", "trafilatura", "sqlalchemy", "alembic", "pypdfium2", "docx", "dateparser", "lxml", "email.mime")


def test_imports_go_down_only_and_every_module_has_its_floor(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


def test_the_contract_is_exhaustive_and_keeps_the_stages_apart():
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    stages = next(layer.split(" | ") for layer in contract["layers"] if "extract" in layer)
    assert contract["exhaustive"] is True
    assert set(stages) == {"collect", "extract", "reconcile", "report", "send", "store"}


def test_starting_up_loads_no_heavy_library():
    code = f"import sys, sitrep, sitrep.cli; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []
