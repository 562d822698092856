"""Prints what the extractor gets wrong in the corpus, measure by measure.

Run `python -m tests.extract.corpus_report [PREFIX...]`, e.g. `... deaths need nothing-01`; `-c` prints the counts only.
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


def main(arguments: list[str]) -> int:
    """Print the failing examples whose id starts with one of the arguments (all without any), then the counts."""
    wanted = tuple(a for a in arguments if not a.startswith("-"))
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for example in load():
        if wanted and not example.id.startswith(wanted):
            continue
        group = re.sub(r"-\d+$", "", example.id)
        total[group] += 1
        wrong = faults(example)
        right[group] += not wrong
        if wrong and "-c" not in arguments:
            print(f"{example.id}: {example.article.text}")
            print(*(f"    {line}" for line in wrong), sep="\n")
    for group, count in total.items():
        print(f"{right[group]:4} of {count:4}  {group}")
    print(f"{right.total():4} of {total.total():4}  all")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
