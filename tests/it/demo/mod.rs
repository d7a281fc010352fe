//! The demo, filled on the day of the tests: it shows what a scheme meets on an ordinary day.

mod courses;
mod people;
mod proposals;

use std::sync::Arc;

use brobyg::{command::demo, message::sms::Sms};
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

#[tokio::test]
async fn somebody_is_asked_by_a_text_message_that_the_demo_shows_as_a_phone_would() {
    let mut app = support::start().await.into_demo();
    let mut config = (*app.app.config).clone();
    config.sms.preset = "folder".into();
    app.app.sms = Sms::open(&config.sms, &config.base_url, app.data.path()).unwrap();
    app.app.config = Arc::new(config);
    let app = app.opened_again();
    demo::fill(&app.app).await.unwrap();

    app.mails().await;

    let page = app.administrator().await.get("/admin/sms").await;
    page.assert_ok().assert_shows("Hej fra mentorordningen.").assert_shows("/s/");
}
