//! What somebody answers to a text message: STOP ends what may be stopped by that way, START begins it again.

use chrono::{DateTime, Utc};
use entity::{consents::ConsentPurpose, mentors, messages::AddresseeKind, referrals, young_people};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::Uuid};

use super::letters::{TEXTS_STOPPED, TEXTS_STOPPED_MENTOR};
use crate::{
    database::Database,
    message::{
        self, Addressee, Taken,
        sms::{Answered, Wish},
    },
    referral,
};

/// Heeds it for everybody who has this number. STOP is answered once, where it stopped anything: neither the second of two
/// nor what comes from a number of nobody's leads to a text message, so no two machines write to each other for ever.
pub async fn heed(db: &Database, now: DateTime<Utc>, answered: &Answered) -> Result<Taken, DbErr> {
    let tx = db.begin().await?;
    let whom = who_has(&tx, &answered.from).await?;
    let mut changed = Vec::new();
    for whom in &whom {
        let is_new = match answered.wish {
            Wish::Stop => message::stop_texts(&tx, now, *whom).await?,
            Wish::Start => message::start_texts(&tx, now, *whom).await?,
        };
        if is_new {
            changed.push(*whom);
        }
    }
    if answered.wish == Wish::Stop {
        confirm(&tx, now, &changed).await?;
    }
    tx.commit().await?;
    Ok(match (whom.is_empty(), changed.is_empty()) {
        (true, _) => Taken::Unknown,
        (false, true) => Taken::Known,
        (false, false) => Taken::Noted,
    })
}

/// All who have this number: two of a family may share it. Their rows are held, so that of two answers at once one is second.
async fn who_has(tx: &impl ConnectionTrait, number: &str) -> Result<Vec<Addressee>, DbErr> {
    use young_people::Column as Person;
    let people = young_people::Entity::find().filter(Person::Phone.eq(number)).order_by_asc(Person::Id);
    let mentors = mentors::Entity::find().filter(mentors::Column::Phone.eq(number)).order_by_asc(mentors::Column::Id);
    let people = people.lock_exclusive().all(tx).await?.into_iter().map(|person| Addressee::young_person(person.id));
    let mentors = mentors.lock_exclusive().all(tx).await?.into_iter().map(|mentor| Addressee::mentor(mentor.id));
    Ok(people.chain(mentors).collect())
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
    let theirs = referrals::Entity::find().filter(referrals::Column::YoungPersonId.eq(person));
    let Some(newest) = theirs.order_by_desc(referrals::Column::Id).one(tx).await? else { return Ok(None) };
    let says = referral::agreement(tx, newest.id, ConsentPurpose::MentorCourse).await?;
    Ok((!says.is_no()).then_some(newest.id))
}
