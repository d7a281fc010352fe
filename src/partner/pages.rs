//! What the pages show.

use askama::Template;
use chrono::NaiveDate;
use entity::{Agreement, HousingArea, Partner, User};
use sea_orm::prelude::Uuid;

use super::{
    Listed, PartnersFilter,
    agreements::AgreementForm,
    forms::{AreaForm, PartnerForm},
};
use crate::{
    duty::SeenTo,
    form::ShownErrors,
    language::Tr,
    list::{Asked, Found},
    message::Correspondence,
    page::{Ctx, Event, Sheet},
    record::reveals_nobody,
    word::{Choice, Worded},
};

#[derive(Template)]
#[template(path = "partner/partners.html")]
pub struct PartnersPage {
    pub ctx: Ctx,
    pub list: Found<Listed>,
    pub query: Asked<PartnersFilter>,
    pub states: Vec<Choice>,
    pub whose: Vec<Choice>,
    pub errors: ShownErrors,
}

/// Whether partners still refer, to choose from.
pub fn states(tr: Tr) -> Vec<Choice> {
    vec![Choice::new("open", tr.t("partner-state-open")), Choice::new("closed", tr.t("partner-state-closed"))]
}

#[derive(Template)]
#[template(path = "partner/show.html")]
pub struct PartnerPage {
    pub ctx: Ctx,
    pub partner: Partner,
    /// The closed ones too.
    pub areas: Vec<HousingArea>,
    /// Whoever refers for it and signs in, by name.
    pub referrers: Vec<User>,
    /// Who of staff sees to it.
    pub seen_to: Option<SeenTo>,
    pub changes: Vec<Event>,
    /// What was sent to it and to its contact, and what was held back.
    pub mail: Correspondence,
    /// A new area.
    pub form: AreaForm,
    pub errors: ShownErrors,
}

impl PartnerPage {
    /// Town with postcode, as far as known.
    fn place(&self) -> String {
        let parts = [self.partner.postcode.as_deref(), self.partner.town.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

#[derive(Template)]
#[template(path = "partner/partner_form.html")]
pub struct PartnerFormPage {
    pub ctx: Ctx,
    /// The one that is changed; none when a new one is written down.
    pub partner: Option<Partner>,
    pub form: PartnerForm,
    pub errors: ShownErrors,
}

impl PartnerFormPage {
    /// Where the page leads back to.
    fn up(&self) -> String {
        self.partner.as_ref().map_or_else(|| "/admin/partners".to_owned(), path)
    }
}

#[derive(Template)]
#[template(path = "partner/area.html")]
pub struct AreaPage {
    pub ctx: Ctx,
    pub area: HousingArea,
    pub form: AreaForm,
    /// What was agreed with the area, the newest first.
    pub agreements: Vec<AgreementRow>,
    /// A new agreement.
    pub agreement: AgreementForm,
    pub kinds: Vec<Choice>,
    pub errors: ShownErrors,
}

/// One agreement, in words.
pub struct AgreementRow {
    pub id: Uuid,
    pub kind: String,
    pub signed_on: NaiveDate,
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    pub expected_young_people: Option<i32>,
}

impl AgreementRow {
    pub fn new(tr: Tr, agreement: Agreement) -> Self {
        Self {
            id: agreement.id,
            kind: agreement.kind.label(tr),
            signed_on: agreement.signed_on,
            starts_on: agreement.starts_on,
            ends_on: agreement.ends_on,
            expected_young_people: agreement.expected_young_people,
        }
    }
}

/// The address of a partner's page.
pub fn path(partner: &Partner) -> String {
    format!("/admin/partners/{}", partner.id)
}

/// The partners to take away.
pub fn table(tr: Tr) -> Sheet<'static, Listed> {
    let state = |row: &Listed| if row.closed_on.is_none() { "partner-state-open" } else { "partner-state-closed" };
    Sheet::telling_of_nobody(tr, "partners")
        .with("partner-name", |row: &Listed| row.name.clone())
        .with("partner-town", |row| row.town.clone())
        .with("partner-areas", |row| row.areas)
        .with("partner-referrers", |row| row.referrers)
        .with("partner-state", move |row| tr.t(state(row)))
        .with("duty-responsible", |row| row.responsible.clone())
}

reveals_nobody!(AreaPage, PartnerFormPage, PartnersPage, PartnerPage);
