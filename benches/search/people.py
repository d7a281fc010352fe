"""Made-up mentors and wishes, the same bytes on every machine."""

import itertools
import json
import random
import re
from pathlib import Path

from trades import TRADES

SEED = 20261122
# The first two digits of postcodes, the fullest first.
REGIONS = (
    "22 80 50 90 25 24 21 23 67 89 71 40 60 87 74 47 42 26 27 86 30 34 46 98 99 75 88 57 64 62 61 70 43 82 28 29 36 48 49 37"
).split()
# One mentor in three has no seat left.
WITHOUT_SEAT, MOST_SEATS, SECOND_TRADE = 0.3, 4, 0.15

SENTENCES = [
    "Jeg har været {o} i {n} år og bruger mest tiden på {a} og {b}.",
    "Hos {f} står jeg for {a}, {b} og {c}.",
    "Jeg er ansat som {o} hos {f}.",
    "De unge kan komme med på arbejde og prøve {a} og {c}.",
    "Spørg mig gerne om {t}, {u} og {b}.",
    "Jeg er {v} og {w}, siger mine kolleger.",
    "Før var jeg ved {f}, hvor jeg lærte om {c}.",
    "I weekenden handler det om {x} og {u}.",
    "Vi tager hvert år lærlinge ind til {a}.",
]
TOPICS = (
    "lærepladser fritidsjob ansøgninger jobsamtaler praktik uddannelser hverdagen svendeprøver grundforløb lønsedler "
    "kolleger eksamener fagforeninger iværksætteri netværk mødetider motivation valget fremtiden kontrakter"
).split()
TRAITS = (
    "rolig tålmodig nysgerrig direkte humoristisk grundig omhyggelig snakkesalig ærlig praktisk stædig åben "
    "udholdende opmærksom kreativ munter punktlig hjælpsom"
).split()
SYLLABLES = "an bro dal el fjor gam hol is jy kro lun mos nor ost pil ram sky tin ul vang".split()
ENDINGS = ["", " A/S", " ApS", " og Sønner", " Gruppen", " Service"]
FIRMS = ["".join(parts).capitalize() + end for parts in itertools.product(SYLLABLES, repeat=3) for end in ENDINGS]
YEARS = [str(number) for number in range(2, 38)]
SLOT = re.compile(r"\{(\w)\}")

WISHES = [
    "jeg vil gerne være {o}",
    "kunne tænke mig noget med {a} og {b}",
    "min onkel er {o}, det vil jeg også være",
    "{a} {b} {c}",
    "vil lære om {a} og måske blive {o}",
    "er god til {a} og {t}",
    "{o} {b} {t}",
    "noget med {a}",
]


class Chance(random.Random):
    def one(self, things):
        return things[int(self.random() * len(things))]

    def early(self, things):
        """The first are drawn more often."""
        return things[int(self.random() ** 1.6 * len(things))]


def mentors(count: int):
    """Each with a trade, some with a second one."""
    chance = Chance(SEED)
    for number in range(1, count + 1):
        code, occupations, subjects = chance.early(TRADES)
        occupation, others = chance.early(occupations), chance.one(TRADES)
        codes = [code, others[0]] if chance.random() < SECOND_TRADE else [code]
        # What stands first in a trade is talked about most.
        pools = {
            "o": [occupation], "a": subjects[:3], "b": subjects, "c": subjects, "x": others[2],
            "f": FIRMS, "n": YEARS, "t": TOPICS, "u": TOPICS, "v": TRAITS, "w": TRAITS,
        }
        sentences = " ".join(chance.sample(SENTENCES, 3 + int(chance.random() * 5)))
        yield {
            "id": number,
            "occupation": occupation,
            "keywords": ", ".join(chance.sample(subjects, 2 + int(chance.random() * 3))),
            "text": SLOT.sub(lambda slot: chance.one(pools[slot[1]]), sentences),
            "industries": list(dict.fromkeys(codes)),
            "region": chance.early(REGIONS),
            "seats": 0 if chance.random() < WITHOUT_SEAT else 1 + int(chance.random() * MOST_SEATS),
        }


def wishes(count: int):
    """So many of each kind. `words` are the telling words alone, which an engine without a reader of wishes is asked for."""
    for kind in ("any", "all", "typo"):
        chance = Chance(f"{SEED} {kind}")
        for _ in range(count):
            code, occupations, subjects = chance.early(TRADES)
            region = chance.early(REGIONS)
            slots = {"o": chance.early(occupations), "t": chance.one(TOPICS)}
            slots.update(zip("abc", chance.sample(subjects, 3)))
            sentence = {"any": chance.one(WISHES), "all": "{o} {a}", "typo": "{o}"}[kind]
            if kind == "typo":
                slots["o"] = _misspelt(chance, slots["o"])
            told = [word for slot, word in slots.items() if f"{{{slot}}}" in sentence]
            yield {
                "kind": kind, "wish": sentence.format(**slots), "words": told, "industry": code,
                "region": region, "postcode": f"{region}00",
            }


def _misspelt(chance: Chance, word: str) -> str:
    """One letter is missing, doubled, or changes places with the next; short words stay."""
    if len(word) < 6:
        return word
    at = 1 + int(chance.random() * (len(word) - 2))
    head, letter, next_letter, tail = word[:at], word[at], word[at + 1], word[at + 2 :]
    return chance.one([head + next_letter + tail, head + letter + letter + next_letter + tail, head + next_letter + letter + tail])


def write(path: Path, rows) -> list:
    """One JSON object in a line; returns the rows."""
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return rows
