//! One built index: searched and changed in place, replaced as a whole by the next generation.

use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use chrono::NaiveDate;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy};
use uuid::Uuid;

use super::analyser::Analyser;
use super::document::{Fields, MentorDocument, as_id};
use super::error::{OpenError, SearchError};
use super::lexicon::Lexicon;
use super::written::Written;

/// Raised whenever the schema or the analysis of words changes; an older index is built again.
const VERSION: u32 = 5;
/// Memory for documents not yet written, in bytes; the least that the library accepts is 15 MB.
const WRITER_MEMORY: usize = 50_000_000;

pub struct Generation {
    index: Index,
    reader: IndexReader,
    /// What the reader last read.
    written: RwLock<Written>,
    lexicon: Arc<Lexicon>,
    fields: Fields,
    /// Opened by the first change and kept, as the library allows one writer at a time.
    writer: Mutex<Option<IndexWriter>>,
    sequence: AtomicU64,
    /// The day for which the mentors were read; none in an empty index.
    day: Option<NaiveDate>,
}

impl Generation {
    pub fn in_memory(lexicon: &Arc<Lexicon>, day: Option<NaiveDate>) -> Result<Self, SearchError> {
        let (schema, _) = Fields::schema();
        Self::fresh(Index::create_in_ram(schema), lexicon, day)
    }

    /// An empty index in a new directory.
    pub fn create(directory: &Path, lexicon: &Arc<Lexicon>, day: Option<NaiveDate>) -> Result<Self, SearchError> {
        std::fs::create_dir_all(directory)?;
        let (schema, _) = Fields::schema();
        Self::fresh(Index::create_in_dir(directory, schema)?, lexicon, day)
    }

    fn fresh(index: Index, lexicon: &Arc<Lexicon>, day: Option<NaiveDate>) -> Result<Self, SearchError> {
        let generation = Self::over(index, lexicon, (0, day))?;
        generation.change(&[], &[], 0)?;
        Ok(generation)
    }

    /// The index in a directory, if it is whole and of this version.
    pub fn open(directory: &Path, lexicon: &Arc<Lexicon>) -> Result<Self, OpenError> {
        let damaged = |error: tantivy::TantivyError| OpenError::Damaged(error.to_string());
        let index = Index::open_in_dir(directory).map_err(damaged)?;
        let payload = index.load_metas().map_err(damaged)?.payload;
        let state = payload.as_deref().and_then(read_payload).ok_or(OpenError::OtherVersion)?;
        if index.schema() != Fields::schema().0 {
            return Err(OpenError::OtherVersion);
        }
        let broken = index.validate_checksum().map_err(damaged)?;
        if let Some(file) = broken.iter().next() {
            return Err(OpenError::Damaged(file.display().to_string()));
        }
        Self::over(index, lexicon, state).map_err(|error| OpenError::Damaged(error.to_string()))
    }

    fn over(
        index: Index,
        lexicon: &Arc<Lexicon>,
        (sequence, day): (u64, Option<NaiveDate>),
    ) -> Result<Self, SearchError> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let (_, fields) = Fields::schema();
        let written = RwLock::new(Written::open(reader.searcher(), fields)?);
        let (lexicon, writer) = (Arc::clone(lexicon), Mutex::new(None));
        Ok(Self { index, reader, written, lexicon, fields, writer, sequence: AtomicU64::new(sequence), day })
    }

    /// Writes changes and makes them searchable, all at once.
    pub fn change(&self, changed: &[MentorDocument], removed: &[Uuid], sequence: u64) -> Result<(), SearchError> {
        let mut writer = self.writer()?;
        let Some(writer) = writer.as_mut() else {
            return Err(SearchError::InUse);
        };
        for id in removed.iter().chain(changed.iter().map(|mentor| &mentor.id)) {
            writer.delete_term(self.fields.id_term(*id));
        }
        self.add(writer, changed)?;
        self.commit(writer, sequence)
    }

    /// Fills an empty index.
    pub fn fill(&self, mentors: impl IntoIterator<Item = MentorDocument>, sequence: u64) -> Result<(), SearchError> {
        let mut writer = self.writer()?;
        let Some(writer) = writer.as_mut() else {
            return Err(SearchError::InUse);
        };
        self.add(writer, mentors)?;
        self.commit(writer, sequence)
    }

    pub fn written(&self) -> Written {
        self.written.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn sequence(&self) -> u64 {
        self.sequence.load(Ordering::Acquire)
    }

    pub fn day(&self) -> Option<NaiveDate> {
        self.day
    }

    /// The ids of all mentors in the index, in order.
    pub fn ids(&self) -> Result<BTreeSet<Uuid>, SearchError> {
        let mut found = BTreeSet::new();
        for segment in self.reader.searcher().segment_readers() {
            let ids = segment.fast_fields().ip_addr(Fields::ID)?;
            found.extend(segment.doc_ids_alive().filter_map(|document| ids.first(document)).map(as_id));
        }
        Ok(found)
    }

    fn add<M: Borrow<MentorDocument>>(
        &self,
        writer: &IndexWriter,
        mentors: impl IntoIterator<Item = M>,
    ) -> Result<(), SearchError> {
        let mut analyser = Analyser::new(&self.lexicon);
        for mentor in mentors {
            writer.add_document(self.fields.document(&mut analyser, mentor.borrow()))?;
        }
        Ok(())
    }

    fn commit(&self, writer: &mut IndexWriter, sequence: u64) -> Result<(), SearchError> {
        let mut prepared = writer.prepare_commit()?;
        prepared.set_payload(&payload(sequence, self.day));
        prepared.commit()?;
        self.reader.reload()?;
        let written = Written::open(self.reader.searcher(), self.fields)?;
        *self.written.write().unwrap_or_else(PoisonError::into_inner) = written;
        self.sequence.store(sequence, Ordering::Release);
        Ok(())
    }

    fn writer(&self) -> Result<MutexGuard<'_, Option<IndexWriter>>, SearchError> {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if writer.is_none() {
            *writer = Some(self.index.writer_with_num_threads(1, WRITER_MEMORY)?);
        }
        Ok(writer)
    }
}

fn payload(sequence: u64, day: Option<NaiveDate>) -> String {
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    format!("{VERSION} {sequence} {day}")
}

/// The sequence and the day that a commit of this version was made at.
fn read_payload(payload: &str) -> Option<(u64, Option<NaiveDate>)> {
    let mut parts = payload.splitn(3, ' ');
    let version: u32 = parts.next()?.parse().ok()?;
    let (sequence, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok());
    (version == VERSION).then_some((sequence, day))
}
