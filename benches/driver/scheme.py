"""An invented scheme of any size, written as the files that `brobyg import` reads. The same arguments give the same bytes."""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

SEED = 20260304
FIRST_DAY, DAYS = date(2021, 1, 1), 1095
PARTNERS, PLACES = 20, ("Nord", "Syd", "Vest")
# Of ten referrals one is closed, two have a running course and two have one that was never begun by a meeting.
CLOSED, RUNNING, INTERRUPTED = {9}, {5, 6}, {7, 8}

FIRST_NAMES = (
    "Adam Aisha Alma Amir Anton Asta Bilal Clara Dilan Elias Ella Emil Fatima Freja Hamza Hassan Ida Ines Jonas Karla "
    "Lea Leyla Liam Maja Malik Mia Mohamed Naja Noah Nour Oscar Rania Sara Selma Sofie Storm Tara Viggo Yara Yusuf"
).split()
LAST_NAMES = (
    "Abdi Ahmed Ali Andersen Bakker Christensen Demir Farah Hansen Hassan Holm Ibrahim Jensen Kaya Khan Kristensen "
    "Larsen Lund Madsen Mikkelsen Mortensen Nguyen Nielsen Omar Osman Petersen Poulsen Rahman Said Skov Sørensen Yilmaz"
).split()
TOWNS = [("Køge", "4600"), ("Aarhus", "8210"), ("Odense", "5240"), ("Aalborg", "9220"), ("Esbjerg", "6705")]
LANGUAGES = ["da", "da;en", "da;ar", "da;tr", "da;so", "en;ar"]
# Industry code of DB07, what a young person says about it, what a mentor does there.
TRADES = [
    ("62", "vil gerne være programmør og lave spil", "softwareudvikler"),
    ("43", "vil være elektriker ligesom sin onkel", "elinstallatør"),
    ("86", "vil være sygeplejerske på et børneafsnit", "sygeplejerske"),
    ("56", "drømmer om at blive kok på en stor restaurant", "køkkenchef"),
    ("88", "vil være pædagog og arbejde med små børn", "pædagog"),
    ("47", "vil gerne arbejde i en tøjbutik", "butikschef"),
    ("49", "vil køre lastbil i hele Europa", "chauffør"),
    ("41", "vil være tømrer og bygge huse", "tømrermester"),
    ("69", "vil læse jura og blive advokat", "advokat"),
    ("45", "vil være mekaniker og reparere biler", "automekaniker"),
]


def write(folder: Path, referrals: int, mentors: int) -> None:
    """Writes the files of a scheme with so many referrals and mentors. Needs four mentors for ten referrals."""
    folder.mkdir(parents=True)
    chance = random.Random(SEED)
    partners = [f"Helhedsplan {number:02}" for number in range(1, PARTNERS + 1)]
    areas = [(f"{name} {place}", name) for name in partners for place in PLACES]
    _save(folder / "partners.csv", [_partner(number, name) for number, name in enumerate(partners)])
    _save(folder / "housing_areas.csv", [{"housing_area": area, "partner": partner} for area, partner in areas])
    _save(folder / "mentors.csv", (_mentor(chance, number) for number in range(1, mentors + 1)))
    rows = [_referral(chance, number, referrals, areas) for number in range(1, referrals + 1)]
    _save(folder / "referrals.csv", rows)
    _save(folder / "courses.csv", _courses(rows))


def _save(path: Path, rows) -> None:
    rows = iter(rows)
    first = next(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, first.keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(rows)


def _partner(number: int, name: str) -> dict:
    town, postcode = TOWNS[number % len(TOWNS)]
    contact = f"partner{number + 1:02}@partner.example"
    return {"partner": name, "town": town, "postcode": postcode, "contact_name": "Kim Holm", "contact_email": contact}


def _name(chance: random.Random) -> str:
    return f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}"


def _phone(prefix: str, number: int) -> str:
    digits = f"{number:06}"
    return f"+45 {prefix} {digits[:2]} {digits[2:4]} {digits[4:]}"


def _mentor(chance: random.Random, number: int) -> dict:
    code, _, occupation = chance.choice(TRADES)
    town, postcode = chance.choice(TOWNS)
    return {
        "mentor_id": f"M{number:06}",
        "name": _name(chance),
        "email": f"mentor{number:06}@mentor.example",
        "phone": _phone("60", number % 1_000_000),
        "birth_year": chance.randint(1955, 1998),
        "gender": chance.choice(["female", "male"]),
        "occupation": occupation,
        "employer": f"{chance.choice(LAST_NAMES)} ApS",
        "industry_codes": f"DB07:{code}",
        "town": town,
        "postcode": postcode,
        "languages": chance.choice(LANGUAGES),
        "seats": chance.randint(1, 3),
        "strengths": chance.choice(["lytter;humor", "god til CV", "struktureret;tålmodig"]),
        "status": "active",
        "approved_on": "2020-06-01",
        "trained_on": "2020-09-01",
    }


def _referral(chance: random.Random, number: int, of: int, areas: list) -> dict:
    code, wish, _ = chance.choice(TRADES)
    area, partner = chance.choice(areas)
    referred = FIRST_DAY + timedelta(days=number * DAYS // of)
    kind = number % 10
    status = "not_started" if kind in CLOSED else "started" if kind in RUNNING | INTERRUPTED else "waiting"
    closed = status == "not_started"
    return {
        "referral_id": f"R{number:06}",
        "partner": partner,
        "housing_area": area,
        "referrer_email": partner.replace("Helhedsplan ", "partner") + "@partner.example",
        "referred_on": referred,
        "youth_id": f"Y{number:06}",
        "youth_name": _name(chance),
        "birth_date": referred - timedelta(days=chance.randint(6300, 9000)),
        "gender": chance.choice(["female", "male"]),
        "phone": _phone("50", number % 1_000_000),
        "email": f"ung{number:06}@ung.example",
        "languages": chance.choice(LANGUAGES),
        "industry_codes": f"DB07:{code}",
        "wish": wish,
        "clarity": chance.choice(["clear", "partly_clear", "unclear"]),
        "consented_on": referred,
        "status": status,
        "not_started_reason": "no_time" if closed else "",
        "closed_on": referred + timedelta(days=30) if closed else "",
    }


def _courses(referrals: list):
    """One course for each started referral, each with a mentor of its own, so that no seat is taken twice."""
    started = (row for row in referrals if row["status"] == "started")
    for number, row in enumerate(started, 1):
        matched = row["referred_on"] + timedelta(days=14)
        interrupted = int(row["referral_id"][1:]) % 10 in INTERRUPTED
        yield {
            "course_id": f"C{number:06}",
            "referral_id": row["referral_id"],
            "mentor_id": f"M{number:06}",
            "matched_on": matched,
            "ended_on": matched + timedelta(days=60) if interrupted else "",
            "status": "interrupted" if interrupted else "active",
            "interruption_reason": "no_time" if interrupted else "",
        }
