//! What the list of consents shows.

use std::{cmp::Reverse, collections::BTreeSet};

use askama::Template;
use sea_orm::{
    FromQueryResult,
    prelude::{Date, Uuid},
};
use serde::{Deserialize, Serialize};

use entity::{consents::ConsentPurpose, readings::ReadingPurpose};

use crate::{
    language::Tr,
    list::{Asked, Found, Searched, Typed},
    page::{Ctx, Sheet},
    record::{Revealed, Reveals, Subject},
    referral::{consent_text, interview_text},
    spreadsheet::Cell,
    word::{Choice, Worded},
};

/// The filters of the list, out of the address.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ConsentsFilter {
    /// `given`, `withdrawn` or `refused`.
    pub state: String,
    /// A part of the name.
    pub q: Typed,
}

impl Searched for ConsentsFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.q]
    }
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

#[derive(Template)]
#[template(path = "referral/consents.html")]
pub struct ConsentsPage {
    pub ctx: Ctx,
    pub query: Asked<ConsentsFilter>,
    pub list: Found<ConsentRow>,
    pub states: Vec<Choice>,
}

impl ConsentsPage {
    /// The texts that those on the page agreed to, by their numbers, the newest first; those of interviews last.
    pub fn texts(&self) -> Vec<(String, String)> {
        let tr = self.ctx.tr;
        let of = |row: &ConsentRow| (row.purpose == ConsentPurpose::Interview, Reverse(row.text_version));
        let texts: BTreeSet<_> = self.list.rows.iter().map(of).collect();
        let told = |(is_of_interview, Reverse(version))| match is_of_interview {
            true => (format!("{} {version}", ConsentPurpose::Interview.label(tr)), interview_text(tr, version)),
            false => (version.to_string(), consent_text(tr, version)),
        };
        texts.into_iter().map(told).collect()
    }
}

pub fn states(tr: Tr) -> Vec<Choice> {
    ["given", "withdrawn", "refused"]
        .map(|state| Choice::new(state, tr.t(format!("referral-consent-{state}"))))
        .to_vec()
}

impl Reveals for ConsentsPage {
    fn reveals(&self) -> Revealed {
        Revealed::people(ReadingPurpose::List, self.list.rows.iter().map(|row| row.young_person_id))
    }
}

/// The consents to take away. What was refused says so where the page does.
pub fn table(tr: Tr) -> Sheet<'static, ConsentRow> {
    let refused = move |row: &ConsentRow| tr.t1("referral-consent-refused-on", "date", tr.short_date(&row.given_on));
    let given = move |row: &ConsentRow| if row.was_given { Cell::from(row.given_on) } else { Cell::from(refused(row)) };
    Sheet::telling_of(tr, "consents", |row: &ConsentRow| Subject::YoungPerson(row.young_person_id))
        .with("referral-young-person", |row| row.name.clone())
        .with("referral-consent-purpose", move |row| row.purpose.label(tr))
        .with("referral-consent-given-on", given)
        .with("referral-consent-withdrawn-on", |row| row.withdrawn_on.filter(|_| row.was_given))
        .with("referral-consent-version", |row| row.text_version)
}
