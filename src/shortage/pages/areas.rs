//! The page of the housing areas.

use askama::Template;
use chrono::NaiveDate;

use super::on_page;
use crate::{
    list::{Paging, Sorting},
    matching::FAR_KM,
    mentor,
    page::Ctx,
    record::reveals_nobody,
    shortage::{Area, AreaLine, forms::ShortageQuery},
};

/// The housing areas: who waits there, and what there is within reach.
#[derive(Template)]
#[template(path = "shortage/areas.html")]
pub struct AreasPage {
    pub ctx: Ctx,
    pub rows: Vec<AreaRow>,
    pub sorting: Sorting,
    pub paging: Paging,
    pub far_km: u32,
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
    pub fn new(ctx: Ctx, today: NaiveDate, mut found: Vec<AreaLine>, query: &ShortageQuery) -> Self {
        let (tr, sorting) = (ctx.tr, query.area_sorting());
        sort_areas(&mut found, &sorting);
        let row = |line: &AreaLine| AreaRow {
            area: line.area.clone(),
            waiting: line.waiting,
            wait: tr.t1("shortage-days", "days", (today - line.since).num_days()),
            free: tr.amount(line.free),
            gap: tr.amount(line.gap),
            has_gap: line.gap > 0.0,
            most_missing: line.most_missing.as_ref().map(|code| mentor::industry_title(tr, code)).unwrap_or_default(),
        };
        Self {
            rows: on_page(&found, query.page()).map(row).collect(),
            paging: Paging::new(query.page(), found.len() as u64, sorting.whole_query()),
            far_km: FAR_KM,
            sorting,
            ctx,
        }
    }
}

fn sort_areas(lines: &mut [AreaLine], sorting: &Sorting) {
    lines.sort_by(|one, other| {
        let order = match sorting.by.as_str() {
            "area" => one.area.name.to_lowercase().cmp(&other.area.name.to_lowercase()),
            "partner" => one.area.partner.to_lowercase().cmp(&other.area.partner.to_lowercase()),
            "waiting" => one.waiting.cmp(&other.waiting),
            "wait" => other.since.cmp(&one.since),
            "free" => one.free.total_cmp(&other.free),
            _ => one.gap.total_cmp(&other.gap).then_with(|| one.waiting.cmp(&other.waiting)),
        };
        if sorting.descending { order.reverse() } else { order }
    });
}

reveals_nobody!(AreasPage);
