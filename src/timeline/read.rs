//! The whole timeline, read kind by kind and put in order.

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr};

use super::{
    agreed, ahead,
    around::Around,
    asked as questionnaires, cases,
    entry::{Entry, Kind},
    followed, meetings, people, seen_to, surveyed, talked,
};
use crate::{course, language::Tr, message::About, note::Noted, viewer::Viewer};

/// What is asked of a timeline: by whom, which kinds, and since which day; all of it where nothing is said.
pub struct Asked<'a> {
    pub viewer: &'a Viewer,
    pub today: NaiveDate,
    pub kinds: Vec<Kind>,
    pub since: Option<NaiveDate>,
}

impl Asked<'_> {
    fn wants(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

/// Everything that was asked for, the newest first. A kind that was not asked for is not read.
pub async fn timeline(
    db: &impl ConnectionTrait,
    tr: Tr,
    around: &Around,
    notes: &[Noted],
    asked: &Asked<'_>,
) -> Result<Vec<Entry>, DbErr> {
    let mut entries = of_rows(tr, around, notes);
    let (planned, surveys) = (meetings::agreed(db, around).await?, surveyed::surveys(db, around).await?);
    entries.extend(meetings::agreed_entries(tr, &planned));
    entries.extend(surveyed::survey_entries(tr, &surveys));
    if asked.wants(Kind::Survey) {
        entries.extend(surveyed::tries(db, tr, around, &surveys).await?);
        entries.extend(surveyed::past_answers(db, tr, &surveys).await?);
    }
    if asked.wants(Kind::Meeting) {
        entries.extend(meetings::held(db, tr, around).await?);
    }
    if asked.wants(Kind::Consent) {
        entries.extend(people::consents(db, tr, around).await?);
    }
    if asked.wants(Kind::Way) {
        entries.extend(people::ways(db, tr, around).await?);
    }
    if asked.wants(Kind::Concern) {
        entries.extend(people::concerns(db, tr, around, (asked.viewer, asked.today)).await?);
    }
    entries.extend(of_courses(db, tr, around, asked).await?);
    if asked.wants(Kind::Message) {
        let courses: Vec<_> = around.course_ids().collect();
        let beside = course::messages_beside(db, &courses).await?;
        let others = planned.iter().map(|one| one.id).chain(surveys.iter().map(|one| one.id)).chain(beside);
        let about = About { things: things(around).chain(others).collect(), people: around.people.clone() };
        entries.extend(people::messages(db, tr, &about).await?);
    }
    if asked.wants(Kind::Reading) {
        entries.extend(people::readings(db, tr, &around.people).await?);
    }
    entries.retain(|entry| asked.wants(entry.kind) && asked.since.is_none_or(|since| entry.when.day() >= since));
    entries.sort_by_key(Entry::order);
    entries.reverse();
    Ok(entries)
}

/// What was done, said and agreed around the courses.
async fn of_courses(
    db: &impl ConnectionTrait,
    tr: Tr,
    around: &Around,
    asked: &Asked<'_>,
) -> Result<Vec<Entry>, DbErr> {
    let mut entries = Vec::new();
    if asked.wants(Kind::FollowUp) {
        entries.extend(followed::follow_ups(db, tr, around).await?);
    }
    if asked.wants(Kind::Silence) {
        entries.extend(followed::silence(db, tr, around).await?);
    }
    if asked.wants(Kind::Question) {
        entries.extend(followed::questions(db, tr, around).await?);
    }
    if asked.wants(Kind::Update) {
        entries.extend(talked::updates(db, tr, around).await?);
        entries.extend(talked::replies(db, tr, around).await?);
    }
    if asked.wants(Kind::Advice) {
        entries.extend(talked::advice(db, tr, around).await?);
    }
    if asked.wants(Kind::Preparation) {
        entries.extend(agreed::preparations(db, tr, around).await?);
    }
    if asked.wants(Kind::Expectations) {
        entries.extend(agreed::expectations(db, tr, around).await?);
    }
    if asked.wants(Kind::Agreement) {
        entries.extend(agreed::versions(db, tr, around).await?);
    }
    if asked.wants(Kind::Questionnaire) {
        entries.extend(questionnaires::questionnaires(db, tr, around, asked.today).await?);
    }
    if asked.wants(Kind::Stop) {
        entries.extend(agreed::stops(db, tr, around).await?);
    }
    if asked.wants(Kind::Schedule) {
        entries.extend(agreed::pauses(db, tr, around).await?);
        entries.extend(agreed::extensions(db, tr, around).await?);
    }
    if asked.wants(Kind::StandIn) {
        entries.extend(agreed::stand_ins(db, tr, around).await?);
    }
    if asked.wants(Kind::Goal) {
        entries.extend(ahead::goals(db, tr, around).await?);
    }
    if asked.wants(Kind::Onward) {
        entries.extend(ahead::onward_plans(db, tr, around).await?);
    }
    if asked.wants(Kind::Duty) {
        entries.extend(seen_to::handovers(db, tr, around).await?);
    }
    Ok(entries)
}

/// What follows from rows that are read for the page in any case.
fn of_rows(tr: Tr, around: &Around, notes: &[Noted]) -> Vec<Entry> {
    let mut entries = cases::referrals(tr, around);
    entries.extend(cases::proposals(tr, around));
    entries.extend(cases::courses(tr, around));
    entries.extend(people::notes(tr, around, notes));
    entries
}

/// What messages about the young person's cases are about.
fn things(around: &Around) -> impl Iterator<Item = sea_orm::prelude::Uuid> {
    let proposals = around.proposals.iter().map(|with| with.proposal.id);
    around.referrals.iter().map(|referral| referral.id).chain(proposals).chain(around.course_ids())
}
