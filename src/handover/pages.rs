//! What the page shows.

use askama::Template;
use entity::readings::ReadingPurpose;
use sea_orm::prelude::Uuid;

use super::forms::HandoverForm;
use crate::{
    duty::Spell,
    form::ShownErrors,
    language::Tr,
    page::Ctx,
    record::{Revealed, Reveals},
    word::Choice,
};

#[derive(Template)]
#[template(path = "handover/handover.html")]
pub struct HandoverPage {
    pub ctx: Ctx,
    pub title: String,
    pub lead: String,
    /// Where the form is posted to.
    pub action: String,
    /// Where the page leads back to.
    pub up: String,
    /// The one thing; empty where it is about several.
    pub name: String,
    pub young_person_id: Option<Uuid>,
    /// How many things of a list, in a sentence.
    pub count: String,
    pub is_of_colleague: bool,
    /// Who was responsible for the one thing so far.
    pub spells: Vec<String>,
    pub form: HandoverForm,
    pub colleagues: Vec<Choice>,
    pub errors: ShownErrors,
}

impl HandoverPage {
    /// A page about nothing yet.
    pub fn new(ctx: Ctx, (action, up): (String, String), colleagues: Vec<Choice>) -> Self {
        Self {
            title: ctx.t("duty-handover-title"),
            lead: ctx.t("duty-handover-lead"),
            action,
            up,
            name: String::new(),
            young_person_id: None,
            count: String::new(),
            is_of_colleague: false,
            spells: Vec::new(),
            form: HandoverForm::default(),
            colleagues,
            errors: ShownErrors::default(),
            ctx,
        }
    }
}

/// From when until when somebody was responsible.
pub fn line(tr: Tr, spell: &Spell) -> String {
    let (name, since) = (spell.name.clone(), tr.date(&spell.since));
    let known = [("name", name.into()), ("since", since.into())];
    match &spell.until {
        Some(until) => tr.with("duty-history-line-until", known.into_iter().chain([("until", tr.date(until).into())])),
        None => tr.with("duty-history-line", known),
    }
}

impl Reveals for HandoverPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.young_person_id)
    }
}
