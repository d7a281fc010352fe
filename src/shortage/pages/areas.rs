//! The page of the housing areas.

use std::cmp::Ordering;

use askama::Template;
use chrono::NaiveDate;

use crate::{
    industry,
    language::Tr,
    list::{Asked, Everything, Found, in_danish_order},
    page::{Ctx, Sheet},
    record::reveals_nobody,
    shortage::{Area, AreaLine},
};

/// The columns that the list can be sorted by; the first is the usual one, the greatest gap first.
const COLUMNS: [&str; 6] = ["gap", "area", "partner", "waiting", "wait", "free"];

/// The housing areas: who waits there, and what there is within reach.
#[derive(Template)]
#[template(path = "shortage/areas.html")]
pub struct AreasPage {
    pub ctx: Ctx,
    pub list: Found<AreaRow>,
    pub reach_km: u32,
}

pub struct AreaRow {
    pub area: Area,
    pub waiting: u64,
    pub wait: String,
    pub free: String,
    pub gap: String,
    pub has_gap: bool,
    /// The industry in which most are missing; may be empty.
    pub most_missing: String,
}

impl AreasPage {
    pub fn new(ctx: Ctx, today: NaiveDate, found: Vec<AreaLine>, reach_km: u32, query: &Asked<Everything>) -> Self {
        let tr = ctx.tr;
        let row = |line: AreaLine| AreaRow {
            waiting: line.waiting,
            wait: tr.t1("shortage-days", "days", (today - line.since).num_days()),
            free: tr.amount(line.free),
            gap: tr.amount(line.gap),
            has_gap: line.gap > 0.0,
            most_missing: line.most_missing.as_ref().map(|code| industry::name(tr, code)).unwrap_or_default(),
            area: line.area,
        };
        Self { list: sorted_areas(found, query).map(row), reach_km, ctx }
    }
}

/// A page of the areas, in the order that is asked for.
pub fn sorted_areas(found: Vec<AreaLine>, asked: &Asked<Everything>) -> Found<AreaLine> {
    Found::of_all(found, asked, (&COLUMNS, true), compare)
}

/// The areas to take away.
pub fn areas_table(tr: Tr, today: NaiveDate) -> Sheet<'static, AreaLine> {
    Sheet::telling_of_nobody(tr, "shortage-areas")
        .with("shortage-area", |line: &AreaLine| line.area.name.clone())
        .with("shortage-partner", |line| line.area.partner.clone())
        .with("shortage-waiting", |line| line.waiting)
        .with("shortage-wait", move |line| (today - line.since).num_days())
        .with("shortage-free", |line| line.free)
        .with("shortage-gap", |line| line.gap)
        .with("shortage-most-missing", move |line| line.most_missing.as_ref().map(|code| industry::name(tr, code)))
}

fn compare(by: &str, one: &AreaLine, other: &AreaLine) -> Ordering {
    match by {
        "area" => in_danish_order(&one.area.name, &other.area.name),
        "partner" => in_danish_order(&one.area.partner, &other.area.partner),
        "waiting" => one.waiting.cmp(&other.waiting),
        "wait" => other.since.cmp(&one.since),
        "free" => one.free.total_cmp(&other.free),
        _ => one.gap.total_cmp(&other.gap).then_with(|| one.waiting.cmp(&other.waiting)),
    }
}

reveals_nobody!(AreasPage);
