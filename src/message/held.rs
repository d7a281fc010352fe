//! What holds a message back: the hour, and how much somebody has been sent. It is held, never dropped.

use chrono::{DateTime, Days, Duration, NaiveDate, Timelike, Utc};
use entity::messages::{AddresseeKind, Category, Column, Entity};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use super::{
    Addressee, Occasion,
    holiday::{is_day_of_rest, next_working_day},
};
use crate::{
    clock::{begin_of, local_date, local_moment},
    word::Worded,
};

/// Why a message is held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// It is night, a Sunday or a holiday.
    Quiet,
    /// The person has had a message of ours today.
    Today,
    /// The person has had as many as a week may bring.
    Week,
}

impl Worded for Withheld {
    const KEY: &'static str = "message-withheld";
    const TABLE: &'static [(Self, &'static str, &'static str)] =
        &[(Self::Quiet, "quiet", ""), (Self::Today, "today", ""), (Self::Week, "week", "")];
}

/// Local hours between which people are written to.
const DAY: std::ops::Range<u32> = 8..20;
/// Seconds over which those are spread who waited for the morning.
const SPREAD: u128 = 3600;
/// What happens so soon is told at any hour.
const NEAR: Duration = Duration::hours(12);
/// So long before it happens somebody is to know.
const NOTICE: Duration = Duration::hours(2);
/// Messages of our own accord within seven days.
const A_WEEK: u64 = 3;
/// Nudges to a mentor within seven days.
const NUDGES_A_WEEK: u64 = 1;

/// Whether the platform writes such messages of its own accord. All others are steps that somebody waits for.
pub(super) fn is_counted(category: Category) -> bool {
    match category {
        Category::Reminder
        | Category::Question
        | Category::Interest
        | Category::Survey
        | Category::Interview
        | Category::Update
        | Category::Digest => true,
        Category::SignIn | Category::Case | Category::Meeting => false,
    }
}

/// Kinds that ask something which somebody waits for: a proposal waits for its mentor, and a young person for the proposal.
const WAITED_FOR: [&str; 1] = ["proposal_reminder"];

/// Whether a message of such a kind nudges a mentor: of our own accord it asks something of them. What only tells them something, and
/// what somebody waits for, does not.
pub fn is_nudge(kind: &str, category: Category) -> bool {
    match category {
        Category::Reminder | Category::Question | Category::Interest | Category::Survey | Category::Interview => {
            !WAITED_FOR.contains(&kind)
        }
        Category::Update | Category::Digest | Category::SignIn | Category::Case | Category::Meeting => false,
    }
}

/// Until when it is too quiet to write to somebody; nothing when it is not.
pub(super) fn quiet_until(now: DateTime<Utc>, to: Addressee) -> Option<DateTime<Utc>> {
    let local = local_moment(now);
    let (day, hour) = (local.date(), local.hour());
    if DAY.contains(&hour) && !is_day_of_rest(day) {
        return None;
    }
    let first = if hour < DAY.start { day } else { day + Days::new(1) };
    Some(morning(first, to.id))
}

/// Whether somebody who is told then learns too late of what happens: of today's or tonight's at any hour.
pub(super) fn is_near(occasion: Occasion, now: DateTime<Utc>, told_at: DateTime<Utc>) -> bool {
    occasion.first <= now + NEAR || occasion.first <= told_at + NOTICE
}

/// The morning of the first day from this one on that is no day of rest, not for everybody at once. The clocks change on
/// Sundays alone, so that eight hours after midnight it is eight.
fn morning(day: NaiveDate, person: Uuid) -> DateTime<Utc> {
    let spread = Duration::seconds(i64::try_from(person.as_u128() % SPREAD).unwrap_or_default());
    begin_of(next_working_day(day)) + Duration::hours(i64::from(DAY.start)) + spread
}

/// Why somebody has been sent enough for now, besides this message, and until when; nothing when there is room.
pub(super) async fn full_until(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    to: Addressee,
    (own, kind, category): (Uuid, &str, Category),
) -> Result<Option<(Withheld, DateTime<Utc>)>, DbErr> {
    if !is_counted(category) {
        return Ok(None);
    }
    let today = local_date(now);
    let placed = Entity::find()
        .filter(Column::Addressee.eq(to.kind))
        .filter(Column::AddresseeId.eq(to.id))
        .filter(Column::PlacedOn.gt(today - Days::new(7)))
        .filter(Column::Id.ne(own))
        .order_by_desc(Column::PlacedOn)
        .select_only()
        .columns([Column::PlacedOn, Column::Kind, Column::Category])
        .into_tuple::<(NaiveDate, String, Category)>()
        .all(db)
        .await?;
    let any: Vec<_> = placed.iter().map(|(day, ..)| *day).collect();
    let nudges: Vec<_> = placed.iter().filter(|(_, kind, sort)| is_nudge(kind, *sort)).map(|(day, ..)| *day).collect();
    if any.contains(&today) {
        return Ok(Some((Withheld::Today, morning(today + Days::new(1), to.id))));
    }
    let nudges_mentor = to.kind == AddresseeKind::Mentor && is_nudge(kind, category);
    let full = nth(&any, A_WEEK).or(if nudges_mentor { nth(&nudges, NUDGES_A_WEEK) } else { None });
    if full.is_none() && nudges_mentor && category != Category::Question && question_waits(db, to).await? {
        return Ok(Some((Withheld::Week, morning(today + Days::new(1), to.id))));
    }
    Ok(full.map(|day| (Withheld::Week, morning(day + Days::new(7), to.id))))
}

/// Whether a question to somebody waits for room. Whether two met is asked in time or not at all, so it goes before all else.
async fn question_waits(db: &impl ConnectionTrait, to: Addressee) -> Result<bool, DbErr> {
    let waiting = Entity::find()
        .filter(Column::Addressee.eq(to.kind))
        .filter(Column::AddresseeId.eq(to.id))
        .filter(Column::Category.eq(Category::Question))
        .filter(Column::WithheldAt.is_not_null())
        .filter(Column::AcceptedAt.is_null())
        .filter(Column::UnknownAt.is_null())
        .filter(Column::UnwantedAt.is_null())
        .filter(Column::GivenUpAt.is_null());
    Ok(waiting.one(db).await?.is_some())
}

/// The day of the one, counted from the youngest, that has to be a week ago before there is room again.
fn nth(days: &[NaiveDate], most: u64) -> Option<NaiveDate> {
    usize::try_from(most).ok().and_then(|most| days.get(most - 1)).copied()
}
