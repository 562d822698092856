"""Patterns compiled late: the same as others, and all of ours are sound."""

import pkgutil
import re
from importlib import import_module

import pytest

import sitrep.extract
from sitrep.late import Late, late


def test_it_finds_what_a_pattern_finds():
    pattern = late(r"(?P<word>\w+)s\b", re.IGNORECASE)
    assert pattern.search("two CAMPS here")["word"] == "CAMP"
    assert [m.group() for m in pattern.finditer("roads, wells", 3)] == ["ds", "wells"]
    assert pattern.fullmatch("tents") and not pattern.match(" tents")
    assert pattern.flags & re.IGNORECASE


def test_a_fault_shows_at_the_first_use():
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_ours_are_all_sound():
    names = [m.name for m in pkgutil.walk_packages(sitrep.extract.__path__, "sitrep.extract.")]
    patterns = [value for name in names for value in vars(import_module(name)).values() if isinstance(value, Late)]
    assert len(patterns) > 20
    for pattern in patterns:
        assert pattern.groups >= 0
