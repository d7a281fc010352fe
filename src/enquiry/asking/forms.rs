//! The public form: exactly what was typed, and from there to an enquiry.

use entity::mentors::ContactPreference;
use serde::Deserialize;

use crate::{
    enquiry::{Asker, NewEnquiry},
    form::{FieldErrors, typed, typed::is_blank},
    referral::intake::{AGES, choices::chosen},
};

/// What somebody without a sign-in typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct EnquiryForm {
    /// Made with the empty form.
    pub id: String,
    /// `other` when somebody writes for a young person; anything else is the young person.
    pub asking: String,
    pub asker_name: String,
    pub asker_relation: String,
    pub asker_phone: String,
    pub asker_email: String,

    pub first_name: String,
    pub age: String,
    pub phone: String,
    pub email: String,
    pub contact_preference: String,
    pub place: String,
    pub wish: String,
    pub guardian_name: String,
    pub guardian_phone: String,
    pub guardian_later: String,
    pub consent: String,
    /// Hidden from people: whoever fills it in is a program.
    pub website: String,
}

impl EnquiryForm {
    pub fn is_for_other(&self) -> bool {
        self.asking == "other"
    }

    /// What was typed as an enquiry in the language `da` or `en`, or what is wrong field by field.
    pub fn parse(&self, language: &str) -> Result<NewEnquiry, FieldErrors> {
        let mut errors = FieldErrors::default();
        let asker = if self.is_for_other() { self.asker(&mut errors) } else { None };
        let phone = errors.phone("phone", &self.phone);
        let email = errors.address("email", &self.email);
        let contact_preference = chosen("contact_preference", &self.contact_preference, &mut errors);
        self.reachable(contact_preference, &mut errors);
        let age = self.age(&mut errors);
        let (guardian_name, guardian_phone) = self.guardian(age, &mut errors);
        let first_name = errors.needed_name("first_name", &self.first_name, 80, "enquiry-first-name-missing");
        let place = errors.needed_line("place", &self.place, 80, "enquiry-place-missing");
        let wish = errors.needed_text("wish", &self.wish, 2000, "enquiry-wish-missing");
        errors.refuse_if("consent", self.consent != "yes", "enquiry-consent-missing");
        let id = self.id.parse().map_err(|_| errors.add("", "enquiry-form-old")).unwrap_or_default();
        errors.into_result()?;
        Ok(NewEnquiry {
            id,
            asker,
            first_name,
            age,
            phone,
            email,
            contact_preference,
            place,
            wish,
            guardian_name,
            guardian_phone,
            guardian_later: self.guardian_later == "yes",
            language: language.to_owned(),
            partner_id: None,
        })
    }

    /// Whoever writes for somebody tells who they are and how to reach them.
    fn asker(&self, errors: &mut FieldErrors) -> Option<Asker> {
        let name = errors.needed_name("asker_name", &self.asker_name, 120, "enquiry-asker-name-missing");
        let relation = chosen("asker_relation", &self.asker_relation, errors);
        if self.asker_relation.is_empty() {
            errors.add("asker_relation", "enquiry-relation-missing");
        }
        if is_blank(&self.asker_phone) && is_blank(&self.asker_email) {
            errors.add("asker_phone", "enquiry-asker-unreachable");
        }
        let phone = errors.phone("asker_phone", &self.asker_phone);
        let email = errors.address("asker_email", &self.asker_email);
        Some(Asker { name, relation: relation?, phone, email })
    }

    /// The young person can be reached in the way that was chosen, or through the one who writes.
    fn reachable(&self, preference: Option<ContactPreference>, errors: &mut FieldErrors) {
        use ContactPreference::{Email, Phone, Sms, ThroughPartner};
        let (no_phone, no_email) = (is_blank(&self.phone), is_blank(&self.email));
        match preference {
            Some(Phone | Sms) if no_phone => errors.add("phone", "enquiry-phone-needed"),
            Some(Email) if no_email => errors.add("email", "enquiry-email-needed"),
            _ if !self.is_for_other() && no_phone && no_email => errors.add("phone", "enquiry-unreachable"),
            Some(Phone | Sms | Email | ThroughPartner) | None => {}
        }
    }

    fn age(&self, errors: &mut FieldErrors) -> u32 {
        let age = typed::whole(&self.age).and_then(|age| u32::try_from(age).ok());
        match age {
            None => errors.add("age", "enquiry-age-missing"),
            Some(age) if age < *AGES.start() => errors.add("age", "enquiry-too-young"),
            Some(age) if age > *AGES.end() => errors.add("age", "enquiry-too-old"),
            Some(_) => {}
        }
        age.unwrap_or_default()
    }

    /// Under 18 a guardian is named, unless the young person wants to be spoken to first.
    fn guardian(&self, age: u32, errors: &mut FieldErrors) -> (Option<String>, Option<String>) {
        let is_minor = (*AGES.start()..18).contains(&age);
        if is_minor && self.guardian_later != "yes" {
            let missing = [("guardian_name", &self.guardian_name), ("guardian_phone", &self.guardian_phone)];
            for (field, _) in missing.into_iter().filter(|(_, text)| is_blank(text)) {
                errors.add(field, "enquiry-guardian-missing");
            }
        }
        let name = errors.name("guardian_name", &self.guardian_name, 120);
        (name, errors.phone("guardian_phone", &self.guardian_phone))
    }
}
