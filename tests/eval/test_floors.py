"""The floors of quality: they only rise. Our own annotated articles are always at hand, the gold may not be."""

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from sitrep.evaluate import Scores, evaluate_folder

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
OWN = Path(__file__).parent
FLOORS = Path(__file__).with_name("floors.toml")


def read(text: str) -> dict[tuple[str, str], float]:
    """Each floor by its folder and name."""
    return {(folder, name): floor for folder, floors in tomllib.loads(text).items() for name, floor in floors.items()}


def measured(scores: Scores, name: str) -> float:
    """A floor's measured value: figures_f1, needs_f1, full_record, an attribute, or marked_<attribute>."""
    if name in ("figures_f1", "needs_f1"):
        return scores.figures.f1 if name == "figures_f1" else scores.needs.f1
    if name == "full_record":
        return scores.full_record
    if name.startswith("marked_"):
        return scores.marked[name.removeprefix("marked_")][0] or 0.0
    return scores.attributes[name]


@pytest.mark.parametrize("folder", sorted({folder for folder, _ in read(FLOORS.read_text())}))
def test_the_floors_hold(folder: str) -> None:
    articles = next((place / folder for place in (OWN, GOLD) if (place / folder).is_dir()), None)
    if articles is None:
        pytest.skip(f"the annotated articles of {folder} are not at hand")
    scores = evaluate_folder(articles)
    wanted = {name: floor for (of, name), floor in read(FLOORS.read_text()).items() if of == folder}
    found = {name: round(measured(scores, name), 4) for name in wanted}
    assert {name: value for name, value in found.items() if value < wanted[name]} == {}, wanted


def test_no_floor_was_lowered_or_taken_out() -> None:
    """Against every committed version of the file."""
    root = FLOORS.parents[2]
    name = FLOORS.relative_to(root).as_posix()
    if not shutil.which("git"):
        pytest.skip("git is not installed here (script/services installs it under CI)")
    log = subprocess.run(["git", "log", "--format=%H", "--", name], cwd=root, capture_output=True, text=True)
    if log.returncode:
        pytest.skip("there is no history here to compare with")
    now = read(FLOORS.read_text())
    for commit in log.stdout.split():
        shown = subprocess.run(["git", "show", f"{commit}:{name}"], cwd=root, capture_output=True, text=True)
        for key, floor in read(shown.stdout).items() if shown.returncode == 0 else ():
            assert now.get(key, 0) >= floor, f"{key} was {floor} in {commit[:8]}"
