//! What the form of an activity shows.

use askama::Template;
use entity::mentor_activities::ActivityKind;

use super::forms::ActivityForm;
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::reveals_nobody,
    word::{Choice, Worded},
};

#[derive(Template)]
#[template(path = "mentor/activity.html")]
pub struct ActivityPage {
    pub ctx: Ctx,
    pub kinds: Vec<Choice>,
    pub form: ActivityForm,
    pub errors: ShownErrors,
}

impl ActivityPage {
    pub fn new(ctx: Ctx, form: ActivityForm, errors: ShownErrors) -> Self {
        Self { kinds: ActivityKind::choices(ctx.tr), ctx, form, errors }
    }
}

reveals_nobody!(ActivityPage);
