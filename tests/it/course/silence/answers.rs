//! One press each: what the young person and whoever referred can say, and what is done about it.

use brobyg::course::silence::{AsOf, for_staff};
use entity::{contact_ways, courses, silence_steps, silence_steps::SilenceAnswer};
use poem::http::StatusCode;
use sea_orm::{EntityTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect};

use super::{OWN, REFERRER, Silence, silence};
use crate::support::Browser;

/// How many steps wait for staff.
async fn for_them(silence: &Silence) -> u64 {
    let app = &silence.planning.pair.app;
    let as_of = AsOf { now: app.app.clock.now(), rules: &app.app.config.rules };
    let lines = silence_steps::Entity::find()
        .join(JoinType::InnerJoin, silence_steps::to_course())
        .join(JoinType::InnerJoin, courses::to_referral())
        .filter(for_staff(as_of));
    lines.count(app.db()).await.unwrap()
}

#[tokio::test]
async fn the_young_person_answers_with_one_press_and_staff_see_it() {
    for (said, told) in [
        ("call_me", "Ja, ring til mig"),
        ("pause", "Vil gerne holde pause"),
        ("no_longer", "Vil ikke mere. Tal med den unge, før noget bliver afsluttet"),
    ] {
        let silence = silence().await;
        let pair = &silence.planning.pair;
        silence.mornings(15..=19).await;
        assert_eq!(for_them(&silence).await, 0);
        let visitor = pair.app.visitor();
        let path = silence.link(OWN).await;
        let page = visitor.get(&path).await;
        page.assert_shows("Til Amira fra mentorordningen").assert_shows("Ja. Ring til mig").assert_hides("Jonas");

        visitor.submit(&path, &[("answer", said)]).await.assert_goes_to("/there/thanks");

        visitor.get(&path).await.assert_shows("Vi behøver ikke svaret længere").assert_hides("Amira");
        assert_eq!(for_them(&silence).await, 1);
        silence.mornings(20..=35).await;
        assert_eq!(silence.rows().await.len(), 2, "{said}: nothing more is done by itself");
        let course = courses::Entity::find_by_id(pair.course.id).one(pair.app.db()).await.unwrap().unwrap();
        assert_eq!(course.ended_on, None);
        let staff = pair.app.staff().await;
        staff.get(&pair.path("")).await.assert_shows(told).assert_shows("Det er gjort");
        let step = silence.rows().await.pop().unwrap();
        staff.submit(&pair.path(&format!("/silence/{}", step.id)), &[]).await.assert_taken();
        assert_eq!(for_them(&silence).await, 0);
    }
}

#[tokio::test]
async fn whoever_referred_is_asked_who_it_is_only_after_their_own_name() {
    let silence = silence().await;
    silence.mornings(15..=23).await;
    let visitor = silence.planning.pair.app.visitor();
    let path = silence.link(REFERRER).await;

    visitor.get(&path).await.assert_shows("Dette link er til Rikke L.").assert_hides("Amira");
    visitor.submit(&path, &[]).await.assert_goes_to(&format!("{path}/answer"));
    let page = visitor.get(&format!("{path}/answer")).await;
    page.assert_shows("Vi kan ikke få fat i Amira. Kan du?").assert_hides("Hassan");
    let refused = visitor.submit(&format!("{path}/answer"), &[("answer", "call_me")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    visitor.submit(&format!("{path}/answer"), &[("answer", "will_call")]).await.assert_goes_to("/there/thanks/call");

    assert_eq!(silence.rows().await.pop().unwrap().answer, Some(SilenceAnswer::WillCall));
    // Somebody rings; when nothing comes of it, it is staff's turn.
    silence.mornings(24..=26).await;
    assert_eq!(for_them(&silence).await, 0);
    silence.morning(27).await;
    assert_eq!(for_them(&silence).await, 1);
}

#[tokio::test]
async fn on_their_own_page_whoever_referred_gives_a_new_number_which_becomes_a_way() {
    let silence = silence().await;
    let pair = &silence.planning.pair;
    silence.mornings(15..=23).await;
    let users = entity::users::Entity::find().all(pair.app.db()).await.unwrap();
    let rikke = users.into_iter().find(|user| user.email == REFERRER).unwrap();
    let rikke = Browser::signed_in(&pair.app, rikke).await;
    let (own, path) = (format!("/referrals/{}", pair.referral.id), format!("/referrals/{}/silence", pair.referral.id));
    rikke.get(&own).await.assert_shows("Vi kan ikke få fat i den unge. Kan du?").assert_shows(&path);
    rikke.get(&path).await.assert_ok().assert_shows("Vi kan ikke få fat i Amira. Kan du?");

    rikke.submit(&path, &[("answer", "new_number")]).await.assert_refused_with("Skriv nummeret");
    rikke.submit(&path, &[("answer", "new_number"), ("number", "20 30 40 51")]).await.assert_goes_to(&own);

    let ways = contact_ways::Entity::find().all(pair.app.db()).await.unwrap();
    assert!(ways.iter().any(|way| way.value == "+4520304051"));
    assert_eq!(for_them(&silence).await, 1);
    rikke.get(&own).await.assert_hides("Vi kan ikke få fat i den unge. Kan du?");
    rikke.get(&path).await.assert_shows("Vi behøver ikke svaret længere");
}

#[tokio::test]
async fn staff_see_to_it_from_the_list_of_the_morning_with_one_press() {
    let silence = silence().await;
    let pair = &silence.planning.pair;
    silence.mornings(15..=19).await;
    let path = silence.link(OWN).await;
    pair.app.visitor().submit(&path, &[("answer", "call_me")]).await.assert_goes_to("/there/thanks");
    let staff = pair.app.staff().await;
    let line = format!("/today/silence/{}", pair.course.id);
    let opened = format!("/today?open=silence-{}", pair.course.id);
    staff.get(&opened).await.assert_shows(&format!("{line}/settlement")).assert_shows("Det er gjort");

    staff.submit(&format!("{line}/settlement"), &[("responsible", "")]).await.assert_taken();

    assert_eq!(for_them(&silence).await, 0);
    staff.get("/today").await.assert_hides(&format!("silence-{}", pair.course.id));
}
