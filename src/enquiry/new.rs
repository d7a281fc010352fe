//! What an enquiry is made of, once it was understood.

use entity::{enquiries::AskerRelation, mentors::ContactPreference};
use sea_orm::prelude::Uuid;

/// Somebody who writes for a young person.
#[derive(Clone, Debug, PartialEq)]
pub struct Asker {
    pub name: String,
    pub relation: AskerRelation,
    /// As `+4512345678`.
    pub phone: Option<String>,
    pub email: Option<String>,
}

/// An enquiry ready to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEnquiry {
    /// Came with the empty form: a form that is sent twice is one enquiry.
    pub id: Uuid,
    /// Nobody when the young person writes.
    pub asker: Option<Asker>,
    pub first_name: String,
    /// In whole years.
    pub age: u32,
    /// As `+4512345678`.
    pub phone: Option<String>,
    pub email: Option<String>,
    pub contact_preference: Option<ContactPreference>,
    /// A postcode or a housing area.
    pub place: String,
    pub wish: String,
    pub guardian_name: Option<String>,
    pub guardian_phone: Option<String>,
    /// The young person wants to be spoken to before a guardian is.
    pub guardian_later: bool,
    /// `da` or `en`.
    pub language: String,
    /// The partner whose link was used.
    pub partner_id: Option<Uuid>,
}
