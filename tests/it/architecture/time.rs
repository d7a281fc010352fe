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
