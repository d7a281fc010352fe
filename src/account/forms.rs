//! Text in, types out.

use serde::Deserialize;

use super::{first_administrator::NewAdministrator, password};
use crate::form::{self, Email, FieldErrors, Name, form};

/// Nobody types more bytes than these to sign in.
const LONGEST_PASSWORD: usize = 4000;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SignInForm {
    pub email: String,
    pub password: String,
    pub next: String,
    /// Proves for whom a form waits that was sent while nobody was signed in.
    #[serde(rename = "_kept_for")]
    pub kept_for: String,
}

impl SignInForm {
    /// Whether there is something to look for; what is typed here is compared and never kept. Whether it is an address
    /// is known to [`super::is_address`].
    pub fn check(&self, is_address: bool) -> Result<(), FieldErrors> {
        form::read(|errors| {
            errors.refuse_if("email", !is_address, "error-email");
            let is_password = (1..=LONGEST_PASSWORD).contains(&self.password.len());
            errors.refuse_if("password", !is_password, "account-password-missing");
            Some(())
        })
    }
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
        form::read(|errors| {
            if let Err(error) = password::check(&self.password, own) {
                errors.add("password", error);
            }
            errors.refuse_if("again", self.password != self.again, "account-password-differs");
            Some(self.password.as_str())
        })
    }
}

form! {
    pub struct FirstAdministratorForm {
        name: Name<120>,
        email: Email,
        password: String,
        again: String,
    }
}

impl FirstAdministratorForm {
    pub fn parse(&self) -> Result<NewAdministrator, FieldErrors> {
        form::read(|errors| {
            let name = self.name.needed(errors, "error-name");
            let email = self.email.needed(errors, "error-email");
            let own = [email.as_deref().unwrap_or_default(), name.as_deref().unwrap_or_default()];
            let typed = NewPasswordForm { password: self.password.clone(), again: self.again.clone() };
            let password = typed.parse(&own).map(str::to_owned).map_err(|refused| errors.append(refused)).ok();
            Some(NewAdministrator { name: name?, email: email?, password: password? })
        })
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct LanguageForm {
    #[serde(rename = "_language")]
    pub language: String,
}
