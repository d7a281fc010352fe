//! When a job counts as late or failing.

use brobyg::account::administration::JobState;
use chrono::{DateTime, Utc};
use entity::JobRun;

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
}

fn run(every_seconds: i32, succeeded_at: Option<i64>) -> JobRun {
    JobRun {
        name: "a".into(),
        every_seconds,
        started_at: None,
        succeeded_at: succeeded_at.map(at),
        failed_at: None,
        cause: None,
        failures: 0,
        next_due_at: at(0),
        waiting: None,
    }
}

#[test]
fn a_job_is_late_when_it_has_not_succeeded_for_much_longer_than_its_pace() {
    for (every, succeeded, now, state) in [
        (1, None, 300, JobState::Good),
        (1, None, 301, JobState::Late),
        (1, Some(0), 301, JobState::Good),
        (1, Some(0), 302, JobState::Late),
        (3600, Some(0), 4 * 3600, JobState::Good),
        (3600, Some(0), 4 * 3600 + 1, JobState::Late),
    ] {
        assert_eq!(JobState::of(&run(every, succeeded), at(now)), state, "{every} {succeeded:?} {now}");
    }
}

#[test]
fn a_job_that_fails_is_failing_however_long_ago_it_succeeded() {
    let failing = JobRun { failures: 1, ..run(1, Some(0)) };
    assert_eq!(JobState::of(&failing, at(1)), JobState::Failing);
    assert_eq!(JobState::of(&failing, at(9999)), JobState::Failing);
}
