//! What somebody answers to a text message: STOP ends what may be stopped by that way, START begins it again, and all else is
//! for staff to read.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use entity::{
    Referral, consents::ConsentPurpose, mentors, messages::AddresseeKind, referrals, today_snoozes, users, young_people,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, prelude::Uuid, sea_query::Expr,
};

use super::letters::{TEXTS_STOPPED, TEXTS_STOPPED_MENTOR};
use crate::{
    database::Database,
    message::{
        self, Addressee, Taken,
        sms::{Answered, Says, Wish},
    },
    referral,
};

/// Heeds it for everybody who has this number; of one that is nobody's it is counted that it wrote. STOP is answered once, where
/// it stopped anything: neither the second of two nor what comes from a number of nobody's leads to a text message, so no two
/// machines write to each other for ever.
pub async fn heed(db: &Database, now: DateTime<Utc>, answered: &Answered) -> Result<Taken, DbErr> {
    let tx = db.begin().await?;
    let whom = who_has(&tx, &answered.from).await?;
    let is_new = match &answered.says {
        Says::Wish(wish) => heed_wish(&tx, now, &whom, *wish).await?,
        Says::Words(text) => keep(&tx, now, &whom, text).await?,
    };
    if whom.is_empty() {
        message::count_unknown(&tx, now).await?;
    }
    tx.commit().await?;
    Ok(match (whom.is_empty(), is_new) {
        (true, _) => Taken::Unknown,
        (false, true) => Taken::Noted,
        (false, false) => Taken::Known,
    })
}

async fn heed_wish(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    whom: &[Addressee],
    wish: Wish,
) -> Result<bool, DbErr> {
    let mut changed = Vec::new();
    for whom in whom {
        let is_new = match wish {
            Wish::Stop => message::stop_texts(tx, now, *whom).await?,
            Wish::Start => message::start_texts(tx, now, *whom).await?,
        };
        if is_new {
            changed.push(*whom);
        }
    }
    if wish == Wish::Stop {
        confirm(tx, now, &changed).await?;
    }
    Ok(!changed.is_empty())
}

/// Kept for whoever of staff sees to them, whatever it says: somebody may need help.
async fn keep(tx: &impl ConnectionTrait, now: DateTime<Utc>, whom: &[Addressee], text: &str) -> Result<bool, DbErr> {
    let mut is_new = false;
    for whom in whom {
        let of = match whom.kind {
            AddresseeKind::YoungPerson => newest_referral(tx, referrals::Column::YoungPersonId.eq(whom.id)).await?,
            AddresseeKind::User => newest_referral(tx, referrals::Column::ReferrerId.eq(whom.id)).await?,
            AddresseeKind::Mentor | AddresseeKind::Partner => None,
        };
        if whom.kind == AddresseeKind::Mentor && !is_known(tx, whom.id).await? {
            continue;
        }
        let of = of.map(|referral| referral.id);
        if message::keep_answer(tx, now, (*whom, of), text).await? {
            is_new = true;
            bring_back(tx, now, of.unwrap_or(whom.id)).await?;
        }
    }
    Ok(is_new)
}

/// Of somebody who has applied and not confirmed their address nothing is kept: their record goes by itself.
async fn is_known(tx: &impl ConnectionTrait, id: Uuid) -> Result<bool, DbErr> {
    Ok(mentors::Entity::find_by_id(id).filter(mentors::known()).count(tx).await? > 0)
}

/// A line that staff put aside tells of what they had read.
async fn bring_back(tx: &impl ConnectionTrait, now: DateTime<Utc>, about: Uuid) -> Result<(), DbErr> {
    use today_snoozes::Column;
    let over = today_snoozes::ActiveModel { ended_at: Set(Some(now)), ..Default::default() };
    let aside = today_snoozes::Entity::update_many().set(over).filter(today_snoozes::current());
    let aside = aside.filter(Column::SubjectId.eq(about));
    aside.filter(Column::Kind.is_in(["texted", "referrer-texted", "mentor-texted"])).exec(tx).await.map(drop)
}

async fn newest_referral(tx: &impl ConnectionTrait, theirs: Expr) -> Result<Option<Referral>, DbErr> {
    referrals::Entity::find().filter(theirs).order_by_desc(referrals::Column::Id).one(tx).await
}

/// All who have this number, of young people, mentors, and those who referred: two of a family may share it. Their rows are held,
/// so that of two answers at once one is second.
async fn who_has(tx: &impl ConnectionTrait, number: &str) -> Result<Vec<Addressee>, DbErr> {
    use young_people::Column as Person;
    let people = young_people::Entity::find().filter(Person::Phone.eq(number)).order_by_asc(Person::Id);
    let mentors = mentors::Entity::find().filter(mentors::Column::Phone.eq(number)).order_by_asc(mentors::Column::Id);
    // Whoever was led together with another record is that one.
    let people =
        people.lock_exclusive().all(tx).await?.into_iter().map(|person| person.merged_into.unwrap_or(person.id));
    let people: BTreeSet<Uuid> = people.collect();
    let people = people.into_iter().map(Addressee::young_person);
    let mentors = mentors.lock_exclusive().all(tx).await?.into_iter().map(|mentor| Addressee::mentor(mentor.id));
    Ok(people.chain(mentors).chain(who_referred(tx, number).await?).collect())
}

/// Those with this number who referred somebody: what they write is about that.
async fn who_referred(tx: &impl ConnectionTrait, number: &str) -> Result<Vec<Addressee>, DbErr> {
    use users::Column as User;
    let referred = referrals::Entity::find().select_only().column(referrals::Column::ReferrerId);
    let referred = referred.filter(referrals::Column::ReferrerId.is_not_null()).into_query();
    let theirs = users::Entity::find().filter(User::Phone.eq(number)).filter(User::Id.in_subquery(referred));
    let found = theirs.order_by_asc(User::Id).lock_exclusive().all(tx).await?;
    Ok(found.into_iter().map(|user| Addressee::user(user.id)).collect())
}

/// One text message to the number, however many people share it.
async fn confirm(tx: &impl ConnectionTrait, now: DateTime<Utc>, stopped: &[Addressee]) -> Result<(), DbErr> {
    let at = now.timestamp_micros().to_string();
    for whom in stopped {
        let of = match whom.kind {
            AddresseeKind::YoungPerson => heard_referral(tx, whom.id).await?.map(|id| (TEXTS_STOPPED, id)),
            AddresseeKind::Mentor => Some((TEXTS_STOPPED_MENTOR, whom.id)),
            AddresseeKind::User | AddresseeKind::Partner => None,
        };
        if let Some((kind, subject)) = of {
            return message::queue(tx, now, kind, subject, &at).await;
        }
    }
    Ok(())
}

/// The newest referral of a young person who has not said no to a mentor: whoever has is written to no more.
async fn heard_referral(tx: &impl ConnectionTrait, person: Uuid) -> Result<Option<Uuid>, DbErr> {
    let theirs = referrals::Column::YoungPersonId.eq(person);
    let Some(newest) = newest_referral(tx, theirs).await? else { return Ok(None) };
    let says = referral::agreement(tx, newest.id, ConsentPurpose::MentorCourse).await?;
    Ok((!says.is_no()).then_some(newest.id))
}
