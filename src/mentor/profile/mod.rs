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
    mentors::{self, ContactPreference, Gender},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, prelude::Uuid};

use super::{industries, seats};
use crate::industry::IndustryCode;

/// A profile in types.
#[derive(Clone, Debug, PartialEq)]
pub struct NewProfile {
    pub name: String,
    pub phone: Option<String>,
    pub contact_preference: Option<ContactPreference>,
    pub birth_year: Option<i32>,
    pub gender: Option<Gender>,
    pub occupation: String,
    pub employer: Option<String>,
    pub keywords: Option<String>,
    pub industries: Vec<IndustryCode>,
    pub town: Option<String>,
    pub postcode: Option<String>,
    pub languages: Words,
    pub strengths: Words,
    pub wants_to_improve: Words,
    /// Nothing when the mentor has not said.
    pub times: Option<Words>,
    pub seats: u32,
}

impl NewProfile {
    /// The columns of a mentor that the profile fills.
    pub(super) fn columns(&self) -> mentors::ActiveModel {
        let new = self.clone();
        mentors::ActiveModel {
            name: Set(new.name),
            phone: Set(new.phone),
            contact_preference: Set(new.contact_preference),
            birth_year: Set(new.birth_year),
            gender: Set(new.gender),
            occupation: Set(new.occupation),
            employer: Set(new.employer),
            keywords: Set(new.keywords),
            town: Set(new.town),
            postcode: Set(new.postcode),
            languages: Set(new.languages),
            strengths: Set(new.strengths),
            wants_to_improve: Set(new.wants_to_improve),
            times: Set(new.times),
            ..Default::default()
        }
    }

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
