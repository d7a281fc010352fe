//! Text in, types out.

use serde::Deserialize;
use validator::Validate;

use super::{ChangePasswordError, ForgetPasswordError, NewName};
use crate::{
    account::forms::NewPasswordForm,
    error::AppError,
    web::{FieldErrors, FormError, Tr, name_check, typed},
};

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct EmailForm {
    #[validate(email(message = "error-email"), length(max = 254, message = "error-email"))]
    pub email: String,
}

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct NameForm {
    #[validate(length(min = 1, max = 120, message = "error-name"), custom(function = name_check))]
    pub name: String,
    pub language: String,
}

impl NameForm {
    pub fn parse(&self) -> Result<NewName, FieldErrors> {
        let form = Self { name: typed::line(&self.name), ..self.clone() };
        form.validate()?;
        Ok(NewName { name: form.name, language: Tr::from_tag(&self.language).lang().to_owned() })
    }
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct ChangePasswordForm {
    pub current: String,
    pub password: String,
    pub again: String,
}

impl ChangePasswordForm {
    /// The new password, if it will do and was typed twice alike. `own` is what everybody knows of the person.
    pub fn parse(&self, own: &[&str]) -> Result<String, FieldErrors> {
        let mut errors = FieldErrors::default();
        if self.current.is_empty() {
            errors.add("current", "account-password-missing");
        }
        let new = NewPasswordForm { password: self.password.clone(), again: self.again.clone() };
        let parsed = new.parse(own).map(str::to_owned).map_err(|others| errors.append(others));
        parsed.ok().filter(|_| errors.is_empty()).ok_or(errors)
    }
}

impl From<ForgetPasswordError> for FormError {
    fn from(error: ForgetPasswordError) -> Self {
        match error {
            ForgetPasswordError::Db(error) => error.into(),
            refusal @ ForgetPasswordError::TooMany => FieldErrors::on("email", refusal).into(),
        }
    }
}

impl From<ChangePasswordError> for FormError {
    fn from(error: ChangePasswordError) -> Self {
        match error {
            ChangePasswordError::Db(error) => error.into(),
            ChangePasswordError::Unexpected(error) => AppError::from(error).into(),
            refusal => FieldErrors::on("current", refusal).into(),
        }
    }
}
