//! When a job counts as late or failing.

use brobyg::account::administration::JobState;
use chrono::{DateTime, Utc};
use entity::Job;

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
}

fn run(every_seconds: i32, succeeded_at: Option<i64>) -> Job {
    Job {
        name: "mail".into(),
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
fn a_job_is_late_when_twice_its_period_has_passed_without_a_success() {
    for (every, succeeded, now, state) in [
        (1, None, 300, JobState::Good),
        (1, None, 301, JobState::Late),
        (1, Some(0), 301, JobState::Good),
        (1, Some(0), 302, JobState::Late),
        (3600, Some(0), 2 * 3600, JobState::Good),
        (3600, Some(0), 2 * 3600 + 1, JobState::Late),
        (86_400, Some(0), 2 * 86_400, JobState::Good),
        (86_400, Some(0), 2 * 86_400 + 1, JobState::Late),
    ] {
        assert_eq!(JobState::of(&run(every, succeeded), 0, at(now)), state, "{every} {succeeded:?} {now}");
    }
}

#[test]
fn a_job_that_fails_is_failing_however_long_ago_it_succeeded() {
    let failing = Job { failures: 1, ..run(1, Some(0)) };
    assert_eq!(JobState::of(&failing, 0, at(1)), JobState::Failing);
    assert_eq!(JobState::of(&failing, 0, at(9999)), JobState::Failing);
}

#[test]
fn a_job_is_told_apart_of_which_something_is_set_aside_and_one_that_only_another_version_knows() {
    assert_eq!(JobState::of(&run(1, Some(0)), 2, at(1)), JobState::SetAside);
    let foreign = Job { name: "of-next-year".into(), failures: 3, ..run(1, None) };
    assert_eq!(JobState::of(&foreign, 2, at(9999)), JobState::Foreign);
}
