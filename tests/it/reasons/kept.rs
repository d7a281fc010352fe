//! What is declared is checked, backed up, and brought over from before.

use super::*;

#[tokio::test]
async fn a_declaration_about_a_reason_that_nobody_knows_is_found_by_verify() {
    let app = support::start().await;
    app.declare(NO_TIME, follows(Onward::Queue, Span::Days(45), Span::None)).await;
    assert_eq!(app.findings().await.wrong, Vec::<String>::new());

    let strange =
        reason_consequences::ActiveModel { id: Set(NO_TIME.id()), reason: Set("no_mood".into()), ..Default::default() };
    strange.update(app.db()).await.unwrap();

    let told = "What follows mentor_declined no_mood is declared, and nobody knows that reason.";
    assert_eq!(app.findings().await.wrong, [told]);
}

#[tokio::test]
async fn a_backup_brings_what_staff_declared_and_a_platform_that_has_some_is_not_empty() {
    let (first, second) = (support::start().await, support::start().await);
    first.declare(NO_TIME, follows(Onward::TalkFirst, Span::Open, Span::Days(7))).await;
    let file = first.data.path().join("copy.backup");

    brobyg::exchange::backup(first.db(), first.app.clock.now(), &file).await.unwrap();
    brobyg::exchange::restore(second.db(), &file).await.unwrap();

    let now = consequences_of(second.db(), NO_TIME).await.unwrap();
    assert_eq!(now, follows(Onward::TalkFirst, Span::Open, Span::Days(7)));
    assert!(brobyg::exchange::restore(second.db(), &file).await.is_err());
}

#[tokio::test]
async fn the_partner_is_told_that_staff_want_to_talk_and_not_why() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Solbakken").await;
    let referrer = app.referrer(&partner).await;
    let amira = app.referral_by("Amira", &partner, referrer.user.as_ref()).await;
    let proposal = app.half_accepted(&amira, &app.mentor("Jonas").await).await;
    let path = format!("/referrals/{}", amira.id);
    referrer.get(&path).await.assert_ok().assert_hides("Vi vil gerne tale med dig");

    let no = [("answer", "no"), ("reason", "no_longer_wants")];
    app.visitor().submit(&app.young_link(&proposal).await, &no).await.assert_taken();

    let page = referrer.get(&path).await;
    page.assert_ok().assert_shows("Vi vil gerne tale med dig").assert_hides("Jonas").assert_hides("alligevel ikke");
    referrer.submit(&format!("{path}/talk"), &[]).await.assert_status(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_talk_that_was_owed_before_there_was_a_day_for_it_is_owed_still() {
    use migration::{Migrator, MigratorTrait};
    let app = support::start().await;
    let mut referrals = Vec::new();
    for (name, reason, closed) in [
        ("Amira", referrals::Reason::NoContact, None),
        ("Bilal", referrals::Reason::NoContact, Some(today())),
        ("Carla", referrals::Reason::Moved, None),
    ] {
        let (referral, mentor) = (app.referral(name).await, app.mentor(&format!("Mentor-{name}")).await);
        let course = app.course(&referral, &mentor).await;
        let ended = entity::courses::ActiveModel {
            id: Set(course.id),
            ended_on: Set(Some(today() - Days::new(3))),
            interruption_reason: Set(Some(reason)),
            seat_hold_id: Set(None),
            ..Default::default()
        };
        ended.update(app.db()).await.unwrap();
        let over = referrals::ActiveModel { id: Set(referral.id), closed_on: Set(closed), ..Default::default() };
        referrals.push(over.update(app.db()).await.unwrap());
    }

    let connection = sea_orm::Database::connect(&app.app.config.database_url).await.unwrap();
    let later = Migrator::migrations().iter().rev().position(|one| one.name() == "m0010_reasons").unwrap();
    Migrator::down(&connection, Some(later as u32 + 1)).await.unwrap();
    Migrator::up(&connection, None).await.unwrap();

    let mut owed = Vec::new();
    for referral in &referrals {
        let found = referrals::Entity::find_by_id(referral.id).one(&connection).await.unwrap().unwrap();
        owed.push(found.talk_asked_on);
    }
    connection.close().await.unwrap();
    assert_eq!(owed, [Some(today() - Days::new(3)), None, None]);
}
