//! The sentences of the pages and letters that young people get: they go out with the questions, and come back into their own file.

use super::{Line, ReviewError};
use crate::language::{
    Tr,
    sentences::{Sentence, danish, filled_in, mark, read, young},
};

/// What stands in place of an instrument.
pub(super) const SENTENCES: &str = "sentences";
/// What stands in the file in place of a new line of a sentence, as a cell has one.
const NEW_LINE: &str = "\\n";

pub(super) fn lines(tr: Tr) -> Vec<Line> {
    let line = |sentence: Sentence| {
        let danish = danish(sentence.key).unwrap_or_default();
        Line {
            instrument: SENTENCES.to_owned(),
            item: sentence.key.to_owned(),
            danish: danish.replace('\n', NEW_LINE),
            translation: sentence.words.replace('\n', NEW_LINE),
            source: mark(danish),
            ..Line::default()
        }
    };
    read(young(tr)).into_iter().map(line).collect()
}

/// The file with what came back in place of what there is. A sentence that came back empty stays as it is.
pub(super) fn take(tr: Tr, told: &[Line], changes: &mut Vec<String>) -> Result<String, ReviewError> {
    let mut file = young(tr).to_owned();
    for sentence in read(young(tr)) {
        let own = told.iter().find(|line| line.instrument == SENTENCES && line.item == sentence.key);
        let Some(line) = own.filter(|line| !line.translation.is_empty()) else { continue };
        let words = line.translation.replace(NEW_LINE, "\n");
        if words == sentence.words {
            continue;
        }
        if filled_in(&words) != filled_in(sentence.words) {
            return Err(ReviewError::FilledIn(sentence.key.to_owned()));
        }
        changes.push(format!("{}: \"{}\" -> \"{}\"", sentence.key, sentence.words, words));
        if !line.source.is_empty() && danish(sentence.key).is_some_and(|now| mark(now) != line.source) {
            changes.push(format!("{}: the Danish words are others by now", sentence.key));
        }
        let (old, new) =
            (format!("\n{} = {}\n", sentence.key, sentence.words), format!("\n{} = {words}\n", sentence.key));
        file = file.replacen(&old, &new, 1);
    }
    Ok(file)
}
