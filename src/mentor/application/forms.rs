//! From what an applicant typed to an application.

use super::NewApplication;
use crate::{
    form::{FieldErrors, typed::is_blank},
    mentor::profile::MentorForm,
};

/// What was typed as an application in the language `da` or `en`, or what is wrong field by field.
pub fn application(form: &MentorForm, language: &str) -> Result<NewApplication, FieldErrors> {
    let mut errors = FieldErrors::default();
    let profile = form.read(&mut errors);
    let email = errors.needed_address("email", &form.email);
    let motivation = errors.text("motivation", &form.motivation, 2000);
    errors.refuse_if("phone", is_blank(&form.phone), "mentor-phone-missing");
    errors.refuse_if("consent", form.consent != "yes", "mentor-consent-missing");
    errors.done(Some(NewApplication { email, motivation, language: language.to_owned(), profile }))
}
