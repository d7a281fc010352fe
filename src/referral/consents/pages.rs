//! What the list of consents shows.

use askama::Template;
use sea_orm::{
    FromQueryResult,
    prelude::{Date, Uuid},
};
use serde::{Deserialize, Serialize};

use entity::{consents::ConsentPurpose, readings::ReadingPurpose};

use crate::{
    language::Tr,
    list::Paging,
    page::Ctx,
    record::{Revealed, Reveals},
    word::Choice,
};

/// The filters of the list, out of the address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ConsentsQuery {
    #[serde(skip_serializing)]
    pub page: Option<u64>,
    /// `given`, `withdrawn` or `refused`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// A consent with the name of whoever gave it.
#[derive(FromQueryResult)]
pub struct ConsentRow {
    pub referral_id: Uuid,
    pub young_person_id: Uuid,
    pub name: String,
    pub purpose: ConsentPurpose,
    pub text_version: i32,
    pub given_on: Date,
    pub withdrawn_on: Option<Date>,
    pub was_given: bool,
}

impl ConsentRow {
    pub fn purpose_key(&self) -> &'static str {
        match self.purpose {
            ConsentPurpose::MentorCourse => "referral-consent-mentor-course",
            ConsentPurpose::Survey => "referral-consent-survey",
        }
    }
}

#[derive(Template)]
#[template(path = "referral/consents.html")]
pub struct ConsentsPage {
    pub ctx: Ctx,
    pub query: ConsentsQuery,
    pub paging: Paging,
    pub rows: Vec<ConsentRow>,
    pub states: Vec<Choice>,
}

impl ConsentsPage {
    /// The texts that those on the page agreed to, by their numbers, the newest first.
    pub fn versions(&self) -> Vec<i32> {
        let mut versions: Vec<_> = self.rows.iter().map(|row| row.text_version).collect();
        versions.sort_unstable_by(|a, b| b.cmp(a));
        versions.dedup();
        versions
    }
}

pub fn states(tr: Tr) -> Vec<Choice> {
    ["given", "withdrawn", "refused"]
        .map(|state| Choice::new(state, tr.t(format!("referral-consent-{state}"))))
        .to_vec()
}

impl Reveals for ConsentsPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.rows.iter().map(|row| row.young_person_id))
    }
}
