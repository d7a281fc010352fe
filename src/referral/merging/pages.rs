//! What the page of a merge shows.

use askama::Template;
use entity::{YoungPerson, readings::ReadingPurpose};
use sea_orm::prelude::Uuid;

use crate::{
    form::ShownErrors,
    page::Ctx,
    record::{Revealed, Reveals},
    referral::{Likeness, facts::Fact},
};

/// One of the two records.
pub struct Side {
    pub id: Uuid,
    pub name: String,
    pub facts: Vec<Fact>,
    /// When each of its referrals was sent, and by which partner.
    pub referrals: Vec<String>,
}

#[derive(Template)]
#[template(path = "referral/merge.html")]
pub struct MergePage {
    pub ctx: Ctx,
    pub person: YoungPerson,
    /// Records that may be of the same person.
    pub alike: Vec<(YoungPerson, Likeness)>,
    /// Records that were merged into this one.
    pub absorbed: Vec<YoungPerson>,
    /// The two to compare, once the other was chosen.
    pub sides: Vec<Side>,
    pub errors: ShownErrors,
}

impl Reveals for MergePage {
    fn reveals(&self) -> Revealed {
        let alike = self.alike.iter().map(|(person, _)| person.id);
        let absorbed = self.absorbed.iter().map(|person| person.id);
        let sides = self.sides.iter().map(|side| side.id);
        let shown = std::iter::once(self.person.id).chain(alike).chain(absorbed).chain(sides);
        Revealed::people(ReadingPurpose::Comparison, shown)
    }
}
