//! Adds up what the documents of a segment score: term after term, for all who have it.

use std::cell::RefCell;

use tantivy::DocId;
use tantivy::postings::BlockSegmentPostings;

thread_local! {
    /// Scores by document, kept by each thread that searches: a search neither makes room for every mentor nor clears it.
    static TALLY: RefCell<Tally> = RefCell::default();
}

#[derive(Default)]
pub struct Tally {
    /// What each document scores, of whatever search was the last to find it.
    scores: Vec<Score>,
    /// The documents that have anything that is wanted.
    found: Vec<DocId>,
    /// The last of the wants that were counted before this search.
    before: u32,
    /// Which of the wants is being counted. No two wants of a thread have the same number.
    want: u32,
}

#[derive(Clone, Copy, Default)]
struct Score {
    /// Of the wants before.
    sum: f32,
    /// Of the want that was counted last: the best of its forms.
    best: f32,
    want: u32,
}

impl Tally {
    /// Counts in a segment of so many documents.
    pub fn of_segment<R>(documents: u32, count: impl FnOnce(&mut Self) -> R) -> R {
        TALLY.with_borrow_mut(|tally| {
            tally.begin(documents as usize);
            count(tally)
        })
    }

    fn begin(&mut self, documents: usize) {
        if self.want > u32::MAX / 2 {
            *self = Self::default();
        }
        if self.scores.len() < documents {
            self.scores.resize(documents, Score::default());
        }
        self.found.clear();
        self.before = self.want;
    }

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
        let score = &mut self.scores[document as usize];
        if score.want <= self.before {
            *score = Score::default();
            self.found.push(document);
        }
        if score.want != self.want {
            score.sum += score.best;
            (score.best, score.want) = (0.0, self.want);
        }
        score.best = score.best.max(scored);
    }

    /// The best of those who `may` be found, in no order; all of them where equal ones are more than `most`.
    pub fn best(&self, most: usize, may: impl Fn(DocId) -> bool) -> Vec<(DocId, f32)> {
        let (mut best, mut least, mut room) = (Vec::new(), 0.0, 4 * most);
        for document in &self.found {
            let score = self.scores[*document as usize];
            let score = score.sum + score.best;
            // Most have no chance, and need not be asked.
            if score >= least && may(*document) {
                best.push((*document, score));
                if best.len() >= room {
                    least = keep_best(&mut best, most);
                    // Equal ones stay, however many.
                    room = 4 * best.len();
                }
            }
        }
        keep_best(&mut best, most);
        best
    }
}

/// Leaves out whoever scores less than the last of the best, and tells that score.
fn keep_best(scores: &mut Vec<(DocId, f32)>, most: usize) -> f32 {
    if most == 0 || scores.len() <= most {
        scores.truncate(most);
        return 0.0;
    }
    let (_, (_, least), _) = scores.select_nth_unstable_by(most - 1, |one, other| other.1.total_cmp(&one.1));
    let least = *least;
    scores.retain(|(_, score)| *score >= least);
    least
}
