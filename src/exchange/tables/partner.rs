//! `partners`: found again by name.

use entity::Partner;

use super::{Cells, Column, Columns, Row, Table, keep, may, needed, shown};
use crate::exchange::value::written;

pub const COLUMNS: &[Column] =
    &[needed("partner"), may("town"), may("postcode"), may("contact_name"), may("contact_email")];

#[derive(Clone)]
pub struct PartnerRow {
    pub partner: String,
    pub town: Option<String>,
    pub postcode: Option<String>,
    pub contact_name: Option<String>,
    pub contact_email: Option<String>,
}

impl Row for PartnerRow {
    const TABLE: Table = Table::Partners;
    const UNIQUE: bool = true;
    const KEY: &'static str = "partner";

    fn read(cells: &mut Cells) -> Option<Self> {
        let partner = cells.needed_text("partner", 120);
        let town = cells.text("town", 80);
        let postcode = cells.postcode("postcode");
        let contact_name = cells.name("contact_name");
        let contact_email = cells.email("contact_email");
        cells.row(partner.map(|partner| Self { partner, town, postcode, contact_name, contact_email }))
    }

    fn key(&self) -> String {
        self.partner.clone()
    }

    fn keep(&mut self, known: &Self, columns: &Columns) {
        keep(columns, "town", &mut self.town, &known.town);
        keep(columns, "postcode", &mut self.postcode, &known.postcode);
        keep(columns, "contact_name", &mut self.contact_name, &known.contact_name);
        keep(columns, "contact_email", &mut self.contact_email, &known.contact_email);
    }

    fn cells(&self) -> Vec<String> {
        let partner = self.partner.clone();
        vec![partner, shown(&self.town), shown(&self.postcode), shown(&self.contact_name), shown(&self.contact_email)]
    }
}

impl From<Partner> for PartnerRow {
    fn from(partner: Partner) -> Self {
        Self {
            partner: written(&partner.name),
            town: partner.town,
            postcode: partner.postcode,
            contact_name: partner.contact_name,
            contact_email: partner.contact_email,
        }
    }
}
