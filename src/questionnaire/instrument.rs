//! The instruments: who is asked what in which words, read once out of the data files.

use std::sync::LazyLock;

use entity::questionnaires::{QuestionnaireSide, Wave};
use serde::Deserialize;

use crate::{config::Rules, language::Tr, word::Worded};

const FILES: [&str; 2] = [include_str!("data/exit.toml"), include_str!("data/progress.toml")];

static INSTRUMENTS: LazyLock<Vec<Instrument>> =
    LazyLock::new(|| FILES.iter().flat_map(|file| read(file).unwrap_or_default()).collect());

/// The questions that one side is asked, in one version of their wording.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    pub code: String,
    pub version: i32,
    pub side: QuestionnaireSide,
    pub series: Series,
    /// When it is asked.
    pub waves: Vec<Wave>,
    pub window: Window,
    /// All of them, also those that are off.
    #[serde(rename = "item")]
    pub items: Vec<Item>,
}

/// What it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Series {
    /// How a course went, once it is over.
    Exit,
    /// What changes from wave to wave.
    Progress,
}

/// How its waves lie, in days.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// In which it can be answered and corrected.
    pub open_days: i64,
    /// After the first meeting, in which an answer to the first wave still tells where somebody began.
    pub baseline_days: i64,
    /// A wave so near the planned end gives way to the one at the end.
    pub near_end_days: i64,
}

/// One question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub code: String,
    pub kind: ItemKind,
    pub says: Wording,
    #[serde(default)]
    pub options: Vec<ItemOption>,
    pub direction: Direction,
    /// Where it comes from.
    pub source: String,
    /// The code of the item by which the other of the two is asked the same.
    pub pair: Option<String>,
    /// What is about health is off, unless the scheme switches it on.
    #[serde(default)]
    pub is_health: bool,
    /// The name of its field in the form, and of the field beside it that says why there are no words.
    #[serde(skip)]
    pub field: String,
    #[serde(skip)]
    pub because_field: String,
}

/// How it is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    Choice,
    /// Five steps, from 1 to 5.
    Scale,
    Text,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    HigherIsBetter,
    /// No answer is better than another.
    #[serde(rename = "none")]
    Unordered,
}

/// The words in each language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    pub da: String,
    pub en: String,
}

/// What can be chosen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemOption {
    pub code: String,
    pub da: String,
    pub en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    instrument: Vec<Instrument>,
}

/// Reads a data file.
///
/// # Errors
/// What is wrong with the file, and where.
pub fn read(file: &str) -> Result<Vec<Instrument>, toml::de::Error> {
    let File { mut instrument } = toml::from_str(file)?;
    for item in instrument.iter_mut().flat_map(|one| &mut one.items) {
        item.field = format!("answers_{}", item.code);
        item.because_field = format!("answers_{}_because", item.code);
    }
    Ok(instrument)
}

/// All that there are; what is wrong with their file, a test says.
pub fn instruments() -> &'static [Instrument] {
    &INSTRUMENTS
}

/// The instrument of a code.
pub fn instrument(code: &str) -> Option<&'static Instrument> {
    instruments().iter().find(|one| one.code == code)
}

impl Worded for Series {
    const KEY: &'static str = "questionnaire-series";
    const TABLE: &'static [(Self, &'static str, &'static str)] =
        &[(Self::Exit, "exit", ""), (Self::Progress, "progress", "")];
}

impl Instrument {
    /// What it is called in one of its waves, with whose it is.
    pub fn named(&self, tr: Tr, wave: Wave) -> String {
        let words = [
            ("series", self.series.label(tr).into()),
            ("side", self.side.label(tr).into()),
            ("wave", wave.label(tr).into()),
        ];
        tr.with("questionnaire-in-wave", words)
    }

    /// The questions that this scheme asks.
    pub fn asked(&self, rules: &Rules) -> impl Iterator<Item = &Item> {
        let asks_health = rules.questionnaire_health;
        self.items.iter().filter(move |item| asks_health || !item.is_health)
    }

    /// The question of a code, if it is asked.
    pub fn item(&self, rules: &Rules, code: &str) -> Option<&Item> {
        self.asked(rules).find(|item| item.code == code)
    }
}

impl Item {
    /// The words of an option of this code.
    pub fn option(&self, tr: Tr, code: &str) -> Option<&str> {
        self.options.iter().find(|option| option.code == code).map(|option| option.label(tr))
    }
}

impl ItemOption {
    pub fn label(&self, tr: Tr) -> &str {
        if tr == Tr::Danish { &self.da } else { &self.en }
    }
}

impl Wording {
    pub fn told(&self, tr: Tr) -> &str {
        if tr == Tr::Danish { &self.da } else { &self.en }
    }
}
