//! Translations for whoever reads them: a file with the Danish words beside them, and what came back of it.

mod sentences;
mod taken;

use crate::{
    language::{
        Tr,
        translations::{Source, of},
    },
    spreadsheet::{Format, Heading, Table, TableError},
    survey,
};

use super::{instrument::instruments, words::sources};

pub use taken::{ReviewError, Taken, take};

/// The columns of the file.
const COLUMNS: [&str; 8] = ["instrument", "item", "option", "danish", "translation", "state", "comment", SOURCE];
/// The column with the mark of the Danish words.
const SOURCE: &str = "source";

/// One text: a question, one of its answers, or a sentence of a page. State, comment and the mark of the Danish words stand with the
/// question, and are of the set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Line {
    instrument: String,
    item: String,
    option: String,
    danish: String,
    translation: String,
    state: String,
    comment: String,
    source: String,
}

impl Line {
    fn cells(&self) -> [&String; 8] {
        let Self { instrument, item, option, danish, translation, state, comment, source } = self;
        [instrument, item, option, danish, translation, state, comment, source]
    }
}

/// Everything that young people are asked.
pub fn all_sources() -> Vec<Source> {
    [survey::own::source()].into_iter().chain(instruments().iter().flat_map(sources)).collect()
}

fn lines(tr: Tr) -> Vec<Line> {
    let of_source = |source: Source| {
        let entry = of(tr).iter().find(|entry| entry.is_of(&source));
        let line = Line { instrument: source.instrument.clone(), item: source.item.clone(), ..Line::default() };
        let question = Line {
            danish: source.question.clone(),
            translation: entry.map(|entry| entry.says.clone()).unwrap_or_default(),
            state: entry.map_or("", |entry| entry.state(&source).code()).to_owned(),
            comment: entry.map(|entry| entry.comment.clone()).unwrap_or_default(),
            source: source.version(),
            ..line.clone()
        };
        let option = |(code, danish): (String, String)| Line {
            translation: entry.and_then(|entry| entry.option(&code)).unwrap_or_default().to_owned(),
            option: code,
            danish,
            ..line.clone()
        };
        let options: Vec<Line> = source.options.into_iter().map(option).collect();
        [question].into_iter().chain(options)
    };
    all_sources().into_iter().flat_map(of_source).collect()
}

/// The file of a language, as a Danish Excel opens it: the questions first, and then the sentences of pages and letters.
///
/// # Errors
/// When it cannot be written meanwhile.
pub fn file(tr: Tr) -> Result<String, TableError> {
    let header = COLUMNS.map(|name| Heading { told: name.to_owned(), name: name.to_owned() });
    let mut table = Table::begin(Format::Excel, &std::env::temp_dir(), "", header.to_vec())?;
    for line in lines(tr).into_iter().chain(sentences::lines(tr)) {
        table.write(&line.cells().map(|cell| cell.clone().into()))?;
    }
    Ok(std::io::read_to_string(table.finish()?)?)
}
