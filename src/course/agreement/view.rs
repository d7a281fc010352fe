//! A version of what was agreed, as pages show it, and who has confirmed it when.

use entity::CourseAgreement;
use sea_orm::prelude::Uuid;

use super::rhythm_in_words;
use crate::{
    course::pages::Fact,
    language::{Tr, other::beside},
    page::Ctx,
};

/// A version with who has confirmed it.
#[derive(Clone, Debug)]
pub struct Confirmed {
    pub id: Uuid,
    pub version: i32,
    pub made: String,
    /// The day; empty while the mentor has not.
    pub mentor: String,
    pub mentee: String,
}

impl Confirmed {
    pub fn of(tr: Tr, version: &CourseAgreement) -> Self {
        let day = |at: Option<chrono::DateTime<chrono::Utc>>| at.map(|at| tr.date_of(&at)).unwrap_or_default();
        Self {
            id: version.id,
            version: version.version,
            made: tr.date_of(&version.made_at),
            mentor: day(version.mentor_confirmed_at),
            mentee: day(version.mentee_confirmed_at),
        }
    }
}

/// The same for a young person: what stands beside what they wrote, in their language.
pub(super) fn facts_beside(ctx: &Ctx, version: &CourseAgreement) -> Vec<Fact> {
    let mut all = facts_of(ctx.tr, version);
    if ctx.is_help {
        for (one, danish) in all.iter_mut().zip(facts_of(Tr::Danish, version)) {
            one.label = beside(&one.label, &danish.label);
        }
    }
    all
}

/// What a version says.
pub(super) fn facts_of(tr: Tr, version: &CourseAgreement) -> Vec<Fact> {
    let rhythm = version.rhythm_days.map(|days| rhythm_in_words(tr, days));
    let said = [
        ("course-goal", Some(version.goal.clone())),
        ("course-roles", version.role_agreement.clone()),
        ("course-rhythm-every", rhythm),
        ("course-rhythm", version.rhythm.clone()),
        ("course-between", version.contact.clone()),
        ("course-complaints", version.complaints.clone()),
    ];
    said.into_iter().filter_map(|(key, text)| Some(Fact::new(tr.t(key), text?))).collect()
}
