//! `brobyg mentors find`.

use anyhow::Context;
use clap::{Args, Subcommand, ValueEnum};

use super::start;
use crate::{
    clock::Clock,
    industry,
    language::Tr,
    matching::{Candidate, Wanted, sentence, suggest},
    mentor::index,
};

#[derive(Args)]
pub struct Mentors {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Rank mentors for a wish, with the reasons for and against.
    Find(Find),
}

#[derive(Args)]
struct Find {
    /// The wish in the young person's own words.
    wish: String,
    /// Four digits: how near a mentor lives counts too.
    #[arg(long)]
    postcode: Option<String>,
    /// A language that the mentor should share, by its code of ISO 639-1.
    #[arg(long)]
    language: Option<String>,
    /// The most mentors.
    #[arg(long, default_value = "10")]
    limit: usize,
    #[arg(long, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Text,
}

impl Mentors {
    pub async fn run(self) -> anyhow::Result<()> {
        let What::Find(find) = self.what;
        find.run().await
    }
}

impl Find {
    async fn run(self) -> anyhow::Result<()> {
        if let Some(postcode) = &self.postcode {
            let is_postcode = postcode.len() == 4 && postcode.chars().all(|letter| letter.is_ascii_digit());
            anyhow::ensure!(is_postcode, "{postcode} is not a postcode of four digits.");
        }
        let (config, today) = (start::config()?, Clock::system().today());
        let db = start::platform(&config).await?;
        let search = index::open(&index::directory(&config), &db, today).await?;
        let mut wanted = Wanted::of_wish(&self.wish, &*industry::vocabulary(&db).await?);
        wanted.reach_km = self.postcode.as_ref().map(|_| config.rules.reach_km);
        wanted.postcode = self.postcode;
        wanted.languages = self.language.into_iter().collect();
        let found = suggest(&db, &search, today, &wanted).await?;
        let found: Vec<Candidate> = found.fits.into_iter().chain(found.far).take(self.limit).collect();
        match self.format {
            Format::Json => print!("{}", as_json(&found)?),
            Format::Text => print!("{}", as_text(&found)),
        }
        Ok(())
    }
}

fn as_json(found: &[Candidate]) -> anyhow::Result<String> {
    let mentors: Vec<_> = found
        .iter()
        .map(|candidate| {
            serde_json::json!({
                "mentor_id": candidate.mentor.mentor.reference,
                "occupation": candidate.mentor.mentor.occupation,
                "too_far_km": candidate.ranking.too_far_km(),
                "score": (candidate.ranking.score * 10.0).round() / 10.0,
                "for": reasons(candidate, true),
                "against": reasons(candidate, false),
            })
        })
        .collect();
    Ok(serde_json::to_string_pretty(&mentors).context("The mentors cannot be written as JSON")? + "\n")
}

fn as_text(found: &[Candidate]) -> String {
    if found.is_empty() {
        return "No mentor fits this wish.\n".to_owned();
    }
    let line = |candidate: &Candidate| {
        let mentor = &candidate.mentor.mentor;
        let (speaks_for, against) = (reasons(candidate, true).join("; "), reasons(candidate, false).join("; "));
        let against = if against.is_empty() { String::new() } else { format!("\n    but: {against}") };
        let far = if candidate.ranking.too_far_km().is_some() { ", too far away" } else { "" };
        format!(
            "{} {} ({:.0}{far})\n    {speaks_for}{against}\n",
            mentor.reference, mentor.occupation, candidate.ranking.score
        )
    };
    found.iter().map(line).collect()
}

fn reasons(candidate: &Candidate, speaks_for: bool) -> Vec<String> {
    let found = candidate.ranking.reasons.iter().filter(|reason| reason.speaks_for() == speaks_for);
    found.map(|reason| sentence(Tr::English, reason)).collect()
}
