"""`load FOLDER`: fills the tables from the files that `brobyg import` reads, and makes the one user."""

import csv
from itertools import islice
from pathlib import Path

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand
from django.db import connection, transaction

from cases.models import Consent, Course, HousingArea, Mentor, Partner, Referral, ReferralIndustry, YoungPerson

AT_ONCE = 5000


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument("--user", required=True)
        parser.add_argument("--password", required=True)

    @transaction.atomic
    def handle(self, folder, user, password, **options):
        self.folder = folder
        User.objects.create_user(user, email=user, password=password)
        self.places()
        self.save(Mentor, map(mentor, self.rows("mentors")))
        self.mentors = dict(Mentor.objects.values_list("reference", "id"))
        self.save(YoungPerson, map(young_person, self.rows("referrals")))
        self.people = dict(YoungPerson.objects.values_list("reference", "id"))
        self.save(Referral, map(self.referral, self.rows("referrals")))
        self.referrals = dict(Referral.objects.values_list("reference", "id"))
        self.save(ReferralIndustry, (row for row in map(self.industry, self.rows("referrals"))))
        self.save(Consent, map(self.consent, self.rows("referrals")))
        self.save(Course, map(self.course, self.rows("courses")))
        transaction.on_commit(self.analyse)

    def analyse(self):
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def rows(self, name):
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)

    def save(self, model, things):
        while batch := list(islice(things, AT_ONCE)):
            model.objects.bulk_create(batch)

    def places(self):
        self.partners = {row["partner"]: Partner.objects.create(name=row["partner"]) for row in self.rows("partners")}
        rows = [(row["housing_area"], self.partners[row["partner"]]) for row in self.rows("housing_areas")]
        self.areas = {name: HousingArea.objects.create(name=name, partner=partner) for name, partner in rows}

    def referral(self, row):
        return Referral(
            reference=row["referral_id"],
            partner=self.partners[row["partner"]],
            housing_area=self.areas[row["housing_area"]],
            young_person_id=self.people[row["youth_id"]],
            referrer_email=row["referrer_email"],
            referred_on=row["referred_on"],
            wish=row["wish"],
            clarity=row["clarity"],
            accepted_on=row["referred_on"],
            closed_on=row["closed_on"] or None,
            not_started_reason=row["not_started_reason"],
        )

    def industry(self, row):
        return ReferralIndustry(referral_id=self.referrals[row["referral_id"]], position=0, code=row["industry_codes"])

    def consent(self, row):
        return Consent(
            referral_id=self.referrals[row["referral_id"]],
            young_person_id=self.people[row["youth_id"]],
            purpose="mentor_course",
            given_on=row["consented_on"],
        )

    def course(self, row):
        return Course(
            referral_id=self.referrals[row["referral_id"]],
            mentor_id=self.mentors[row["mentor_id"]],
            matched_on=row["matched_on"],
            ended_on=row["ended_on"] or None,
        )


def mentor(row):
    fields = ("name", "email", "occupation", "postcode", "seats")
    return Mentor(reference=row["mentor_id"], **{field: row[field] for field in fields})


def young_person(row):
    return YoungPerson(
        reference=row["youth_id"],
        name=row["youth_name"],
        birth_date=row["birth_date"],
        gender=row["gender"],
        phone=row["phone"],
        email=row["email"],
        languages=row["languages"].split(";"),
    )
