//! What the young person and whoever referred see when somebody fell silent.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::forms::ThereForm;
use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals, reveals_nobody},
    word::Choice,
};

/// Behind a link: whose it is, and then the question with its answers.
#[derive(Template)]
#[template(path = "course/silence/link.html")]
pub struct TherePage {
    pub ctx: Ctx,
    /// Whether it is asked of whoever referred, and not of the young person.
    pub is_referrer: bool,
    /// Whose it is; nothing where the link opens nothing.
    pub whose: Option<String>,
    /// The young person, where somebody else is told of them.
    pub told_of: Option<Uuid>,
    /// The first name, for whoever referred.
    pub mentee: String,
    /// The answers; none before whose it is was confirmed.
    pub answers: Vec<Choice>,
    pub form: ThereForm,
    pub errors: ShownErrors,
}

/// The same question on the referrer's own page.
#[derive(Template)]
#[template(path = "course/silence/referrer.html")]
pub struct ReferrerPage {
    pub ctx: Ctx,
    /// The page of the referral.
    pub referral: String,
    pub young_person_id: Uuid,
    pub mentee: String,
    /// None where the answer is not needed any more.
    pub answers: Vec<Choice>,
    pub form: ThereForm,
    pub errors: ShownErrors,
}

#[derive(Template)]
#[template(path = "course/silence/thanks.html")]
pub struct ThereThanksPage {
    pub ctx: Ctx,
    /// Whether whoever answered calls the young person, and not we.
    pub will_call: bool,
}

impl Reveals for TherePage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, self.told_of)
    }
}

impl Reveals for ReferrerPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::CourseFollowUp, [self.young_person_id])
    }
}

reveals_nobody!(ThereThanksPage);
