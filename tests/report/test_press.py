"""The press: pages come from a process of their own, and from this one where that process cannot be had."""

import os
import signal
from concurrent.futures import Future
from pathlib import Path

import pytest

from sitrep.report import Press, export
from sitrep.report.exporter import Rendering
from sitrep.report.press import pages_of

from .build import report

_FORMATS = ("pdf", "xlsx")


def _process_of(_report: object, name: str, _templates: object) -> Rendering:
    raise AssertionError(f"{name} by {os.getpid()}")


def _gone(_report: object, _name: str, _templates: object) -> Rendering:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_the_pages_are_made_by_another_process() -> None:
    with Press(_FORMATS) as press:
        running = press.start(_process_of, report(), ())
        assert isinstance(running, Future)
        with pytest.raises(AssertionError, match="pdf by") as raised:
            running.result()
    assert str(os.getpid()) not in str(raised.value)


def test_pages_that_need_no_second_process_get_none() -> None:
    for formats in (("pdf", "md"), ("docx", "xlsx")):
        with Press(formats) as press:
            assert press.start(_process_of, report(), ()) is None
    assert pages_of(None) is None


def test_a_press_that_ends_leaves_the_pages_to_this_process(tmp_path: Path) -> None:
    with Press(_FORMATS) as press:
        assert pages_of(press.start(_gone, report(), ())) is None
        files, problems = export(report(), _FORMATS, press=press)
    assert problems == ()
    assert [file.name.rpartition(".")[2] for file in files] == ["pdf", "xlsx"]


def test_a_press_that_runs_gives_the_same_bytes() -> None:
    with Press(_FORMATS) as press:
        beside, _ = export(report(), _FORMATS, press=press)
    alone = tuple(file for name in _FORMATS for file in export(report(), (name,))[0])
    assert beside == alone
