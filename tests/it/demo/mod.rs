//! The demo, filled on the day of the tests: it shows what a scheme meets on an ordinary day.

mod courses;
mod people;
mod proposals;

use brobyg::command::demo;
use chrono::Duration;

use crate::support::{self, TestApp};

/// A platform filled as the demo is.
async fn filled() -> TestApp {
    let app = support::start().await.into_demo();
    demo::fill(&app.app).await.unwrap();
    app
}

/// How many of these it is true of.
fn count<T>(all: &[T], is_so: impl Fn(&T) -> bool) -> usize {
    all.iter().filter(|one| is_so(one)).count()
}

#[tokio::test]
async fn it_can_be_filled_on_any_day_and_at_any_hour() {
    let (after_midnight, last_of_the_year, leap_day) = (Duration::hours(14), Duration::days(302), Duration::days(727));
    let (summer_time_begins, summer_time_ends) = (Duration::days(25), Duration::days(235));

    for later in [after_midnight, summer_time_begins, summer_time_ends, last_of_the_year, leap_day] {
        let app = support::start().await;
        app.app.clock.advance(later);
        let filled = demo::fill(&app.app).await;
        assert!(filled.is_ok(), "on {}: {:#}", app.app.clock.today(), filled.err().unwrap());
    }
}
