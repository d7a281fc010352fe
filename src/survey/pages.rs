//! What the pages show.

use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    ContactAttempt, ContactWay,
    contact_attempts::{AttemptChannel, AttemptResult},
    readings::ReadingPurpose,
    surveys::{ActivityStatus, SurveyKind},
};
use sea_orm::prelude::Uuid;

use super::{
    Facts, Known, Routes, State, SurveyRow,
    asked::AskedPerson,
    attempt::since,
    forms::{AnswerForm, AttemptForm},
    lines::{AnswerLine, AttemptLine},
    list::SurveysFilter,
    next::told,
    state,
};
use crate::{
    clock::local_date,
    config::Rules,
    form::{ShownErrors, typed::readable_phone},
    language::{Tr, first_name},
    list::{self, Found},
    message::{Trouble, sms::Sms},
    page::{Ctx, Sheet},
    record::{Revealed, Reveals, Subject},
    referral::{Agreement, Way, Written},
    word::{Choice, Worded},
};

#[derive(Template)]
#[template(path = "survey/surveys.html")]
pub struct SurveysPage {
    pub ctx: Ctx,
    pub query: list::Asked<SurveysFilter>,
    pub states: Vec<Choice>,
    pub kinds: Vec<Choice>,
    pub partners: Vec<Choice>,
    pub whose: Vec<Choice>,
    pub list: Found<Line>,
    pub errors: ShownErrors,
}

/// One line of the list, in words.
pub struct Line {
    pub id: Uuid,
    pub young_person_id: Uuid,
    pub name: String,
    pub partner: String,
    pub kind: String,
    pub due_on: String,
    pub state: String,
    pub badge: &'static str,
    pub attempts: i64,
    pub next: String,
}

impl Line {
    pub fn new(tr: Tr, row: SurveyRow, today: NaiveDate) -> Self {
        Self {
            id: row.id,
            young_person_id: row.young_person_id,
            kind: row.kind.label(tr),
            due_on: tr.short_date(&row.due_on),
            state: stands(tr, &row, today),
            badge: row.state(today).badge(),
            name: row.name,
            partner: row.partner,
            attempts: row.attempts,
            next: row.next,
        }
    }
}

/// What the list says of where a survey stands.
fn stands(tr: Tr, row: &SurveyRow, today: NaiveDate) -> String {
    if row.asks_first(today) { tr.t("survey-state-ask-first") } else { row.state(today).label(tr) }
}

pub fn table(tr: Tr, today: NaiveDate) -> Sheet<'static, SurveyRow> {
    Sheet::telling_of(tr, "surveys", |row: &SurveyRow| Subject::YoungPerson(row.young_person_id))
        .with("survey-name", |row| row.name.clone())
        .with("survey-kind", move |row| row.kind.label(tr))
        .with("survey-due", |row| row.due_on)
        .with("survey-state", move |row| stands(tr, row, today))
        .with("survey-next", |row| row.next.clone())
        .with("survey-attempts", |row| row.attempts)
        .with("survey-partner", |row| row.partner.clone())
}

/// The phone script with its entry form.
#[derive(Template)]
#[template(path = "survey/show.html")]
pub struct SurveyPage {
    pub ctx: Ctx,
    pub id: Uuid,
    pub course_id: Uuid,
    pub person: Person,
    pub kind: String,
    pub is_exit: bool,
    pub due_on: NaiveDate,
    pub state: String,
    pub badge: &'static str,
    pub referral_id: Uuid,
    pub has_died: bool,
    /// Since when the young person says no to being asked: then nothing is offered but to look.
    pub no_since: Option<NaiveDate>,
    /// Whether it is to be asked first whether we may ask.
    pub asks_first: bool,
    /// Whether the mail, or the text message, with the link would go to anybody.
    pub can_mail: bool,
    pub is_by_text: bool,
    /// Whether a link may be made for the young person.
    pub can_link: bool,
    pub answer: Option<String>,
    /// The day of the answer; empty without one.
    pub answer_day: String,
    /// Since when it stands as not reached; empty when it does not.
    pub not_reached_on: String,
    /// All that was ever answered, the newest first.
    pub answers: Vec<AnswerLine>,
    pub attempts: Vec<AttemptLine>,
    /// What staff do next; empty when nobody is to be asked now.
    pub next: String,
    /// What is missing before staff may give up; empty when they may, or there is nothing to give up.
    pub missing: Vec<String>,
    pub can_give_up: bool,
    pub answer_form: AnswerForm,
    pub attempt_form: AttemptForm,
    pub activities: Vec<Choice>,
    pub channels: Vec<Choice>,
    pub results: Vec<Choice>,
    /// A link made to be sent by hand, shown this once.
    pub link: String,
    /// Letters about it that did not arrive.
    pub troubles: Vec<Trouble>,
    pub errors: ShownErrors,
}

/// Whom the survey is about and how to reach them; no way that they do not want.
#[derive(Clone, Default)]
pub struct Person {
    pub name: String,
    pub id: Uuid,
    pub first_name: String,
    pub phone: String,
    pub email: String,
    pub contact_preference: String,
    /// Who at the partner is asked in their place.
    pub through: String,
    /// Who can be asked to pass a word on.
    pub others: Vec<String>,
    /// The day on which the course ended.
    pub ended_on: String,
    /// Who interprets, or into what; may be empty.
    pub interpreter_need: String,
}

impl Person {
    fn new(tr: Tr, asked: &AskedPerson) -> Self {
        let AskedPerson { person, course, referral, reach, others, .. } = asked;
        let first_name = first_name(&person.name).to_owned();
        let ended_on = course.ended_on.map(|day| tr.date(&day)).unwrap_or_default();
        let named = Self { id: person.id, name: person.name.clone(), first_name, ended_on, ..Self::default() };
        if reach.agreement.is_no() {
            return named;
        }
        let told =
            reach.told.as_ref().map(|told| [told.name.as_str(), told.email.as_str()].join(" ").trim().to_owned());
        let own = !matches!(reach.way, Way::Partner | Way::Nobody);
        let phone = |phone: &Option<String>| phone.as_deref().map(readable_phone);
        let other = |way: &ContactWay| {
            // What they are to the young person says more than that they are known.
            let who = way.relation.map_or_else(|| way.kind.label(tr), |relation| relation.label(tr));
            let parts = [way.name.clone(), readable_phone(&way.value), who];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        };
        Self {
            phone: phone(&person.phone).filter(|_| own).unwrap_or_default(),
            email: person.email.clone().filter(|_| own).unwrap_or_default(),
            contact_preference: person
                .contact_preference
                .map(|way| way.label_as(tr, "survey-preference"))
                .unwrap_or_default(),
            through: told.filter(|_| !own).unwrap_or_default(),
            others: others.iter().map(other).collect(),
            interpreter_need: referral.interpreter_need.clone().unwrap_or_default(),
            ..named
        }
    }
}

impl SurveyPage {
    pub fn new(
        ctx: Ctx,
        (asked, sms, rules): (AskedPerson, &Sms, &Rules),
        attempts: &[ContactAttempt],
        now: DateTime<Utc>,
    ) -> Self {
        let today = local_date(now);
        let (tr, survey, agreement) = (ctx.tr, &asked.survey, asked.reach.agreement);
        let state = state(Facts::of(survey, agreement), today);
        let protocol = super::protocol(&since(survey.due_on, attempts), asked.live_ways());
        let is_due = state == State::Due;
        let has_died = asked.has_died;
        let next = if is_due && !has_died { next_of(tr, (&asked, sms, rules), attempts, today) } else { String::new() };
        let not_reached_on = survey.not_reached_on.filter(|_| state == State::NotReached);
        let is_open = survey.answered_on.is_none();
        let written = asked.reach.in_writing(sms);
        Self {
            id: survey.id,
            course_id: survey.course_id,
            referral_id: asked.referral.id,
            person: Person::new(tr, &asked),
            kind: survey.kind.label(tr),
            is_exit: survey.kind == SurveyKind::Exit,
            due_on: survey.due_on,
            state: state.label(tr),
            badge: state.badge(),
            has_died,
            no_since: agreement.no_since(),
            asks_first: is_open && agreement == Agreement::Unanswered,
            can_mail: is_open && written.is_some(),
            is_by_text: matches!(written, Some(Written::Text(..))),
            can_link: is_open && agreement.is_given(),
            answer: survey.status.map(|status| status.label(tr)),
            answer_day: survey.answered_on.map(|day| tr.date(&day)).unwrap_or_default(),
            not_reached_on: not_reached_on.map(|day| tr.date(&day)).unwrap_or_default(),
            answers: Vec::new(),
            attempts: attempts.iter().map(|attempt| AttemptLine::new(tr, attempt)).collect(),
            next,
            can_give_up: is_due && protocol.is_followed(),
            missing: if is_due { protocol.missing(tr) } else { Vec::new() },
            answer_form: AnswerForm::of(survey, today),
            attempt_form: AttemptForm::new(now),
            activities: ActivityStatus::choices(tr),
            channels: AttemptChannel::choices(tr),
            results: AttemptResult::choices(tr),
            link: String::new(),
            troubles: Vec::new(),
            errors: ShownErrors::default(),
            ctx,
        }
    }

    /// Where a button of this page posts to.
    pub fn path(&self, action: impl std::fmt::Display) -> String {
        format!("/surveys/{}/{action}", self.id)
    }
}

fn next_of(
    tr: Tr,
    (asked, sms, rules): (&AskedPerson, &Sms, &Rules),
    tries: &[ContactAttempt],
    today: NaiveDate,
) -> String {
    let routes = Routes::of(asked, sms);
    let next = super::next(&Known { due_on: asked.survey.due_on, tries, routes: &routes }, rules, today);
    told((tr, today), &next, (&routes, asked.person.phone.as_deref().unwrap_or_default()), &asked.others)
}

impl Reveals for SurveysPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.list.rows.iter().map(|row| row.young_person_id))
    }
}

impl Reveals for SurveyPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::Survey, [self.person.id])
    }
}
