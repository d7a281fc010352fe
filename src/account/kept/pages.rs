//! What is shown of kept forms.

use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::prelude::Uuid;
use serde::Deserialize;

use super::{Kept, Why, lying_since, place};
use crate::{
    form::Pairs,
    page::Ctx,
    record::reveals_nobody,
    web::refill::{Placed, readable},
    word::Worded,
};

/// A kept form as it is told on a page.
pub struct Told {
    /// The row to throw away; nothing where it is in no table.
    pub id: Option<Uuid>,
    pub why: Why,
    /// Date and time.
    pub at: String,
    /// The id of the form on the page that has it.
    pub form: Option<String>,
    /// The texts that have no place on the page.
    pub left: Vec<String>,
    pub is_incomplete: bool,
    /// Whether somebody changed the record since it was typed, and that is not why it is here.
    pub is_overtaken: bool,
}

impl Told {
    fn new(ctx: &Ctx, kept: &Kept, form: Option<String>, left: Vec<String>) -> Self {
        Self {
            id: kept.id,
            why: kept.why,
            at: ctx.moment(&kept.at),
            form,
            left,
            is_incomplete: kept.is_incomplete,
            is_overtaken: false,
        }
    }

    fn placed(ctx: &Ctx, kept: &Kept, placed: &Placed) -> Self {
        let is_overtaken = placed.is_overtaken && kept.why != Why::Changed;
        Self { is_overtaken, ..Self::new(ctx, kept, placed.form.clone(), placed.left.clone()) }
    }

    /// All of it as text, for a page without the form.
    pub fn as_text(ctx: &Ctx, kept: &Kept) -> Self {
        Self::new(ctx, kept, None, readable(&kept.pairs))
    }
}

/// Stands above the page on which kept forms are filled in.
#[derive(Template)]
#[template(path = "kept/banner.html")]
pub struct Banner<'a> {
    pub ctx: &'a Ctx,
    pub kept: Vec<Told>,
}

impl<'a> Banner<'a> {
    pub fn new(ctx: &'a Ctx, kept: &[Kept], placed: &[Placed]) -> Self {
        let told = |(kept, placed): (&Kept, &Placed)| Told::placed(ctx, kept, placed);
        Self { ctx, kept: kept.iter().zip(placed).map(told).collect() }
    }
}

/// What the address of the list says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct KeptFilter {
    /// `yes` for what has been left lying alone.
    pub lying: String,
}

impl KeptFilter {
    /// Before when what is shown was typed; all of it where nothing is said.
    pub fn before(&self, today: NaiveDate) -> Option<DateTime<Utc>> {
        (self.lying == "yes").then(|| lying_since(today))
    }
}

/// A form that was not sent, on the list of whoever typed it.
pub struct Lying {
    pub id: Uuid,
    pub what: String,
    pub at: String,
}

impl Lying {
    pub fn new(ctx: &Ctx, kept: &Kept) -> Option<Self> {
        Some(Self { id: kept.id?, what: place(ctx.tr, &kept.page), at: ctx.moment(&kept.at) })
    }
}

#[derive(Template)]
#[template(path = "kept/own.html")]
pub struct KeptPage {
    pub ctx: Ctx,
    pub rows: Vec<Lying>,
}

/// Stands on a page behind a link of which something is kept, before anybody has said that it is theirs.
#[derive(Template)]
#[template(path = "kept/yours.html")]
pub struct IsItYours<'a> {
    pub ctx: &'a Ctx,
    pub at: String,
    /// The same page, once they have said so.
    pub href: String,
}

/// A form to be sent again, exactly as it was.
pub struct Again {
    pub action: String,
    pub page: String,
    pub once: String,
    pub pairs: Pairs,
}

/// Everything typed as text to read and copy, where the page of the form cannot be shown. Needs no database.
#[derive(Template)]
#[template(path = "kept/readable.html")]
pub struct ReadablePage {
    pub ctx: Ctx,
    /// The part of the keys `error-page-…` that tells what happened.
    pub key: &'static str,
    pub kept: Vec<Told>,
    pub again: Option<Again>,
}

/// The answer to a form that was carried out when it was sent the first time.
#[derive(Template)]
#[template(path = "kept/sent_before.html")]
pub struct SentBeforePage {
    pub ctx: Ctx,
}

reveals_nobody!(SentBeforePage, KeptPage);
