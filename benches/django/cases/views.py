"""The pages: the list, one case, the form and what it writes."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from . import texts
from .forms import CloseForm, ReferralForm
from .models import Change, Consent, Course, HousingArea, Partner, Reading, Referral, ReferralIndustry, YoungPerson

PAGE_SIZE = 50
LONG_PAGE = 100
# In the order of the product's own words for why somebody opens a journal.
PURPOSES = {"waiting": "matching", "in-course": "course_follow_up", "finished": "survey"}


def cases():
    of_referral = Course.objects.filter(referral=OuterRef("pk"))
    return Referral.objects.select_related("young_person", "partner", "housing_area").annotate(
        running=Exists(of_referral.filter(ended_on=None)), ended=Exists(of_referral.exclude(ended_on=None))
    )


def filtered(found, query):
    if query.get("partner"):
        found = found.filter(partner_id=query["partner"])
    if query.get("area"):
        found = found.filter(housing_area_id=query["area"])
    if query.get("industry"):
        found = found.filter(industries__code=query["industry"])
    if query.get("text"):
        found = found.filter(Q(young_person__name__icontains=query["text"]) | Q(wish__icontains=query["text"]))
    return found


@login_required
def index(request):
    found = filtered(cases(), request.GET).prefetch_related("industries").order_by("-referred_on", "-id")
    size = LONG_PAGE if request.GET.get("long") else PAGE_SIZE
    context = {
        "page": Paginator(found, size).get_page(request.GET.get("page")),
        "states": texts.STATES,
        "partners": Partner.objects.order_by("name"),
        "areas": HousingArea.objects.order_by("name"),
        "industries": texts.OFFERED,
    }
    return render(request, "index.html", context)


@login_required
def show(request, number):
    referral = get_object_or_404(cases(), pk=number)
    purpose = PURPOSES.get(referral.state(), "referral")
    Reading.objects.create(young_person=referral.young_person, user=request.user, purpose=purpose)
    context = {
        "referral": referral,
        "consents": referral.consents.all(),
        "changes": referral.changes.select_related("by").order_by("-at"),
        "courses": referral.courses.order_by("-matched_on"),
        "close_form": CloseForm(),
    }
    return render(request, "show.html", context)


@login_required
@require_POST
def close(request, number):
    form = CloseForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["close_reason"]
        Referral.objects.filter(pk=number).update(closed_on=date.today(), not_started_reason=reason)
    return redirect("referral", number=number)


@login_required
def create(request):
    form = ReferralForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("referral", number=written(request.user, form.cleaned_data).pk)
    return render(request, "new.html", {"form": form})


PERSON = ("name", "birth_date", "gender", "phone", "email", "contact_preference")
WISHES = ("wish", "clarity", "needs", "goals", "for_mentor")
MENTOR_WISHES = ("mentor_gender_wish", "mentor_age_wish", "mentor_wish", "times", "mentor_max_km", "video") + (
    "mentor_language",
    "not_postcode",
    "not_firm",
    "musts",
)
CARE = ("interpreter_need", "accessibility_need")


@transaction.atomic
def written(user, answers):
    """The young person, the referral, its industries, the consents and the change log, all or nothing."""
    languages = answers["languages"] + [code for code in [answers["further_language"]] if code]
    person = YoungPerson.objects.create(languages=languages, **{field: answers[field] for field in PERSON})
    area = answers["area"]
    referral = Referral.objects.create(
        partner_id=area.partner_id,
        housing_area=area,
        young_person=person,
        referred_on=date.today(),
        **{field: answers[field] for field in WISHES + MENTOR_WISHES + CARE},
    )
    codes = enumerate(answers["industries"])
    ReferralIndustry.objects.bulk_create(ReferralIndustry(referral=referral, position=at, code=code) for at, code in codes)
    purposes = ["mentor_course"] + ["survey"] * answers["survey_consent"]
    given_on = answers["consented_on"]
    Consent.objects.bulk_create(
        Consent(referral=referral, young_person=person, purpose=purpose, given_on=given_on) for purpose in purposes
    )
    Change.objects.create(referral=referral, action="sent", by=user)
    return referral
