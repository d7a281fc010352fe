//! `housing_areas`: found again by name.

use super::{Cells, Column, Columns, Row, Table, needed};

pub const COLUMNS: &[Column] = &[needed("housing_area"), needed("partner")];

#[derive(Clone)]
pub struct AreaRow {
    pub housing_area: String,
    pub partner: String,
}

impl Row for AreaRow {
    const TABLE: Table = Table::HousingAreas;
    const UNIQUE: bool = true;
    const KEY: &'static str = "housing_area";

    fn read(cells: &mut Cells) -> Option<Self> {
        let housing_area = cells.needed_text("housing_area", 120);
        let partner = cells.needed_text("partner", 120);
        cells.points_to("partner", Table::Partners, &partner);
        cells.row(housing_area.zip(partner).map(|(housing_area, partner)| Self { housing_area, partner }))
    }

    fn key(&self) -> String {
        self.housing_area.clone()
    }

    fn keep(&mut self, _known: &Self, _columns: &Columns) {}

    fn cells(&self) -> Vec<String> {
        vec![self.housing_area.clone(), self.partner.clone()]
    }
}
