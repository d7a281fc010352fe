//! Preparing the young person: what a mentor course is and is not, two minutes to read, by a link or together with the referrer;
//! and that they were prepared, on which day and who says so.

mod act;
pub mod handlers;
pub mod letters;
mod pages;

pub use act::{prepare, prepared, prepared_by_link};

use entity::{Preparation, preparations};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, prelude::Uuid};

use crate::{language::Tr, word::Worded};

/// When the young person of a referral was prepared, and who says so.
pub async fn preparation_of(db: &impl ConnectionTrait, referral_id: Uuid) -> Result<Option<Preparation>, DbErr> {
    preparations::Entity::find_by_id(referral_id).one(db).await
}

/// The same as a sentence beside the consents; empty while nobody has said so.
pub fn sentence(tr: Tr, preparation: Option<&Preparation>) -> String {
    let said = |one: &Preparation| {
        let by = one.prepared_by.label(tr);
        tr.t2("preparation-done", "date", tr.date(&one.prepared_on), "by", by)
    };
    preparation.map(said).unwrap_or_default()
}
