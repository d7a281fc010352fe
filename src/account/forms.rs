//! Text in, types out.

use serde::Deserialize;
use validator::Validate;

use super::password;
use crate::web::FieldErrors;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct SignInForm {
    #[validate(length(min = 1, max = 254, message = "error-email"))]
    pub email: String,
    #[validate(length(min = 1, max = 1000, message = "account-password-missing"))]
    pub password: String,
    pub next: String,
    /// The form that somebody sent while signed out, for when they are in.
    #[serde(rename = "_kept")]
    pub carried: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewPasswordForm {
    pub password: String,
    pub again: String,
}

impl NewPasswordForm {
    /// The new password, if it will do and was typed twice alike.
    pub fn parse(&self) -> Result<&str, FieldErrors> {
        password::check(&self.password).map_err(|error| FieldErrors::on("password", error))?;
        if self.password != self.again {
            return Err(FieldErrors::on("again", "account-password-differs"));
        }
        Ok(&self.password)
    }
}

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct FirstAdministratorForm {
    #[validate(length(min = 1, max = 120, message = "error-name"))]
    pub name: String,
    #[validate(email(message = "error-email"))]
    pub email: String,
    pub password: String,
    pub again: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct LanguageForm {
    #[serde(rename = "_language")]
    pub language: String,
}
