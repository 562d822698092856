import pytest

from sitrep.report.quotation import bare
from sitrep.verify.library import find


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("“We lack water.”", "We lack water."),
        ("We lack water.", "We lack water."),
        ("“We lack water”, said a nurse.", "‘We lack water’, said a nurse."),
        ('"We lack water," said a nurse.', "‘We lack water,’ said a nurse."),
        # A speech of several sentences: its marks stand at the first and the last.
        ("“We lack water.", "We lack water."),
        ("We lack fuel too,” said a nurse.", "‘We lack fuel too,’ said a nurse."),
        ('We lack fuel too," said a nurse.', "‘We lack fuel too,’ said a nurse."),
        ("We lack fuel too.”", "We lack fuel too."),
        ("A nurse said: “We lack fuel.", "A nurse said: ‘We lack fuel.’"),
        ("“We lack water”, said a nurse. “We lack fuel.”", "‘We lack water’, said a nurse. ‘We lack fuel.’"),
        ("“We lack water”, said a nurse. “We lack […]", "‘We lack water’, said a nurse. ‘We lack […]’"),
        ("‘We lack water.’", "We lack water."),
        ("‘We lack water’, said a nurse.", "‘We lack water’, said a nurse."),
        ("The farmers’ wells are dry.", "The farmers’ wells are dry."),
        ('A 12" main broke.', 'A 12" main broke.'),
        ("", ""),
    ],
)
def test_no_mark_without_its_partner(text: str, printed: str) -> None:
    assert bare(text) == printed
    assert not any(mark in printed for mark in "“”")
    assert find(printed, f"Before. {text} After.") or not text
