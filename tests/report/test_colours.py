"""What the page's colours promise: one light look, and contrast that WCAG 2 calls AA."""

import re
from pathlib import Path

import pytest

from sitrep.report import export

from .build import report

SHEET = (Path(__file__).parents[2] / "templates" / "report.css").read_text(encoding="utf-8")
NAMED = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", SHEET))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * d for d in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("letters", ["ink", "soft", "accent"])
@pytest.mark.parametrize("ground", ["#fff", "tint", "#fff3c4"])
def test_letters_stand_out_from_every_ground(letters: str, ground: str) -> None:
    assert contrast(NAMED[letters], NAMED.get(ground, ground)) >= 4.5


def test_the_white_letters_of_the_edition_stand_out() -> None:
    assert contrast("#fff", NAMED["accent"]) >= 7


def test_a_dark_system_shows_the_same_light_page() -> None:
    page = export(report(), ("html",))[0][0].data.decode()
    assert '<meta name="color-scheme" content="only light">' in page
    assert re.search(r"@media screen \{.*?html \{ color-scheme: only light; background: #fff;", page, re.DOTALL)
    assert "prefers-color-scheme" not in page
