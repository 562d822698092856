"""Prints what the extractor gets wrong in the corpus, measure by measure.

Run `python -m tests.extract.corpus_report [-c] [-n] [PREFIX...]`, e.g. `... -n deaths nothing-01`: `-c` prints the
counts only, `-n` leaves out the examples whose numbers are right and only other fields are wrong.
"""

import re
import sys
from collections import Counter

from sitrep.extract import extract
from tests.languages.corpus import Example, figure_faults, load, need_faults


def faults(example: Example) -> list[str]:
    """All faults of the extractor on one example; a crash is a fault, too."""
    try:
        found = extract(example.article)
    except Exception as error:  # the report goes on to the other examples
        return [f"crash {type(error).__name__}: {error}"]
    if example.kind == "needs":
        return need_faults(example, found.needs)
    return figure_faults(example, found.figures)


def number_wrong(wrong: list[str]) -> bool:
    """Whether a figure or need is missed, too much, or has another number: more than a field beside it."""
    return any(line.startswith(("missed", "extra", "crash")) or re.search(r"': \S+ for \S+$", line) for line in wrong)


def main(arguments: list[str]) -> int:
    """Print the failing examples whose id starts with one of the arguments (all without any), then the counts."""
    wanted = tuple(a for a in arguments if not a.startswith("-"))
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for example in load():
        if wanted and not example.id.startswith(wanted):
            continue
        group = re.sub(r"-\d+$", "", example.id)
        total[group] += 1
        wrong = faults(example)
        right[group] += not wrong
        numbers[group] += not number_wrong(wrong)
        if wrong and "-c" not in arguments and (number_wrong(wrong) or "-n" not in arguments):
            print(f"{example.id}: {example.article.text}")
            print(*(f"    {line}" for line in wrong), sep="\n")
    print("examples, right in number, right in all")
    for group, count in total.items():
        print(f"{count:4} {numbers[group]:4} {right[group]:4}  {group}")
    print(f"{total.total():4} {numbers.total():4} {right.total():4}  all")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
