"""The words that the product says, read from its own files, so that both pages can be compared word for word."""

import csv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def _sentences() -> dict:
    found = {}
    for path in (ROOT / "locales" / "da").glob("*.ftl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            key, equals, text = line.partition(" = ")
            if equals and not key.startswith((" ", "#")):
                found[key] = text
    return found


def _industries() -> dict:
    with (ROOT / "src/industry/data/divisions.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {f"{row['system']}:{row['division']}": row["danish"] for row in rows}


SENTENCES = _sentences()
INDUSTRIES = _industries()
# Those that the list is filtered by, as on the product's: of one system only.
OFFERED = {"none": SENTENCES["referral-industry-none"]} | {
    code: f"{code.removeprefix('DB25:')} {title}" for code, title in INDUSTRIES.items() if code.startswith("DB25:")
}


def choices(key: str, words: str) -> list:
    """Pairs of a stored word and what `key-word` says of it."""
    return [(word, SENTENCES[f"{key}-{word}".replace("_", "-")]) for word in words.split()]


STATES = dict(
    choices(
        "referral-state",
        "awaiting-answer question-asked waiting proposed in-course finished not-started declined withdrawn",
    )
)
GENDERS = choices("referral-gender", "female male other")
CONTACTS = choices("referral-contact", "phone sms email through_partner")
CLARITIES = choices("referral-clarity", "clear partly_clear unclear")
LANGUAGES = choices("language", "da en ar tr so ur fa ku bs pl")
FURTHER = choices("language", "sq am bn bg fo fr el hi it zh kl hr lt nl no ps pt pa ro ru sr es sv ta th uk vi")
REASONS = choices(
    "referral-reason",
    "found_job_or_education not_ready no_longer_wants no_time no_contact partner_withdrew mentor_withdrew "
    "outside_target_group moved mismatch concern other",
)
NEEDS = choices(
    "referral-need",
    "job spare_time_job apprenticeship internship education_choice cv_and_application interview_practice network "
    "everyday_structure danish_language other",
)
MENTOR_GENDERS = choices("referral-mentor-gender", "woman man")
MUSTS = choices("referral-must", "gender language distance place firm")
VIDEO = choices("answer", "yes no")
MENTOR_AGES = choices("referral-mentor-age", "under_40 over_40")
# Parts of days of the week, as the product offers them.
TIMES = [
    (f"{day}_{part}", f"{SENTENCES[f'times-{day}']} {SENTENCES[f'times-of-day-{part}']}")
    for day in "mon tue wed thu fri sat sun".split()
    for part in "morning afternoon evening".split()
]
