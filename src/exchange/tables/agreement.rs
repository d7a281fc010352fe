//! `agreements`: found again by area, kind and first day; two that began on one day differ in something else.

use chrono::NaiveDate;
use entity::{Agreement, agreements::AgreementKind};
use sea_orm::ActiveEnum;

use super::{Cells, Column, Row, Table};
use crate::{
    exchange::format::{Day, PastDay, Text, Whole, Word, column},
    partner::agreements::MOST_EXPECTED,
};

#[derive(Clone)]
pub struct AgreementRow {
    pub housing_area: String,
    pub kind: AgreementKind,
    pub signed_on: NaiveDate,
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    pub expected_young_people: Option<i32>,
}

/// A row of which nothing is read yet.
impl Default for AgreementRow {
    fn default() -> Self {
        Self {
            housing_area: String::new(),
            kind: AgreementKind::Pilot,
            signed_on: NaiveDate::default(),
            starts_on: NaiveDate::default(),
            ends_on: None,
            expected_young_people: None,
        }
    }
}

impl Row for AgreementRow {
    const TABLE: Table = Table::Agreements;
    const UNIQUE: bool = false;
    const KEY: &'static str = "housing_area";
    const KEY_PARTS: &'static str = "housing area, kind and first day";

    const COLUMNS: &'static [Column<Self>] = &[
        column!("housing_area", needed Text<120>, housing_area).of(Table::HousingAreas),
        column!("kind", needed Word<AgreementKind>, kind),
        column!("signed_on", needed PastDay, signed_on),
        column!("starts_on", needed Day, starts_on),
        column!("ends_on", may Day, ends_on),
        column!("expected_young_people", may Whole<0, MOST_EXPECTED>, expected_young_people),
    ];

    fn key(&self) -> String {
        format!("{} {} {}", self.starts_on, self.kind.to_value(), self.housing_area)
    }

    fn check(&self, cells: &mut Cells) {
        let starts = self.starts_on;
        if let Some(ends) = self.ends_on.filter(|ends| *ends < starts)
            && cells.are_read(&["starts_on"])
        {
            cells.wrong("ends_on", format!("{ends} is before the first day; allowed is {starts} or later"));
        }
    }
}

impl AgreementRow {
    pub fn of(agreement: &Agreement, housing_area: &str) -> Self {
        Self {
            housing_area: housing_area.to_owned(),
            kind: agreement.kind,
            signed_on: agreement.signed_on,
            starts_on: agreement.starts_on,
            ends_on: agreement.ends_on,
            expected_young_people: agreement.expected_young_people,
        }
    }
}
