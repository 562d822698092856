"""What a sentence adds of those whom it has just counted."""

from .sentence import Number


def same_person(number: Number) -> bool:
    """Whether a person has just been counted: "one man, | a 64-year-old shepherd, remained missing"."""
    if not number.quantity.article or number.at < 2 or number.before() != ",":
        return False
    other = next((p for at, p in number.sentence.phrases.items() if p.end == number.at - 1 and at < number.at), None)
    return other is not None and other.word is not None and number.row[other.start].w == "one"


def all_of_whom(number: Number) -> bool:
    """Whether the sentence goes on with what all of them did: "home to 300 people, | all of whom have moved"."""
    behind = [item.w for item in number.row[number.phrase.end : number.phrase.end + 4]]
    return "whom" in behind and ("all" in behind or "both" in behind)
