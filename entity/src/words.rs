//! Words of the database: one of several in a column, or a short list in the order they were given.

use sea_orm::{ActiveEnum, FromJsonQueryResult, Iterable};
use serde::{Deserialize, Serialize};

/// One of several words that people read.
pub trait Stored: ActiveEnum<Value = String> + Iterable + Copy + PartialEq + 'static {
    /// How the keys of its sentences begin; the word of the column follows, with hyphens.
    const KEY: &'static str;
}

/// `stored!(Clarity: "referral-clarity")`, beneath the words.
macro_rules! stored {
    ($word:ty: $key:literal) => {
        impl $crate::Stored for $word {
            const KEY: &'static str = $key;
        }
    };
}
pub(crate) use stored;

/// Languages, strengths, needs: lists that are read and written whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Words(pub Vec<String>);

impl Words {
    /// The words with `; ` between them, as a person writes a list.
    pub fn joined(&self) -> String {
        self.0.join("; ")
    }
}
