//! What was read of mentors' texts: they are asked for again at every search, and many write the same.

use std::{
    collections::HashMap,
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use super::read_wish::Trade;

/// Texts that are remembered; each takes some 300 bytes.
const MOST: usize = 20_000;

/// Texts of late, in two halves: what is not asked for while the younger half fills is forgotten with the older.
#[derive(Debug, Default)]
pub(super) struct Remembered(Mutex<Halves>);

#[derive(Debug, Default)]
struct Halves {
    young: HashMap<String, Arc<[Trade]>>,
    old: HashMap<String, Arc<[Trade]>>,
}

impl Clone for Remembered {
    /// Another vocabulary reads anew.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Remembered {
    /// The trades of a text, read when they are not remembered.
    pub fn trades(&self, text: &str, read: impl FnOnce() -> Vec<Trade>) -> Arc<[Trade]> {
        if let Some(known) = self.halves(|halves| halves.find(text)) {
            return known;
        }
        let trades: Arc<[Trade]> = read().into();
        self.halves(|halves| halves.keep(text.to_owned(), Arc::clone(&trades)));
        trades
    }

    fn halves<T>(&self, use_them: impl FnOnce(&mut Halves) -> T) -> T {
        use_them(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Halves {
    fn find(&mut self, text: &str) -> Option<Arc<[Trade]>> {
        if let Some(known) = self.young.get(text) {
            return Some(Arc::clone(known));
        }
        let (text, known) = self.old.remove_entry(text)?;
        self.keep(text, Arc::clone(&known));
        Some(known)
    }

    fn keep(&mut self, text: String, trades: Arc<[Trade]>) {
        if self.young.len() >= MOST / 2 {
            self.old = mem::take(&mut self.young);
        }
        self.young.insert(text, trades);
    }
}
