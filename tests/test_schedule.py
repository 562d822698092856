"""Lines for cron and units for systemd: as printed, put in place and taken out, and run by the real cron."""

import configparser
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitrep.errors import SitrepError, UsageError
from sitrep.schedule import Schedule, crontab_block, install_cron, remove_cron, units
from sitrep.schedule.cron import without_block

from .services import SBIN, require

SITREP = Path(sys.executable).with_name("sitrep")
CONFIG = '[crisis]\nname = "Flood"\n'
PLAN = Schedule(Path("/srv/sitrep/sitrep.toml"), Path("/opt/sitrep/bin/sitrep"))


def sitrep(*arguments: object, **env: str) -> subprocess.CompletedProcess[str]:
    words = [str(SITREP), *(str(argument) for argument in arguments)]
    return subprocess.run(words, capture_output=True, text=True, env={**os.environ, **env}, check=False)


def stand_in(folder: Path, name: str, body: str) -> str:
    """A command of the system that notes what it was asked; gives a PATH in which it comes first."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{body}\n")
    (folder / name).chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


@pytest.fixture
def crontab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `crontab` that keeps its lines in a file, as the real one does for its user."""
    kept = tmp_path / "crontab"
    body = (
        f'case "$1" in -l) cat {kept} 2>/dev/null || {{ echo "no crontab for you" >&2; exit 1; }};; '
        f"-r) rm {kept};; -) cat > {kept};; *) exit 2;; esac"
    )
    monkeypatch.setenv("PATH", stand_in(tmp_path / "bin", "crontab", body))
    return kept


def test_a_crontab_line_is_absolute_and_quoted_for_cron_and_its_shell() -> None:
    odd = Schedule(Path("/srv/my reports/100%/sitrep.toml"), PLAN.program, times=("06:00", "18:30"))
    assert crontab_block(odd).splitlines() == [
        "# begin sitrep (sitrep schedule)",
        r"0 6 * * * /opt/sitrep/bin/sitrep run --config '/srv/my reports/100\%/sitrep.toml'",
        r"30 18 * * * /opt/sitrep/bin/sitrep run --config '/srv/my reports/100\%/sitrep.toml'",
        "# end sitrep (sitrep schedule)",
    ]
    with pytest.raises(SitrepError, match="line break"):
        crontab_block(Schedule(Path("/a\nb"), PLAN.program))


@pytest.mark.parametrize(("minutes", "line"), [(1, "*/1 * * * *"), (15, "*/15 * * * *"), (60, "0 * * * *")])
def test_every_so_many_minutes(minutes: int, line: str) -> None:
    plan = Schedule(PLAN.config, PLAN.program, minutes=minutes)
    assert f"\n{line} /opt" in crontab_block(plan)
    assert (
        f"OnCalendar=*-*-* *:00{'' if minutes == 60 else f'/{minutes}'}:00"
        in units(Schedule(Path(__file__), PLAN.program, minutes=minutes))["sitrep.timer"]
    )


NONSENSE: list[dict[str, object]] = [
    *({"times": (time,)} for time in ("24:00", "6", "a:b", "06:60", "")),
    *({"minutes": minutes} for minutes in (7, 0, 61, -1)),
    *({"name": name} for name in ("a b", "", "../x")),
]


@pytest.mark.parametrize("wrong", NONSENSE)
def test_what_has_no_meaning_is_a_usage_error(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        Schedule(PLAN.config, PLAN.program, **wrong)  # type: ignore[arg-type]


def test_installing_twice_leaves_one_block_and_removing_leaves_what_was_there(crontab: Path) -> None:
    before = "# mine\nMAILTO=me@example.org\n5 4 * * * /usr/bin/true"
    crontab.write_text(before)
    other = Schedule(PLAN.config, PLAN.program, "other")
    for plan in (PLAN, other, PLAN):
        install_cron(plan)
    text = crontab.read_text()
    assert text.startswith(before + "\n") and text.count("begin sitrep ") == text.count("begin other ") == 1
    assert (remove_cron(PLAN), remove_cron(PLAN), remove_cron(other)) == (True, False, True)
    assert crontab.read_text() == before + "\n"


def test_an_empty_crontab_is_made_and_removed(crontab: Path) -> None:
    install_cron(PLAN)
    assert crontab.read_text() == crontab_block(PLAN)
    assert remove_cron(PLAN) and not crontab.exists()


def test_a_block_without_its_end_is_not_touched() -> None:
    with pytest.raises(SitrepError, match="not the one that ends it"):
        without_block("# begin sitrep (sitrep schedule)\n0 6 * * * x\n5 4 * * * /usr/bin/mine\n", PLAN)


def test_without_cron_there_is_a_sentence(tmp_path: Path) -> None:
    config = tmp_path / "sitrep.toml"
    config.write_text(CONFIG)
    done = sitrep("schedule", "--config", config, "--install", PATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "sitrep: crontab is not on this machine: install it, or leave out --install and --remove.\n"


def read(text: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return parser


def test_the_units_run_once_catch_up_and_tell_of_failure(tmp_path: Path) -> None:
    config = tmp_path / "a 100% $HOME sitrep.toml"
    config.touch()
    made = units(Schedule(config, PLAN.program, "mine", ("06:00", "18:05")))
    assert list(made) == ["mine.service", "mine.timer", "mine-failed.service"]
    service, timer = read(made["mine.service"]), read(made["mine.timer"])
    assert service["Service"]["Type"] == "oneshot"
    path = str(config).replace("%", "%%").replace("$", "$$")
    assert service["Service"]["ExecStart"] == f'"/opt/sitrep/bin/sitrep" run --config "{path}"'
    assert service["Unit"]["OnFailure"] == "mine-failed.service"
    assert service["Service"]["SuccessExitStatus"] == "75"
    assert ("User" in service["Service"]) == (os.geteuid() == 0)
    assert (timer["Timer"]["Persistent"], timer["Timer"]["RandomizedDelaySec"]) == ("true", "120")
    assert [line for line in made["mine.timer"].splitlines() if line.startswith("OnCalendar")] == [
        "OnCalendar=*-*-* 06:00:00",
        "OnCalendar=*-*-* 18:05:00",
    ]


def test_systemd_finds_no_fault_in_the_units(tmp_path: Path) -> None:
    require(shutil.which("systemd-analyze"), "systemd-analyze (Debian package systemd)")
    program, config = tmp_path / "sitrep", tmp_path / "s 1%.toml"
    shutil.copy("/bin/true", program)
    config.touch()
    for name, text in units(Schedule(config, program)).items():
        (tmp_path / name).write_text(text)
    verify = ["systemd-analyze", "verify", "--man=no", *(str(path) for path in tmp_path.glob("*.timer"))]
    done = subprocess.run(verify, capture_output=True, text=True, check=False)
    about_ours = [line for line in done.stderr.splitlines() if "sitrep" in line]
    assert about_ours == []


def test_systemd_units_are_put_in_place_and_taken_out(tmp_path: Path) -> None:
    asked, config = tmp_path / "asked", tmp_path / "sitrep.toml"
    config.touch()
    path = stand_in(tmp_path / "bin", "systemctl", f'echo "$@" >> {asked}')
    code = (
        "import sys; from pathlib import Path; from sitrep.schedule import *\n"
        "plan, folder = Schedule(Path(sys.argv[1]), Path('/opt/sitrep')), Path(sys.argv[2])\n"
        "install_systemd(plan, folder); print(*sorted(p.name for p in folder.iterdir()))\n"
        "print(remove_systemd(plan, folder), remove_systemd(plan, folder), *folder.iterdir())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, config, tmp_path / "units"],
        capture_output=True, text=True, env={**os.environ, "PATH": path}, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["sitrep-failed.service sitrep.service sitrep.timer", "True False"]
    user = "" if os.geteuid() == 0 else "--user "
    assert asked.read_text().splitlines() == [
        f"{user}{words}"
        for words in (
            "daemon-reload",
            "daemon-reload",
            "enable --now sitrep.timer",
            "disable --now sitrep.timer",
            "daemon-reload",
        )  # fmt: skip
    ]


def test_where_systemd_is_not_at_work_nothing_is_written(tmp_path: Path) -> None:
    config = tmp_path / "sitrep.toml"
    config.touch()
    path = stand_in(tmp_path / "bin", "systemctl", "echo 'System has not been booted with systemd.' >&2; exit 1")
    code = (
        "import sys; from pathlib import Path; from sitrep.schedule import *\n"
        "install_systemd(Schedule(Path(sys.argv[1]), Path('/opt/sitrep')), Path(sys.argv[2]))"
    )
    words = [sys.executable, "-c", code, config, tmp_path / "units"]
    done = subprocess.run(words, capture_output=True, text=True, env={**os.environ, "PATH": path}, check=False)
    assert "SitrepError" in done.stderr and "has not been booted with systemd" in done.stderr
    assert not (tmp_path / "units").exists()


def test_the_command_prints_and_checks(tmp_path: Path) -> None:
    config = tmp_path / "sitrep.toml"
    config.write_text(CONFIG)
    printed = sitrep("schedule", "--config", config, "--at", "05:30")
    assert printed.stdout == crontab_block(Schedule(config, SITREP, times=("05:30",)))
    assert (
        "# /etc/systemd/system/sitrep.timer" in sitrep("schedule", "--config", config, "--systemd").stdout
        or os.geteuid()
    )
    for wrong in (
        ["--at", "25:00"],
        ["--install", "--remove"],
        ["--at", "06:00", "--every", "5"],
        ["--config", "gone"],
    ):
        done = sitrep("schedule", "--config", config, *wrong)
        assert (done.returncode, done.stdout) == (2, ""), wrong
    config.write_text(CONFIG + "[mial]\n")
    for words in ([], ["--systemd"], ["--install"]):
        done = sitrep("schedule", "--config", config, *words)
        assert (done.returncode, done.stdout) == (78, "") and f"{config}, line 3" in done.stderr, words


@contextmanager
def cron_daemon() -> Iterator[None]:
    """The machine's cron, or one of our own while the test lasts."""
    if subprocess.run(["pgrep", "-x", "cron"], stdout=subprocess.DEVNULL, check=False).returncode == 0:
        yield
        return
    daemon = subprocess.Popen([shutil.which("cron", path=SBIN) or "cron", "-f"])
    try:
        yield
    finally:
        daemon.terminate()
        daemon.wait(10)


def test_the_real_cron_runs_it_every_minute_in_its_bare_environment(tmp_path: Path) -> None:
    """Twice, then never again once it is taken out; a path with a blank and a per cent sign on purpose."""
    require(os.environ.get("CI") == "true" and shutil.which("crontab"), "a cron whose crontab a test may change")
    require(os.geteuid() == 0, "root, whom cron runs as,")
    home = tmp_path / "100% mine"
    home.mkdir()
    config, article, log, program = (home / name for name in ("sitrep.toml", "a.txt", "log", "sitrep"))
    config.touch()
    article.write_text(
        "In Île-de-Cité 27 civilians were killed on Friday, the United Nations said.\n", encoding="utf-8"
    )
    program.write_text(
        f'#!/bin/sh\n{{ echo "RUN $*"; pwd; env; "{SITREP}" extract "{article}"; echo "CODE $?"; }} >>"{log}" 2>&1\n'
    )
    program.chmod(0o755)
    plan = Schedule(config, program, "sitrep-test", minutes=1)
    before = subprocess.run(["crontab", "-l"], capture_output=True, check=False).stdout
    with cron_daemon():
        install_cron(plan)
        try:
            wait_for(lambda: log.exists() and log.read_text(encoding="utf-8").count("CODE") >= 2, 400)
        finally:
            assert remove_cron(plan)
    text = log.read_text(encoding="utf-8")
    assert text.count(f"RUN run --config {config}\n") == text.count("CODE 0\n") == 2
    assert f"\n{Path.home()}\n" in text and "\nPATH=/usr/bin:/bin\n" in text and "\nSHELL=/bin/sh\n" in text
    assert text.count('"kind": "figure"') + text.count('"kind":"figure"') == 2
    assert subprocess.run(["crontab", "-l"], capture_output=True, check=False).stdout == before


def wait_for(done: object, seconds: int) -> None:
    assert callable(done)
    until = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < until, "cron did not run it in time"
        time.sleep(0.5)
