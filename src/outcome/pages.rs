//! What the report shows.

use askama::Template;
use entity::{Partner, Project};
use sea_orm::prelude::Uuid;

use super::{
    Figures, Rate, Span, VERSION,
    figures::PartnerFigures,
    forms::{OutcomeQuery, shown_date},
};
use crate::web::chart::{RatePicture, ShareChart};
use crate::web::{Ctx, ShownErrors, Tr};

#[derive(Template)]
#[template(path = "outcome/report.html")]
pub struct OutcomePage {
    pub ctx: Ctx,
    pub query: OutcomeQuery,
    /// The filter as part of an address, for the downloads.
    pub download: String,
    pub partners: Vec<Partner>,
    pub projects: Vec<ProjectLink>,
    pub report: Option<Report>,
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
    pub targets: Vec<TargetLine>,
}

pub struct CountLine {
    pub name: String,
    pub definition: String,
    pub value: u64,
}

pub struct PartnerLine {
    pub name: String,
    pub own: PartnerFiguresShown,
}

pub struct PartnerFiguresShown {
    pub referrals: u64,
    pub completed: u64,
    pub interrupted: u64,
    pub ended_early: u64,
    pub active: u64,
    /// Completed among all that ended: `7 / 10`.
    pub ratio: String,
}

pub struct ReasonLine {
    pub when: String,
    pub reason: String,
    pub value: u64,
}

/// What a project promised, and what came of it.
pub struct TargetLine {
    pub name: String,
    pub target: String,
    pub result: String,
    pub is_met: bool,
}

impl OutcomePage {
    pub fn new(
        ctx: Ctx,
        query: OutcomeQuery,
        partners: Vec<Partner>,
        projects: Vec<Project>,
        found: Option<(&Span, &Figures)>,
        errors: ShownErrors,
    ) -> Self {
        let report = found.map(|(span, figures)| Report::new(ctx.tr, span, figures, &projects));
        let link = |project: &Project| ProjectLink {
            name: project.name.clone(),
            href: format!("/outcomes?from={}&to={}", shown_date(project.starts_on), shown_date(project.ends_on)),
        };
        let projects = projects.iter().map(link).collect();
        Self { download: query.query(), ctx, query, partners, projects, report, errors }
    }

    pub fn is_chosen(&self, id: &Uuid) -> bool {
        self.query.partner == id.to_string()
    }
}

impl Report {
    fn new(tr: Tr, span: &Span, figures: &Figures, projects: &[Project]) -> Self {
        let project = projects.iter().find(|project| project.starts_on == span.from && project.ends_on == span.to);
        let dates = [("from", span.from), ("to", span.to), ("as_of", span.as_of)];
        Self {
            period: tr.with("outcome-period", dates.map(|(name, day)| (name, tr.date(&day).into()))),
            version: VERSION,
            rates: rates(tr, figures),
            standing: standing(tr, figures),
            counts: counts(tr, figures),
            partners: figures.by_partner.iter().map(|(name, own)| partner_line(name, own)).collect(),
            reasons: reasons(tr, figures),
            targets: project.map(|project| targets(tr, project, figures)).unwrap_or_default(),
        }
    }
}

fn rates(tr: Tr, figures: &Figures) -> Vec<RatePicture> {
    let twelve = &figures.twelve_month;
    [
        ("completion-rate", figures.completion_rate),
        ("interruption-rate", figures.interruption_rate),
        ("exit-rate", figures.exit.rate),
        ("respondents", twelve.respondents),
        ("retention", twelve.retention),
        ("response", twelve.response),
    ]
    .map(|(name, rate)| rate_picture(tr, name, rate))
    .into_iter()
    .chain([bounds_picture(tr, figures)])
    .collect()
}

fn rate_picture(tr: Tr, name: &str, rate: Rate) -> RatePicture {
    let [low, high] = rate.interval.unwrap_or_default();
    named_picture(tr, name, (rate.numerator, rate.denominator)).with_interval(tr, low, high)
}

/// The lowest and highest possible share are no rate with an interval: they are shown as a span.
fn bounds_picture(tr: Tr, figures: &Figures) -> RatePicture {
    let twelve = &figures.twelve_month;
    let [low, high] = twelve.bounds.map(Option::unwrap_or_default);
    named_picture(tr, "bounds", (twelve.known, twelve.due)).as_span(tr, low, high)
}

fn named_picture(tr: Tr, name: &str, counts: (u64, u64)) -> RatePicture {
    let definition = tr.t(format!("outcome-{name}-definition"));
    RatePicture::new(format!("rate-{name}"), tr.t(format!("outcome-{name}")), definition, counts)
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
    let (exit, twelve) = (&figures.exit, &figures.twelve_month);
    [
        ("referrals", figures.referrals),
        ("young-people-started", figures.young_people_started),
        ("referrals-not-started", figures.referrals_not_started),
        ("courses", figures.courses),
        ("rematches", figures.rematches),
        ("completed", figures.completed),
        ("interrupted-never-met", figures.interrupted_never_met),
        ("interrupted-after-meeting", figures.interrupted_after_meeting),
        ("ended-early", figures.ended_early),
        ("active", figures.active),
        ("meetings-held", figures.meetings_held),
        ("completed-then-rematched", figures.completed_then_rematched),
        ("final-completed", figures.final_completed),
        ("exit-known", exit.known),
        ("exit-unknown", exit.unknown),
        ("exit-in-activity", exit.in_activity),
        ("exit-seeking", exit.seeking),
        ("twelve-due", twelve.due),
        ("twelve-not-due", twelve.not_due),
        ("twelve-known", twelve.known),
        ("twelve-unknown", twelve.unknown),
        ("twelve-in-activity", twelve.in_activity),
        ("twelve-seeking", twelve.seeking),
    ]
    .map(|(name, value)| CountLine {
        name: tr.t(format!("outcome-{name}")),
        definition: tr.t(format!("outcome-{name}-definition")),
        value,
    })
    .into()
}

fn partner_line(name: &str, own: &PartnerFigures) -> PartnerLine {
    let ended = own.completed + own.interrupted + own.ended_early;
    let shown = PartnerFiguresShown {
        referrals: own.referrals,
        completed: own.completed,
        interrupted: own.interrupted,
        ended_early: own.ended_early,
        active: own.active,
        ratio: format!("{} / {ended}", own.completed),
    };
    PartnerLine { name: name.to_owned(), own: shown }
}

fn reasons(tr: Tr, figures: &Figures) -> Vec<ReasonLine> {
    let line = |(key, value): (&String, &u64)| {
        let (when, reason) = key.split_once(':').unwrap_or(("met", key));
        ReasonLine {
            when: tr.t(format!("outcome-{}", when.replace('_', "-"))),
            reason: tr.t(format!("reason-{}", reason.replace('_', "-"))),
            value: *value,
        }
    };
    figures.interruption_reasons.iter().map(line).collect()
}

fn targets(tr: Tr, project: &Project, figures: &Figures) -> Vec<TargetLine> {
    let percent = |target: Option<i32>, key: &str, rate: Rate| {
        target.map(|target| TargetLine {
            name: tr.t(key),
            target: tr.percent(f64::from(target) / 100.0),
            result: format!("{} ({}/{})", tr.percent(rate.rate.unwrap_or_default()), rate.numerator, rate.denominator),
            is_met: rate.rate.is_some_and(|share| share * 100.0 >= f64::from(target)),
        })
    };
    let young_people = project.target_young_people.map(|target| TargetLine {
        name: tr.t("outcome-target-young-people"),
        target: target.to_string(),
        result: figures.referrals.to_string(),
        is_met: figures.referrals >= u64::try_from(target).unwrap_or_default(),
    });
    [
        young_people,
        percent(project.target_exit_percent, "outcome-target-exit", figures.exit.rate),
        percent(project.target_twelve_month_percent, "outcome-target-twelve-month", figures.twelve_month.retention),
    ]
    .into_iter()
    .flatten()
    .collect()
}
