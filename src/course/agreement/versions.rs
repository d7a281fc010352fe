//! The versions of an agreement: a new one for each change of what was agreed, confirmed by both.

use chrono::{DateTime, Utc};
use entity::{
    CourseAgreement,
    consents::ConsentPurpose,
    course_agreements::{self, Column, Entity},
    courses,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, prelude::Uuid,
};

use super::{Agreement, letters};
use crate::{
    account::link,
    course::did_you_meet::Side,
    database::{Database, Transaction},
    message,
    record::Change,
    referral,
    viewer::Viewer,
};

/// The versions of a course, the one that holds first.
pub async fn of_course(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Vec<CourseAgreement>, DbErr> {
    course_agreements::of_course(course_id).all(db).await
}

/// The version that holds, if anything was agreed.
pub(super) async fn newest(db: &impl ConnectionTrait, course_id: Uuid) -> Result<Option<CourseAgreement>, DbErr> {
    course_agreements::of_course(course_id).one(db).await
}

/// Keeps what was agreed as a new version, unless it is what holds, and asks both to confirm it. The mentor who writes it down
/// confirms it by that.
pub(super) async fn keep(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    viewer: &Viewer,
    course_id: Uuid,
    agreed: &Agreement,
) -> Result<(), DbErr> {
    let holds = newest(tx, course_id).await?;
    if holds.as_ref().is_some_and(|holds| is_same(holds, agreed)) {
        return Ok(());
    }
    let version = holds.map_or(1, |holds| holds.version + 1);
    let row = course_agreements::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course_id),
        version: Set(version),
        goal: Set(agreed.goal.clone()),
        role_agreement: Set(agreed.role_agreement.clone()),
        rhythm_days: Set(agreed.rhythm_days),
        rhythm: Set(agreed.rhythm.clone()),
        contact: Set(agreed.contact.clone()),
        complaints: Set(agreed.complaints.clone()),
        made_at: Set(now),
        made_by: Set(Some(viewer.user_id)),
        mentor_confirmed_at: Set(viewer.is_mentor().then_some(now)),
        mentee_confirmed_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    for kind in [letters::MENTOR, letters::MENTEE] {
        message::queue(tx, now, kind, course_id, &version.to_string()).await?;
    }
    Ok(())
}

fn is_same(holds: &CourseAgreement, agreed: &Agreement) -> bool {
    holds.goal == agreed.goal
        && holds.role_agreement == agreed.role_agreement
        && (holds.rhythm_days, &holds.rhythm) == (agreed.rhythm_days, &agreed.rhythm)
        && (&holds.contact, &holds.complaints) == (&agreed.contact, &agreed.complaints)
}

/// Whether this side has confirmed a version.
pub(super) fn confirmed_at(side: Side, version: &CourseAgreement) -> Option<DateTime<Utc>> {
    match side {
        Side::Mentor => version.mentor_confirmed_at,
        Side::Mentee => version.mentee_confirmed_at,
    }
}

/// The version of an id, whether it holds or not.
pub(super) async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<CourseAgreement>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// The version that a link shows, if it holds: in a running course, and no newer one was agreed.
pub(super) async fn holding(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<CourseAgreement>, DbErr> {
    let Some(version) = Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let newest = newest(db, version.course_id).await?;
    Ok(Some(version).filter(|version| newest.is_some_and(|newest| newest.id == version.id)))
}

/// Confirms what holds, for whoever has this link. Returns false when there is nothing to confirm by it.
pub(super) async fn confirm_by_link(
    db: &Database,
    now: DateTime<Utc>,
    (side, token): (Side, &str),
) -> Result<bool, DbErr> {
    let tx = db.begin().await?;
    let Some(link) = link::find(&tx, now, purpose_of(side), token).await? else { return Ok(false) };
    confirm(tx, now, (side, link.subject_id), None).await
}

/// The same for a mentor who has signed in, of a course that they may open.
pub(super) async fn confirm_by_mentor(
    db: &Database,
    now: DateTime<Utc>,
    viewer: &Viewer,
    id: Uuid,
) -> Result<bool, DbErr> {
    confirm(db.begin().await?, now, (Side::Mentor, id), Some(viewer)).await
}

async fn confirm(
    tx: Transaction,
    now: DateTime<Utc>,
    (side, id): (Side, Uuid),
    viewer: Option<&Viewer>,
) -> Result<bool, DbErr> {
    let Some(seen) = Entity::find_by_id(id).one(&tx).await? else { return Ok(false) };
    let course = courses::Entity::find_by_id(seen.course_id).lock_exclusive().one(&tx).await?;
    let Some(course) = course.filter(|course| course.ended_on.is_none()) else { return Ok(false) };
    let says = referral::agreement(&tx, course.referral_id, ConsentPurpose::MentorCourse).await?;
    let Some(version) = holding(&tx, id).await?.filter(|_| !says.is_no()) else { return Ok(false) };
    if confirmed_at(side, &version).is_some() {
        return Ok(true);
    }
    let row = match side {
        Side::Mentor => course_agreements::ActiveModel { mentor_confirmed_at: Set(Some(now)), ..Default::default() },
        Side::Mentee => course_agreements::ActiveModel { mentee_confirmed_at: Set(Some(now)), ..Default::default() },
    };
    Entity::update_many().set(row).filter(Column::Id.eq(id)).exec(&tx).await?;
    let change = Change {
        subject: "course",
        subject_id: version.course_id,
        action: if side == Side::Mentor { "agreement_mentor" } else { "agreement_mentee" },
        by: viewer.map(|viewer| viewer.user_id),
        on_behalf_of: viewer.is_none().then_some(if side == Side::Mentor { "mentor" } else { "mentee" }),
        ..Default::default()
    };
    change.write(&tx, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// What a side's link is for.
pub(super) fn purpose_of(side: Side) -> entity::links::LinkPurpose {
    match side {
        Side::Mentor => entity::links::LinkPurpose::AgreementMentor,
        Side::Mentee => entity::links::LinkPurpose::AgreementMentee,
    }
}
