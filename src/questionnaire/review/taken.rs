//! What came back: read all or nothing, compared with what there is, and written as the data file.

use csv::{ReaderBuilder, StringRecord};
use thiserror::Error;

use super::{
    COLUMNS, Line, SOURCE, all_sources, lines,
    sentences::{self, SENTENCES},
};
use crate::{
    language::{
        Tr,
        sentences::is_mark,
        translations::{EMBEDDED, Entry, OptionWords, Source, State, of, write},
    },
    spreadsheet::as_it_was,
};

#[derive(Debug, Error)]
pub enum ReviewError {
    #[error(transparent)]
    Csv(#[from] csv::Error),
    #[error("The column {0} is missing.")]
    NoColumn(&'static str),
    #[error("Nobody is asked {0}.")]
    Unknown(String),
    #[error("{0} stands there twice.")]
    Twice(String),
    /// Question and answers are one set.
    #[error("{0} lacks something that is filled in, or has something else.")]
    FilledIn(String),
    #[error("{0} has no translation, and others of its set have.")]
    Incomplete(String),
    #[error("{0} has the state {1}, which is none of draft, reviewed, adjudicated, pretested.")]
    NoState(String, String),
    #[error("{0} has {1} as the mark of its Danish words, which is none: 12 characters of 0-9 and a-f, or nothing.")]
    NoMark(String, String),
}

/// What becomes of the data file.
#[derive(Debug)]
pub struct Taken {
    /// All of it, to be written in place of what there is.
    pub file: String,
    /// The sentences of pages and letters, likewise.
    pub sentences: String,
    /// What is other than before, a sentence each.
    pub changes: Vec<String>,
}

/// Takes in what came back for a language. What the file does not hold stays as it is.
///
/// # Errors
/// When it cannot be read, or says something of a question that there is not; then nothing of it is taken.
pub fn take(tr: Tr, text: &str) -> Result<Taken, ReviewError> {
    let told = read(text)?;
    let known: Vec<Line> = lines(tr).into_iter().chain(sentences::lines(tr)).collect();
    for line in &told {
        let same = |other: &&Line| place(other) == place(line);
        if !known.iter().any(|other| same(&other)) {
            return Err(ReviewError::Unknown(place(line)));
        }
        if told.iter().filter(same).count() > 1 {
            return Err(ReviewError::Twice(place(line)));
        }
    }
    let mut changes = Vec::new();
    let mut entries = Vec::new();
    for source in all_sources() {
        let old = of(tr).iter().find(|entry| entry.is_of(&source));
        let own: Vec<&Line> = told.iter().filter(|line| is_of(line, &source)).collect();
        let new = if own.is_empty() { old.cloned() } else { entry(&source, &own, old)? };
        tell(&source, old, new.as_ref(), &mut changes);
        entries.extend(new);
    }
    let sentences = sentences::take(tr, &told, &mut changes)?;
    Ok(Taken { file: write(head(tr), &entries), sentences, changes })
}

/// The comment with which the data file of a language begins.
fn head(tr: Tr) -> &'static str {
    let file = EMBEDDED.into_iter().find(|(language, _)| *language == tr).map_or("", |(_, file)| file);
    file.split("\n\n[[item]]").next().unwrap_or_default()
}

fn read(text: &str) -> Result<Vec<Line>, ReviewError> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let separator = if first.contains(';') { b';' } else { b',' };
    let mut reader = ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
    let header = reader.headers()?.clone();
    let mut places = [None; COLUMNS.len()];
    for (place, name) in places.iter_mut().zip(COLUMNS) {
        *place = header.iter().position(|own| own == name);
        // A file from before there were marks has no column of them.
        if place.is_none() && name != SOURCE {
            return Err(ReviewError::NoColumn(name));
        }
    }
    let line = |record: StringRecord| {
        let [instrument, item, option, danish, translation, state, comment, source] = places
            .map(|place| as_it_was(place.and_then(|place| record.get(place)).unwrap_or_default()).trim().to_owned());
        Line { instrument, item, option, danish, translation, state, comment, source }
    };
    reader.records().map(|record| -> Result<Line, ReviewError> { marked(line(record?)) }).collect()
}

/// The line, if its mark is one, or is left out.
fn marked(line: Line) -> Result<Line, ReviewError> {
    if line.source.is_empty() || is_mark(&line.source) {
        return Ok(line);
    }
    Err(ReviewError::NoMark(place(&line), line.source))
}

fn place(line: &Line) -> String {
    let instrument = Some(&line.instrument).filter(|instrument| *instrument != SENTENCES);
    instrument
        .into_iter()
        .chain([&line.item, &line.option])
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(".")
}

fn is_of(line: &Line, source: &Source) -> bool {
    line.instrument == source.instrument && line.item == source.item
}

/// The translation as the file has it. It is of the Danish words that stand in the file, or that its mark names; nothing where none
/// is translated.
fn entry(source: &Source, own: &[&Line], old: Option<&Entry>) -> Result<Option<Entry>, ReviewError> {
    if own.iter().all(|line| line.translation.is_empty()) {
        return Ok(None);
    }
    let of = |option: &str| own.iter().copied().find(|line| line.option == option);
    let needed = |option: &str| {
        let named = || [source.instrument.as_str(), &source.item, option].join(".").trim_end_matches('.').to_owned();
        of(option).filter(|line| !line.translation.is_empty()).ok_or_else(|| ReviewError::Incomplete(named()))
    };
    let question = needed("")?;
    let (mut options, mut danish) = (Vec::new(), Vec::new());
    for (code, _) in &source.options {
        let line = needed(code)?;
        options.push(OptionWords { code: code.clone(), says: line.translation.clone() });
        danish.push((code.clone(), line.danish.clone()));
    }
    let translated = Source { question: question.danish.clone(), options: danish, ..source.clone() };
    // Whoever left it at that has not looked at the new Danish words.
    let is_looked_at = question.state != State::NeedsReview.code();
    let (state, version) = match old.filter(|_| !is_looked_at) {
        Some(old) => (old.said_state, old.source.clone()),
        None => (said(question)?, made_of(question, source, &translated)),
    };
    Ok(Some(Entry {
        instrument: source.instrument.clone(),
        item: source.item.clone(),
        source: version,
        said_state: state,
        comment: question.comment.clone(),
        says: question.translation.clone(),
        options,
    }))
}

/// The wording that whoever read the file saw.
fn made_of(question: &Line, now: &Source, told: &Source) -> String {
    let is_earlier = !question.source.is_empty() && question.source != now.version();
    if is_earlier { question.source.clone() } else { told.version() }
}

fn said(question: &Line) -> Result<State, ReviewError> {
    let known = State::read(&question.state).filter(|state| *state != State::NeedsReview);
    known.ok_or_else(|| ReviewError::NoState(place(question), question.state.clone()))
}

fn tell(source: &Source, old: Option<&Entry>, new: Option<&Entry>, changes: &mut Vec<String>) {
    let name = format!("{}.{}", source.instrument, source.item);
    let told = |entry: Option<&Entry>| match entry {
        None => Vec::new(),
        Some(entry) => {
            let own = [
                (name.clone(), entry.says.clone()),
                (format!("{name}, state"), entry.state(source).code().to_owned()),
                (format!("{name}, comment"), entry.comment.clone()),
            ];
            let options = entry.options.iter().map(|option| (format!("{name}.{}", option.code), option.says.clone()));
            own.into_iter().chain(options).collect()
        }
    };
    let (before, after) = (told(old), told(new));
    let of = |list: &[(String, String)], what: &str| {
        list.iter().find(|(other, _)| other == what).map(|(_, words)| words.clone()).unwrap_or_default()
    };
    let shown = if after.is_empty() { &before } else { &after };
    for (what, _) in shown {
        let (was, is) = (of(&before, what), of(&after, what));
        if was != is {
            changes.push(format!("{what}: \"{was}\" -> \"{is}\""));
        }
    }
}
