//! From what an applicant typed to an application.

use super::NewApplication;
use crate::{
    mentor::profile::MentorForm,
    web::{FieldErrors, typed},
};

/// What was typed as an application in the language `da` or `en`, or what is wrong field by field.
pub fn application(form: &MentorForm, language: &str) -> Result<NewApplication, FieldErrors> {
    let mut errors = FieldErrors::default();
    let profile = form.profile().map_err(|refused| errors.append(refused)).ok();
    let email = form.address().map_err(|refused| errors.append(refused)).ok();
    if form.phone.trim().is_empty() {
        errors.add("phone", "mentor-phone-missing");
    }
    if form.consent != "yes" {
        errors.add("consent", "mentor-consent-missing");
    }
    errors.into_result()?;
    match (profile, email) {
        (Some(profile), Some(email)) => Ok(NewApplication {
            email,
            motivation: typed::optional_text(&form.motivation),
            language: language.to_owned(),
            profile,
        }),
        // Whatever was missing has been refused above.
        _ => Err(FieldErrors::on("name", "mentor-name-missing")),
    }
}
