//! `brobyg outcomes`.

use std::io::Write;

use anyhow::Context;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use entity::partners;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::start;
use crate::{
    clock::Clock,
    config::Config,
    database::Database,
    language::Tr,
    outcome::{Figures, Population, Span, figure_lines, figures, figures_table, figures_text},
    spreadsheet::Format,
};

#[derive(Args)]
pub struct Outcomes {
    /// First day of the period (YYYY-MM-DD): referrals made on or after it.
    #[arg(long)]
    from: NaiveDate,
    /// Last day of the period.
    #[arg(long)]
    to: NaiveDate,
    /// Nothing dated after this day counts.
    #[arg(long)]
    as_of: NaiveDate,
    /// Only the referrals of the partner with this name.
    #[arg(long)]
    partner: Option<String>,
    #[arg(long, default_value = "text")]
    format: Printed,
}

#[derive(Clone, Copy, ValueEnum)]
enum Printed {
    Json,
    Csv,
    Text,
}

impl Outcomes {
    pub async fn run(self) -> anyhow::Result<()> {
        anyhow::ensure!(self.from <= self.to, "The period ends before it begins: {} to {}.", self.from, self.to);
        let today = Clock::system().today();
        anyhow::ensure!(self.as_of <= today, "Nobody knows yet what is known on {}: today is {today}.", self.as_of);
        let config = start::config()?;
        let db = start::platform(&config).await?;
        let partner_id = match &self.partner {
            Some(name) => Some(partner_named(&db, name).await?),
            None => None,
        };
        let span = Span { from: self.from, to: self.to, as_of: self.as_of, partner_id };
        let population = Population::load(&db, span).await?;
        let figures = figures(&population);
        let printed = match self.format {
            Printed::Json => serde_json::to_string_pretty(&figures)? + "\n",
            Printed::Csv => csv(&config, span, &figures)?,
            Printed::Text => figures_text(&population, &figures),
        };
        std::io::stdout().write_all(printed.as_bytes())?;
        Ok(())
    }
}

fn csv(config: &Config, span: Span, figures: &Figures) -> anyhow::Result<String> {
    let sheet = figures_table(Tr::English, span);
    let mut table = sheet.begin(Format::Csv, &config.data)?;
    sheet.write(&mut table, &figure_lines(Tr::English, figures, &[]))?;
    Ok(std::io::read_to_string(table.finish()?)?)
}

async fn partner_named(db: &Database, name: &str) -> anyhow::Result<sea_orm::prelude::Uuid> {
    let found = partners::Entity::find().filter(partners::Column::Name.eq(name)).one(db).await?;
    Ok(found.with_context(|| format!("There is no partner with the name {name}."))?.id)
}
