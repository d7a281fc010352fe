//! What the pages of a profile show.

use askama::Template;
use entity::Mentor;

use super::{MentorForm, ProfileChoices};
use crate::{
    form::ShownErrors,
    mentor::{MentorFacts, MentorStatus, activity::Activities, seats::SeatCounts},
    page::Ctx,
    record::reveals_nobody,
};

/// A mentor's own profile.
#[derive(Template)]
#[template(path = "mentor/profile.html")]
pub struct ProfilePage {
    pub ctx: Ctx,
    pub email: String,
    pub status: MentorStatus,
    pub seats: SeatCounts,
    pub choices: ProfileChoices,
    /// What the mentor took part in.
    pub activities: Activities,
    pub form: MentorForm,
    pub errors: ShownErrors,
}

impl ProfilePage {
    pub fn new(
        ctx: Ctx,
        (facts, status): (&MentorFacts, MentorStatus),
        activities: Activities,
        form: MentorForm,
        errors: ShownErrors,
    ) -> Self {
        Self {
            choices: ProfileChoices::new(ctx.tr, &form),
            email: facts.mentor.email.clone(),
            seats: facts.seats,
            activities,
            status,
            ctx,
            form,
            errors,
        }
    }
}

/// A mentor as staff change one, or write a new one down.
#[derive(Template)]
#[template(path = "mentor/edit.html")]
pub struct EditPage {
    pub ctx: Ctx,
    /// Nobody when it is a new one.
    pub mentor: Option<Mentor>,
    pub choices: ProfileChoices,
    pub form: MentorForm,
    pub errors: ShownErrors,
}

impl EditPage {
    pub fn new(ctx: Ctx, mentor: Option<Mentor>, form: MentorForm, errors: ShownErrors) -> Self {
        Self { choices: ProfileChoices::new(ctx.tr, &form), ctx, mentor, form, errors }
    }

    /// Whether the address can still be changed: somebody who signs in keeps the one they sign in with.
    pub fn may_change_address(&self) -> bool {
        self.mentor.as_ref().is_none_or(|mentor| mentor.user_id.is_none())
    }

    /// Where the page leads back to.
    pub fn back(&self) -> String {
        self.mentor.as_ref().map_or_else(|| "/mentors".to_owned(), |mentor| format!("/mentors/{}", mentor.id))
    }
}

reveals_nobody!(EditPage, ProfilePage);
