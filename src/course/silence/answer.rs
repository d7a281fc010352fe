//! What the young person or whoever referred answers, and what is done about it.

use entity::{
    SilenceRow, courses,
    links::LinkPurpose,
    referrals,
    silence_steps::{self, Entity, SilenceAnswer, SilenceStep},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, QuerySelect, prelude::Uuid};

use super::queries::{AsOf, Silent, silent};
use crate::{
    account::link,
    database::{Database, Transaction},
    record::Change,
    referral::ways,
    viewer::Viewer,
};

/// An answer, with the number where there is a new one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answer {
    pub answer: SilenceAnswer,
    pub number: Option<String>,
}

/// What the link in the message of a step is for; nothing where nobody is written to.
pub(super) fn purpose_of(step: SilenceStep) -> Option<LinkPurpose> {
    match step {
        SilenceStep::YoungPerson => Some(LinkPurpose::SilenceMentee),
        SilenceStep::Referrer => Some(LinkPurpose::SilenceReferrer),
        SilenceStep::Mentor | SilenceStep::SecondRoute | SilenceStep::Staff => None,
    }
}

/// A step that still waits for an answer, with its course.
pub(super) async fn standing(
    db: &impl ConnectionTrait,
    as_of: AsOf<'_>,
    id: Uuid,
) -> Result<Option<(SilenceRow, Silent)>, DbErr> {
    let row = Entity::find_by_id(id).one(db).await?;
    let Some(row) = row.filter(|row| row.answer.is_none()) else { return Ok(None) };
    let silent = silent(db, as_of, Some(row.course_id)).await?;
    Ok(silent.into_iter().find(|one| one.since_on == row.since_on).map(|one| (row, one)))
}

/// Takes the answer of whoever has the link. Returns false when nothing was taken: it is spent, or of no use any more.
pub(super) async fn by_link(
    db: &Database,
    as_of: AsOf<'_>,
    (purpose, token): (LinkPurpose, &str),
    answer: Answer,
) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    match link::spend(&tx, as_of.now, purpose, token).await? {
        Some(id) => take(tx, as_of, (id, None), answer).await,
        None => Ok(false),
    }
}

/// The same of a referrer who has signed in, for a step of a referral of theirs.
pub(super) async fn by_referrer(
    db: &Database,
    as_of: AsOf<'_>,
    (viewer, id): (&Viewer, Uuid),
    answer: Answer,
) -> Result<bool, DbErr> {
    take(db.begin().await?, as_of, (id, Some(viewer)), answer).await
}

async fn take(
    tx: Transaction,
    as_of: AsOf<'_>,
    (id, viewer): (Uuid, Option<&Viewer>),
    said: Answer,
) -> Result<bool, DbErr> {
    let Some(seen) = Entity::find_by_id(id).one(&tx).await? else { return Ok(false) };
    courses::Entity::find_by_id(seen.course_id).lock_exclusive().one(&tx).await?;
    let Some((row, one)) = standing(&tx, as_of, id).await? else { return Ok(false) };
    let answered = silence_steps::ActiveModel {
        id: Set(id),
        answer: Set(Some(said.answer)),
        answered_at: Set(Some(as_of.now)),
        ..Default::default()
    };
    answered.update(&tx).await?;
    if let Some(number) = said.number {
        add_number(&tx, as_of, one.course.referral_id, number).await?;
    }
    let change = Change {
        subject: "course",
        subject_id: row.course_id,
        action: "silence_answered",
        by: viewer.map(|viewer| viewer.user_id),
        on_behalf_of: viewer.is_none().then_some(match row.step {
            SilenceStep::YoungPerson => "mentee",
            _ => "referrer",
        }),
        ..Default::default()
    };
    change.write(&tx, as_of.now).await?;
    tx.commit().await?;
    Ok(true)
}

/// A number that nobody has tried is a way that staff try: the one that is written to stays until they put it right.
async fn add_number(
    tx: &impl ConnectionTrait,
    as_of: AsOf<'_>,
    referral_id: Uuid,
    number: String,
) -> Result<(), DbErr> {
    match referrals::Entity::find_by_id(referral_id).one(tx).await? {
        Some(referral) => ways::add_number(tx, as_of.today(), referral.young_person_id, number).await,
        None => Ok(()),
    }
}

/// Everybody of a step's own answers, in the order of the buttons.
pub(super) fn answers_to(step: SilenceStep) -> &'static [SilenceAnswer] {
    match step {
        SilenceStep::YoungPerson => &[SilenceAnswer::CallMe, SilenceAnswer::Pause, SilenceAnswer::NoLonger],
        SilenceStep::Referrer => &[SilenceAnswer::WillCall, SilenceAnswer::NewNumber, SilenceAnswer::NoLonger],
        SilenceStep::Mentor | SilenceStep::SecondRoute | SilenceStep::Staff => &[],
    }
}
