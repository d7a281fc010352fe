//! How the platform goes, for machines that watch over it: whether it is ready, and figures. Names of jobs and numbers alone.

use std::fmt::Write;

use chrono::{DateTime, Utc};
use entity::messages::{self, Column};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};

use super::jobs::{Job, JobState, all};
use crate::message::Left;

/// What it is told of: every job of this version, and the messages.
pub struct Health {
    jobs: Vec<Job>,
    /// Messages that are to be sent, now or later.
    outbox: u64,
    /// Those of them whose time has come.
    due: u64,
    /// Messages that did not arrive, and that nobody has seen to.
    dead: u64,
}

/// The jobs that do not do what they should when they should, by name.
pub async fn late_jobs(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<String>, DbErr> {
    let late = all(db, now).await?.into_iter().filter(is_late);
    Ok(late.map(|job| job.row.name).collect())
}

fn is_late(job: &Job) -> bool {
    matches!(job.state, JobState::Late | JobState::Failing)
}

impl Health {
    pub async fn of(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Self, DbErr> {
        let mut jobs = all(db, now).await?;
        jobs.retain(|job| job.state != JobState::Foreign);
        let mut dead = 0;
        for left in [Left::GivenUp, Left::Bounced] {
            dead += messages::Entity::find().filter(left.still()).count(db).await?;
        }
        let outbox = messages::Entity::find().filter(Column::NextTryAt.is_not_null()).count(db).await?;
        Ok(Self { jobs, outbox, due: messages::due(now).count(db).await?, dead })
    }

    /// As OpenMetrics writes it. A job without a figure has no line.
    pub fn open_metrics(&self) -> String {
        let mut text = String::new();
        let mut family = |name: &str, help: &str, lines: &[(Option<&str>, f64)]| {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "# TYPE {name} gauge\n# HELP {name} {help}");
            for (job, value) in lines {
                let label = job.map(|job| format!("{{job=\"{job}\"}}")).unwrap_or_default();
                let _ = writeln!(text, "{name}{label} {value}");
            }
        };
        for (name, help, figure) in FIGURES {
            let lines: Vec<_> =
                self.jobs.iter().filter_map(|job| Some((Some(job.row.name.as_str()), figure(job)?))).collect();
            family(name, help, &lines);
        }
        for (name, help, count) in [
            ("brobyg_outbox_messages", "Messages that are to be sent, now or later.", self.outbox),
            ("brobyg_outbox_due_messages", "Messages whose time has come.", self.due),
            ("brobyg_dead_messages", "Messages that did not arrive, and that nobody has seen to.", self.dead),
        ] {
            family(name, help, &[(None, float(i64::try_from(count).unwrap_or(i64::MAX)))]);
        }
        text.push_str("# EOF\n");
        text
    }
}

type Figure = fn(&Job) -> Option<f64>;

/// What is told of each job.
const FIGURES: [(&str, &str, Figure); 5] = [
    ("brobyg_job_last_success_seconds", "When the job last succeeded, in seconds since 1970.", |job| {
        job.row.succeeded_at.map(|at| float(at.timestamp()))
    }),
    ("brobyg_job_duration_seconds", "How long the newest time of the job took, with all that it found.", |job| {
        job.took_ms.map(|took| float(took) / 1000.0)
    }),
    ("brobyg_job_failures", "How often the job failed since it last succeeded.", |job| Some(job.row.failures.into())),
    ("brobyg_job_quarantined", "Times and things of the job that are set aside.", |job| Some(float(job.set_aside))),
    ("brobyg_job_late", "1 where the job has not succeeded for longer than it should.", |job| {
        Some(if is_late(job) { 1.0 } else { 0.0 })
    }),
];

/// No count and no time here comes near what a float cannot hold.
#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn float(whole: i64) -> f64 {
    whole as f64
}
