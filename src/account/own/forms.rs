//! Text in, types out.

use serde::Deserialize;

use super::{ChangePasswordError, ForgetPasswordError, NewName};
use crate::{
    account::forms::NewPasswordForm,
    error::AppError,
    form::{FieldErrors, FormError},
    language::Tr,
};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct EmailForm {
    pub email: String,
}

impl EmailForm {
    /// The address that a link is asked for.
    pub fn parse(&self) -> Result<String, FieldErrors> {
        let mut errors = FieldErrors::default();
        let address = errors.needed_address("email", &self.email);
        errors.done(Some(address))
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NameForm {
    pub name: String,
    pub language: String,
}

impl NameForm {
    pub fn parse(&self) -> Result<NewName, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.needed_name("name", &self.name, 120, "error-name");
        errors.done(Some(NewName { name, language: Tr::from_tag(&self.language).lang().to_owned() }))
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
        errors.refuse_if("current", self.current.is_empty(), "account-password-missing");
        let new = NewPasswordForm { password: self.password.clone(), again: self.again.clone() };
        let password = new.parse(own).map(str::to_owned).map_err(|refused| errors.append(refused)).ok();
        errors.done(password)
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
