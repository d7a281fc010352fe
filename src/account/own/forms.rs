//! Text in, types out.

use entity::User;
use serde::Deserialize;

use super::{ChangePasswordError, ForgetPasswordError, NewName, RenameError};
use crate::{
    account::forms::NewPasswordForm,
    error::AppError,
    form::{self, Email, FieldErrors, Form, FormError, Name, Phone, Seen, form, refusals},
    language::Tr,
};

form! {
    pub struct EmailForm {
        email: Email,
    }

    pub struct NameForm {
        name: Name<120>,
        phone: Phone,
        language: String,
        seen: Seen,
    }
}

form! {
    /// The button by which the letter of the week is asked for, or refused.
    pub struct DigestForm {
        wanted: String,
    }
}

impl EmailForm {
    /// The address that a link is asked for.
    pub fn parse(&self) -> Result<String, FieldErrors> {
        form::read(|errors| self.email.needed(errors, "error-email"))
    }
}

impl NameForm {
    pub fn of(user: &User) -> Self {
        Self::filled(|form| {
            form.name.set(user.name.clone());
            form.phone.set(user.phone.clone());
            form.language = user.language.clone();
        })
    }

    pub fn parse(&self) -> Result<NewName, FieldErrors> {
        let language = Tr::from_tag(&self.language).lang().to_owned();
        form::read(|errors| {
            let (name, phone) = (self.name.needed(errors, "error-name"), self.phone.read(errors));
            Some(NewName { name: name?, phone, language })
        })
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
        form::read(|errors| {
            errors.refuse_if("current", self.current.is_empty(), "account-password-missing");
            let new = NewPasswordForm { password: self.password.clone(), again: self.again.clone() };
            new.parse(own).map(str::to_owned).map_err(|refused| errors.append(refused)).ok()
        })
    }
}

impl From<RenameError> for FormError {
    fn from(error: RenameError) -> Self {
        match error {
            RenameError::Db(error) => error.into(),
            RenameError::Changed(changed) => changed.into(),
            RenameError::NotFound => AppError::NotFound.into(),
        }
    }
}

refusals! {
    ForgetPasswordError { leaves Db; "email" TooMany; }
    ChangePasswordError { leaves Db, Unexpected; else "current"; }
}
