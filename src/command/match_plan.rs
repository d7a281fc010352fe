//! `brobyg match plan`.

use std::collections::{HashMap, HashSet};

use anyhow::Context;
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use sea_orm::prelude::Uuid;

use super::start;
use crate::{
    clock::Clock,
    language::Tr,
    matching::{Ranking, Reason, sentence},
    mentor::index,
    planning::{Decisions, Line, Near, Outcome, Plan, explains, plan, references_of},
    word::Worded,
};

/// How many of those near are named for somebody who is left out.
const NAMED: usize = 3;

/// Of mentors, by id.
type References = HashMap<Uuid, String>;

#[derive(Args)]
pub struct Match {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Print the best set of pairs for everybody waiting, and who is left out and why. Changes nothing.
    Plan(PlanCommand),
}

#[derive(Args)]
struct PlanCommand {
    #[arg(long, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Text,
}

impl Match {
    pub async fn run(self) -> anyhow::Result<()> {
        let What::Plan(command) = self.what;
        let (config, today) = (start::config()?, Clock::system().today());
        let db = start::platform(&config).await?;
        let search = index::open(&index::directory(&config), &db, today).await?;
        let plan = plan(&db, &search, today, &config.rules, Decisions::default(), &HashSet::new()).await?;
        let references = references_of(&db, &plan).await?;
        match command.format {
            Format::Json => print!("{}", plan_as_json(&plan, &references, today)?),
            Format::Text => print!("{}", plan_as_text(&plan, &references)),
        }
        Ok(())
    }
}

/// People are told by the references of the scheme's files, not by name.
fn plan_as_json(plan: &Plan, references: &References, today: NaiveDate) -> anyhow::Result<String> {
    let (mut pairs, mut left) = (Vec::new(), Vec::new());
    for line in &plan.lines {
        match &line.outcome {
            Outcome::Pair { mentor_id, ranking } => pairs.push(serde_json::json!({
                "referral_id": line.referral.reference,
                "waiting_since": line.referral.referred_on,
                "mentor_id": reference(references, mentor_id),
                "score": rounded(ranking.score),
                "for": reasons(ranking, true),
                "against": reasons(ranking, false),
            })),
            Outcome::Left(why) => left.push(serde_json::json!({
                "referral_id": line.referral.reference,
                "waiting_since": line.referral.referred_on,
                "why": why.code(),
                "reason": why_left(line),
                "near": near(line).map(|near| serde_json::json!({
                    "mentor_id": reference(references, &near.mentor_id),
                    "score": rounded(near.score),
                    "too_far_km": near.too_far_km,
                    "ruled_out_by": near.ruled_out.map(|why| why.sentence(Tr::English)),
                })).collect::<Vec<_>>(),
            })),
        }
    }
    let whole = serde_json::json!({
        "as_of": today, "waiting": plan.lines.len(), "total": plan.total, "pairs": pairs, "left": left,
    });
    Ok(serde_json::to_string_pretty(&whole).context("The plan cannot be written as JSON")? + "\n")
}

fn plan_as_text(plan: &Plan, references: &References) -> String {
    let lines: String = plan.lines.iter().map(|line| line_as_text(line, references)).collect();
    let paired = plan.lines.iter().filter(|line| matches!(line.outcome, Outcome::Pair { .. })).count();
    format!("{lines}{paired} of {} have a mentor in the plan. Total: {}\n", plan.lines.len(), plan.total)
}

fn line_as_text(line: &Line, references: &References) -> String {
    let since = line.referral.referred_on;
    match &line.outcome {
        Outcome::Pair { mentor_id, ranking } => {
            let (speaks_for, against) = (reasons(ranking, true).join("; "), reasons(ranking, false).join("; "));
            let against = if against.is_empty() { String::new() } else { format!("\n    but: {against}") };
            let (referral, mentor) = (&line.referral.reference, reference(references, mentor_id));
            format!(
                "{referral} (waiting since {since}) with {mentor} ({:.0})\n    {speaks_for}{against}\n",
                ranking.score
            )
        }
        Outcome::Left(_) => {
            let named = near(line).map(|near| {
                let far = near.too_far_km.map(|km| sentence(Tr::English, &Reason::Far { km }));
                let why = near.ruled_out.map(|why| why.sentence(Tr::English)).or(far);
                let why = why.map(|why| format!(": {why}")).unwrap_or_default();
                format!("    {}{why}\n", reference(references, &near.mentor_id))
            });
            let named: String = named.collect();
            format!("{} (waiting since {since}) is left out. {}\n{named}", line.referral.reference, why_left(line))
        }
    }
}

fn why_left(line: &Line) -> String {
    match line.outcome {
        Outcome::Left(why) => why.label(Tr::English),
        Outcome::Pair { .. } => String::new(),
    }
}

fn near(line: &Line) -> impl Iterator<Item = &Near> {
    let tells = |near: &&Near| match line.outcome {
        Outcome::Left(why) => explains(why, near.ruled_out.is_some(), near.too_far_km.is_some(), false),
        Outcome::Pair { .. } => false,
    };
    line.near.iter().filter(tells).take(NAMED)
}

fn reference<'a>(references: &'a References, id: &Uuid) -> &'a str {
    references.get(id).map_or("", String::as_str)
}

fn rounded(score: f64) -> f64 {
    (score * 10.0).round() / 10.0
}

fn reasons(ranking: &Ranking, speaks_for: bool) -> Vec<String> {
    let found = ranking.reasons.iter().filter(|reason| reason.speaks_for() == speaks_for);
    found.map(|reason| sentence(Tr::English, reason)).collect()
}
