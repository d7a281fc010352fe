//! What the public pages show.

use askama::Template;
use entity::{enquiries::AskerRelation, mentors::ContactPreference};

use super::forms::EnquiryForm;
use crate::{
    enquiry::KEPT_MONTHS,
    form::ShownErrors,
    page::Ctx,
    record::reveals_nobody,
    word::{Choice, Worded},
};

#[derive(Template)]
#[template(path = "enquiry/ask.html")]
pub struct EnquiryPage {
    pub ctx: Ctx,
    pub form: EnquiryForm,
    pub errors: ShownErrors,
    /// The partner whose link was opened.
    pub partner_name: Option<String>,
}

impl EnquiryPage {
    pub fn relations(&self) -> Vec<Choice> {
        AskerRelation::choices(self.ctx.tr)
    }

    /// How the young person would rather be reached; "through me" only where somebody writes for another.
    pub fn contacts(&self) -> Vec<Choice> {
        let all = ContactPreference::choices_as(self.ctx.tr, "enquiry-contact").into_iter();
        all.filter(|choice| self.form.is_for_other() || !choice.is("through_partner")).collect()
    }

    /// The key of a sentence, to whoever writes: `enquiry-KEY-self` or `enquiry-KEY-other`.
    pub fn say(&self, key: &str) -> String {
        let who = if self.form.is_for_other() { "other" } else { "self" };
        self.ctx.t(format!("enquiry-{key}-{who}"))
    }

    pub fn kept(&self) -> String {
        self.ctx.t1("enquiry-kept", "months", KEPT_MONTHS)
    }

    /// Whether the part about a guardian is unfolded: something is typed or wrong there.
    pub fn shows_guardian(&self) -> bool {
        let form = &self.form;
        let typed: [&str; 3] = [&form.guardian_name, &form.guardian_phone, &form.guardian_later];
        typed.iter().any(|text| !text.is_empty())
            || ["guardian_name", "guardian_phone"].iter().any(|field| self.errors.of(field).is_some())
    }
}

/// A link that no longer works.
#[derive(Template)]
#[template(path = "enquiry/closed_link.html")]
pub struct ClosedLinkPage {
    pub ctx: Ctx,
}

#[derive(Template)]
#[template(path = "enquiry/thanks.html")]
pub struct ThanksPage {
    pub ctx: Ctx,
    /// The last day of the promise.
    pub answer_by: String,
}

reveals_nobody!(EnquiryPage, ClosedLinkPage, ThanksPage);
