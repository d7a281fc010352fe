//! Time comes in by the door, also for the database.

use super::*;

/// How SQL asks what time it is.
const ASKING: [&str; 10] = [
    "\"now()",
    " now()",
    "CURRENT_TIME",
    "CURRENT_DATE",
    "current_timestamp(",
    "current_date(",
    "datetime('now",
    "unixepoch(",
    "julianday(",
    "clock_timestamp",
];
/// Says who is still there, which only a clock that all machines share can tell.
const LEASES: &str = "src/jobs/lease.rs";

#[test]
fn no_query_asks_the_database_what_time_it_is() {
    let asks = |source: &str| {
        let said = code(source);
        let queries = said.lines().filter(|line| line.contains('"') || line.contains("Expr::"));
        queries.into_iter().any(|line| ASKING.iter().any(|way| line.contains(way) && !line.contains("clock.now()")))
    };
    let mut all = sources();
    collect(Path::new("entity/src"), "rs", &mut all);
    let asking: Vec<_> = all.into_iter().filter(|(_, source)| asks(source)).map(|(path, _)| path).collect();
    assert_eq!(asking, [LEASES]);
}

/// What a job does is as of the instant that it is told.
#[test]
fn no_job_by_the_clock_asks_what_time_it_is() {
    let table = fs::read_to_string("src/jobs/table.rs").unwrap();
    let (_, jobs) = table.split_once("pub fn jobs()").unwrap();
    assert!(jobs.contains("ClockJob::each(") && !jobs.contains("now()") && !jobs.contains("today()"));
}

/// How an instant becomes a day or an hour, here and in SQL.
const DAYS: [&str; 9] = [
    "date_naive(",
    "naive_utc(",
    "naive_local(",
    "with_timezone(",
    "cust(\"date",
    "TIME ZONE",
    "strftime",
    "date_trunc",
    "cast_as(\"date",
];
/// The clock and what speaks of it say what day it is in Denmark; seals cut the logs into spans that nobody reads as days.
const SAY_SO: [&str; 3] = ["src/clock.rs", "src/language/tr.rs", "src/record/seal.rs"];

#[test]
fn an_instant_becomes_a_day_by_the_clock_of_denmark_alone() {
    let mut all = sources();
    collect(Path::new("entity/src"), "rs", &mut all);
    let says_so = |source: &str| DAYS.iter().any(|way| code(source).contains(way));
    let mut found: Vec<_> = all.into_iter().filter(|(_, source)| says_so(source)).map(|(path, _)| path).collect();
    found.sort();
    assert_eq!(found, SAY_SO);
}
