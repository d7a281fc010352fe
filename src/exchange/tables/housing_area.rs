//! `housing_areas`: found again by name.

use super::{Column, Row, Table};
use crate::exchange::format::{Text, column};

#[derive(Clone, Default)]
pub struct AreaRow {
    pub housing_area: String,
    pub partner: String,
}

impl Row for AreaRow {
    const TABLE: Table = Table::HousingAreas;
    const UNIQUE: bool = true;
    const KEY: &'static str = "housing_area";
    const COLUMNS: &'static [Column<Self>] = &[
        column!("housing_area", needed Text<120>, housing_area),
        column!("partner", needed Text<120>, partner).of(Table::Partners),
    ];

    fn key(&self) -> String {
        self.housing_area.clone()
    }
}
