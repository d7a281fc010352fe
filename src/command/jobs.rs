//! `brobyg jobs run`.

use chrono::{DateTime, NaiveDateTime, Utc};
use clap::{Args, Subcommand};
use sea_orm::PaginatorTrait;
use tokio::sync::watch;

use super::{serve, start};
use crate::{
    app::App,
    clock::{Clock, first_instant_of, local_moment},
    jobs::{self, Expected, LETTERS, LeaseClock, Runner, Tally},
    message,
};

#[derive(Args)]
pub struct Jobs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Do all that is due, send the messages that are due, and end. Nothing is done a second time, also beside `serve`.
    Run(Run),
}

#[derive(Args)]
struct Run {
    /// As of this moment instead of now: 2027-03-01T06:00 in Denmark, or 2027-03-01T05:00:00Z. It can only go forward.
    #[arg(long, value_parser = moment)]
    at: Option<DateTime<Utc>>,
    /// List what is due, and do nothing.
    #[arg(long)]
    explain: bool,
}

impl Jobs {
    pub async fn run(self) -> anyhow::Result<()> {
        let What::Run(run) = self.what;
        serve::log_to_stderr();
        let config = start::config()?;
        start::ensure_there(&config)?;
        let db = start::database(&config).await?;
        if run.explain {
            anyhow::ensure!(start::pending(&db).await? == 0, "The tables are not up to date: run `brobyg migrate`.");
        } else {
            start::migrate(&db).await?;
        }
        if let Some(at) = run.at {
            only_forward(jobs::newest_time(&db).await?, at)?;
        }
        let clock = run.at.map_or_else(Clock::system, Clock::standing_at);
        let app = start::app_beside(config, clock, db).await?;
        if run.explain { explain(&app).await } else { run_due(app).await }
    }
}

/// A moment as a clock in Denmark shows it, or with its zone.
fn moment(typed: &str) -> Result<DateTime<Utc>, String> {
    if let Ok(at) = DateTime::parse_from_rfc3339(typed) {
        return Ok(at.to_utc());
    }
    let local =
        ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"].iter().find_map(|form| NaiveDateTime::parse_from_str(typed, form).ok());
    let local = local.ok_or("write 2027-03-01T06:00, or 2027-03-01T05:00:00Z")?;
    Ok(first_instant_of(local.date(), local.time()))
}

fn only_forward(newest: Option<DateTime<Utc>>, at: DateTime<Utc>) -> anyhow::Result<()> {
    match newest.filter(|newest| at < *newest) {
        None => Ok(()),
        Some(newest) => anyhow::bail!(
            "The jobs were done as of {} already; nothing is done as of {}, which was before. Name a later moment.",
            shown(newest),
            shown(at)
        ),
    }
}

async fn explain(app: &App) -> anyhow::Result<()> {
    println!("As of {} in Denmark:", shown(app.clock.now()));
    for Expected { job, key, due_at, things } in jobs::expected(app, &jobs::jobs()).await? {
        let things = things.map(|count| format!(", finds {count}")).unwrap_or_default();
        println!("{job} {key}: due {}{things}", shown(due_at));
    }
    let messages = entity::messages::due(app.clock.now()).count(&app.db).await?;
    println!("Messages due: {messages}.");
    Ok(())
}

async fn run_due(app: App) -> anyhow::Result<()> {
    let (stop, mut stopped) = watch::channel(false);
    let told_to_stop = serve::told_to_stop();
    let told = tokio::spawn(async move {
        told_to_stop.await;
        stop.send_replace(true);
    });
    let runner = Runner::new(app.clone(), jobs::jobs(), LeaseClock::of(&app.db), jobs::GRACE);
    runner.register().await?;
    let tally = runner.do_due(&mut stopped).await?;
    let mut messages = 0;
    while !*stopped.borrow() {
        match message::deliver_due(&app.desk(), &app.post, LETTERS).await? {
            0 => break,
            taken => messages += taken,
        }
    }
    told.abort();
    let held = jobs::held_elsewhere(&app.db, app.clock.now()).await?;
    report(&app, &tally, messages, held)
}

fn report(app: &App, tally: &Tally, messages: usize, held: u64) -> anyhow::Result<()> {
    println!("As of {} in Denmark:", shown(app.clock.now()));
    for (job, counted) in tally {
        println!("{job}: {} done, {} found and done, {} went wrong", counted.times, counted.things, counted.failed);
    }
    if messages > 0 {
        println!("Messages taken up: {messages}.");
    }
    if held > 0 {
        println!("Left to whoever does it right now, or until two minutes after they are gone: {held}.");
    }
    if tally.is_empty() && messages == 0 && held == 0 {
        println!("Nothing was due.");
    }
    let failed: usize = tally.values().map(|counted| counted.failed).sum();
    anyhow::ensure!(
        failed == 0,
        "Not everything succeeded: {failed}. It is tried again later; the log says what went wrong."
    );
    Ok(())
}

fn shown(at: DateTime<Utc>) -> String {
    local_moment(at).format("%Y-%m-%d %H:%M").to_string()
}
