//! What the list shows.

use askama::Template;
use chrono::{Days, NaiveDate};

use super::{EXPIRES_SOON_DAYS, forms::MentorsFilter};
use crate::{
    form::ShownErrors,
    industry,
    language::Tr,
    list::{Asked, Found},
    mentor::{
        MentorFacts, MentorStatus,
        pages::{last_course, state},
        screening::missing_for_approval,
    },
    page::{Ctx, Sheet},
    record::reveals_nobody,
    word::{Choice, Worded, common_languages, further_languages},
};

/// A row of the list.
pub struct Row {
    pub path: String,
    pub name: String,
    pub occupation: String,
    pub industries: String,
    pub place: String,
    /// The colour and the words of the badge.
    pub state: (&'static str, String),
    pub seats: String,
    /// What an applicant still lacks, in sentences.
    pub missing: String,
    pub last_seen: String,
    pub last_course: String,
    /// When the criminal-record check runs out, and whether that is soon or past.
    pub record: Option<(String, bool)>,
}

impl Row {
    fn new(tr: Tr, facts: &MentorFacts, today: NaiveDate) -> Self {
        let mentor = &facts.mentor;
        let place = [mentor.postcode.as_deref(), mentor.town.as_deref()];
        let soon = today + Days::new(EXPIRES_SOON_DAYS);
        Self {
            path: format!("/mentors/{}", mentor.id),
            name: mentor.name.clone(),
            occupation: mentor.occupation.clone(),
            industries: industry::names(tr, &facts.industries),
            place: place.into_iter().flatten().collect::<Vec<_>>().join(" "),
            state: state(tr, facts, facts.status(today)),
            missing: missing(tr, facts, today),
            last_seen: facts.signs.last_seen_on.map(|day| tr.short_date(&day)).unwrap_or_default(),
            last_course: last_course(tr, &facts.signs),
            seats: tr.t2("mentor-seats-taken", "held", facts.seats.held, "offered", facts.seats.offered),
            record: mentor.criminal_record_expires_on.map(|on| (tr.short_date(&on), on <= soon)),
        }
    }
}

fn missing(tr: Tr, facts: &MentorFacts, today: NaiveDate) -> String {
    if facts.status(today) != MentorStatus::Applicant {
        return String::new();
    }
    let missing = missing_for_approval(&facts.mentor, today);
    missing.iter().map(|missing| tr.t(missing.to_string())).collect::<Vec<_>>().join(" · ")
}

#[derive(Template)]
#[template(path = "mentor/all.html")]
pub struct MentorsPage {
    pub ctx: Ctx,
    pub list: Found<Row>,
    pub query: Asked<MentorsFilter>,
    pub statuses: Vec<Choice>,
    pub industries: Vec<Choice>,
    pub languages: Vec<Choice>,
    pub errors: ShownErrors,
}

impl MentorsPage {
    pub fn new(ctx: Ctx, today: NaiveDate, found: Found<MentorFacts>, query: Asked<MentorsFilter>) -> Self {
        let tr = ctx.tr;
        let mut spoken = common_languages(tr);
        spoken.extend(further_languages(tr));
        Self {
            list: found.map(|facts| Row::new(tr, &facts, today)),
            statuses: MentorStatus::choices(tr),
            industries: industry::choices(tr),
            languages: spoken,
            errors: ShownErrors::default(),
            ctx,
            query,
        }
    }
}

/// The mentors to take away.
pub fn table(tr: Tr, today: NaiveDate) -> Sheet<'static, MentorFacts> {
    let row = move |facts: &MentorFacts| Row::new(tr, facts, today);
    Sheet::telling_of_nobody(tr, "mentors")
        .with("mentor-name", |facts: &MentorFacts| facts.mentor.name.clone())
        .with("mentor-filter-status", move |facts| row(facts).state.1)
        .with("mentor-still-missing", move |facts| row(facts).missing)
        .with("mentor-works-as", |facts| facts.mentor.occupation.clone())
        .with("mentor-industries", move |facts| industry::names(tr, &facts.industries))
        .with("mentor-place", move |facts| row(facts).place)
        .with("mentor-seats-heading", |facts| facts.seats.offered)
        .with("mentor-seats-in-use", |facts| facts.seats.held)
        .with("mentor-last-seen", |facts| facts.signs.last_seen_on)
        .with("mentor-last-course", move |facts| last_course(tr, &facts.signs))
        .with("mentor-record-expires", |facts| facts.mentor.criminal_record_expires_on)
}

reveals_nobody!(MentorsPage);
