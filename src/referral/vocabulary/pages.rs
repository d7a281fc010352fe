//! What the pages of the vocabulary show.

use std::collections::HashMap;

use askama::Template;
use chrono::NaiveDate;
use entity::{UnknownWord, readings::ReadingPurpose, referral_industries};
use sea_orm::prelude::Uuid;

use super::{
    forms::{UnknownFilter, WordForm, WordsFilter},
    queries::ListedWord,
    search::FoundWord,
};
use crate::{
    clock::local_date,
    form::ShownErrors,
    industry::{self, IndustryCode, Vocabulary},
    language::Tr,
    list::{Asked, Found},
    page::{Ctx, Event, Sheet},
    record::{Revealed, Reveals, Subject, reveals_nobody},
    referral::{Case, State},
    word::{Choice, Worded},
};

/// The words that nobody understood.
#[derive(Template)]
#[template(path = "vocabulary/unknown.html")]
pub struct UnknownPage {
    pub ctx: Ctx,
    pub query: Asked<UnknownFilter>,
    pub list: Found<ListedWord>,
    pub shows: Vec<Choice>,
    pub errors: ShownErrors,
}

/// One of them, with where it stands and the form to teach it.
#[derive(Template)]
#[template(path = "vocabulary/word.html")]
pub struct WordPage {
    pub ctx: Ctx,
    pub word: UnknownWord,
    pub list: Found<Row>,
    pub form: WordForm,
    pub errors: ShownErrors,
}

impl WordPage {
    /// Where a button of this page posts to.
    pub fn path(&self, action: &str) -> String {
        format!("/vocabulary/unknown/{}/{action}", self.word.id)
    }
}

/// The search in all words.
#[derive(Template)]
#[template(path = "vocabulary/words.html")]
pub struct WordsPage {
    pub ctx: Ctx,
    pub query: Asked<WordsFilter>,
    pub list: Found<FoundWord>,
    pub industries: Vec<Choice>,
    pub history: Vec<Event>,
    pub errors: ShownErrors,
}

/// The form to add a word.
#[derive(Template)]
#[template(path = "vocabulary/new.html")]
pub struct NewWordPage {
    pub ctx: Ctx,
    pub form: WordForm,
    pub errors: ShownErrors,
}

/// An added word, with the referrals that it mended.
#[derive(Template)]
#[template(path = "vocabulary/added.html")]
pub struct AddedPage {
    pub ctx: Ctx,
    pub id: Uuid,
    pub word: String,
    pub code: String,
    pub industry: String,
    pub list: Found<Row>,
    pub history: Vec<Event>,
}

impl AddedPage {
    pub fn removal(&self) -> String {
        format!("/vocabulary/words/{}/removal", self.id)
    }
}

/// A referral in whose wish a word stands; of the wish itself nothing is shown here.
pub struct Row {
    pub id: Uuid,
    pub young_person_id: Uuid,
    pub name: String,
    pub referred_on: NaiveDate,
    pub partner: String,
    pub state: State,
    /// What a person confirmed; empty when nothing was.
    pub confirmed: String,
    /// What the wish is read into now, to be confirmed; empty when something was.
    pub suggested: String,
}

/// The rows of a page, each with its industries.
pub fn rows(
    tr: Tr,
    cases: Vec<Case>,
    confirmed: &HashMap<Uuid, Vec<referral_industries::Model>>,
    vocabulary: &Vocabulary,
) -> Vec<Row> {
    let row = |case: Case| {
        let own = confirmed.get(&case.referral.id).map(Vec::as_slice).unwrap_or_default();
        Row::new(tr, case, own, vocabulary)
    };
    cases.into_iter().map(row).collect()
}

impl Row {
    fn new(tr: Tr, case: Case, confirmed: &[referral_industries::Model], vocabulary: &Vocabulary) -> Self {
        let title = |code| industry::name(tr, &code);
        let confirmed: Vec<String> =
            confirmed.iter().filter_map(|row| IndustryCode::new(row.system, &row.code).ok()).map(title).collect();
        let mut suggested = Vec::new();
        if confirmed.is_empty() {
            let read = industry::read(&case.referral.wish, vocabulary).suggestions;
            suggested.extend(read.into_iter().map(|suggestion| title(suggestion.db25)));
        }
        Self {
            id: case.referral.id,
            young_person_id: case.person.id,
            state: case.state,
            referred_on: case.referral.referred_on,
            name: case.person.name,
            partner: case.partner_name,
            confirmed: confirmed.join("; "),
            suggested: suggested.join("; "),
        }
    }
}

pub fn shows(tr: Tr) -> Vec<Choice> {
    vec![
        Choice::new("waiting", tr.t("vocabulary-show-waiting")),
        Choice::new("passed-over", tr.t("vocabulary-show-passed-over")),
    ]
}

/// The words that nobody understood, to take away.
pub fn unknown_table(tr: Tr) -> Sheet<'static, ListedWord> {
    Sheet::telling_of_nobody(tr, "unknown-words")
        .with("vocabulary-word", |row: &ListedWord| row.word.clone())
        .with("vocabulary-waiting", |row| row.waiting)
        .with("vocabulary-seen", |row| row.first_seen_on)
}

/// The words of the vocabulary to take away.
pub fn words_table(tr: Tr) -> Sheet<'static, FoundWord> {
    Sheet::telling_of_nobody(tr, "words")
        .with("vocabulary-word", |row: &FoundWord| row.word.clone())
        .with("vocabulary-industry", |row| row.industry.clone())
        .with("vocabulary-code", |row| row.code.to_string())
        .with("vocabulary-added", |row| row.added.as_ref().map(|added| local_date(added.at)))
        .with("vocabulary-added-by", |row| row.added.as_ref().map(|added| added.by.clone()))
}

/// The referrals around a word to take away.
pub fn referrals_table(tr: Tr) -> Sheet<'static, Row> {
    let industry = move |row: &Row| match (&row.confirmed[..], &row.suggested[..]) {
        ("", "") => tr.t("referral-industry-none"),
        ("", suggested) => tr.t1("vocabulary-mended", "industry", suggested.to_owned()),
        (confirmed, _) => confirmed.to_owned(),
    };
    Sheet::telling_of(tr, "referrals-of-word", |row: &Row| Subject::YoungPerson(row.young_person_id))
        .with("referral-young-person", |row| row.name.clone())
        .with("referral-referred-on", |row| row.referred_on)
        .with("referral-partner", |row| row.partner.clone())
        .with("referral-state", move |row| tr.t(format!("referral-state-{}", row.state.code())))
        .with("referral-industry", industry)
}

reveals_nobody!(UnknownPage, WordsPage, NewWordPage);

impl Reveals for WordPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.list.rows.iter().map(|row| row.young_person_id))
    }
}

impl Reveals for AddedPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.list.rows.iter().map(|row| row.young_person_id))
    }
}
