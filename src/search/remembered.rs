//! What was read of texts: they are asked for again at every search, and many write the same.

use std::{
    collections::HashMap,
    mem,
    sync::{Arc, Mutex, PoisonError},
};

/// Texts that are remembered; each takes some hundred bytes.
const MOST: usize = 20_000;

/// Texts of late, in two halves: what is not asked for while the younger half fills is forgotten with the older.
#[derive(Debug)]
pub struct Remembered<T>(Mutex<Halves<T>>);

#[derive(Debug)]
struct Halves<T> {
    young: HashMap<String, Arc<[T]>>,
    old: HashMap<String, Arc<[T]>>,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self(Mutex::new(Halves { young: HashMap::new(), old: HashMap::new() }))
    }
}

impl<T> Clone for Remembered<T> {
    /// Whoever knows other words reads anew.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> Remembered<T> {
    /// What a text says, read when it is not remembered.
    pub fn of(&self, text: &str, read: impl FnOnce() -> Vec<T>) -> Arc<[T]> {
        if let Some(known) = self.halves(|halves| halves.find(text)) {
            return known;
        }
        let found: Arc<[T]> = read().into();
        self.halves(|halves| halves.keep(text.to_owned(), Arc::clone(&found)));
        found
    }

    fn halves<R>(&self, use_them: impl FnOnce(&mut Halves<T>) -> R) -> R {
        use_them(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<T> Halves<T> {
    fn find(&mut self, text: &str) -> Option<Arc<[T]>> {
        if let Some(known) = self.young.get(text) {
            return Some(Arc::clone(known));
        }
        let (text, known) = self.old.remove_entry(text)?;
        self.keep(text, Arc::clone(&known));
        Some(known)
    }

    fn keep(&mut self, text: String, found: Arc<[T]>) {
        if self.young.len() >= MOST / 2 {
            self.old = mem::take(&mut self.young);
        }
        self.young.insert(text, found);
    }
}
