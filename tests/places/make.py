"""Builders for the tests of places."""

import csv
from pathlib import Path

HEADER = ["Location", "Admin Level", "P-Code", "Name", "Parent P-Code", "Valid from date"]


def pcode_rows(country="SYR", prefix="SY", first=14, second=10, third=10, fourth=70):
    """A P-code list of one country: as many divisions a parent as are given, down to the fourth level."""
    yield [country, "0", prefix, "A country", "", "2024-01-01"]
    for a in range(first):
        one = f"{prefix}{a:02d}"
        yield [country, "1", one, f"Wilaya {syllables(a)}", prefix, "2024-01-01"]
        for b in range(second):
            two = f"{one}{b:02d}"
            yield [country, "2", two, f"Qada {syllables(a * 100 + b)}", one, "2024-01-01"]
            for c in range(third):
                three = f"{two}{c:02d}"
                yield [country, "3", three, f"Nahiya {syllables(a * 10000 + b * 100 + c)}", two, "2024-01-01"]
                for d in range(fourth):
                    yield [
                        country,
                        "4",
                        f"{three}{d:03d}",
                        f"Qarya {syllables(int(f'{a}{b}{c}{d:03d}'))}",
                        three,
                        "2024-01-01",
                    ]


def syllables(number):
    """A word that stands for a number, different for each."""
    parts = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "ro", "su"]
    return "".join(parts[int(digit)] for digit in str(number)).capitalize()


def write_csv(file: Path, rows, header=HEADER) -> Path:
    with file.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(header)
        writer.writerows(rows)
    return file
