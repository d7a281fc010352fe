//! What the public pages show.

use askama::Template;

use crate::{
    form::ShownErrors,
    mentor::{MentorForm, ProfileChoices},
    page::Ctx,
    record::reveals_nobody,
};

#[derive(Template)]
#[template(path = "mentor/apply.html")]
pub struct ApplyPage {
    pub ctx: Ctx,
    pub choices: ProfileChoices,
    pub form: MentorForm,
    pub errors: ShownErrors,
    /// Everything is right, and only the industries are still to be confirmed.
    pub is_confirming: bool,
}

impl ApplyPage {
    pub fn new(ctx: Ctx, form: MentorForm, errors: ShownErrors) -> Self {
        Self { choices: ProfileChoices::new(ctx.tr, &form), ctx, form, errors, is_confirming: false }
    }

    /// The page that asks only for the industries; the surest is chosen already.
    pub fn confirming(ctx: Ctx, mut form: MentorForm) -> Self {
        form.industries.set(form.suggested_industries().into_iter().take(1).collect::<Vec<_>>());
        Self { is_confirming: true, ..Self::new(ctx, form, ShownErrors::default()) }
    }
}

/// What comes after a step, without anything to fill in.
#[derive(Template)]
#[template(path = "mentor/applied.html")]
pub struct AppliedPage {
    pub ctx: Ctx,
    /// `applied` or `confirmed`, the middle of the keys.
    pub step: &'static str,
}

#[derive(Template)]
#[template(path = "mentor/confirm.html")]
pub struct ConfirmPage {
    pub ctx: Ctx,
    pub is_usable: bool,
}

reveals_nobody!(ApplyPage, AppliedPage, ConfirmPage);
