//! What is asked of the index, and what it answers.

use uuid::Uuid;

/// What to search for.
#[derive(Clone, Debug)]
pub struct MentorQuery {
    /// The young person's words, as they are. They are never read as a query language.
    pub wish: String,
    /// Industry codes as the documents have them, each with what it counts (0 to 1); the best
    /// that a mentor has counts.
    pub industries: Vec<(String, f32)>,
    /// The regions to look in, the nearest first; see [`super::MentorIndex::search`]. Only for those who take part.
    pub near: &'static [&'static str],
    /// Whether to find only mentors who take part in matching now.
    pub active_only: bool,
    /// The most hits.
    pub limit: usize,
}

/// A mentor found.
#[derive(Clone, Debug, PartialEq)]
pub struct MentorHit {
    pub id: Uuid,
    /// Greater is better; of no meaning between two searches.
    pub score: f32,
}
