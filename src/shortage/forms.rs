//! The filters of the radar, as they stand in the address.

use serde::{Deserialize, Serialize};

use super::Scope;

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ShortageFilter {
    /// The id of a housing area.
    pub area: String,
    /// The id of a partner.
    pub partner: String,
}

impl ShortageFilter {
    /// Whether anything is filtered.
    pub fn is_active(&self) -> bool {
        self.scope() != Scope::default()
    }

    /// Whom to count. What is no id counts as nothing chosen.
    pub fn scope(&self) -> Scope {
        Scope { area: self.area.parse().ok(), partner: self.partner.parse().ok() }
    }
}
