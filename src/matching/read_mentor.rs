//! What a mentor wrote, read once for however many it is compared with.

use super::mentor_trades;
use crate::{
    industry::{Trade, Vocabulary},
    mentor::MentorFacts,
    search::ReadText,
};

pub(super) struct ReadMentor {
    pub trades: Vec<Trade>,
    pub occupation: ReadText,
    /// Keywords and strengths.
    pub told: ReadText,
}

impl ReadMentor {
    pub fn of(facts: &MentorFacts, words: &Vocabulary) -> Self {
        let mentor = &facts.mentor;
        let keywords = mentor.keywords.as_deref().unwrap_or_default();
        Self {
            trades: mentor_trades(&facts.industries, &mentor.occupation, keywords, words),
            occupation: words.lexicon().read(&mentor.occupation),
            told: words.lexicon().read(&[keywords, &mentor.strengths.joined()].join(" ")),
        }
    }
}
