//! What the address of the match page asks for: a mentor by name, filters, and two to compare.

use chrono::NaiveDate;
use entity::mentors::Gender;
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

use super::{Candidate, Distance, Wanted};
use crate::word::Worded;

/// The genders that mentors are parted by.
pub const GENDERS: [Gender; 2] = [Gender::Female, Gender::Male];

/// As it stands in the address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct MatchAsked {
    /// A part of the name of a mentor, whoever that is.
    pub q: String,
    pub near: String,
    pub language: String,
    pub gender: String,
    pub free: String,
    /// The mentor from whose page somebody came.
    pub mentor: String,
    /// The mentors to stand side by side.
    pub compare: Vec<String>,
}

impl MatchAsked {
    pub fn filters(&self, wanted: &Wanted) -> Filters {
        let is_on = |ticked: &str| ticked == "yes";
        Filters {
            is_near: is_on(&self.near),
            speaks: if is_on(&self.language) { spoken(wanted) } else { Vec::new() },
            gender: Gender::read(&self.gender).filter(|gender| GENDERS.contains(gender)),
            is_free: is_on(&self.free),
        }
    }

    /// The mentor from whose page somebody came, if it is one.
    pub fn mentor(&self) -> Option<Uuid> {
        self.mentor.parse().ok()
    }

    /// Those to compare, each once.
    pub fn compared(&self) -> Vec<Uuid> {
        let mut ids: Vec<Uuid> = Vec::new();
        for id in self.compare.iter().filter_map(|id| id.parse().ok()) {
            ids.extend((!ids.contains(&id)).then_some(id));
        }
        ids
    }

    /// Each of the others with its name, to be kept by a form that asks for more.
    pub fn kept(&self, but_for: &[&str]) -> Vec<(&'static str, &str)> {
        let all = [
            ("q", &self.q),
            ("near", &self.near),
            ("language", &self.language),
            ("gender", &self.gender),
            ("free", &self.free),
            ("mentor", &self.mentor),
        ];
        let said = all.into_iter().filter(|(name, value)| !value.is_empty() && !but_for.contains(name));
        said.map(|(name, value)| (name, value.as_str())).collect()
    }

    /// The page without some of what it is asked for, and without a comparison.
    pub fn address(&self, path: &str, but_for: &[&str]) -> String {
        let query = serde_html_form::to_string(self.kept(but_for)).unwrap_or_default();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

/// Languages of the young person by which mentors can be parted.
pub fn spoken(wanted: &Wanted) -> Vec<String> {
    wanted.languages.iter().filter(|code| *code != "da").cloned().collect()
}

/// Which suggestions are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filters {
    /// Only those of whom it is known that they are within reach.
    pub is_near: bool,
    /// Only those who speak one of these; empty lets everybody through.
    pub speaks: Vec<String>,
    pub gender: Option<Gender>,
    /// Only those who could take a course now, whoever it is with.
    pub is_free: bool,
}

impl Filters {
    pub fn is_on(&self) -> bool {
        *self != Self::default()
    }

    pub fn lets_through(&self, wanted: &Wanted, candidate: &Candidate, today: NaiveDate) -> bool {
        let mentor = &candidate.mentor.mentor;
        let is_near = || matches!(Distance::between(wanted, mentor), Distance::Near(_));
        let speaks = || self.speaks.iter().any(|code| mentor.languages.0.contains(code));
        (!self.is_near || is_near())
            && (self.speaks.is_empty() || speaks())
            && self.gender.is_none_or(|gender| mentor.gender == Some(gender))
            && (!self.is_free || candidate.mentor.may_be_proposed(today).is_ok())
    }
}
