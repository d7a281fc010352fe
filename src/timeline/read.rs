//! The whole timeline, read kind by kind and put in order.

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr};

use super::{
    around::Around,
    cases,
    entry::{Entry, Kind},
    meetings, people,
};
use crate::{language::Tr, message::About, note::Noted, viewer::Viewer};

/// What is asked of a timeline: by whom, which kind, and since which day; all of it where nothing is said.
pub struct Asked<'a> {
    pub viewer: &'a Viewer,
    pub today: NaiveDate,
    pub kind: Option<Kind>,
    pub since: Option<NaiveDate>,
}

impl Asked<'_> {
    fn wants(&self, kind: Kind) -> bool {
        self.kind.is_none_or(|asked| asked == kind)
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
    let (agreed, surveys) = (meetings::agreed(db, around).await?, meetings::surveys(db, around).await?);
    entries.extend(meetings::agreed_entries(tr, &agreed));
    entries.extend(meetings::survey_entries(tr, &surveys));
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
    if asked.wants(Kind::Message) {
        let others = agreed.iter().map(|one| one.id).chain(surveys.iter().map(|one| one.id));
        let about = About { things: things(around).chain(others).collect(), people: around.people.clone() };
        entries.extend(people::messages(db, tr, &about).await?);
    }
    if asked.wants(Kind::Reading) {
        entries.extend(people::readings(db, tr, &around.people).await?);
    }
    entries.retain(|entry| asked.wants(entry.kind) && asked.since.is_none_or(|since| entry.when.day() >= since));
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.when.instant()));
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
