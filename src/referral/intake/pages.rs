//! What the pages of the form show.

use askama::Template;
use chrono::NaiveDate;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::{forms::ReferralForm, offer::Offer, parse::is_minor};
use crate::{
    form::ShownErrors,
    industry::{self, IndustryCode, Suggestion},
    language::Tr,
    page::Ctx,
    record::{Revealed, Reveals, Subject},
    referral::{Duplicate, facts::Fact},
    word::{Choice, common_languages, further_languages},
};

/// The fields of the form with their answers.
pub struct Fields {
    /// The draft that the form belongs to; none where a sent referral is amended.
    pub draft_id: Option<Uuid>,
    pub form: ReferralForm,
    pub errors: ShownErrors,
    pub is_staff: bool,
    /// Whether the young person is under 18, as far as the birth date tells.
    pub shows_guardian: bool,
    /// Whether a wish was typed, so that industries can be told.
    pub is_wish_read: bool,
    pub areas: Vec<Choice>,
    pub referrers: Vec<Choice>,
    pub languages: Vec<Choice>,
    pub further_languages: Vec<Choice>,
    pub suggestions: Vec<Choice>,
    /// Yes and no to being asked how it went.
    pub survey_answers: Vec<Choice>,
}

impl Fields {
    pub fn new(ctx: &Ctx, offer: &Offer, mut form: ReferralForm, errors: ShownErrors, today: NaiveDate) -> Self {
        let tr = ctx.tr;
        if form.area.is_empty() {
            form.area = offer.only_area().unwrap_or_default();
        }
        Self {
            draft_id: None,
            errors,
            is_staff: ctx.viewer.as_ref().is_some_and(|viewer| viewer.is_staff()),
            shows_guardian: form.birth_date.date().is_some_and(|date| is_minor(date, today)),
            is_wish_read: !form.wish.trim().is_empty(),
            areas: offer.area_choices(),
            referrers: offer.referrer_choices(),
            languages: common_languages(tr),
            further_languages: further_languages(tr),
            suggestions: suggestions(tr, offer, &form),
            survey_answers: ["yes", "no"].map(|word| Choice::new(word, tr.t(format!("referral-survey-{word}")))).into(),
            form,
        }
    }

    /// Whether something is typed or wrong among the rarer details, so that they are not folded away.
    pub fn has_more_of_person(&self) -> bool {
        let (form, errors) = (&self.form, &self.errors);
        let texts: [&str; 3] = [&form.gender, &form.interpreter_need, &form.accessibility_need];
        let fields = ["gender", "interpreter_need", "accessibility_need"];
        texts.iter().any(|text| !text.is_empty()) || fields.iter().any(|field| errors.of(field).is_some())
    }

    /// The same fields, as those of a draft.
    pub fn of_draft(mut self, draft_id: Uuid) -> Self {
        self.draft_id = Some(draft_id);
        self
    }
}

/// What the wish was read into, each with the words that led there, then what was chosen besides.
fn suggestions(tr: Tr, offer: &Offer, form: &ReferralForm) -> Vec<Choice> {
    let read = offer.read(&form.wish).suggestions;
    let mut choices: Vec<Choice> = read.iter().map(|suggestion| suggested(tr, suggestion)).collect();
    let chosen = form.industries.iter().filter_map(|code| {
        let known: IndustryCode = code.parse().ok()?;
        Some(Choice::new(code.clone(), industry::name(tr, &known)))
    });
    for choice in chosen.chain(industry::unclear(tr, &form.further_industry, offer.vocabulary())) {
        if !choices.iter().any(|known| known.value == choice.value) {
            choices.push(choice);
        }
    }
    choices
}

fn suggested(tr: Tr, suggestion: &Suggestion) -> Choice {
    let words = suggestion.words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
    let code = suggestion.trade();
    Choice::new(code.to_string(), industry::name(tr, &code)).hint(tr.t1("referral-suggestion-words", "words", words))
}

#[derive(Template)]
#[template(path = "referral/new.html")]
pub struct FormPage {
    pub ctx: Ctx,
    pub draft_id: Uuid,
    /// Which page this is, and what it has seen of the draft.
    pub seen: String,
    /// How long ago the draft was saved, in days; nothing when it never was.
    pub saved_days_ago: Option<i64>,
    pub fields: Fields,
}

#[derive(Template)]
#[template(path = "referral/check.html")]
pub struct CheckPage {
    pub ctx: Ctx,
    pub draft_id: Uuid,
    pub person: Vec<Fact>,
    pub case: Vec<Fact>,
    pub area: String,
    pub consented_on: String,
    pub consents_to_survey: bool,
    pub duplicates: Vec<Duplicate>,
    pub is_staff: bool,
}

#[derive(Template)]
#[template(path = "referral/receipt.html")]
pub struct ReceiptPage {
    pub ctx: Ctx,
    pub referral_id: Uuid,
    pub young_person_id: Uuid,
    pub name: String,
    pub answer_by: String,
    pub is_staff: bool,
}

#[derive(Template)]
#[template(path = "referral/amend.html")]
pub struct AmendPage {
    pub ctx: Ctx,
    pub referral_id: Uuid,
    pub young_person_id: Uuid,
    pub name: String,
    pub fields: Fields,
}

impl Reveals for FormPage {
    fn reveals(&self) -> Revealed {
        Revealed::of(ReadingPurpose::Enquiry, [Subject::OfDraft(self.draft_id)])
    }
}

impl Reveals for CheckPage {
    fn reveals(&self) -> Revealed {
        let alike = self.duplicates.iter().map(|duplicate| duplicate.person.id);
        Revealed::of(ReadingPurpose::Enquiry, [Subject::OfDraft(self.draft_id)])
            .and(Revealed::people(ReadingPurpose::Comparison, alike))
    }
}

impl Reveals for ReceiptPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Referral, [self.young_person_id])
    }
}

impl Reveals for AmendPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Referral, [self.young_person_id])
    }
}
