//! How long a job rests that goes on failing.

use std::time::Duration;

use brobyg::jobs::{LONGEST_PAUSE, Pump};

fn pauses(every: u64) -> Vec<u64> {
    let job = Pump::new("a", Duration::from_secs(every), |_| async { anyhow::Ok(()) });
    (0..6).map(|failures| job.pause_after(failures).as_secs()).collect()
}

#[test]
fn a_job_that_goes_on_failing_rests_longer_and_longer() {
    assert_eq!(pauses(1), [1, 1, 2, 4, 8, 16]);
    assert_eq!(pauses(600), [600, 60, 120, 240, 480, 600]);
    assert_eq!(pauses(3600), [3600, 60, 120, 240, 480, 960]);
}

#[test]
fn no_number_of_failures_is_too_many() {
    let job = Pump::new("a", Duration::from_secs(1), |_| async { anyhow::Ok(()) });
    assert_eq!(job.pause_after(u32::MAX), LONGEST_PAUSE);
}
