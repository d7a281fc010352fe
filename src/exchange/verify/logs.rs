//! Whether the logs are as they were sealed.

use chrono::{DateTime, TimeDelta, Utc};
use entity::{LogSeal, log_seals::SealedLog};
use sea_orm::{ActiveEnum, ConnectionTrait, DbErr, Iterable, StreamTrait};

use super::Findings;
use crate::record::{first_moment, newest_moment, seals_of, sum_of};

/// What is younger is sealed later.
const LONGEST_UNSEALED: TimeDelta = TimeDelta::days(2);

pub async fn find(db: &(impl ConnectionTrait + StreamTrait), findings: &mut Findings) -> Result<(), DbErr> {
    let Some(newest) = newest_moment(db).await? else { return Ok(()) };
    for log in SealedLog::iter() {
        let (seals, first) = (seals_of(db, log).await?, first_moment(db, log).await?);
        let sealed = seals.last().map(|seal| seal.ends_at).or(first);
        if sealed.is_some_and(|at| newest - at > LONGEST_UNSEALED) {
            findings.notes.push(format!("{} has not been sealed for days; the server does so.", log.to_value()));
        }
        findings.wrong.extend(missing(log, &seals, first));
        for seal in &seals {
            fits(db, seal, findings).await?;
        }
    }
    Ok(())
}

/// Where the chain of seals is broken. Only the security log forgets its first days, with their seals.
fn missing(log: SealedLog, seals: &[LogSeal], first: Option<DateTime<Utc>>) -> Vec<String> {
    let name = log.to_value();
    let mut wrong = Vec::new();
    if let Some(seal) = seals.first() {
        if first.is_some_and(|at| at < seal.begins_at) {
            wrong.push(format!("{name} has rows that are older than its first seal."));
        }
        if log != SealedLog::SecurityEvents && !seal.previous.is_empty() {
            wrong.push(format!("The first seals of {name} are missing."));
        }
    }
    let broken = seals.windows(2).filter(|two| two[0].hash != two[1].previous || two[0].ends_at != two[1].begins_at);
    wrong.extend(broken.map(|two| {
        format!("A seal of {name} is missing between {} and {}.", day(two[0].ends_at), day(two[1].ends_at))
    }));
    wrong
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
