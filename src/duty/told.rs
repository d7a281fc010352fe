//! Who is told that their contact person is another one: referrers with open referrals, and mentors of running courses, and partners. One
//! letter each and a day, however many cases it is about.

use chrono::{DateTime, Utc};
use entity::{courses, referrals, responsibilities::Thing, users};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait},
};

use super::letters::{CONTACT_OF_MENTOR, CONTACT_OF_PARTNER, CONTACT_OF_REFERRER};
use crate::{clock::local_date, message};

/// So many in one statement.
const CHUNK: usize = 500;

/// Queues the letters about things that went to somebody else for good. Whether they are still wanted is seen when they leave.
pub(super) async fn queue(tx: &impl ConnectionTrait, now: DateTime<Utc>, moved: &[(Thing, Uuid)]) -> Result<(), DbErr> {
    let day = local_date(now).to_string();
    for chunk in moved.chunks(CHUNK) {
        let ids = |of: Thing| chunk.iter().filter(move |(thing, _)| *thing == of).map(|(_, id)| *id);
        let concerned = Condition::any()
            .add(referrals::Column::Id.is_in(ids(Thing::Referral)))
            .add(referrals::Column::PartnerId.is_in(ids(Thing::Partner)));
        for user in distinct(tx, referrers().filter(concerned), referrals::Column::ReferrerId).await? {
            message::queue(tx, now, CONTACT_OF_REFERRER, user, &day).await?;
        }
        for partner in ids(Thing::Partner) {
            message::queue(tx, now, CONTACT_OF_PARTNER, partner, &day).await?;
        }
        let concerned = Condition::any()
            .add(courses::Column::Id.is_in(ids(Thing::Course)))
            .add(courses::Column::MentorId.is_in(ids(Thing::Mentor)));
        for mentor in distinct(tx, courses::open().filter(concerned), courses::Column::MentorId).await? {
            message::queue(tx, now, CONTACT_OF_MENTOR, mentor, &day).await?;
        }
    }
    Ok(())
}

/// Referrals that are not over, of referrers who sign in for their partner.
pub(super) fn referrers() -> Select<referrals::Entity> {
    let own_partner = Expr::col((users::Entity, users::Column::PartnerId));
    referrals::open()
        .join(JoinType::InnerJoin, referrals::to_referrer())
        .filter(users::Column::DisabledAt.is_null())
        .filter(Expr::col((referrals::Entity, referrals::Column::PartnerId)).eq(own_partner))
}

async fn distinct<E: EntityTrait>(
    tx: &impl ConnectionTrait,
    found: Select<E>,
    who: E::Column,
) -> Result<Vec<Uuid>, DbErr> {
    found.select_only().column(who).distinct().into_tuple().all(tx).await
}
