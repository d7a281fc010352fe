//! What the list shows.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::{find::Listed, forms::ProposalsFilter};
use crate::{
    form::ShownErrors,
    language::Tr,
    list::{Asked, Found},
    matching::{Standing, State, decline_words::said},
    page::{Ctx, Sheet},
    record::{Revealed, Reveals, Subject},
    spreadsheet::Cell,
    word::{Choice, Worded},
};

#[derive(Template)]
#[template(path = "matching/proposals.html")]
pub struct ProposalsPage {
    pub ctx: Ctx,
    pub query: Asked<ProposalsFilter>,
    pub list: Found<Row>,
    pub states: Vec<Choice>,
    pub asked: Vec<Choice>,
    pub partners: Vec<Choice>,
    pub whose: Vec<Choice>,
    pub errors: ShownErrors,
}

/// One proposal, in words.
pub struct Row {
    pub id: Uuid,
    pub young_person_id: Uuid,
    pub young: String,
    pub mentor: String,
    pub partner: String,
    pub proposed_on: String,
    /// By when whom it waits for is to answer; empty when nobody waits for an answer any more.
    pub expires_on: String,
    /// Whether a sentence stands there in place of the day.
    pub is_clock_stopped: bool,
    pub standing: Standing,
    /// Why it was declined; empty when it was not.
    pub reason: String,
}

impl Row {
    pub fn new(tr: Tr, listed: Listed) -> Self {
        let (expires_on, is_clock_stopped) = match expires(tr, &listed) {
            Cell::Day(day) => (tr.short_date(&day), false),
            Cell::Text(text) => (text, true),
            _ => (String::new(), false),
        };
        let (standing, proposal) = (listed.standing(), listed.proposal);
        Self {
            id: proposal.id,
            young_person_id: listed.young_person_id,
            young: listed.young_name,
            mentor: listed.mentor_name,
            partner: listed.partner_name,
            proposed_on: tr.short_date(&crate::clock::local_date(proposal.proposed_at)),
            expires_on,
            is_clock_stopped,
            standing,
            reason: said(&proposal).map(|cause| cause.label(tr)).unwrap_or_default(),
        }
    }
}

/// The open ones first, then each state.
pub fn states(tr: Tr) -> Vec<Choice> {
    let open = Choice::new("open", tr.t("matching-list-open"));
    std::iter::once(open).chain(Standing::choices(tr)).collect()
}

/// Whether the young person, or the partner in their place, was written to.
pub fn asked(tr: Tr) -> Vec<Choice> {
    ["yes", "no"].map(|word| Choice::new(word, tr.t(format!("matching-list-asked-{word}")))).into()
}

impl Reveals for ProposalsPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.list.rows.iter().map(|row| row.young_person_id))
    }
}

/// The proposals to take away.
pub fn table(tr: Tr) -> Sheet<'static, Listed> {
    Sheet::telling_of(tr, "proposals", |row: &Listed| Subject::YoungPerson(row.young_person_id))
        .with("matching-list-young", |row| row.young_name.clone())
        .with("matching-list-mentor", |row| row.mentor_name.clone())
        .with("referral-partner", |row| row.partner_name.clone())
        .with("matching-list-proposed", |row| crate::clock::local_date(row.proposal.proposed_at))
        .with("matching-list-expires", move |row| expires(tr, row))
        .with("matching-list-state", move |row| row.standing().label(tr))
        .with("matching-list-reason", move |row| said(&row.proposal).map(|cause| cause.label(tr)))
}

/// By when whom it waits for is to answer; nothing when nobody waits for an answer any more.
fn expires(tr: Tr, listed: &Listed) -> Cell {
    match listed.standing() {
        Standing::As(State::AwaitingMentor | State::AwaitingMentee) => listed.proposal.expires_on.into(),
        Standing::As(State::QuestionAsked) => tr.t("matching-clock-stopped").into(),
        Standing::As(State::Accepted | State::Declined | State::Expired | State::Withdrawn) | Standing::Stopped => {
            Cell::Empty
        }
    }
}
