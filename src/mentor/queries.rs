//! Mentors found: through a viewer, and what goes on with them.

use chrono::{Days, NaiveDate};
use entity::{
    Mentor, consents::ConsentPurpose, contact_stops, courses, mentors, proposals, referrals, search_texts::SearchKind,
    stand_ins, young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select, prelude::Uuid,
};

use crate::{
    list::{Typed, containing, danish, name_of, text_of},
    referral::no_since,
    viewer::Viewer,
};

/// The mentors that a viewer may see: staff all whose address is confirmed, a mentor the one that they are.
pub fn visible_to(viewer: &Viewer) -> Condition {
    if viewer.is_staff() {
        return mentors::known();
    }
    let own = viewer.mentor_id.filter(|_| viewer.is_mentor());
    Condition::all().add(mentors::Column::Id.is_in(own))
}

/// A mentor, if the viewer may see this one.
pub async fn find_for(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> Result<Option<Mentor>, DbErr> {
    mentors::Entity::find_by_id(id).filter(visible_to(viewer)).one(db).await
}

/// The same, held for the rest of the transaction.
pub(super) async fn locked(tx: &impl ConnectionTrait, id: Uuid) -> Result<Option<Mentor>, DbErr> {
    mentors::Entity::find_by_id(id).filter(mentors::known()).lock_exclusive().one(tx).await
}

/// The mentors with such a name whom a viewer may see, wherever they stand, by name; nobody when nothing was typed.
pub fn named(viewer: &Viewer, typed: &Typed) -> Option<Select<mentors::Entity>> {
    Some(by_name(viewer, containing([name_of(SearchKind::Mentor, mentors::Column::Id)], typed)?))
}

/// The same by all that a mentor is found by: address, phone, reference, occupation.
pub fn told_of(viewer: &Viewer, typed: &Typed) -> Option<Select<mentors::Entity>> {
    Some(by_name(viewer, containing([text_of(SearchKind::Mentor, mentors::Column::Id)], typed)?))
}

fn by_name(viewer: &Viewer, which: Condition) -> Select<mentors::Entity> {
    let found = mentors::Entity::find().filter(visible_to(viewer)).filter(which);
    found.order_by_asc(danish(mentors::Column::Name)).order_by_asc(mentors::Column::Id)
}

/// A course that runs, with the name of the young person.
#[derive(Clone, Debug, FromQueryResult)]
pub struct RunningCourse {
    pub id: Uuid,
    pub matched_on: NaiveDate,
    pub young_person_id: Uuid,
    pub young_person: String,
    /// Since when the young person says no to a mentor.
    pub stopped_on: Option<NaiveDate>,
    /// Whether staff have stopped contact between the two.
    pub contact_stopped: bool,
}

impl RunningCourse {
    /// Whether the two may be in contact.
    pub fn may_meet(&self) -> bool {
        self.stopped_on.is_none() && !self.contact_stopped
    }
}

/// The courses of a mentor that run, the oldest first.
pub async fn running_courses(db: &impl ConnectionTrait, mentor_id: Uuid) -> Result<Vec<RunningCourse>, DbErr> {
    running_where(db, Condition::all().add(courses::Column::MentorId.eq(mentor_id))).await
}

/// Longer than anybody plans ahead.
const TEN_YEARS: u64 = 3650;

/// The running courses in which a mentor stands in for another now or later.
pub(super) async fn stood_in(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    mentor_id: Uuid,
) -> Result<Vec<RunningCourse>, DbErr> {
    let theirs = stand_ins::of_mentor(mentor_id, today, today + Days::new(TEN_YEARS));
    running_where(db, Condition::all().add(theirs)).await
}

/// Holds a mentor's record, so that whoever is given something to do does not leave meanwhile.
pub async fn keep_from_leaving(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    locked(tx, id).await.map(drop)
}

/// The courses that run and for which this holds, the oldest first.
pub async fn running_where(db: &impl ConnectionTrait, of: Condition) -> Result<Vec<RunningCourse>, DbErr> {
    courses::Entity::find()
        .select_only()
        .columns([courses::Column::Id, courses::Column::MatchedOn])
        .column_as(young_people::Column::Id, "young_person_id")
        .column_as(young_people::Column::Name, "young_person")
        .expr_as(no_since(ConsentPurpose::MentorCourse), "stopped_on")
        .expr_as(contact_stops::of_course(), "contact_stopped")
        .join(JoinType::InnerJoin, courses::to_referral())
        .join(JoinType::InnerJoin, referrals::to_young_person())
        .filter(of)
        .filter(courses::Column::EndedOn.is_null())
        .order_by_asc(courses::Column::MatchedOn)
        .into_model()
        .all(db)
        .await
}

/// The proposals of a mentor that wait for their answer or the young person's.
pub(super) fn open_proposals(mentor_id: Uuid) -> Select<proposals::Entity> {
    let own = proposals::Entity::find().filter(proposals::Column::MentorId.eq(mentor_id));
    own.filter(proposals::Column::ClosedAt.is_null())
}

/// Whether somebody waits for this mentor's or a young person's answer to a proposal.
pub(super) async fn has_open_proposal(db: &impl ConnectionTrait, mentor_id: Uuid) -> Result<bool, DbErr> {
    Ok(open_proposals(mentor_id).count(db).await? > 0)
}
