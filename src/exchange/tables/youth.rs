//! The columns of `referrals` that are about the young person.

use chrono::NaiveDate;
use entity::{Words, YoungPerson, mentors::Gender, young_people};
use sea_orm::ActiveValue::Set;

use crate::exchange::value::written;

/// What a referral says of its young person.
#[derive(Clone, Default, PartialEq)]
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
    /// Writes what the files know of a person.
    pub fn put(&self, record: &mut young_people::ActiveModel) {
        let Self { youth_id, youth_name, birth_date, gender, phone, email, languages } = self.clone();
        record.reference = Set(youth_id);
        record.name = Set(youth_name);
        record.birth_date = Set(birth_date);
        record.gender = Set(gender);
        record.phone = Set(phone);
        record.email = Set(email);
        record.languages = Set(Words(languages));
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
