//! The list of letters that staff see to, by why they are left.

use chrono::NaiveDate;
use entity::{
    Message,
    messages::{Column, Entity},
};
use sea_orm::{Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use super::letters::left_for_staff;
use crate::{
    list::{Asked, Found, Listing},
    message::Left,
    word::Worded,
};

/// What the list of letters is filtered by.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct LettersFilter {
    pub what: String,
}

impl LettersFilter {
    fn condition(&self, today: NaiveDate) -> Condition {
        let asked = Left::read(&self.what);
        let shown = Left::all().filter(|left| asked.is_none_or(|asked| asked == *left));
        shown.fold(Condition::any(), |any, left| any.add(left_for_staff(left, today)))
    }
}

pub async fn page(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    asked: &Asked<LettersFilter>,
) -> Result<Found<Message>, DbErr> {
    let listing = Listing::newest_by(Column::Id, "queued", Column::QueuedAt).or("what", Column::Kind);
    listing.page(db, asked, Entity::find().filter(asked.condition(today))).await
}
