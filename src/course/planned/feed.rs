//! The meetings of a mentor, or of all courses for staff, for a calendar that comes back by itself: times and nothing else.

use chrono::{DateTime, Duration, Utc};
use entity::{
    PlannedMeeting, User, contact_stops, courses, mentors,
    planned_meetings::{self, Column, Entity},
    users::Role,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    Select, sea_query::ExprTrait,
};

use crate::{
    account::calendar_feed,
    clock::local_date,
    course::{
        access::{decided_by, stood_in_by},
        stand_in,
    },
    language::Tr,
    referral::goes_on,
    viewer::Viewer,
};

/// Days for which a meeting stays after it was.
const KEPT_DAYS: i64 = 30;
/// Meetings in one feed.
const MOST: u64 = 1000;

/// Whose feed it is, with the meetings; nothing when it was switched off, or they can no longer sign in.
pub(super) async fn of_token(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    token: &str,
) -> Result<Option<(Tr, Vec<PlannedMeeting>)>, DbErr> {
    let Some(user) = calendar_feed::reader(db, now, token).await? else { return Ok(None) };
    let tr = Tr::from_tag(&user.language);
    let Some(viewer) = viewer(db, user).await? else { return Ok(None) };
    let today = local_date(now);
    let mut meetings = open(now, decided_by(today, &viewer)).all(db).await?;
    if let Some(mentor) = viewer.mentor_id.filter(|_| viewer.is_mentor()) {
        let periods = stand_in::periods_of(db, today, mentor).await?;
        let mut stood_in = open(now, stood_in_by(today, mentor)).all(db).await?;
        stood_in.retain(|meeting| {
            let day = local_date(meeting.starts_at);
            periods.iter().any(|period| period.course_id == meeting.course_id && period.covers(day))
        });
        meetings.extend(stood_in);
        meetings.sort_by_key(|meeting| meeting.starts_at);
    }
    Ok(Some((tr, meetings)))
}

/// The meetings of these courses, the earliest first.
fn open(now: DateTime<Utc>, of: Condition) -> Select<Entity> {
    Entity::find()
        .join(JoinType::InnerJoin, planned_meetings::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(of)
        .filter(courses::Column::EndedOn.is_null())
        .filter(Column::CancelledAt.is_null())
        .filter(Column::StartsAt.gt(now - Duration::days(KEPT_DAYS)))
        .filter(goes_on())
        .filter(contact_stops::of_course().not())
        .order_by_asc(Column::StartsAt)
        .limit(MOST)
}

/// Who looks. A mentor who has left, or whose profile is gone, has no meetings to look at.
async fn viewer(db: &impl ConnectionTrait, user: User) -> Result<Option<Viewer>, DbErr> {
    let own = mentors::Entity::find().filter(mentors::Column::UserId.eq(user.id));
    let mentor = own.filter(mentors::Column::LeftOn.is_null()).one(db).await?;
    let is_gone = user.role == Role::Mentor && mentor.is_none();
    let mentor_id = mentor.map(|mentor| mentor.id);
    let viewer = Viewer { user_id: user.id, name: user.name, role: user.role, partner_id: user.partner_id, mentor_id };
    Ok((!is_gone).then_some(viewer))
}
