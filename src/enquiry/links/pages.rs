//! What the pages about partners' links show.

use askama::Template;
use entity::{Link, Partner};
use sea_orm::prelude::Uuid;

use super::forms::LinksQuery;
use crate::{
    form::ShownErrors,
    list::{Paging, Sorting},
    page::Ctx,
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
    pub rows: Vec<Row>,
    pub paging: Paging,
    pub sorting: Sorting,
    pub query: LinksQuery,
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
