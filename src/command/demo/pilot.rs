//! The pilot's records, moved in time so that the day its figures were made is today.

use anyhow::Context;
use chrono::{Duration, NaiveDate};
use entity::projects;
use rust_embed::RustEmbed;
use sea_orm::{ActiveValue::Set, EntityTrait, prelude::Uuid};
use serde::Deserialize;

use super::{calendar::Calendar, told::Told};
use crate::{
    app::App,
    exchange::{self, File, How},
};

#[derive(RustEmbed)]
#[folder = "tests/fixtures/pilot/"]
struct Pilot;

/// Who came after the pilot's period, so that there is life and the figures stay.
#[derive(RustEmbed)]
#[folder = "src/command/demo/data/"]
struct Later;

/// The report's period and the day it was made.
#[derive(Deserialize)]
struct Period {
    from: NaiveDate,
    to: NaiveDate,
    as_of: NaiveDate,
}

/// Loads the records, moved as the calendar says.
pub async fn load(app: &App) -> anyhow::Result<Calendar> {
    let period: Period = serde_json::from_slice(&file::<Pilot>("period.json"))?;
    let today = app.clock.today();
    let moved = today - period.as_of;
    let now = app.clock.now();
    let how =
        How { now, today, course_months: app.config.rules.course_months, moved_days: moved.num_days(), dry_run: false };
    exchange::import(&app.db, &files::<Pilot>(), &how, &mut |_, _, _| ()).await?;
    exchange::import(&app.db, &files::<Later>(), &how, &mut |_, _, _| ()).await?;
    write_project(app, &period, moved).await?;
    Ok(Calendar { now, moved })
}

/// What happened besides.
pub fn told() -> anyhow::Result<Told> {
    let text = String::from_utf8(file::<Later>("life.toml"))?;
    toml::from_str(&text).context("The demo's life cannot be read")
}

fn files<F: RustEmbed>() -> Vec<File> {
    let csv = F::iter().filter(|name| name.ends_with(".csv"));
    csv.map(|name| File { bytes: file::<F>(&name), name: name.into_owned() }).collect()
}

fn file<F: RustEmbed>(name: &str) -> Vec<u8> {
    F::get(name).map(|file| file.data.into_owned()).unwrap_or_default()
}

/// The pilot's project with the targets that its evaluation names.
async fn write_project(app: &App, period: &Period, moved: Duration) -> anyhow::Result<()> {
    let project = projects::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set("Pilotprojektet".into()),
        starts_on: Set(period.from + moved),
        ends_on: Set(period.to + moved),
        target_young_people: Set(Some(160)),
        target_areas: Set(Some(8)),
        target_continuing_areas: Set(Some(4)),
        target_exit_percent: Set(Some(71)),
        target_twelve_month_percent: Set(Some(65)),
    };
    let tx = app.db.begin().await?;
    projects::Entity::insert(project).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(())
}
