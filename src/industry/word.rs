//! One word of the vocabulary.

use std::str::FromStr;

use super::{IndustrySystem, act::Acts, codes::IndustryCode, db25::db25_division, need::Need};

/// What sort of word leads to an industry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    Occupation,
    Education,
    Place,
    English,
    /// Also plain speech: what one does there ("bage kager").
    Slang,
    /// A thing, a material, a tool, a task, a place or a brand.
    Everyday,
}

impl WordKind {
    pub(super) fn is_title(self) -> bool {
        matches!(self, Self::Occupation | Self::Education)
    }

    /// How far a row of this sort is believed beside a title: plain speech has many meanings.
    pub(super) fn trust(self) -> f32 {
        match self {
            Self::Occupation | Self::Education => 1.0,
            Self::Everyday => 0.95,
            Self::Place | Self::English => 0.9,
            Self::Slang => 0.95,
        }
    }
}

impl FromStr for WordKind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "occupation" => Ok(Self::Occupation),
            "education" => Ok(Self::Education),
            "place" => Ok(Self::Place),
            "english" => Ok(Self::English),
            "slang" => Ok(Self::Slang),
            _ => Err(()),
        }
    }
}

/// One word of the vocabulary and the industry that it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The word or words as a layman writes them.
    pub text: String,
    /// The industry in DB07, as fine as the word tells.
    pub db07: IndustryCode,
    /// The same in DB25.
    pub db25: IndustryCode,
    /// How surely the word means this industry, from 0 to 1.
    pub weight: f32,
    pub kind: WordKind,
    /// What the industry does with the thing; none where that makes no difference.
    pub acts: Acts,
}

impl Word {
    /// A word that surely means an industry, as staff add it.
    ///
    /// The code of the other system is the division of the same number; cars (DB07 45) stand for
    /// repair (DB25 95), as most who name them want to repair them.
    pub fn new(text: &str, code: &IndustryCode) -> Option<Self> {
        let (db07, db25) = match code.system() {
            IndustrySystem::Db07 if code.division() == "45" => {
                (code.clone(), IndustryCode::new(IndustrySystem::Db25, "95").ok()?)
            }
            IndustrySystem::Db07 => (code.clone(), IndustryCode::new(IndustrySystem::Db25, code.division()).ok()?),
            IndustrySystem::Db25 => (IndustryCode::new(IndustrySystem::Db07, code.division()).ok()?, code.clone()),
        };
        Some(Self { text: text.to_owned(), db07, db25, weight: 1.0, kind: WordKind::Slang, acts: Acts::default() })
    }

    /// A row of `data/vocabulary.tsv`: word, DB07, DB25 where its number differs, weight, kind.
    pub(super) fn of_title(row: &str) -> Option<Self> {
        let [text, db07, db25, weight, kind] = row.split('\t').collect::<Vec<_>>()[..] else { return None };
        let db07 = IndustryCode::new(IndustrySystem::Db07, db07).ok()?;
        let db25 = if db25.is_empty() { db25_division(&db07) } else { db25 };
        let db25 = IndustryCode::new(IndustrySystem::Db25, db25).ok()?;
        let (weight, kind) = (weight.parse().ok()?, kind.parse().ok()?);
        Some(Self { text: text.to_owned(), db07, db25, weight, kind, acts: Acts::default() })
    }

    /// A row of `data/everyday/`: word, DB07, what is done with it, weight.
    pub(super) fn of_thing(row: &str) -> Option<Self> {
        let [text, db07, acts, weight] = row.split('\t').collect::<Vec<_>>()[..] else { return None };
        let db07 = IndustryCode::new(IndustrySystem::Db07, db07).ok()?;
        let db25 = IndustryCode::new(IndustrySystem::Db25, db25_division(&db07)).ok()?;
        let (acts, weight) = (Acts::read(acts)?, weight.parse().ok()?);
        Some(Self { text: text.to_owned(), db07, db25, weight, kind: WordKind::Everyday, acts })
    }
}

/// What a word for something that one does says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Deed {
    pub acts: Acts,
    /// Where one does it when nobody says with what, and how surely.
    pub usual: Option<(IndustryCode, f32)>,
}

impl Deed {
    /// A row of `data/acts.tsv`: word, acts, usual industry, weight.
    pub(super) fn read(row: &str) -> Option<(&str, Self)> {
        let [text, acts, db07, weight] = row.split('\t').collect::<Vec<_>>()[..] else { return None };
        let code = IndustryCode::new(IndustrySystem::Db07, db07).ok();
        let usual = code.zip(weight.parse().ok());
        Some((text, Self { acts: Acts::read(acts)?, usual }))
    }
}

/// What one spelling means.
#[derive(Clone, Debug, Default)]
pub(super) struct Meaning {
    /// Places in the list of words.
    pub words: Vec<usize>,
    pub need: Option<Need>,
    pub deed: Option<Deed>,
}
