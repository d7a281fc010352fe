//! On which day it is sent, and to whom.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use entity::{
    mentors,
    users::{self, Role},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid,
};

use super::{
    letters,
    partner::{reader, with_contact},
};
use crate::{
    account::own::{digest_reader, wants_digest},
    clock::local_date,
    message,
};

/// The Monday of the week of a day.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day - Days::new(day.weekday().num_days_from_monday().into())
}

/// Those who sign in, of the mentors those who asked for it, and the partners with a contact, on the day of the letter: Monday, or the first day of work after a Monday that is a holiday.
pub async fn to_send(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    let today = local_date(now);
    if message::next_working_day(monday_of(today)) != today {
        return Ok(Vec::new());
    }
    let may_want = users::Column::Role.ne(Role::Mentor).or(users::Column::DigestSince.is_not_null());
    let here = users::Entity::find().filter(users::Column::DisabledAt.is_null()).filter(may_want);
    let here = here.order_by_asc(users::Column::Id);
    let mut all: Vec<Uuid> = here.select_only().column(users::Column::Id).into_tuple().all(db).await?;
    all.extend(with_contact(db).await?);
    Ok(all)
}

/// Queues the letter of the week for somebody, or for a partner, if they want it; once for each week.
pub async fn send(tx: &impl ConnectionTrait, now: DateTime<Utc>, user_id: Uuid) -> Result<(), DbErr> {
    let week = monday_of(local_date(now)).to_string();
    if reader(tx, user_id).await?.is_some() {
        return message::queue(tx, now, letters::DIGEST_PARTNER, user_id, &week).await;
    }
    let here = users::Entity::find_by_id(user_id).filter(users::Column::DisabledAt.is_null());
    let Some(user) = here.one(tx).await? else { return Ok(()) };
    let mentor = match user.role {
        Role::Mentor => mentor_of(tx, user_id).await?,
        _ => None,
    };
    if !wants_digest(tx, &user, mentor).await? {
        return Ok(());
    }
    let kind = match user.role {
        Role::Staff | Role::Administrator => letters::DIGEST_STAFF,
        Role::Referrer => letters::DIGEST_REFERRER,
        Role::Mentor if mentor.is_some() => letters::DIGEST_MENTOR,
        Role::Mentor => return Ok(()),
    };
    message::queue(tx, now, kind, digest_reader(user_id, mentor).id, &week).await
}

async fn mentor_of(db: &impl ConnectionTrait, user_id: Uuid) -> Result<Option<Uuid>, DbErr> {
    let own = mentors::Entity::find().filter(mentors::Column::UserId.eq(user_id));
    own.select_only().column(mentors::Column::Id).into_tuple().one(db).await
}
