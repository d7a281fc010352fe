//! The outcome figures.

use brobyg::outcome::Rate;

use crate::support;

#[test]
fn a_rate_has_a_wilson_interval() {
    let rate = Rate::of(33, 45);

    assert_eq!(rate.rate, Some(0.7333));
    assert_eq!(rate.interval, Some([0.5896, 0.8404]));
}

#[test]
fn a_rate_of_nothing_is_no_rate() {
    let rate = Rate::of(0, 0);

    assert_eq!((rate.rate, rate.interval), (None, None));
}

#[tokio::test]
async fn the_report_of_an_empty_platform_says_that_there_is_nobody_yet() {
    let app = support::start().await;

    let page = app.staff().await.get("/outcomes").await;

    page.assert_ok().assert_shows("Ingen endnu");
}

#[tokio::test]
async fn a_period_that_ends_before_it_begins_comes_back_as_typed() {
    let app = support::start().await;

    let page = app.staff().await.get("/outcomes?from=2021-07-31&to=01.08.2018").await;

    page.assert_refused_with("Perioden slutter, før den begynder").assert_shows("value=\"01.08.2018\"");
}

#[tokio::test]
async fn a_running_course_counts_as_active_and_stands_in_the_data_without_a_name() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let course = app.course(&amira, &jonas).await;
    let staff = app.staff().await;

    let courses = staff.get("/outcomes/courses.csv?from=2026-01-01&to=2026-03-04").await;

    let rows: Vec<_> = courses.assert_ok().body.lines().collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[1].starts_with(&course.reference) && rows[1].contains(",active,"), "{}", rows[1]);
    courses.assert_hides("Amira").assert_hides("Jonas");
}
