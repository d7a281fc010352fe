//! What a mentor, or somebody who refers, has said to being interviewed.

use askama::Template;
use entity::InterviewConsent;
use sea_orm::prelude::Uuid;

use crate::{
    form::ShownErrors,
    interview::{INTERVIEW_CONSENT_VERSION, forms::DayForm},
    page::Ctx,
    record::reveals_nobody,
};

#[derive(Template)]
#[template(path = "interview/consent.html")]
pub struct ConsentPage {
    pub ctx: Ctx,
    /// Where this page is.
    pub path: String,
    pub name: String,
    /// All that was said, the last first.
    pub said: Vec<InterviewConsent>,
    pub form: DayForm,
    pub errors: ShownErrors,
}

impl ConsentPage {
    pub fn agrees(&self) -> bool {
        self.said.iter().any(|consent| consent.withdrawn_on.is_none())
    }

    /// The text that they agreed to as long as that stands, and else the one that they can agree to now.
    pub fn text(&self) -> String {
        let standing = self.said.iter().find(|consent| consent.withdrawn_on.is_none());
        let version = standing.map_or(INTERVIEW_CONSENT_VERSION, |consent| consent.text_version);
        self.ctx.tr.t(format!("interview-consent-text-{version}"))
    }
}

reveals_nobody!(ConsentPage);

pub(in crate::interview) fn of_mentor(id: Uuid) -> String {
    format!("/mentors/{id}/interview-consent")
}

pub(in crate::interview) fn of_person(id: Uuid) -> String {
    format!("/people/{id}/interview-consent")
}
