//! Who of the partner is told about a referral: every letter to a referrer asks here.

use entity::{Partner, Referral, User, partners, users};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use crate::{account, message::Addressee};

/// Somebody at the partner who is written to.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub whom: Addressee,
    pub email: String,
    /// Empty when only the address is known.
    pub name: String,
    /// `da` or `en`.
    pub language: String,
    /// Whether this person can sign in and sees the referral there.
    pub sees_it: bool,
}

impl Told {
    fn by_address(referral: &Referral, email: &str, name: Option<&str>) -> Self {
        let whom = Addressee::partner(referral.partner_id);
        let name = name.unwrap_or_default().to_owned();
        Self { whom, email: email.to_owned(), name, language: "da".to_owned(), sees_it: false }
    }

    fn user(user: User, sees_it: bool) -> Self {
        Self { whom: Addressee::user(user.id), email: user.email, name: user.name, language: user.language, sees_it }
    }
}

/// Who is told: whoever sent it, as long as that person signs in for this partner; for a referral that was moved in,
/// whoever has its address, or the address itself when nobody signs in with it. Otherwise the partner's contact, until
/// the partner is closed. Somebody who left or was shut out is never told.
pub async fn told(db: &impl ConnectionTrait, referral: &Referral) -> Result<Option<Told>, DbErr> {
    let sender = match (referral.referrer_id, &referral.referrer_email) {
        (Some(id), _) => by_id(db, referral, id).await?,
        (None, Some(email)) => by_email(db, referral, email).await?,
        (None, None) => None,
    };
    match sender {
        Some(told) => Ok(Some(told)),
        None => contact(db, referral).await,
    }
}

async fn by_id(db: &impl ConnectionTrait, referral: &Referral, id: Uuid) -> Result<Option<Told>, DbErr> {
    let user = users::Entity::find_by_id(id).one(db).await?;
    Ok(user.filter(|user| works_for(user, referral.partner_id)).map(|user| Told::user(user, true)))
}

async fn by_email(db: &impl ConnectionTrait, referral: &Referral, email: &str) -> Result<Option<Told>, DbErr> {
    match account::find_by_email(db, email).await? {
        Some(user) => Ok(works_for(&user, referral.partner_id).then(|| Told::user(user, true))),
        None => {
            let partner = partners::Entity::find_by_id(referral.partner_id).one(db).await?;
            let is_contact = |partner: &Partner| {
                partner.contact_email.as_deref().is_some_and(|contact| contact.eq_ignore_ascii_case(email))
            };
            let name = partner.filter(is_contact).and_then(|partner| partner.contact_name);
            Ok(Some(Told::by_address(referral, email, name.as_deref())))
        }
    }
}

async fn contact(db: &impl ConnectionTrait, referral: &Referral) -> Result<Option<Told>, DbErr> {
    let partner = partners::Entity::find_by_id(referral.partner_id).one(db).await?;
    let Some(partner) = partner.filter(|partner| partner.closed_on.is_none()) else { return Ok(None) };
    let Partner { contact_email: Some(email), contact_name, .. } = partner else { return Ok(None) };
    match account::find_by_email(db, &email).await? {
        Some(user) => Ok(works_for(&user, referral.partner_id).then(|| Told::user(user, false))),
        None => Ok(Some(Told::by_address(referral, &email, contact_name.as_deref()))),
    }
}

fn works_for(user: &User, partner_id: Uuid) -> bool {
    user.disabled_at.is_none() && user.partner_id == Some(partner_id)
}
