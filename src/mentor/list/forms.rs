//! The filters of the list, as they stand in the address.

use serde::{Deserialize, Serialize};

use super::Filter;
use crate::{
    config::Rules,
    list::{Searched, Typed},
    mentor::MentorStatus,
    word::Worded,
};

/// The word for mentors of every status, those who have left among them.
pub const EVERYBODY: &str = "everybody";

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct MentorsFilter {
    pub q: Typed,
    /// The word of a status, or [`EVERYBODY`]; empty for all who have not left.
    pub status: String,
    pub industry: String,
    pub postcode: String,
    pub language: String,
    pub expiring: String,
    pub inactive: String,
    pub unsupported: String,
    pub dead_way: String,
    pub texted: String,
    /// Whose they are: `mine`, `nobody`, or one of staff.
    pub responsible: String,
}

impl Searched for MentorsFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.q]
    }
}

impl MentorsFilter {
    pub fn read(&self, rules: &Rules) -> Filter {
        Filter {
            text: self.q.clone(),
            status: MentorStatus::read(&self.status),
            is_everybody: self.status == EVERYBODY,
            industry: self.industry.parse().ok(),
            postcode: self.postcode.trim().chars().filter(char::is_ascii_digit).take(4).collect(),
            language: self.language.clone(),
            is_expiring: self.expiring == "yes",
            is_inactive: self.inactive == "yes",
            unsupported_days: (self.unsupported == "yes").then_some(rules.mentor_support_days),
            has_dead_way: self.dead_way == "yes",
            has_texted: self.texted == "yes",
            whose: None,
        }
    }
}
