//! Nobody answered: tries are counted, and only after enough of them it is closed.

use entity::follow_ups::Side;

use super::{ago, planned};
use crate::{
    course::{date, form},
    support::today,
};

#[tokio::test]
async fn it_is_closed_after_three_days_and_two_ways_and_not_before() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let open = pair.next(Side::Mentee).await;
    let path = format!("/follow-ups/{}", open.id);
    let give_up = format!("{path}/not-reached");
    let tried = async |days_ago: u64, channel: &str| {
        let day = date("tried", ago(days_ago));
        let fields = [("result", "no_answer"), ("channel", channel)];
        staff.submit(&path, &form(&day, &fields)).await.assert_goes_to(&path);
    };
    tried(3, "phone").await;
    tried(2, "phone").await;
    staff.get(&pair.path("")).await.assert_shows("2 forsøg, sidst 02-03-2026");
    staff.submit(&give_up, &[]).await.assert_refused_with("Prøv tre gange");
    tried(1, "phone").await;
    staff.submit(&give_up, &[]).await.assert_refused_with("Prøv tre gange");
    staff.get(&path).await.assert_shows("Der mangler 0 dage og 1 måde").assert_hides(&give_up);
    tried(1, "sms").await;
    staff.get(&path).await.assert_shows(&give_up);
    staff.submit(&give_up, &[]).await.assert_goes_to(&path);

    assert_eq!(pair.follow_ups(Side::Mentee).await[0].not_reached_on, Some(today()));
    assert_ne!(pair.next(Side::Mentee).await.id, open.id);
    staff.get(&path).await.assert_shows("Ikke fået kontakt").assert_hides("Hvordan prøvede du?");
}

#[tokio::test]
async fn two_ways_on_two_days_are_not_enough() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let path = format!("/follow-ups/{}", pair.next(Side::Mentor).await.id);
    for (days_ago, channel) in [(2, "phone"), (1, "sms"), (1, "email")] {
        let day = date("tried", ago(days_ago));
        let fields = [("result", "no_answer"), ("channel", channel)];
        staff.submit(&path, &form(&day, &fields)).await.assert_goes_to(&path);
    }
    staff.submit(&format!("{path}/not-reached"), &[]).await.assert_refused_with("Prøv tre gange");
    staff.get("/follow-ups?side=mentor").await.assert_shows("<td data-title=\"Forsøg\">3</td>");
}

#[tokio::test]
async fn how_somebody_is_cannot_be_told_of_whoever_did_not_answer() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let path = format!("/follow-ups/{}", pair.next(Side::Mentor).await.id);
    let fields = [("result", "no_answer"), ("mood", "good")];
    staff.submit(&path, &fields).await.assert_refused_with("Har I ikke talt sammen");
}
