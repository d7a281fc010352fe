//! Whether the logs are as they were sealed.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use entity::{LogSeal, log_seals::SealedLog};
use sea_orm::{ActiveEnum, ConnectionTrait, DbErr, Iterable, StreamTrait};

use super::Findings;
use crate::record::{first_moment, seals_of, sum_of};

pub async fn find(
    db: &(impl ConnectionTrait + StreamTrait),
    today: NaiveDate,
    findings: &mut Findings,
) -> Result<(), DbErr> {
    // What is younger is sealed later.
    let is_due = |at: DateTime<Utc>| today - at.date_naive() > TimeDelta::days(2);
    for log in SealedLog::iter() {
        let (name, seals) = (log.to_value(), seals_of(db, log).await?);
        let first = first_moment(db, log).await?;
        match seals.first() {
            None if first.is_some_and(is_due) => {
                findings.notes.push(format!("{name} is not sealed yet; the server does so every day."))
            }
            Some(seal) if first.is_some_and(|at| at < seal.begins_at) => {
                findings.wrong.push(format!("{name} has rows that are older than its first seal."));
            }
            _ => {}
        }
        for two in seals.windows(2) {
            if two[0].hash != two[1].previous || two[0].ends_at != two[1].begins_at {
                findings.wrong.push(format!(
                    "A seal of {name} is missing between {} and {}.",
                    day(two[0].ends_at),
                    day(two[1].ends_at)
                ));
            }
        }
        for seal in &seals {
            fits(db, seal, findings).await?;
        }
    }
    Ok(())
}

async fn fits(db: &(impl ConnectionTrait + StreamTrait), seal: &LogSeal, findings: &mut Findings) -> Result<(), DbErr> {
    let found = sum_of(db, seal.log, seal.begins_at..seal.ends_at, &seal.previous).await?;
    if found.hash != seal.hash {
        findings.wrong.push(format!(
            "{} from {} up to {} is not as it was sealed: {} rows then, {} now.",
            seal.log.to_value(),
            day(seal.begins_at),
            day(seal.ends_at),
            seal.row_count,
            found.rows
        ));
    }
    Ok(())
}

fn day(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d").to_string()
}
