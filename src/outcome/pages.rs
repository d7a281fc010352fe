//! What the report shows.

use askama::Template;
use entity::Project;

use super::{
    Figures, Population, Target, VERSION,
    answers_view::AnswersView,
    catalogue::{Entry, Value, entries, reason},
    figures::PartnerFigures,
    forms::{OutcomeQuery, shown_date},
    later_lines::LaterLines,
    response::{WaveView, waves},
    since::since,
    since_view::SinceView,
};
use crate::{form::ShownErrors, language::Tr, page::Ctx, record::reveals_nobody};
use crate::{
    page::chart::{RatePicture, ShareChart, TargetPicture},
    word::Choice,
};

#[derive(Template)]
#[template(path = "outcome/report.html")]
pub struct OutcomePage {
    pub ctx: Ctx,
    pub query: OutcomeQuery,
    /// The filter as part of an address, for the downloads.
    pub download: String,
    pub partners: Vec<Choice>,
    pub projects: Vec<ProjectLink>,
    pub report: Option<Report>,
    /// What was answered to the questionnaires.
    pub answered: Vec<AnswersView>,
    pub errors: ShownErrors,
}

/// A project's period, one click away.
pub struct ProjectLink {
    pub name: String,
    pub href: String,
}

/// The figures as sentences and pictures.
pub struct Report {
    pub period: String,
    pub version: u32,
    pub rates: Vec<RatePicture>,
    /// Where the courses of the period stand.
    pub standing: ShareChart,
    pub counts: Vec<CountLine>,
    pub partners: Vec<PartnerLine>,
    pub reasons: Vec<ReasonLine>,
    /// What the project of this period promised; nothing when it is not the period of one.
    pub targets: Vec<TargetPicture>,
    pub later: LaterLines,
    /// Who answered, at the end and twelve months later.
    pub waves: Vec<WaveView>,
    pub since: SinceView,
}

pub struct CountLine {
    pub name: String,
    pub definition: String,
    pub value: u64,
}

pub struct PartnerLine {
    pub name: String,
    pub own: PartnerFigures,
    /// Completed among all that ended: `7 / 10`.
    pub ratio: String,
}

pub struct ReasonLine {
    pub when: String,
    pub reason: String,
    pub value: u64,
}

impl OutcomePage {
    pub fn new(
        ctx: Ctx,
        query: OutcomeQuery,
        partners: Vec<Choice>,
        projects: Vec<Project>,
        found: Option<(&Population, &Figures, &[Target])>,
        errors: ShownErrors,
    ) -> Self {
        let report = found.map(|(all, figures, promised)| Report::new(ctx.tr, all, figures, promised));
        let link = |project: &Project| ProjectLink {
            name: project.name.clone(),
            href: format!("/outcomes?from={}&to={}", shown_date(project.starts_on), shown_date(project.ends_on)),
        };
        let projects = projects.iter().map(link).collect();
        Self { download: query.query(), ctx, query, partners, projects, report, answered: Vec::new(), errors }
    }
}

impl Report {
    fn new(tr: Tr, population: &Population, figures: &Figures, promised: &[Target]) -> Self {
        let span = &population.span;
        let dates = [("from", span.from), ("to", span.to), ("as_of", span.as_of)];
        Self {
            period: tr.with("outcome-period", dates.map(|(name, day)| (name, tr.date(&day).into()))),
            version: VERSION,
            rates: rates(tr, figures),
            standing: standing(tr, figures),
            counts: counts(tr, figures),
            partners: figures.by_partner.iter().map(|(name, own)| partner_line(name, *own)).collect(),
            reasons: reasons(tr, figures),
            targets: promised.iter().map(|target| target_picture(tr, target)).collect(),
            later: LaterLines::new(tr, population),
            since: SinceView::new(tr, &since(population)),
            waves: waves(population).iter().filter_map(|wave| WaveView::of(tr, wave)).collect(),
        }
    }
}

fn rates(tr: Tr, figures: &Figures) -> Vec<RatePicture> {
    entries(figures).iter().filter_map(|entry| rate_picture(tr, entry)).collect()
}

/// The picture of a rate; a count has none. The lowest and highest possible share are no rate with an interval: they
/// are shown as a span.
fn rate_picture(tr: Tr, entry: &Entry) -> Option<RatePicture> {
    let id = format!("rate-{}", entry.key);
    let picture = |counts| RatePicture::new(id, entry.title(tr), entry.definition(tr), counts);
    match entry.value {
        Value::Count(_) | Value::Unknown => None,
        Value::Rate(rate) => {
            let [low, high] = rate.interval.unwrap_or_default();
            Some(picture((rate.numerator, rate.denominator)).with_interval(tr, low, high))
        }
        Value::Span(ends, counts) => {
            let [low, high] = ends.map(Option::unwrap_or_default);
            Some(picture(counts).as_span(tr, low, high))
        }
    }
}

fn standing(tr: Tr, figures: &Figures) -> ShareChart {
    let parts = [
        ("good", "completed", figures.completed),
        ("waiting", "ended-early", figures.ended_early),
        ("stopped", "interrupted", figures.interrupted),
        ("active", "active", figures.active),
    ]
    .map(|(kind, name, count)| (kind, tr.t(format!("outcome-{name}")), count));
    ShareChart::new(tr, "standing", tr.t("outcome-standing"), "", parts.into())
}

fn counts(tr: Tr, figures: &Figures) -> Vec<CountLine> {
    let line = |entry: &Entry| match entry.value {
        Value::Count(value) => Some(CountLine { name: entry.title(tr), definition: entry.definition(tr), value }),
        Value::Rate(_) | Value::Span(..) | Value::Unknown => None,
    };
    entries(figures).iter().filter_map(line).collect()
}

fn partner_line(name: &str, own: PartnerFigures) -> PartnerLine {
    let ended = own.completed + own.interrupted + own.ended_early;
    PartnerLine { name: name.to_owned(), own, ratio: format!("{} / {ended}", own.completed) }
}

fn reasons(tr: Tr, figures: &Figures) -> Vec<ReasonLine> {
    let line = |(key, value): (&String, &u64)| {
        let [when, reason] = reason(tr, key);
        ReasonLine { when, reason, value: *value }
    };
    figures.interruption_reasons.iter().map(line).collect()
}

/// A target as a bar from nothing to the result, with a line at what was promised.
fn target_picture(tr: Tr, target: &Target) -> TargetPicture {
    let (title, rule, promised) = (target.title(tr), target.rule(tr), target.promised);
    match target.result {
        Value::Rate(rate) => TargetPicture::of_rate(tr, (title, rule), promised, (rate.numerator, rate.denominator)),
        Value::Count(count) => TargetPicture::of_count((title, rule), promised, count),
        Value::Span(_, (count, _)) => TargetPicture::of_count((title, rule), promised, count),
        Value::Unknown => return TargetPicture::unknown(tr, (title, rule), promised),
    }
    .met(target.is_met())
}

reveals_nobody!(OutcomePage);
