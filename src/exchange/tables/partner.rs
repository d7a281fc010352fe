//! `partners`: found again by name.

use entity::Partner;

use super::{Column, Row, Table};
use crate::exchange::{
    format::{Email, Name, Postcode, Text, column},
    value::written,
};

#[derive(Clone, Default)]
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
    const COLUMNS: &'static [Column<Self>] = &[
        column!("partner", needed Text<120>, partner),
        column!("town", may Text<80>, town),
        column!("postcode", may Postcode, postcode),
        column!("contact_name", may Name, contact_name),
        column!("contact_email", may Email, contact_email),
    ];

    fn key(&self) -> String {
        self.partner.clone()
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
