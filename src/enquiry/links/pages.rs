//! What the pages about partners' links show.

use askama::Template;
use entity::{Link, Partner};
use sea_orm::prelude::Uuid;

use crate::{
    clock::local_date,
    form::ShownErrors,
    language::Tr,
    list::{Asked, Found},
    page::{Ctx, Sheet},
    partner::PartnersFilter,
    record::reveals_nobody,
};

/// A partner and whether a link of it works.
pub struct Row {
    pub partner_id: Uuid,
    pub name: String,
    pub town: String,
    pub link: Option<Link>,
}

#[derive(Template)]
#[template(path = "enquiry/links.html")]
pub struct LinksPage {
    pub ctx: Ctx,
    pub list: Found<Row>,
    pub query: Asked<PartnersFilter>,
    pub errors: ShownErrors,
}

#[derive(Template)]
#[template(path = "enquiry/link.html")]
pub struct LinkPage {
    pub ctx: Ctx,
    pub partner: Partner,
    pub link: Option<Link>,
    /// The whole address, on the one page that follows its making; otherwise empty.
    pub made: String,
}

/// The partners to take away, each with the day until which its link works.
pub fn table(tr: Tr) -> Sheet<'static, Row> {
    Sheet::telling_of_nobody(tr, "enquiry-links")
        .with("enquiry-partner", |row: &Row| row.name.clone())
        .with("enquiry-town", |row| row.town.clone())
        .with("enquiry-link", |row| row.link.as_ref().map(|link| local_date(link.expires_at)))
}

reveals_nobody!(LinkPage, LinksPage);
