//! The public form: exactly what was typed, and from there to an enquiry.

use entity::mentors::ContactPreference;
use serde::Deserialize;
use validator::{Validate, ValidateEmail};

use crate::{
    enquiry::{Asker, NewEnquiry},
    referral::intake::{AGES, choices::chosen},
    web::{FieldErrors, is_name, typed},
};

/// What somebody without a sign-in typed.
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct EnquiryForm {
    /// Made with the empty form.
    pub id: String,
    /// `other` when somebody writes for a young person; anything else is the young person.
    pub asking: String,
    #[validate(length(max = 120, message = "enquiry-too-long"))]
    pub asker_name: String,
    pub asker_relation: String,
    #[validate(length(max = 40, message = "enquiry-too-long"))]
    pub asker_phone: String,
    #[validate(length(max = 254, message = "enquiry-too-long"))]
    pub asker_email: String,

    #[validate(length(max = 80, message = "enquiry-too-long"))]
    pub first_name: String,
    pub age: String,
    #[validate(length(max = 40, message = "enquiry-too-long"))]
    pub phone: String,
    #[validate(length(max = 254, message = "enquiry-too-long"))]
    pub email: String,
    pub contact_preference: String,
    #[validate(length(max = 80, message = "enquiry-too-long"))]
    pub place: String,
    #[validate(length(max = 2000, message = "enquiry-too-long"))]
    pub wish: String,
    #[validate(length(max = 120, message = "enquiry-too-long"))]
    pub guardian_name: String,
    #[validate(length(max = 40, message = "enquiry-too-long"))]
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
        let mut errors = self.validate().err().map(FieldErrors::from).unwrap_or_default();
        self.refuse_cpr_numbers(&mut errors);
        let asker = if self.is_for_other() { self.asker(&mut errors) } else { None };
        let phone = phone("phone", &self.phone, &mut errors);
        let email = email("email", &self.email, &mut errors);
        let contact_preference = chosen("contact_preference", &self.contact_preference, &mut errors);
        self.reachable(contact_preference, &mut errors);
        let age = self.age(&mut errors);
        let guardian_phone = self.guardian(age, &mut errors);
        let first_name = needed("first_name", &self.first_name, "enquiry-first-name-missing", &mut errors);
        self.refuse_no_names(&mut errors);
        let place = needed("place", &self.place, "enquiry-place-missing", &mut errors);
        let wish = typed::text(&self.wish);
        if wish.is_empty() {
            errors.add("wish", "enquiry-wish-missing");
        }
        if self.consent != "yes" {
            errors.add("consent", "enquiry-consent-missing");
        }
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
            guardian_name: Some(typed::line(&self.guardian_name)).filter(|name| !name.is_empty()),
            guardian_phone,
            guardian_later: self.guardian_later == "yes",
            language: language.to_owned(),
            partner_id: None,
        })
    }

    fn refuse_no_names(&self, errors: &mut FieldErrors) {
        let names = [
            ("asker_name", &self.asker_name),
            ("first_name", &self.first_name),
            ("guardian_name", &self.guardian_name),
        ];
        for (field, _) in names.into_iter().filter(|(_, name)| !is_name(name)) {
            errors.add(field, "error-no-name");
        }
    }

    fn refuse_cpr_numbers(&self, errors: &mut FieldErrors) {
        let free = [
            ("asker_name", &self.asker_name),
            ("asker_phone", &self.asker_phone),
            ("asker_email", &self.asker_email),
            ("first_name", &self.first_name),
            ("age", &self.age),
            ("phone", &self.phone),
            ("email", &self.email),
            ("place", &self.place),
            ("wish", &self.wish),
            ("guardian_name", &self.guardian_name),
            ("guardian_phone", &self.guardian_phone),
        ];
        for (field, _) in free.into_iter().filter(|(_, text)| typed::holds_cpr_number(text)) {
            errors.add(field, "enquiry-cpr");
        }
    }

    /// Whoever writes for somebody tells who they are and how to reach them.
    fn asker(&self, errors: &mut FieldErrors) -> Option<Asker> {
        let name = needed("asker_name", &self.asker_name, "enquiry-asker-name-missing", errors);
        let relation = chosen("asker_relation", &self.asker_relation, errors);
        if self.asker_relation.is_empty() {
            errors.add("asker_relation", "enquiry-relation-missing");
        }
        if self.asker_phone.trim().is_empty() && self.asker_email.trim().is_empty() {
            errors.add("asker_phone", "enquiry-asker-unreachable");
        }
        let phone = phone("asker_phone", &self.asker_phone, errors);
        let email = email("asker_email", &self.asker_email, errors);
        Some(Asker { name, relation: relation?, phone, email })
    }

    /// The young person can be reached in the way that was chosen, or through the one who writes.
    fn reachable(&self, preference: Option<ContactPreference>, errors: &mut FieldErrors) {
        use ContactPreference::{Email, Phone, Sms, ThroughPartner};
        let (no_phone, no_email) = (self.phone.trim().is_empty(), self.email.trim().is_empty());
        match preference {
            Some(Phone | Sms) if no_phone => errors.add("phone", "enquiry-phone-needed"),
            Some(Email) if no_email => errors.add("email", "enquiry-email-needed"),
            _ if !self.is_for_other() && no_phone && no_email => errors.add("phone", "enquiry-unreachable"),
            Some(Phone | Sms | Email | ThroughPartner) | None => {}
        }
    }

    fn age(&self, errors: &mut FieldErrors) -> u32 {
        let age = typed::line(&self.age).parse().ok();
        match age {
            None => errors.add("age", "enquiry-age-missing"),
            Some(age) if age < *AGES.start() => errors.add("age", "enquiry-too-young"),
            Some(age) if age > *AGES.end() => errors.add("age", "enquiry-too-old"),
            Some(_) => {}
        }
        age.unwrap_or_default()
    }

    /// Under 18 a guardian is named, unless the young person wants to be spoken to first.
    fn guardian(&self, age: u32, errors: &mut FieldErrors) -> Option<String> {
        let is_minor = (*AGES.start()..18).contains(&age);
        if is_minor && self.guardian_later != "yes" {
            let missing = [("guardian_name", &self.guardian_name), ("guardian_phone", &self.guardian_phone)];
            for (field, _) in missing.into_iter().filter(|(_, text)| text.trim().is_empty()) {
                errors.add(field, "enquiry-guardian-missing");
            }
        }
        phone("guardian_phone", &self.guardian_phone, errors)
    }
}

fn needed(field: &str, written: &str, key: &str, errors: &mut FieldErrors) -> String {
    let line = typed::line(written);
    if line.is_empty() {
        errors.add(field, key);
    }
    line
}

fn phone(field: &str, written: &str, errors: &mut FieldErrors) -> Option<String> {
    if written.trim().is_empty() || typed::holds_cpr_number(written) {
        return None;
    }
    let phone = typed::phone(written);
    if phone.is_none() {
        errors.add(field, "enquiry-phone-wrong");
    }
    phone
}

fn email(field: &str, written: &str, errors: &mut FieldErrors) -> Option<String> {
    let email = typed::line(written).to_lowercase();
    if email.is_empty() {
        return None;
    }
    if !email.validate_email() {
        errors.add(field, "error-email");
    }
    Some(email)
}
