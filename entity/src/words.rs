//! A short list of words kept in one column, in the order they were given.

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// Languages, strengths, needs: lists that are read and written whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Words(pub Vec<String>);

impl Words {
    /// The words with `; ` between them, as a person writes a list.
    pub fn joined(&self) -> String {
        self.0.join("; ")
    }
}
