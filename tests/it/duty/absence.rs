//! Somebody is away, and a deputy steps in by itself, and back.

use brobyg::duty::Thing;
use entity::users::Role;

use super::{browser, date, fields, in_days};
use crate::support;

#[tokio::test]
async fn what_somebody_sees_to_goes_to_the_deputy_while_they_are_away_and_comes_back() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let referral = app.referral("Amira Holm").await;
    app.sees_to(&karen, Thing::Referral, referral.id).await;
    app.is_away(&karen, &bent, in_days(2), in_days(4)).await;

    let mut hands = Vec::new();
    for _ in 0..7 {
        hands.push(app.hand(Thing::Referral, referral.id).await.unwrap());
        app.days_pass(1);
    }

    let (k, b) = (karen.id, bent.id);
    assert_eq!(hands, [k, k, b, b, b, k, k]);
}

#[tokio::test]
async fn a_deputy_who_is_away_has_a_deputy_and_a_circle_ends_at_an_administrator() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (carl, astrid) =
        (app.coordinator("Carl", "+4510203040").await, app.user("Astrid", Role::Administrator, None).await);
    let mentor = app.mentor("Jonas").await;
    app.sees_to(&karen, Thing::Mentor, mentor.id).await;
    app.is_away(&karen, &bent, in_days(0), in_days(9)).await;
    app.is_away(&bent, &carl, in_days(0), in_days(4)).await;
    assert_eq!(app.hand(Thing::Mentor, mentor.id).await, Some(carl.id));

    app.is_away(&carl, &karen, in_days(2), in_days(9)).await;
    app.days_pass(2);
    assert_eq!(app.hand(Thing::Mentor, mentor.id).await, Some(astrid.id), "all three step in for each other");

    app.days_pass(3);
    assert_eq!(app.hand(Thing::Mentor, mentor.id).await, Some(bent.id), "Bent is back");
}

#[tokio::test]
async fn an_absence_is_entered_on_ones_own_page_and_ended_there() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let referral = app.referral("Amira Holm").await;
    app.sees_to(&karen, Thing::Referral, referral.id).await;
    let (own, deputy) = (browser(&app, &karen).await, bent.id.to_string());
    let days = [date("from_on", in_days(0)), date("until_on", in_days(5))].concat();

    own.submit("/account/absences", &fields(&days, &[("deputy", &deputy)])).await.assert_goes_to("/account");
    let page = own.get("/account").await;
    page.assert_ok().assert_shows("Bent er stedfortræder").assert_hides("Bent er også væk");
    app.is_away(&bent, &karen, in_days(4), in_days(6)).await;
    own.get("/account").await.assert_shows("Bent er også væk nogle af dagene");
    assert_eq!(app.hand(Thing::Referral, referral.id).await, Some(bent.id));
    own.get(&format!("/referrals/{}", referral.id)).await.assert_shows("Karen er væk. Bent tager sig af det.");

    let ending = page.body.split("/account/absences/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    own.submit(&format!("/account/absences/{ending}"), &[]).await.assert_goes_to("/account");
    assert_eq!(app.hand(Thing::Referral, referral.id).await, Some(karen.id));
}

#[tokio::test]
async fn an_absence_that_cannot_be_is_refused_at_its_field() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    app.is_away(&karen, &bent, in_days(5), in_days(8)).await;
    let (own, bent, karen) = (browser(&app, &karen).await, bent.id.to_string(), karen.id.to_string());
    let yesterday = in_days(0).pred_opt().unwrap();

    for (from, until, deputy, field, sentence) in [
        (yesterday, in_days(2), &bent, "from_on", "må ikke ligge før i dag"),
        (in_days(3), in_days(2), &bent, "until_on", "må ikke ligge før den første"),
        (in_days(1), in_days(5), &bent, "from_on", "allerede fravær på en af dagene"),
        (in_days(8), in_days(20), &bent, "from_on", "allerede fravær på en af dagene"),
        (in_days(1), in_days(2), &karen, "deputy", "en anden end den, der er væk"),
    ] {
        let days = [date("from_on", from), date("until_on", until)].concat();
        let page = own.submit("/account/absences", &fields(&days, &[("deputy", deputy)])).await;
        page.assert_refused_with(sentence).assert_shows(&format!("href=\"#{field}\""));
    }
    let days = [date("from_on", in_days(9)), date("until_on", in_days(9))].concat();
    own.submit("/account/absences", &fields(&days, &[("deputy", &bent)])).await.assert_goes_to("/account");
}

#[tokio::test]
async fn an_administrator_enters_it_for_somebody_who_fell_ill_and_nobody_else_does() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (admin, staff, deputy) = (app.administrator().await, browser(&app, &bent).await, bent.id.to_string());
    let (path, days) =
        (format!("/admin/people/{}", karen.id), [date("from_on", in_days(0)), date("until_on", in_days(1))]);
    let days = days.concat();

    let typed = fields(&days, &[("deputy", deputy.as_str())]);
    staff.submit(&format!("{path}/absences"), &typed).await.assert_status(poem::http::StatusCode::FORBIDDEN);
    admin.submit(&format!("{path}/absences"), &typed).await.assert_goes_to(&path);

    admin
        .get(&path)
        .await
        .assert_ok()
        .assert_shows("Bent er stedfortræder")
        .assert_shows("Fravær skrevet ned af Astrid");
}
