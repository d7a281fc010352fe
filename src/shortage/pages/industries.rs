//! The page of the industries.

use std::cmp::Ordering;

use askama::Template;
use chrono::NaiveDate;
use sea_orm::prelude::Uuid;

use crate::{
    form::ShownErrors,
    industry,
    language::Tr,
    list::{Asked, Found, in_danish_order},
    page::{Ctx, chart::StackedChart},
    record::reveals_nobody,
    shortage::{Known, Line, NEIGHBOUR, forms::ShortageFilter, known::AHEAD_MONTHS, lines, unknown},
    word::Choice,
};

/// Industries in the picture.
const DRAWN: usize = 10;
/// Days on which seats come free that are named of each industry.
const DAYS_NAMED: usize = 3;

/// The columns that the list can be sorted by; the first is the usual one, the greatest gap first.
const COLUMNS: [&str; 7] = ["gap", "industry", "waiting", "wait", "free", "neighbours", "coming"];

/// The industries: who waits, and what there is for them.
#[derive(Template)]
#[template(path = "shortage/industries.html")]
pub struct IndustriesPage {
    pub ctx: Ctx,
    pub query: Asked<ShortageFilter>,
    pub areas: Vec<Choice>,
    pub partners: Vec<Choice>,
    /// How many wait, and for how many there is no room.
    pub waiting: u64,
    pub gap: String,
    pub has_gap: bool,
    /// How many wait without a confirmed industry.
    pub unknown: u64,
    pub chart: StackedChart,
    pub list: Found<Row>,
    pub counted: Counted,
    pub errors: ShownErrors,
}

/// The numbers in the sentences that say how the radar counts.
pub struct Counted {
    pub neighbour_percent: String,
    pub months: u32,
    pub reach_km: u32,
}

/// One industry, in words.
pub struct Row {
    /// The number of its division.
    pub division: String,
    pub industry: String,
    pub waiting: String,
    /// How many wish it; empty where that is the same.
    pub people: String,
    pub wait: String,
    pub free: String,
    pub neighbours: String,
    pub coming: String,
    /// When those come free; may be empty.
    pub coming_on: String,
    pub gap: String,
    pub has_gap: bool,
}

impl IndustriesPage {
    pub fn new(ctx: Ctx, today: NaiveDate, known: &Known, query: Asked<ShortageFilter>) -> Self {
        let (tr, scope) = (ctx.tr, query.scope());
        let found = lines(known, scope);
        let unknown = unknown(known, scope);
        let gap: f64 = found.iter().map(|line| line.gap).sum();
        let waiting: f64 = found.iter().map(|line| line.waiting).sum();
        let chart = picture(tr, &mut found.clone());
        let list = sorted(tr, found, &query);
        Self {
            areas: areas(known, &query),
            partners: partners(known),
            waiting: whole(waiting) + unknown,
            gap: tr.amount(gap),
            has_gap: gap > 0.0,
            chart,
            list: list.map(|line| Row::new(tr, today, &line)),
            counted: Counted {
                neighbour_percent: tr.percent(NEIGHBOUR),
                months: AHEAD_MONTHS,
                reach_km: known.reach_km,
            },
            errors: ShownErrors::default(),
            unknown,
            query,
            ctx,
        }
    }

    /// The filters behind an address of this feature, with the question mark; empty without any.
    pub fn filters(&self) -> String {
        let filters = self.query.filters();
        if filters.is_empty() { filters } else { format!("?{filters}") }
    }
}

impl Row {
    pub fn new(tr: Tr, today: NaiveDate, line: &Line) -> Self {
        let waiting = tr.amount(line.waiting);
        let is_shared = waiting != line.people.to_string();
        Self {
            division: line.industry.division().to_owned(),
            industry: industry::name(tr, &line.industry),
            people: if is_shared { tr.t1("shortage-people", "people", line.people) } else { String::new() },
            wait: tr.t1("shortage-days", "days", (today - line.since).num_days()),
            free: tr.amount(line.free),
            neighbours: tr.amount(line.neighbours),
            coming: tr.amount(line.coming),
            coming_on: days(tr, &line.coming_on),
            gap: tr.amount(line.gap),
            has_gap: line.gap > 0.0,
            waiting,
        }
    }
}

/// The next days, and a mark when there are more.
fn days(tr: Tr, all: &[NaiveDate]) -> String {
    let named: Vec<String> = all.iter().take(DAYS_NAMED).map(|day| tr.short_date(day)).collect();
    let more = if all.len() > DAYS_NAMED { " …" } else { "" };
    format!("{}{more}", named.join(", "))
}

/// A page of the industries, in the order that is asked for.
pub fn sorted(tr: Tr, found: Vec<Line>, asked: &Asked<ShortageFilter>) -> Found<Line> {
    Found::of_all(found, asked, (&COLUMNS, true), |by, one, other| compare(tr, by, one, other))
}

fn compare(tr: Tr, by: &str, one: &Line, other: &Line) -> Ordering {
    let title = |line: &Line| industry::name(tr, &line.industry);
    match by {
        "industry" => in_danish_order(&title(one), &title(other)),
        "waiting" => one.waiting.total_cmp(&other.waiting),
        // The longest wait began first.
        "wait" => other.since.cmp(&one.since),
        "free" => one.free.total_cmp(&other.free),
        "neighbours" => one.neighbours.total_cmp(&other.neighbours),
        "coming" => one.coming.total_cmp(&other.coming),
        _ => one.gap.total_cmp(&other.gap).then_with(|| one.waiting.total_cmp(&other.waiting)),
    }
}

/// The industries with the greatest gaps, whatever the table is sorted by.
fn picture(tr: Tr, lines: &mut [Line]) -> StackedChart {
    lines.sort_by(|one, other| other.gap.total_cmp(&one.gap).then_with(|| other.waiting.total_cmp(&one.waiting)));
    let kinds = [("good", "free"), ("active", "neighbours"), ("waiting", "coming"), ("stopped", "gap")];
    let legend = kinds.map(|(kind, name)| (kind, tr.t(format!("shortage-{name}")))).to_vec();
    let bars = lines.iter().take(DRAWN).map(|line| {
        let parts = parts(line);
        let [free, neighbours, coming, gap] = parts.map(|part| tr.amount(part));
        let told = [
            ("waiting", tr.amount(line.waiting)),
            ("free", free),
            ("neighbours", neighbours),
            ("coming", coming),
            ("gap", gap),
        ];
        let told = tr.with("shortage-bar", told.map(|(name, amount)| (name, amount.into())));
        (industry::name(tr, &line.industry), told, parts.to_vec())
    });
    StackedChart::new("shortage", (tr.t("shortage-picture"), tr.t("shortage-picture-note")), legend, bars.collect())
}

/// Those who wait, by what there is for them: a free seat, a neighbour's, one that comes free, or nothing.
fn parts(line: &Line) -> [f64; 4] {
    let mut left = line.waiting;
    let mut take = |seats: f64| {
        let taken = seats.min(left);
        left -= taken;
        taken
    };
    [take(line.free), take(line.neighbours), take(line.coming), line.gap]
}

/// The areas of the chosen partner, or all of them.
fn areas(known: &Known, query: &ShortageFilter) -> Vec<Choice> {
    let partner = query.scope().partner;
    let offered = known.areas.iter().filter(|area| partner.is_none_or(|id| id == area.partner_id));
    offered.map(|area| Choice::new(area.id.to_string(), area.name.clone())).collect()
}

fn partners(known: &Known) -> Vec<Choice> {
    let mut named: Vec<(&str, Uuid)> = known.areas.iter().map(|area| (&*area.partner, area.partner_id)).collect();
    named.sort_unstable();
    named.dedup();
    named.into_iter().map(|(name, id)| Choice::new(id.to_string(), name)).collect()
}

/// People are whole, however they were shared out.
fn whole(people: f64) -> u64 {
    people.round() as u64
}

reveals_nobody!(IndustriesPage);
