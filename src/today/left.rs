//! The list of letters that staff see to, by why they are left.

use chrono::NaiveDate;
use entity::{
    Message,
    messages::{Column, Entity},
};
use sea_orm::{Condition, ConnectionTrait, DbErr, EntityTrait};
use serde::{Deserialize, Serialize};

use super::letters::{about, left_for_staff};
use crate::{
    duty::{Asking, Whose},
    list::{Asked, Found, Listing},
    message::Left,
    word::Worded,
};

/// What the list of letters is filtered by.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct LettersFilter {
    pub what: String,
    /// Whose cases they are about: `mine`, `nobody`, or one of staff.
    pub responsible: String,
}

impl LettersFilter {
    fn condition(&self, today: NaiveDate) -> Condition {
        let asked = Left::read(&self.what);
        let shown = Left::all().filter(|left| asked.is_none_or(|asked| asked == *left));
        let left = shown.fold(Condition::any(), |any, left| any.add(left_for_staff(left, today)));
        Condition::all().add(left)
    }
}

pub async fn page(
    db: &impl ConnectionTrait,
    asking: Asking,
    asked: &Asked<LettersFilter>,
) -> Result<Found<Message>, DbErr> {
    let listing = Listing::newest_by(Column::Id, "queued", Column::QueuedAt).or("what", Column::Kind);
    let whose = Whose::filter(&asked.responsible, about(), asking);
    listing.page(db, asked, Entity::find(), asked.condition(asking.today).add_option(whose)).await
}
