"""Progress is seen on a terminal and nowhere else."""

import os
import pty
import subprocess
import sys
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
CALL = [sys.executable, "-m", "sitrep", "generate", str(SEEDS), "--crisis", "X", "--formats", "md", "--out"]


def test_bars_on_a_terminal_leave_standard_output_alone(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen([*CALL, str(tmp_path)], stdout=subprocess.PIPE, stderr=theirs, text=True) as process:
        os.close(theirs)
        seen = b""
        while chunk := _read(ours):
            seen += chunk
        assert process.stdout is not None
        printed = process.stdout.read()
    os.close(ours)
    assert process.returncode == 0
    assert b"Reading articles" in seen or b"Writing the report" in seen
    assert printed.splitlines() == [str(path) for path in tmp_path.iterdir()]


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # how a terminal's other end says that nobody is there any more
        return b""


def test_nothing_where_nobody_looks(tmp_path: Path) -> None:
    done = subprocess.run([*CALL, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stderr == ""
