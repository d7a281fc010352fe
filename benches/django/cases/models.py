"""The same rows as the product keeps about a referral."""

from datetime import date

from django.conf import settings
from django.db import models

from . import texts


class Partner(models.Model):
    name = models.CharField(max_length=120, unique=True)


class HousingArea(models.Model):
    name = models.CharField(max_length=120)
    partner = models.ForeignKey(Partner, models.PROTECT)


class Mentor(models.Model):
    reference = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    email = models.CharField(max_length=254)
    occupation = models.CharField(max_length=120)
    postcode = models.CharField(max_length=4)
    seats = models.IntegerField()


class YoungPerson(models.Model):
    reference = models.CharField(max_length=40, unique=True, null=True)
    name = models.CharField(max_length=120, db_index=True)
    birth_date = models.DateField(db_index=True)
    gender = models.CharField(max_length=16, blank=True, choices=texts.GENDERS)
    phone = models.CharField(max_length=20, blank=True, db_index=True)
    email = models.CharField(max_length=254, blank=True)
    languages = models.JSONField(default=list)
    contact_preference = models.CharField(max_length=16, blank=True, choices=texts.CONTACTS)

    def age(self) -> int:
        today, born = date.today(), self.birth_date
        return today.year - born.year - ((today.month, today.day) < (born.month, born.day))

    def readable_phone(self) -> str:
        return self.phone.removeprefix("+45 ")

    def language_names(self) -> str:
        names = dict(texts.LANGUAGES + texts.FURTHER)
        return ", ".join(names.get(code, code) for code in self.languages)


class Referral(models.Model):
    reference = models.CharField(max_length=40, unique=True, null=True)
    partner = models.ForeignKey(Partner, models.PROTECT)
    housing_area = models.ForeignKey(HousingArea, models.PROTECT)
    young_person = models.ForeignKey(YoungPerson, models.PROTECT)
    referrer_email = models.CharField(max_length=254, blank=True)
    referred_on = models.DateField(db_index=True)
    wish = models.TextField()
    clarity = models.CharField(max_length=16, blank=True, choices=texts.CLARITIES)
    needs = models.JSONField(default=list)
    goals = models.TextField(blank=True)
    mentor_gender_wish = models.CharField(max_length=16, blank=True, choices=texts.MENTOR_GENDERS)
    mentor_age_wish = models.CharField(max_length=16, blank=True, choices=texts.MENTOR_AGES)
    mentor_wish = models.TextField(blank=True)
    times = models.JSONField(default=list)
    mentor_max_km = models.PositiveIntegerField(null=True, blank=True)
    video = models.CharField(max_length=3, blank=True, choices=texts.VIDEO)
    mentor_language = models.CharField(max_length=2, blank=True)
    not_postcode = models.CharField(max_length=4, blank=True)
    not_firm = models.CharField(max_length=120, blank=True)
    musts = models.JSONField(default=list)
    for_mentor = models.TextField(blank=True)
    interpreter_need = models.TextField(blank=True)
    accessibility_need = models.TextField(blank=True)
    accepted_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    not_started_reason = models.CharField(max_length=40, blank=True, choices=texts.REASONS)
    created_at = models.DateTimeField(auto_now_add=True)

    def state(self) -> str:
        """Told from the facts, as the product does; `running` and `ended` come with the query."""
        if self.running:
            return "in-course"
        if self.ended:
            return "finished"
        if self.closed_on:
            return "not-started"
        return "waiting" if self.accepted_on else "awaiting-answer"

    def state_text(self) -> str:
        return texts.STATES[self.state()]

    def industry_titles(self) -> str:
        return "; ".join(industry.title() for industry in self.industries.all())

    def times_text(self) -> str:
        times = dict(texts.TIMES)
        return ", ".join(times.get(code, code) for code in self.times)

    def must_texts(self) -> str:
        musts = dict(texts.MUSTS)
        return ", ".join(musts.get(code, code) for code in self.musts)

    def need_texts(self) -> str:
        needs = dict(texts.NEEDS)
        return "; ".join(needs.get(code, code) for code in self.needs)


class ReferralIndustry(models.Model):
    referral = models.ForeignKey(Referral, models.CASCADE, related_name="industries")
    position = models.IntegerField()
    code = models.CharField(max_length=12)

    class Meta:
        ordering = ["position"]

    def title(self) -> str:
        return texts.INDUSTRIES.get(self.code, self.code)


class Consent(models.Model):
    referral = models.ForeignKey(Referral, models.CASCADE, related_name="consents")
    young_person = models.ForeignKey(YoungPerson, models.CASCADE)
    purpose = models.CharField(max_length=32)
    given_on = models.DateField()
    withdrawn_on = models.DateField(null=True)


class Course(models.Model):
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="courses")
    mentor = models.ForeignKey(Mentor, models.PROTECT)
    matched_on = models.DateField()
    ended_on = models.DateField(null=True)


class Change(models.Model):
    referral = models.ForeignKey(Referral, models.CASCADE, related_name="changes")
    action = models.CharField(max_length=40)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    at = models.DateTimeField(auto_now_add=True)


class Reading(models.Model):
    """Who opened which journal, and when."""

    young_person = models.ForeignKey(YoungPerson, models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    purpose = models.CharField(max_length=24)
    at = models.DateTimeField(auto_now_add=True)
