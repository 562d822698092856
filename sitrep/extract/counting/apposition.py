"""A person named twice: by "one man", and by what the sentence adds of him."""

from .sentence import Number


def same_person(number: Number) -> bool:
    """Whether a person has just been counted: "one man, | a 64-year-old shepherd, remained missing"."""
    if not number.quantity.article or number.at < 2 or number.before() != ",":
        return False
    other = next((p for at, p in number.sentence.phrases.items() if p.end == number.at - 1 and at < number.at), None)
    return other is not None and other.word is not None and number.row[other.start].w == "one"
