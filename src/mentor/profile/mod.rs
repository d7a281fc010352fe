//! What a mentor tells of themselves: filled in when applying, kept by the mentor, or by staff for one who phones.

mod add;
pub(super) mod choices;
pub(super) mod forms;
pub mod handlers;
mod pages;
mod parse;
mod save;

pub use add::{AddError, add};
pub use choices::ProfileChoices;
pub use forms::MentorForm;
use parse::Edited;
pub use save::{SaveError, SavedBy, save};

use entity::{
    Words,
    mentors::{ContactPreference, Gender},
};
use sea_orm::{ConnectionTrait, prelude::Uuid};

use super::{industries, seats};
use crate::{industry::IndustryCode, record::row};

row! {
    /// A profile in types.
    pub struct NewProfile of mentors {
        columns {
            name: String,
            phone: Option<String>,
            contact_preference: Option<ContactPreference>,
            birth_year: Option<i32>,
            gender: Option<Gender>,
            occupation: String,
            employer: Option<String>,
            keywords: Option<String>,
            town: Option<String>,
            postcode: Option<String>,
            languages: Words,
            strengths: Words,
            wants_to_improve: Words,
            /// Nothing when the mentor has not said.
            times: Option<Words>,
            /// In kilometres; nothing when the mentor has not said.
            max_km: Option<i32>,
            video: Option<bool>,
        }
        beside {
            industries: Vec<IndustryCode>,
            seats: u32,
        }
    }
}

impl NewProfile {
    /// Writes what lies outside the mentor's row: industries and seats. Tells the index.
    pub(super) async fn write_beside(
        &self,
        tx: &impl ConnectionTrait,
        mentor_id: Uuid,
    ) -> Result<(), seats::SeatCountError> {
        industries::replace(tx, mentor_id, &self.industries).await?;
        seats::set_count(tx, mentor_id, self.seats).await
    }
}
