//! The index of mentors that the platform searches.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use chrono::NaiveDate;
use uuid::Uuid;

use super::document::MentorDocument;
use super::error::{OpenError, SearchError};
use super::find;
use super::fresh::Fresh;
use super::generation::Generation;
use super::lexicon::Lexicon;
use super::query::{MentorHit, MentorQuery};
use crate::files;

/// The file that names the generation in use.
const CURRENT: &str = "CURRENT";
/// What the directory of a generation is called, before its number.
const GENERATION: &str = "generation-";

/// Mentors, searchable by their trade and their words.
///
/// All methods block. One process writes to a directory; another finds it in use and keeps a
/// directory of its own, following the same changes by [`MentorIndex::sequence`].
pub struct MentorIndex {
    /// None for an index in memory.
    directory: Option<PathBuf>,
    lexicon: Arc<Lexicon>,
    current: RwLock<Arc<Generation>>,
    /// What was taken and is not written yet.
    fresh: RwLock<Arc<Fresh>>,
    /// Held while the index is written, so that a change does not fall between two generations.
    writing: Mutex<()>,
}

impl MentorIndex {
    /// An empty index in memory, for tests and small schemes.
    ///
    /// # Errors
    /// When the library cannot set it up.
    pub fn in_memory(lexicon: Arc<Lexicon>) -> Result<Self, SearchError> {
        let generation = Generation::in_memory(&lexicon, None)?;
        Ok(Self::over(None, lexicon, generation))
    }

    /// The index in a directory.
    ///
    /// # Errors
    /// Says whether it is missing, damaged or of another version; the caller then calls
    /// [`MentorIndex::create`] and fills it from the database.
    pub fn open(directory: &Path, lexicon: Arc<Lexicon>) -> Result<Self, OpenError> {
        let name = match fs::read_to_string(directory.join(CURRENT)) {
            Ok(name) => name,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(OpenError::Missing),
            Err(error) => return Err(error.into()),
        };
        let number = number(name.trim()).ok_or_else(|| OpenError::Damaged(CURRENT.to_owned()))?;
        let generation = Generation::open(&directory.join(name_of(number)), &lexicon)?;
        Ok(Self::over(Some(directory.to_owned()), lexicon, generation))
    }

    /// An empty index in a directory, in the place of whatever index was there.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn create(directory: &Path, lexicon: Arc<Lexicon>) -> Result<Self, SearchError> {
        fs::create_dir_all(directory)?;
        let number = next_number(directory)?;
        let generation = Generation::create(&directory.join(name_of(number)), &lexicon, None)?;
        point_to(directory, number)?;
        Ok(Self::over(Some(directory.to_owned()), lexicon, generation))
    }

    fn over(directory: Option<PathBuf>, lexicon: Arc<Lexicon>, generation: Generation) -> Self {
        let current = RwLock::new(Arc::new(generation));
        Self { directory, lexicon, current, fresh: RwLock::default(), writing: Mutex::new(()) }
    }

    /// Builds the index afresh from `mentors` as they are on `day` and were at change number `sequence`. Searches
    /// go on in the old one until the new one is complete.
    ///
    /// # Errors
    /// When it cannot be written; the old index then stays in use.
    pub fn replace_all(
        &self,
        mentors: impl IntoIterator<Item = MentorDocument>,
        sequence: u64,
        day: NaiveDate,
    ) -> Result<(), SearchError> {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let generation = match &self.directory {
            None => {
                let generation = Generation::in_memory(&self.lexicon, Some(day))?;
                generation.fill(mentors, sequence)?;
                generation
            }
            Some(directory) => {
                let number = next_number(directory)?;
                let generation = Generation::create(&directory.join(name_of(number)), &self.lexicon, Some(day))?;
                generation.fill(mentors, sequence)?;
                point_to(directory, number)?;
                generation
            }
        };
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(generation);
        self.forget(sequence);
        self.directory.as_deref().map_or(Ok(()), remove_old)?;
        Ok(())
    }

    /// Takes in changed mentors and takes out removed ones: what is found is so from here on. It lies in memory until
    /// [`MentorIndex::write`]; after a crash, [`MentorIndex::sequence`] tells that it is to be taken again. Doing it twice
    /// does no harm.
    pub fn take(&self, changed: &[MentorDocument], removed: &[Uuid], up_to_sequence: u64) {
        let mut fresh = self.fresh.write().unwrap_or_else(PoisonError::into_inner);
        Arc::make_mut(&mut fresh).take(&self.lexicon, changed, removed, up_to_sequence);
    }

    /// Whether something was taken that is not written yet.
    pub fn is_unwritten(&self) -> bool {
        !self.fresh().is_empty()
    }

    /// Writes down what was taken, all at once. Searches go on meanwhile.
    ///
    /// # Errors
    /// When the index cannot be written, or another process writes to it; what was taken is found nevertheless.
    pub fn write(&self) -> Result<(), SearchError> {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = self.fresh();
        let (changed, removed) = fresh.parts();
        self.current().change(&changed, &removed, fresh.sequence)?;
        self.forget(fresh.sequence);
        Ok(())
    }

    fn forget(&self, up_to_sequence: u64) {
        let mut fresh = self.fresh.write().unwrap_or_else(PoisonError::into_inner);
        Arc::make_mut(&mut fresh).forget(up_to_sequence);
    }

    fn fresh(&self) -> Arc<Fresh> {
        Arc::clone(&self.fresh.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The number of the last change that was taken; after a crash, of the last that was written.
    pub fn sequence(&self) -> u64 {
        self.fresh().sequence.max(self.current().sequence())
    }

    /// The day for which the index was built: pauses begin and end by the calendar. None before it was filled.
    pub fn day(&self) -> Option<NaiveDate> {
        self.current().day()
    }

    /// How many mentors the index holds in writing.
    pub fn count(&self) -> u64 {
        self.current().written().count()
    }

    /// The ids of all mentors in the index, to be compared with the database.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn ids(&self) -> Result<BTreeSet<Uuid>, SearchError> {
        let fresh = self.fresh();
        let (changed, removed) = fresh.parts();
        let mut ids = self.current().ids()?;
        ids.extend(changed.iter().map(|mentor| mentor.id));
        ids.retain(|id| !removed.contains(id));
        Ok(ids)
    }

    /// The mentors that fit best, the best first; equal ones by id.
    ///
    /// In a large index, those who take part are looked for in one region of `near` after the other, until as many as asked
    /// for are as good as one who has the wanted industry itself. Where all regions have fewer, and in a small index, they
    /// are looked for everywhere; so are those whose region is not known.
    ///
    /// # Errors
    /// When the index cannot be read. No text that a person typed is an error.
    pub fn search(&self, query: &MentorQuery) -> Result<Vec<MentorHit>, SearchError> {
        // First what is fresh: what is written meanwhile is then found twice and counted once, never missed.
        let fresh = self.fresh();
        find::search(&self.current().written(), &fresh, &self.lexicon, query)
    }

    fn current(&self) -> Arc<Generation> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn name_of(number: u64) -> String {
    format!("{GENERATION}{number}")
}

fn number(name: &str) -> Option<u64> {
    name.strip_prefix(GENERATION)?.parse().ok()
}

fn generations(directory: &Path) -> io::Result<Vec<u64>> {
    let entries = fs::read_dir(directory)?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    Ok(names.filter_map(|name| number(&name)).collect())
}

fn next_number(directory: &Path) -> io::Result<u64> {
    Ok(generations(directory)?.into_iter().max().map_or(1, |last| last + 1))
}

/// Makes a generation the one in use, in one step that a crash cannot split.
fn point_to(directory: &Path, number: u64) -> io::Result<()> {
    files::write_whole(&directory.join(CURRENT), name_of(number).as_bytes())
}

/// Removes every generation but the one in use. Searches under way keep the files they have open.
fn remove_old(directory: &Path) -> io::Result<()> {
    let current = fs::read_to_string(directory.join(CURRENT))?;
    for number in generations(directory)? {
        if name_of(number) != current.trim() {
            fs::remove_dir_all(directory.join(name_of(number)))?;
        }
    }
    Ok(())
}
