"""The form of a referral, with the fields of the product's own."""

from datetime import date

from django import forms

from . import texts
from .models import HousingArea


class AreaField(forms.ModelChoiceField):
    def label_from_instance(self, area) -> str:
        return f"{area.partner.name}: {area.name}"


def text(longest: int, rows: int) -> forms.CharField:
    return forms.CharField(required=False, max_length=longest, widget=forms.Textarea({"rows": rows}))


def one_of(choices: list) -> forms.ChoiceField:
    return forms.ChoiceField(required=False, choices=choices, widget=forms.RadioSelect)


def some_of(choices: list, required: bool) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(required=required, choices=choices, widget=forms.CheckboxSelectMultiple)


class ReferralForm(forms.Form):
    area = AreaField(HousingArea.objects.select_related("partner").order_by("partner__name", "name"))
    name = forms.CharField(max_length=120)
    birth_date_day = forms.IntegerField()
    birth_date_month = forms.IntegerField()
    birth_date_year = forms.IntegerField()
    guardian_name = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)
    guardian_phone = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    phone = forms.CharField(required=False, max_length=40)
    email = forms.EmailField(required=False)
    contact_preference = one_of(texts.CONTACTS)
    languages = some_of(texts.LANGUAGES, required=True)
    further_language = forms.ChoiceField(required=False, choices=[("", "Intet andet")] + texts.FURTHER)
    gender = one_of(texts.GENDERS)
    interpreter_need = forms.CharField(required=False, max_length=400)
    accessibility_need = forms.CharField(required=False, max_length=400)
    wish = forms.CharField(max_length=2000, widget=forms.Textarea({"rows": 4}))
    industries = forms.MultipleChoiceField(
        required=False, choices=list(texts.INDUSTRIES.items()), widget=forms.MultipleHiddenInput
    )
    needs = some_of(texts.NEEDS, required=False)
    clarity = one_of(texts.CLARITIES)
    goals = text(2000, 3)
    mentor_gender_wish = one_of(texts.MENTOR_GENDERS)
    mentor_age_wish = one_of(texts.MENTOR_AGES)
    mentor_wish = text(1000, 2)
    times = some_of(texts.TIMES, required=False)
    mentor_max_km = forms.IntegerField(required=False, min_value=1, max_value=500)
    video = one_of(texts.VIDEO)
    mentor_language = forms.ChoiceField(required=False, choices=[("", "Vælg")] + texts.LANGUAGES + texts.FURTHER)
    not_postcode = forms.RegexField(r"^\d{4}$", required=False)
    not_firm = forms.CharField(required=False, max_length=120)
    musts = some_of(texts.MUSTS, required=False)
    for_mentor = text(2000, 3)
    knows_course = forms.BooleanField()
    consent = forms.BooleanField()
    consented_on_day = forms.IntegerField()
    consented_on_month = forms.IntegerField()
    consented_on_year = forms.IntegerField()
    survey_consent = forms.BooleanField(required=False)

    def clean(self) -> dict:
        cleaned = super().clean()
        cleaned["birth_date"] = self._date("birth_date")
        cleaned["consented_on"] = self._date("consented_on")
        born = cleaned["birth_date"]
        if born and not 15 <= (date.today() - born).days // 365.25 <= 25:
            self.add_error("birth_date_year", "Vi hjælper unge fra 15 til 25 år.")
        if not cleaned.get("phone") and not cleaned.get("email"):
            self.add_error("phone", "Skriv et mobilnummer eller en e-mail.")
        return cleaned

    def _date(self, name: str) -> date | None:
        parts = [self.cleaned_data.get(f"{name}_{part}") for part in ("year", "month", "day")]
        try:
            return date(*parts)
        except (TypeError, ValueError):
            self.add_error(f"{name}_day", "Skriv en dato, der findes.")
            return None


class CloseForm(forms.Form):
    close_reason = forms.ChoiceField(choices=[("", "Vælg")] + texts.REASONS)
    close_note = text(1000, 2)
