//! From what an applicant typed to an application.

use super::NewApplication;
use crate::{
    form::{self, FieldErrors},
    mentor::profile::MentorForm,
};

/// What was typed as an application in the language `da` or `en`, or what is wrong field by field.
pub fn application(form: &MentorForm, language: &str) -> Result<NewApplication, FieldErrors> {
    form::read(|errors| {
        let profile = form.read(errors);
        let email = form.email.needed(errors, "error-email");
        let motivation = form.motivation.read(errors);
        form.phone.refuse_if(errors, form.phone.is_blank(), "mentor-phone-missing");
        errors.refuse_if("consent", form.consent != "yes", "mentor-consent-missing");
        Some(NewApplication { email: email?, motivation, language: language.to_owned(), profile: profile? })
    })
}
