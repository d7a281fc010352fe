//! The columns of `referrals` that are about the young person.

use chrono::NaiveDate;
use entity::{YoungPerson, mentors::Gender};

use crate::exchange::value::written;

/// What a referral says of its young person.
#[derive(Clone, Default)]
pub struct YouthRow {
    pub youth_id: String,
    pub youth_name: String,
    pub birth_date: NaiveDate,
    pub gender: Option<Gender>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub languages: Vec<String>,
}

impl YouthRow {
    /// Whether two rows say the same of a person.
    pub fn agrees_with(&self, other: &Self) -> bool {
        self.youth_name == other.youth_name
            && self.birth_date == other.birth_date
            && self.gender == other.gender
            && self.phone == other.phone
            && self.email == other.email
            && self.languages == other.languages
    }
}

impl From<YoungPerson> for YouthRow {
    fn from(person: YoungPerson) -> Self {
        Self {
            youth_id: written(&person.reference),
            youth_name: person.name,
            birth_date: person.birth_date,
            gender: person.gender,
            phone: person.phone,
            email: person.email,
            languages: person.languages.0,
        }
    }
}
