//! Nobody answered: tries are counted, and only after enough of them it is closed.

use entity::{
    contact_ways::{self, WayKind},
    follow_ups::{self, Side},
    messages::AddresseeKind,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::{ago, planned};
use crate::{
    course::{date, form},
    support::{Browser, today},
};

/// A try in vain so many days ago, at an hour.
async fn tried(staff: &Browser, path: &str, (days_ago, hour, channel, result): (u64, &str, &str, &str)) {
    let day = date("tried", ago(days_ago));
    let fields = [("result", result), ("channel", channel), ("hour", hour)];
    staff.submit(path, &form(&day, &fields)).await.assert_goes_to(path);
}

#[tokio::test]
async fn it_is_closed_after_all_that_a_survey_asks_and_not_before() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let open = pair.next(Side::Mentee).await;
    let path = format!("/follow-ups/{}", open.id);
    let give_up = format!("{path}/not-reached");
    let refused = async || {
        staff.submit(&give_up, &[]).await.assert_refused_with("Der er ikke prøvet nok endnu");
    };

    tried(&staff, &path, (16, "10.00", "phone", "no_answer")).await;
    tried(&staff, &path, (15, "11.00", "phone", "voice_mail")).await;
    staff.get(&pair.path("")).await.assert_shows("2 forsøg, sidst 17-02-2026");
    let page = staff.get(&path).await;
    page.assert_shows("Der mangler 1 dag og 1 vej").assert_hides(&give_up);
    page.assert_shows("mindst én gang om aftenen").assert_shows("i brug og ikke er prøvet: 1");
    tried(&staff, &path, (9, "18.30", "sms", "no_answer")).await;
    staff.get(&path).await.assert_shows("Der skal gå 14 dage").assert_hides("mindst én gang om aftenen");
    refused().await;
    // What came back undelivered was no try.
    tried(&staff, &path, (1, "10.00", "email", "bounced")).await;
    refused().await;
    tried(&staff, &path, (1, "11.00", "phone", "no_answer")).await;
    staff.get(&path).await.assert_shows("i brug og ikke er prøvet: 1").assert_hides("Der skal gå 14 dage");
    tried(&staff, &path, (1, "12.00", "email", "no_answer")).await;
    staff.get(&path).await.assert_shows(&give_up).assert_hides("Der mangler");
    staff.submit(&give_up, &[]).await.assert_goes_to(&path);

    assert_eq!(pair.follow_ups(Side::Mentee).await[0].not_reached_on, Some(today()));
    assert_ne!(pair.next(Side::Mentee).await.id, open.id);
    staff.get(&path).await.assert_shows("Ikke fået kontakt").assert_hides("Hvordan prøvede du?");
}

#[tokio::test]
async fn a_way_on_which_nothing_arrives_need_not_be_tried() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let path = format!("/follow-ups/{}", pair.next(Side::Mentor).await.id);
    for one in
        [(16, "10.00", "phone", "no_answer"), (9, "18.30", "sms", "no_answer"), (1, "10.00", "phone", "no_answer")]
    {
        tried(&staff, &path, one).await;
    }
    staff.get(&path).await.assert_shows("i brug og ikke er prøvet: 1");
    let dead = contact_ways::ActiveModel {
        id: Set(Uuid::now_v7()),
        owner: Set(AddresseeKind::Mentor),
        owner_id: Set(pair.mentor.id),
        kind: Set(WayKind::Mail),
        value: Set(pair.mentor.email.clone()),
        name: Set(String::new()),
        added_on: Set(today()),
        died_on: Set(Some(today())),
        ..Default::default()
    };
    dead.insert(pair.app.db()).await.unwrap();
    staff.get(&path).await.assert_hides("i brug og ikke er prøvet").assert_shows(&format!("{path}/not-reached"));
}

#[tokio::test]
async fn the_database_itself_refuses_to_close_one_too_early() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let open = pair.next(Side::Mentee).await;
    let path = format!("/follow-ups/{}", open.id);
    let give_up = async || {
        let given_up =
            follow_ups::ActiveModel { id: Set(open.id), not_reached_on: Set(Some(today())), ..Default::default() };
        given_up.update(pair.app.db()).await
    };
    for one in [(20, "11.00", "phone"), (19, "18.00", "email"), (18, "18.00", "phone")] {
        assert!(give_up().await.is_err());
        tried(&staff, &path, (one.0, one.1, one.2, "no_answer")).await;
    }
    assert!(give_up().await.is_err(), "three days in a row are not two weeks");
    tried(&staff, &path, (6, "10.00", "email", "bounced")).await;
    assert!(give_up().await.is_err(), "what came back undelivered was no try");
    tried(&staff, &path, (5, "10.00", "phone", "no_answer")).await;
    give_up().await.unwrap();
}

#[tokio::test]
async fn how_somebody_is_cannot_be_told_of_whoever_did_not_answer() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let path = format!("/follow-ups/{}", pair.next(Side::Mentor).await.id);
    let fields = [("result", "no_answer"), ("mood", "good")];
    staff.submit(&path, &fields).await.assert_refused_with("Har I ikke talt sammen");
}
