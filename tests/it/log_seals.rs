//! A log that was changed past the platform no longer fits its seals.

use brobyg::{
    exchange::{backup, restore},
    record::{self, Change},
};
use chrono::Duration;
use entity::{log_seals, security_events};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, PaginatorTrait};

use crate::{course::amira_and_jonas, support::TestApp};

/// A platform on which people worked, whose logs were sealed two days later.
async fn sealed() -> TestApp {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    staff.get(&pair.path("")).await.assert_ok();
    staff.get(&format!("/referrals/{}", pair.course.referral_id)).await.assert_ok();
    let app = pair.app;
    app.visitor().submit("/sign-in", &[("email", "sanne@people.example"), ("password", "gættet")]).await;
    let change = Change { subject: "course", subject_id: pair.course.id, action: "seen", ..Change::default() };
    change.write(app.db(), app.app.clock.now()).await.unwrap();
    app.app.security.write_waiting(app.db(), app.app.clock.now()).await.unwrap();
    next_day(&app).await;
    app
}

async fn next_day(app: &TestApp) {
    app.app.clock.advance(Duration::days(2));
    // Somebody reads: whatever was before is settled.
    app.staff().await.get("/referrals").await.assert_ok();
    record::seal_logs(app.db(), app.app.clock.now()).await.unwrap();
}

/// The triggers that keep a log, and how they are taken away by whoever owns the database.
fn without_trigger(app: &TestApp, table: &str, trigger: &str) -> String {
    let on =
        if app.db().get_database_backend() == DbBackend::Postgres { format!(" ON {table}") } else { String::new() };
    format!("DROP TRIGGER {trigger}{on}")
}

#[tokio::test]
async fn what_was_written_fits_its_seal() {
    let app = sealed().await;

    assert_eq!(app.findings().await.wrong, Vec::<String>::new());
    let seals = log_seals::Entity::find().all(app.db()).await.unwrap();
    assert!(seals.len() >= 3 && seals.iter().filter(|seal| seal.row_count > 0).count() == 3, "{seals:?}");
}

#[tokio::test]
async fn a_row_that_was_taken_away_changed_or_slipped_in_is_told() {
    for (log, trigger, statement) in [
        ("readings", Some("readings_stay_on_delete"), "DELETE FROM readings"),
        ("readings", Some("readings_stay_on_update"), "UPDATE readings SET purpose = 'support'"),
        ("changes", Some("changes_stay_on_delete"), "DELETE FROM changes"),
        ("changes", None, "UPDATE changes SET on_behalf_of = 'mentor'"),
        ("changes", None, "UPDATE changes SET action = 'looked'"),
        ("security_events", None, "DELETE FROM security_events"),
        ("security_events", Some("security_events_stay"), "UPDATE security_events SET kind = 'enabled'"),
    ] {
        let app = sealed().await;
        if let Some(trigger) = trigger {
            app.db().execute_unprepared(&without_trigger(&app, log, trigger)).await.unwrap();
        }
        app.db().execute_unprepared(statement).await.unwrap();

        let wrong = app.findings().await.wrong;

        assert!(wrong.iter().any(|told| told.starts_with(log)), "{statement}: {wrong:?}");
    }
}

#[tokio::test]
async fn a_seal_that_was_taken_away_or_made_anew_is_told() {
    let app = sealed().await;
    for _ in 0..2 {
        app.staff().await.get("/referrals").await.assert_ok();
        next_day(&app).await;
    }
    let second =
        "SELECT max(ends_at) FROM log_seals WHERE log = 'readings' AND ends_at < (SELECT max(ends_at) FROM log_seals)";
    app.db()
        .execute_unprepared(&format!("DELETE FROM log_seals WHERE log = 'readings' AND ends_at = ({second})"))
        .await
        .unwrap();

    let wrong = app.findings().await.wrong;

    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert!(wrong[0].starts_with("A seal of readings is missing"), "{wrong:?}");
}

#[tokio::test]
async fn a_person_may_be_forgotten_and_a_year_may_end_without_breaking_a_seal() {
    let app = sealed().await;
    app.db().execute_unprepared("UPDATE changes SET reason = NULL").await.unwrap();
    for _ in 0..2 {
        app.app.clock.advance(Duration::days(200));
        app.staff().await.get("/referrals").await.assert_ok();
        next_day(&app).await;
        record::forget_old_events(app.db(), app.app.clock.now()).await.unwrap();
    }

    assert_eq!(app.findings().await.wrong, Vec::<String>::new());
    let of_events = log_seals::Entity::find().count(app.db()).await.unwrap();
    assert!(of_events > 0);
}

#[tokio::test]
async fn days_that_are_taken_away_at_either_end_are_told() {
    let app = sealed().await;
    for _ in 0..3 {
        app.staff().await.get("/referrals").await.assert_ok();
        next_day(&app).await;
    }
    app.staff().await.get("/referrals").await.assert_ok();
    assert_eq!(app.findings().await.wrong, Vec::<String>::new());
    let first = "log = 'readings' AND ends_at = (SELECT min(ends_at) FROM log_seals)";
    app.db().execute_unprepared(&without_trigger(&app, "readings", "readings_stay_on_delete")).await.unwrap();
    let rows = format!("DELETE FROM readings WHERE at < (SELECT max(ends_at) FROM log_seals WHERE {first})");
    app.db().execute_unprepared(&rows).await.unwrap();
    app.db().execute_unprepared(&format!("DELETE FROM log_seals WHERE {first}")).await.unwrap();
    assert_eq!(app.findings().await.wrong, ["The first seals of readings are missing."]);

    app.db().execute_unprepared("DELETE FROM log_seals WHERE log = 'changes'").await.unwrap();
    let notes = app.findings().await.notes;
    assert!(notes.iter().any(|note| note.starts_with("changes has not been sealed")), "{notes:?}");
}

#[tokio::test]
async fn a_clock_that_was_ahead_seals_nothing_that_is_still_written() {
    let app = sealed().await;
    app.staff().await.get("/referrals").await.assert_ok();
    record::seal_logs(app.db(), app.app.clock.now() + Duration::days(9)).await.unwrap();
    app.staff().await.get("/referrals").await.assert_ok();

    assert_eq!(app.findings().await.wrong, Vec::<String>::new());
}

#[tokio::test]
async fn what_waited_for_the_database_breaks_no_seal() {
    let app = sealed().await;
    app.visitor().submit("/sign-in", &[("email", "sanne@people.example"), ("password", "gættet")]).await;
    app.app.clock.advance(Duration::days(2));
    app.staff().await.get("/referrals").await.assert_ok();
    record::seal_logs(app.db(), app.app.clock.now()).await.unwrap();
    app.app.security.write_waiting(app.db(), app.app.clock.now()).await.unwrap();

    assert_eq!(app.findings().await.wrong, Vec::<String>::new());
}

#[tokio::test]
async fn a_log_of_many_days_is_sealed_day_by_day_so_that_a_year_may_end_in_the_middle() {
    let app = sealed().await;
    app.db().execute_unprepared("DELETE FROM log_seals").await.unwrap();
    for _ in 0..3 {
        app.app.clock.advance(Duration::days(1));
        app.visitor().submit("/sign-in", &[("email", "sanne@people.example"), ("password", "gættet")]).await;
        app.app.security.write_waiting(app.db(), app.app.clock.now()).await.unwrap();
    }
    next_day(&app).await;
    let events = security_events::Entity::find().count(app.db()).await.unwrap();

    record::forget_old_events(app.db(), app.app.clock.now() + Duration::days(361)).await.unwrap();

    let kept = security_events::Entity::find().count(app.db()).await.unwrap();
    assert!((1..events).contains(&kept), "{kept} of {events}");
    assert_eq!(app.findings().await.wrong, Vec::<String>::new());
}

#[tokio::test]
async fn a_backup_brings_its_seals_to_a_platform_that_has_run_for_days() {
    let (first, second) = (sealed().await, crate::support::start().await);
    second.visitor().submit("/sign-in", &[("email", "sanne@people.example"), ("password", "gættet")]).await;
    second.app.security.write_waiting(second.db(), second.app.clock.now()).await.unwrap();
    second.app.clock.advance(Duration::days(2));
    second.visitor().submit("/sign-in", &[("email", "sanne@people.example"), ("password", "gættet")]).await;
    second.app.security.write_waiting(second.db(), second.app.clock.now()).await.unwrap();
    record::seal_logs(second.db(), second.app.clock.now()).await.unwrap();
    let file = first.data.path().join("copy.backup");
    backup(first.db(), first.app.clock.now(), &file).await.unwrap();

    restore(second.db(), &file).await.unwrap();

    assert_eq!(second.findings().await.wrong, Vec::<String>::new());
    assert_ne!(log_seals::Entity::find().count(second.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn two_machines_that_seal_at_once_make_one_seal() {
    let app = sealed().await;
    app.app.clock.advance(Duration::days(3));
    let now = app.app.clock.now();
    let (one, other) = tokio::join!(record::seal_logs(app.db(), now), record::seal_logs(app.db(), now));

    assert!(one.is_ok() && other.is_ok());
    assert_eq!(app.findings().await.wrong, Vec::<String>::new());
}
