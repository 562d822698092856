"""The public face: every name that it promises is there, and importing it costs nothing."""

import subprocess
import sys

import sitrep


def test_every_name_is_there() -> None:
    for name in sitrep.__all__:
        assert getattr(sitrep, name) is not None
    assert set(sitrep.__all__) <= set(dir(sitrep))
    assert set(sitrep.__all__) - {"__version__"} == set(sitrep._EXPORTS)


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(sitrep, "nonsense")


def test_importing_loads_no_stage() -> None:
    code = "import sys, sitrep; print(*[name for name in sys.modules if name.startswith('sitrep.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
