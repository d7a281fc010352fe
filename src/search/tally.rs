//! Adds up what the documents of a segment score: term after term, for all who have it.

use rustc_hash::FxHashMap;
use tantivy::DocId;
use tantivy::postings::BlockSegmentPostings;

#[derive(Default)]
pub struct Tally {
    scores: FxHashMap<DocId, Score>,
    /// Which of the wants is being counted, from 1.
    want: u32,
}

#[derive(Default)]
struct Score {
    /// Of the wants before.
    sum: f32,
    /// Of the want that was counted last: the best of its forms.
    best: f32,
    want: u32,
}

impl Tally {
    /// What is counted from here on belongs to the next want.
    pub fn next_want(&mut self) {
        self.want += 1;
    }

    /// Counts a term for all who have it, each time that it stands there.
    pub fn count(&mut self, mut having: BlockSegmentPostings, counts: f32) {
        while !having.docs().is_empty() {
            for (document, times) in having.docs().iter().zip(having.freqs()) {
                self.add(*document, counts * *times as f32);
            }
            having.advance();
        }
    }

    fn add(&mut self, document: DocId, scored: f32) {
        let score = self.scores.entry(document).or_default();
        if score.want != self.want {
            score.sum += score.best;
            (score.best, score.want) = (0.0, self.want);
        }
        score.best = score.best.max(scored);
    }

    /// Every document that has anything, and what it scores.
    pub fn scores(self) -> impl Iterator<Item = (DocId, f32)> {
        self.scores.into_iter().map(|(document, score)| (document, score.sum + score.best))
    }
}
