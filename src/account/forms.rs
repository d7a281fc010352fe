//! Text in, types out.

use serde::Deserialize;
use validator::Validate;

use super::password;
use crate::web::{FieldErrors, name_check};

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct SignInForm {
    #[validate(length(min = 1, max = 254, message = "error-email"))]
    pub email: String,
    #[validate(length(min = 1, max = 1000, message = "account-password-missing"))]
    pub password: String,
    pub next: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewPasswordForm {
    pub password: String,
    pub again: String,
}

impl NewPasswordForm {
    /// The new password, if it will do and was typed twice alike. `own` is what everybody knows of the person.
    pub fn parse(&self, own: &[&str]) -> Result<&str, FieldErrors> {
        let mut errors = FieldErrors::default();
        if let Err(error) = password::check(&self.password, own) {
            errors.add("password", error.to_string());
        }
        if self.password != self.again {
            errors.add("again", "account-password-differs");
        }
        if errors.is_empty() { Ok(&self.password) } else { Err(errors) }
    }
}

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct FirstAdministratorForm {
    #[validate(length(min = 1, max = 120, message = "error-name"), custom(function = name_check))]
    pub name: String,
    #[validate(email(message = "error-email"))]
    pub email: String,
    pub password: String,
    pub again: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct LanguageForm {
    pub language: String,
    pub back: String,
}

/// A path of this site to go on to; anything that could lead elsewhere is the start page.
pub fn own_path(typed: &str) -> &str {
    let is_own = typed.starts_with('/')
        && !typed.starts_with("//")
        && !typed.starts_with("/\\")
        && typed.chars().all(|c| c.is_ascii_graphic());
    if is_own { typed } else { "/" }
}
