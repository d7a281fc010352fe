//! What the list shows.

use askama::Template;
use chrono::{Days, NaiveDate};

use super::{
    EXPIRES_SOON_DAYS, Listed,
    forms::{EVERYBODY, MentorsFilter},
};
use crate::{
    duty,
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
    pub responsible: String,
    pub last_seen: String,
    pub last_course: String,
    /// When the criminal-record check runs out, and whether that is soon or past.
    pub record: Option<(String, bool)>,
}

impl Row {
    fn new(tr: Tr, listed: &Listed, today: NaiveDate) -> Self {
        let facts = &listed.facts;
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
            responsible: duty::responsible_name(tr, listed.responsible.as_deref()),
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
    pub whose: Vec<Choice>,
    pub errors: ShownErrors,
}

impl MentorsPage {
    pub fn new(ctx: Ctx, today: NaiveDate, found: Found<Listed>, query: Asked<MentorsFilter>) -> Self {
        let tr = ctx.tr;
        let mut spoken = common_languages(tr);
        spoken.extend(further_languages(tr));
        let mut statuses = MentorStatus::choices(tr);
        statuses.push(Choice::new(EVERYBODY, tr.t("mentor-filter-everybody")));
        Self {
            list: found.map(|listed| Row::new(tr, &listed, today)),
            statuses,
            industries: industry::choices(tr),
            languages: spoken,
            whose: Vec::new(),
            errors: ShownErrors::default(),
            ctx,
            query,
        }
    }
}

/// The mentors to take away.
pub fn table(tr: Tr, today: NaiveDate) -> Sheet<'static, Listed> {
    let row = move |listed: &Listed| Row::new(tr, listed, today);
    Sheet::telling_of_nobody(tr, "mentors")
        .with("mentor-name", |listed: &Listed| listed.facts.mentor.name.clone())
        .with("mentor-filter-status", move |listed| row(listed).state.1)
        .with("mentor-still-missing", move |listed| row(listed).missing)
        .with("mentor-works-as", |listed| listed.facts.mentor.occupation.clone())
        .with("mentor-industries", move |listed| industry::names(tr, &listed.facts.industries))
        .with("mentor-place", move |listed| row(listed).place)
        .with("mentor-seats-heading", |listed| listed.facts.seats.offered)
        .with("mentor-seats-in-use", |listed| listed.facts.seats.held)
        .with("mentor-last-seen", |listed| listed.facts.signs.last_seen_on)
        .with("mentor-last-course", move |listed| last_course(tr, &listed.facts.signs))
        .with("mentor-record-expires", |listed| listed.facts.mentor.criminal_record_expires_on)
        .with("duty-responsible", |listed| listed.responsible.clone())
}

reveals_nobody!(MentorsPage);
