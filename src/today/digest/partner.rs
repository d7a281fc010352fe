//! To the contact of a partner who has no sign-in: the same as to a referrer, of those referrals of which nobody who signs in is
//! told. It leads to no page of a referral: those are for whoever signs in, and whom to ask stands in its foot. Another young person they
//! refer on the open page.

use chrono::Days;
use entity::{
    Partner, partners,
    referrals::{self, Column},
    users,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait, prelude::Uuid,
};

use super::{
    referrer::{Own, SHOWN, split, standing_of},
    week::monday_of,
};
use crate::{
    account,
    duty::{self, Thing},
    message::{Addressee, Desk, Letter, Writing, has_opted_out},
};

/// The partners that may get the letter: those that have not closed, and have a contact.
pub(super) async fn with_contact(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    let open = partners::Entity::find()
        .filter(partners::Column::ClosedOn.is_null())
        .filter(partners::Column::ContactEmail.is_not_null());
    open.select_only().column(partners::Column::Id).into_tuple().all(db).await
}

/// Whether this is the address of the contact of a partner that has not closed.
pub(super) async fn is_contact(db: &impl ConnectionTrait, id: Uuid, email: &str) -> Result<bool, DbErr> {
    let partner = partners::Entity::find_by_id(id).filter(partners::Column::ClosedOn.is_null()).one(db).await?;
    Ok(partner.is_some_and(|partner| partner.contact_email.as_deref() == Some(email)))
}

/// The partner with the address of its contact, who signs in nowhere and has not said no to the letter.
pub(super) async fn reader(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<(Partner, String)>, DbErr> {
    let partner = partners::Entity::find_by_id(id).filter(partners::Column::ClosedOn.is_null()).one(db).await?;
    let Some(partner) = partner else { return Ok(None) };
    let Some(email) = partner.contact_email.clone() else { return Ok(None) };
    let signs_in = account::find_by_email(db, &email).await?.is_some();
    let wants_none = has_opted_out(db, Addressee::partner(id), entity::messages::Category::Digest).await?;
    Ok((!signs_in && !wants_none).then_some((partner, email)))
}

pub(super) async fn partner(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some((partner, email)) = reader(&desk.db, id).await? else { return Ok(None) };
    let monday = monday_of(desk.clock.today());
    let own = standing_of(&desk, told_of(id, &email)).await?;
    let (waiting, changed) = split(own, &(monday - Days::new(7)..monday));
    if waiting.is_empty() && changed.is_empty() {
        return Ok(None);
    }
    let writing = Writing::to(&desk, Addressee::partner(id), &email, "da")
        .about(duty::contact_of(&desk, Thing::Partner, id).await?)
        .subject("digest-referrer-subject")
        .greet(partner.contact_name.as_deref().unwrap_or_default());
    let writing = part(writing, "digest-referrer-waits", &waiting);
    let writing = part(writing, "digest-referrer-changed", &changed);
    let writing = writing.say("digest-partner-ask").link("duty-letter-enquiry", desk.url("/enquiry"));
    Ok(Some(writing.finish()?))
}

/// The referrals of a partner of which the contact is told: nobody who signs in for the partner sent them, and no other address
/// is known.
pub(super) fn told_of(id: Uuid, email: &str) -> Condition {
    let here = users::Entity::find()
        .filter(users::Column::PartnerId.eq(id))
        .filter(users::Column::DisabledAt.is_null())
        .select_only()
        .column(users::Column::Id)
        .into_query();
    let by_nobody = Condition::any().add(Column::ReferrerId.is_null()).add(Column::ReferrerId.not_in_subquery(here));
    let by_contact =
        Condition::any().add(Column::ReferrerEmail.is_null()).add(referrals::Column::ReferrerEmail.eq(email));
    Condition::all().add(Column::PartnerId.eq(id)).add(by_nobody).add(by_contact)
}

fn part(writing: Writing, key: &str, own: &[Own]) -> Writing {
    if own.is_empty() {
        return writing;
    }
    let writing = own.iter().take(SHOWN).fold(writing.say(key), |writing, own| {
        let words = own.words(writing.tr());
        writing.say_with("digest-referral", words)
    });
    match own.len().saturating_sub(SHOWN) {
        0 => writing,
        more => writing.say1("digest-partner-more", "count", &more.to_string()),
    }
}
