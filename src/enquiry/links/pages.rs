//! What the pages about partners' links show.

use askama::Template;
use entity::{Link, Partner};
use sea_orm::prelude::Uuid;

use crate::{
    form::ShownErrors,
    list::{Asked, Found},
    page::Ctx,
    partner::PartnerFilter,
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
    pub query: Asked<PartnerFilter>,
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

reveals_nobody!(LinkPage, LinksPage);
