//! The sentences of the locale files as they are written, for whoever reads their translations: a key, and its words with what is
//! filled in.

use std::{collections::BTreeSet, fmt::Write, sync::LazyLock};

use sha2::{Digest, Sha256};

use crate::language::Tr;

/// Where the Danish sentences stand.
const DANISH: [&str; 32] = [
    include_str!("../../locales/da/about.ftl"),
    include_str!("../../locales/da/account.ftl"),
    include_str!("../../locales/da/concern.ftl"),
    include_str!("../../locales/da/course.ftl"),
    include_str!("../../locales/da/duty.ftl"),
    include_str!("../../locales/da/enquiry.ftl"),
    include_str!("../../locales/da/error.ftl"),
    include_str!("../../locales/da/follow_up.ftl"),
    include_str!("../../locales/da/interview.ftl"),
    include_str!("../../locales/da/kept.ftl"),
    include_str!("../../locales/da/language.ftl"),
    include_str!("../../locales/da/matching.ftl"),
    include_str!("../../locales/da/mentor.ftl"),
    include_str!("../../locales/da/message.ftl"),
    include_str!("../../locales/da/onward.ftl"),
    include_str!("../../locales/da/outcome.ftl"),
    include_str!("../../locales/da/partner.ftl"),
    include_str!("../../locales/da/planning.ftl"),
    include_str!("../../locales/da/preparation.ftl"),
    include_str!("../../locales/da/questionnaire.ftl"),
    include_str!("../../locales/da/reason.ftl"),
    include_str!("../../locales/da/referral.ftl"),
    include_str!("../../locales/da/security.ftl"),
    include_str!("../../locales/da/shortage.ftl"),
    include_str!("../../locales/da/stand_in.ftl"),
    include_str!("../../locales/da/status_update.ftl"),
    include_str!("../../locales/da/survey.ftl"),
    include_str!("../../locales/da/timeline.ftl"),
    include_str!("../../locales/da/times.ftl"),
    include_str!("../../locales/da/today.ftl"),
    include_str!("../../locales/da/vocabulary.ftl"),
    include_str!("../../locales/da/web.ftl"),
];

/// Where what young people get stands in the languages of their homes.
const YOUNG: [(Tr, &str); 5] = [
    (Tr::Arabic, include_str!("../../locales/ar/young.ftl")),
    (Tr::Somali, include_str!("../../locales/so/young.ftl")),
    (Tr::Turkish, include_str!("../../locales/tr/young.ftl")),
    (Tr::Ukrainian, include_str!("../../locales/uk/young.ftl")),
    (Tr::Farsi, include_str!("../../locales/fa/young.ftl")),
];

static OF_DANISH: LazyLock<Vec<Sentence>> = LazyLock::new(|| DANISH.iter().flat_map(|file| read(file)).collect());

/// One sentence as it stands in a file; it may have several lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub key: &'static str,
    pub words: &'static str,
}

/// The sentences of a file, in their order.
pub fn read(file: &'static str) -> Vec<Sentence> {
    let mut all = Vec::new();
    let mut begun = None;
    let mut at = 0;
    for line in file.split_inclusive('\n') {
        let goes_on = line.starts_with([' ', '}', '\t']) && !line.trim().is_empty();
        if !goes_on {
            all.extend(begun.take().and_then(|from| sentence(&file[from..at])));
            begun = line.starts_with(|sign: char| sign.is_ascii_lowercase()).then_some(at);
        }
        at += line.len();
    }
    all.extend(begun.and_then(|from| sentence(&file[from..])));
    all
}

fn sentence(text: &'static str) -> Option<Sentence> {
    let (key, words) = text.split_once(" = ")?;
    Some(Sentence { key, words: words.trim_end() })
}

/// The Danish words of a key.
pub fn danish(key: &str) -> Option<&'static str> {
    OF_DANISH.iter().find(|sentence| sentence.key == key).map(|sentence| sentence.words)
}

/// The file of a language.
pub fn young(tr: Tr) -> &'static str {
    YOUNG.iter().find(|(language, _)| *language == tr).map_or("", |(_, file)| file)
}

/// Names a wording: other words have another name.
pub fn mark(words: &str) -> String {
    Sha256::digest(words)[..6].iter().fold(String::new(), |mut mark, byte| {
        let _ = write!(mark, "{byte:02x}");
        mark
    })
}

/// Whether it looks like the name of a wording, be it of one that nobody has any more.
pub fn is_mark(name: &str) -> bool {
    name.len() == 12 && name.bytes().all(|sign| matches!(sign, b'0'..=b'9' | b'a'..=b'f'))
}

/// The names of all that is filled in.
pub fn filled_in(words: &str) -> BTreeSet<&str> {
    let name = |rest: &'_ str| rest.len() - rest.trim_start_matches(|sign: char| sign.is_ascii_alphanumeric()).len();
    words.split('$').skip(1).map(|rest| &rest[..name(rest)]).collect()
}
