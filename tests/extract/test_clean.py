"""A text made regular keeps its offsets."""

import pytest

from sitrep.extract.clean import SOFT, clean
from sitrep.extract.prefilter import lowered


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u201cgo\u201d, he\u2019s", '"go", he\'s'),
        ("9\u202f300\u00a0men", "9 300 men"),
        ("12\u201314\u2014so", "12–14–so"),
        ("\u0661\u0662\u066b\u0663", "12.3"),
        ("a\u200bb\u00adc", f"a{SOFT}b{SOFT}c"),
        ("a\tb\r\nc", "a b \nc"),
        ("plain", "plain"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected
    assert len(clean(text)) == len(text)


def test_lower_case_keeps_the_offsets() -> None:
    text = "İzmir ve İstanbul, STRASSE"
    assert lowered(text) == "izmir ve istanbul, strasse"
    assert len(lowered(text)) == len(text)
