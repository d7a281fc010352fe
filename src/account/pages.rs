//! What the pages show.

use askama::Template;

use super::forms::{FirstAdministratorForm, SignInForm};
use crate::{form::ShownErrors, page::Ctx, record::reveals_nobody};

#[derive(Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    pub ctx: Ctx,
    /// The part of the keys `error-page-…` that tells what happened.
    pub key: &'static str,
}

#[derive(Template)]
#[template(path = "account/sign_in.html")]
pub struct SignInPage {
    pub ctx: Ctx,
    pub form: SignInForm,
    pub errors: ShownErrors,
}

#[derive(Template)]
#[template(path = "account/new_password.html")]
pub struct NewPasswordPage {
    pub ctx: Ctx,
    /// Whose password it is; empty when the link can no longer be used.
    pub email: String,
    pub is_invitation: bool,
    pub errors: ShownErrors,
}

#[derive(Template)]
#[template(path = "account/first_administrator.html")]
pub struct FirstAdministratorPage {
    pub ctx: Ctx,
    pub is_usable: bool,
    pub form: FirstAdministratorForm,
    pub errors: ShownErrors,
}

reveals_nobody!(FirstAdministratorPage, NewPasswordPage, SignInPage);
