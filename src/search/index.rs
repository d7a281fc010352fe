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
use super::generation::Generation;
use super::lexicon::Lexicon;
use super::query::{self, MentorHit, MentorQuery};

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
    /// Held while the index changes, so that a change does not fall between two generations.
    changing: Mutex<()>,
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
        Self { directory, lexicon, current, changing: Mutex::new(()) }
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
        let _changing = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
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
        self.directory.as_deref().map_or(Ok(()), remove_old)?;
        Ok(())
    }

    /// Takes in changed mentors and takes out removed ones, all at once, and remembers that all
    /// changes up to `sequence` are in. Doing it twice does no harm.
    ///
    /// # Errors
    /// When the index cannot be written, or another process writes to it.
    pub fn apply(&self, changed: &[MentorDocument], removed: &[Uuid], up_to_sequence: u64) -> Result<(), SearchError> {
        let _changing = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        self.current().change(changed, removed, up_to_sequence)
    }

    /// The number of the last change that is in the index, also after a crash.
    pub fn sequence(&self) -> u64 {
        self.current().sequence()
    }

    /// The day for which the index was built: pauses begin and end by the calendar. None before it was filled.
    pub fn day(&self) -> Option<NaiveDate> {
        self.current().day()
    }

    /// How many mentors are in the index.
    pub fn count(&self) -> u64 {
        self.current().searcher().num_docs()
    }

    /// The ids of all mentors in the index, to be compared with the database.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn ids(&self) -> Result<BTreeSet<Uuid>, SearchError> {
        self.current().ids()
    }

    /// The mentors that fit best, the best first; equal ones by id.
    ///
    /// # Errors
    /// When the index cannot be read. No text that a person typed is an error.
    pub fn search(&self, query: &MentorQuery) -> Result<Vec<MentorHit>, SearchError> {
        query::search(&self.current(), &self.lexicon, query)
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
    let written = directory.join(format!("{CURRENT}.{number}"));
    fs::write(&written, name_of(number))?;
    fs::File::open(&written)?.sync_all()?;
    fs::rename(&written, directory.join(CURRENT))
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
