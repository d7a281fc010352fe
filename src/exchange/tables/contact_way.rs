//! `contact_ways`: the ways to young people and mentors; found again by whom they lead to, kind, value and name.

use chrono::NaiveDate;
use entity::{
    ContactWay,
    contact_ways::{self, Kinship, WayKind},
};
use sea_orm::{ActiveEnum, ActiveValue::Set};

use super::{Cells, Column, Row, Table};
use crate::{
    exchange::{
        format::{Name, PastDay, Reference, WayValue, Word, column},
        value,
    },
    message::Cause,
    word::Worded,
};

/// Whom a way leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    #[default]
    YoungPerson,
    Mentor,
}

/// A word of the files alone: no page says it.
impl Worded for Whose {
    const KEY: &'static str = "";
    const TABLE: &'static [(Self, &'static str, &'static str)] =
        &[(Self::YoungPerson, "young_person", ""), (Self::Mentor, "mentor", "")];
}

#[derive(Clone)]
pub struct WayRow {
    pub whose: Whose,
    /// Their `youth_id` or `mentor_id`.
    pub id: String,
    pub kind: WayKind,
    pub value: Option<String>,
    pub name: Option<String>,
    pub relation: Option<Kinship>,
    pub agreed_on: Option<NaiveDate>,
    pub added_on: NaiveDate,
    pub confirmed_on: Option<NaiveDate>,
    pub died_on: Option<NaiveDate>,
    pub died_of: Option<Cause>,
}

/// A row of which nothing is read yet.
impl Default for WayRow {
    fn default() -> Self {
        Self {
            whose: Whose::YoungPerson,
            id: String::new(),
            kind: WayKind::Mail,
            value: None,
            name: None,
            relation: None,
            agreed_on: None,
            added_on: NaiveDate::default(),
            confirmed_on: None,
            died_on: None,
            died_of: None,
        }
    }
}

impl Row for WayRow {
    const TABLE: Table = Table::ContactWays;
    const UNIQUE: bool = true;
    const KEY: &'static str = "id";
    const KEY_PARTS: &'static str = "whose, id, kind, value and name";

    const COLUMNS: &'static [Column<Self>] = &[
        column!("whose", needed Word<Whose>, whose),
        column!("id", needed Reference, id),
        column!("kind", needed Word<WayKind>, kind),
        column!("value", may WayValue, value),
        column!("name", may Name, name),
        column!("relation", may Word<Kinship>, relation),
        column!("agreed_on", may PastDay, agreed_on),
        column!("added_on", needed PastDay, added_on),
        column!("confirmed_on", may PastDay, confirmed_on),
        column!("died_on", may PastDay, died_on),
        column!("died_of", may Word<Cause>, died_of),
    ];

    fn key(&self) -> String {
        let (value, name) = (self.value.as_deref().unwrap_or_default(), self.name.as_deref().unwrap_or_default());
        format!("{} {}\n{}\n{value}\n{name}", self.whose.code(), self.id, self.kind.to_value())
    }

    fn shown_key(&self) -> String {
        format!("{} {}", self.id, self.kind.to_value())
    }

    fn check(&self, cells: &mut Cells) {
        let is_own = matches!(self.kind, WayKind::Mail | WayKind::Phone);
        if cells.are_read(&["kind", "value"]) {
            let value = self.value.as_deref().unwrap_or_default();
            match self.kind {
                WayKind::Mail => drop(value::email(value).map_err(|what| cells.wrong("value", what))),
                WayKind::Phone => drop(value::phone(value).map_err(|what| cells.wrong("value", what))),
                WayKind::SecondContact | WayKind::Adviser => (),
            }
        }
        let of_others = [
            ("name", self.name.is_some()),
            ("relation", self.relation.is_some()),
            ("agreed_on", self.agreed_on.is_some()),
        ];
        for (column, _) in of_others.into_iter().filter(|(_, is_set)| *is_set && is_own) {
            cells.wrong(column, "is set, but the way is the person's own; leave it empty, or change the kind");
        }
        if !is_own && self.name.is_none() && self.value.is_none() {
            cells.wrong("name", "is empty, and so is the value; allowed is a name, a number or an address, or both");
        }
        if !is_own && self.whose == Whose::Mentor {
            cells.wrong("kind", "is of somebody else; allowed for a mentor are mail and phone");
        }
        if self.died_of.is_some() && self.died_on.is_none() {
            cells.wrong("died_of", "is set, but no day since when nothing arrives; write it into died_on");
        }
    }
}

impl WayRow {
    pub fn of(way: &ContactWay, whose: Whose, id: &str) -> Self {
        let known = |text: &String| Some(value::written(text)).filter(|text| !text.is_empty());
        // As a file is read, so that a row finds it again.
        let spelled = |text: String| value::email(&text).or_else(|_| value::phone(&text)).unwrap_or(text);
        Self {
            whose,
            id: id.to_owned(),
            kind: way.kind,
            value: known(&way.value).map(spelled),
            name: known(&way.name),
            relation: way.relation,
            agreed_on: way.agreed_on,
            added_on: way.added_on,
            confirmed_on: way.confirmed_on,
            died_on: way.died_on,
            died_of: way.died_of.as_deref().map(Cause::kept),
        }
    }

    pub fn put(&self, record: &mut contact_ways::ActiveModel) {
        let Self { whose: _, id: _, kind, value, name, relation, agreed_on, added_on, confirmed_on, died_on, died_of } =
            self.clone();
        record.kind = Set(kind);
        record.value = Set(value.unwrap_or_default());
        record.name = Set(name.unwrap_or_default());
        record.relation = Set(relation);
        record.agreed_on = Set(agreed_on);
        record.added_on = Set(added_on);
        record.confirmed_on = Set(confirmed_on);
        let died_of = died_of.map(|cause| cause.code().into_owned());
        if record.died_on.try_as_ref() != Some(&died_on) || record.died_of.try_as_ref() != Some(&died_of) {
            record.found_dead_by = Set(None);
        }
        record.died_on = Set(died_on);
        record.died_of = Set(died_of);
    }
}
