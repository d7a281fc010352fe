//! `responsibilities`: who of staff sees to what now; found again by the thing.

use chrono::NaiveDate;
use entity::responsibilities::Thing;

use super::{Column, Row, Table};
use crate::{
    exchange::format::{Email, PastDay, Text, Word, column},
    word::Worded,
};

#[derive(Clone)]
pub struct ResponsibilityRow {
    pub thing: Thing,
    /// As the files of such things call it: the name of a partner, the id of anything else.
    pub id: String,
    pub responsible: String,
    pub since: NaiveDate,
}

/// A row of which nothing is read yet.
impl Default for ResponsibilityRow {
    fn default() -> Self {
        Self { thing: Thing::Partner, id: String::new(), responsible: String::new(), since: NaiveDate::default() }
    }
}

impl Row for ResponsibilityRow {
    const TABLE: Table = Table::Responsibilities;
    const UNIQUE: bool = true;
    const KEY: &'static str = "id";
    const KEY_PARTS: &'static str = "thing and id";

    const COLUMNS: &'static [Column<Self>] = &[
        column!("thing", needed Word<Thing>, thing),
        column!("id", needed Text<120>, id),
        column!("responsible", needed Email, responsible),
        column!("since", needed PastDay, since),
    ];

    fn key(&self) -> String {
        format!("{} {}", self.thing.code(), self.id)
    }
}
