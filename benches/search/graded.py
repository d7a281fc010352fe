"""The graded set of the tests (`tests/fixtures/relevance`) as mentors and wishes that every side can be asked for."""

import csv
import re
from pathlib import Path

FIXTURES = Path(__file__).parents[2] / "tests/fixtures/relevance"
# Everybody lives in one region and has a seat.
REGION = "10"
# Words that the engines without a reader of wishes are spared.
SMALL_WORDS = set("at blive i med noget og om på som til vil være gerne en et den det jeg min for af en lære arbejde".split())


def mentors() -> list:
    with (FIXTURES / "mentors.csv").open(encoding="utf-8", newline="") as file:
        return [
            {
                "id": number, "name": row["mentor_id"], "occupation": row["occupation"], "keywords": "", "text": "",
                "industries": row["industry_codes"].split(";"), "region": REGION, "seats": 1,
            }
            for number, row in enumerate(csv.DictReader(file), 1)
        ]


def grades(numbers: dict) -> dict:
    """The grade of each judged mentor, by wish and number; `numbers` by name."""
    found = {}
    for line in (FIXTURES / "judgements.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        wish, name, grade = line.split("\t")
        found.setdefault(wish, {})[numbers[name]] = int(grade)
    return found


def wishes(texts) -> list:
    return [{"kind": "any", "wish": text, "words": _telling(text), "region": REGION} for text in texts]


def _telling(text: str) -> list:
    words = re.findall(r"\w+", text.lower())
    return [word for word in words if word not in SMALL_WORDS] or words
