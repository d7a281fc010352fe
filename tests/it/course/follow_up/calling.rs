//! Calling: what staff see, three taps, and who else sees it.

use entity::{
    consents::ConsentPurpose,
    contact_attempts::{AttemptChannel, AttemptResult},
    follow_up_tries::{Mood, Review},
    follow_ups::Side,
    meetings::{self, Attendance},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::{super::held, ago, ahead, amira_and_jonas, planned};
use crate::{
    course::{date, form},
    support::{Browser, today},
};

#[tokio::test]
async fn from_the_list_it_is_three_taps_open_how_it_goes_and_save() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let open = pair.next(Side::Mentee).await;
    let path = format!("/follow-ups/{}", open.id);
    staff.get("/follow-ups?state=now").await.assert_shows(&path);
    staff.get(&path).await.assert_ok().assert_shows("href=\"tel:+4550000100\"").assert_shows("Hvordan går det?");

    staff.submit(&path, &[("mood", "very_good")]).await.assert_goes_to(&path);

    let told = pair.tries().await.remove(0);
    assert_eq!((told.mood, told.result), (Some(Mood::VeryGood), AttemptResult::Answered));
    assert_eq!((told.channel, told.tried_at), (AttemptChannel::Phone, pair.app.app.clock.now()));
    assert_eq!(pair.follow_ups(Side::Mentee).await[0].reached_on, Some(today()));
    assert!(pair.due_on(Side::Mentee).await > today());
    staff.get("/follow-ups?state=now&side=mentee").await.assert_hides("Amira Hassan");
}

#[tokio::test]
async fn a_second_press_writes_nothing_and_another_who_was_slower_is_told() {
    let pair = planned().await;
    let (one, other) = (pair.app.staff().await, pair.app.staff().await);
    let path = format!("/follow-ups/{}", pair.next(Side::Mentor).await.id);
    one.submit(&path, &[("mood", "good")]).await.assert_goes_to(&path);
    one.submit(&path, &[("mood", "good")]).await.assert_goes_to(&path);
    assert_eq!(pair.tries().await.len(), 1);

    other.submit(&path, &[("mood", "bad")]).await.assert_status(poem::http::StatusCode::CONFLICT);
    assert_eq!(pair.tries().await.len(), 1);
    assert_eq!(pair.follow_ups(Side::Mentor).await.len(), 2);
}

#[tokio::test]
async fn a_talk_without_how_it_goes_and_a_step_without_a_day_come_back_as_typed() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let path = format!("/follow-ups/{}", pair.next(Side::Mentor).await.id);
    staff.submit(&path, &[]).await.assert_refused_with("Vælg, hvordan det går, eller hvorfor");
    staff.submit(&path, &[("result", "answered")]).await.assert_refused_with("Vælg, hvordan det går");
    let typed = [("mood", "good"), ("said", "De skrev CV"), ("step", "Ringe igen")];
    staff.submit(&path, &typed).await.assert_refused_with("Skriv, hvornår det skal ske").assert_shows("De skrev CV");
    let tomorrow = date("tried", ahead(1));
    staff.submit(&path, &form(&tomorrow, &[("mood", "good")])).await.assert_refused_with("fremtiden");
    let before = date("tried", ago(31));
    staff.submit(&path, &form(&before, &[("mood", "good")])).await.assert_refused_with("Dagen ligger før matchet");
    assert!(pair.tries().await.is_empty());
}

#[tokio::test]
async fn what_the_young_person_said_is_never_shown_to_the_mentor_nor_to_the_referrer() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    for side in [Side::Mentee, Side::Mentor] {
        let path = format!("/follow-ups/{}", pair.next(side).await.id);
        let said = [("mood", "poor"), ("said", "Hemmeligt sagt")];
        staff.submit(&path, &said).await.assert_goes_to(&path);
    }
    staff.get(&pair.path("")).await.assert_shows("Hemmeligt sagt").assert_shows("Ikke så godt");

    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let page = mentor.get(&pair.path("")).await;
    page.assert_ok().assert_hides("Hemmeligt sagt").assert_hides("Ikke så godt").assert_hides("Opfølgninger");
}

#[tokio::test]
async fn what_was_said_last_time_and_the_next_step_are_on_the_page_until_the_step_is_done() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let path = format!("/follow-ups/{}", pair.next(Side::Mentor).await.id);
    let day = date("step_on", ahead(3));
    let said = [("mood", "mixed"), ("said", "Skal til samtale"), ("step", "Høre om samtalen")];
    staff.submit(&path, &form(&day, &said)).await.assert_goes_to(&path);

    let next = format!("/follow-ups/{}", pair.next(Side::Mentor).await.id);
    staff.get(&next).await.assert_shows("Skal til samtale").assert_shows("Næste skridt: Høre om samtalen");
    let told = pair.tries().await.remove(0);
    let done = format!("{path}/tries/{}/step", told.id);
    staff.get(&pair.path("")).await.assert_shows(&done);
    for _ in 0..2 {
        staff.submit(&done, &[]).await.assert_goes_to(&pair.path(""));
    }
    staff.get(&pair.path("")).await.assert_hides(&done);
    assert_eq!(pair.tries().await[0].step_done_on, Some(today()));
}

#[tokio::test]
async fn what_to_ask_follows_from_how_things_stand() {
    let pair = amira_and_jonas().await;
    pair.app.plan_follow_ups().await;
    let staff = pair.app.staff().await;
    let path = format!("/follow-ups/{}", pair.next(Side::Mentor).await.id);
    staff.get(&path).await.assert_shows("Det første møde mangler").assert_shows("Skal vi aftale det første møde nu?");

    pair.change(|course| course.matched_on = Set(ago(14))).await;
    staff.get(&path).await.assert_shows("Har ikke mødt hinanden endnu");
    pair.change(|course| course.matched_on = Set(ago(60))).await;
    held(&pair.app, &pair.course, ago(22)).await;
    staff.get(&path).await.assert_shows("Længe siden sidste møde");
    let meeting = pair.meetings().await.remove(0);
    let lately = meetings::ActiveModel { held_on: Set(ago(21)), ..meeting.into_active_model() };
    let meeting = lately.update(pair.app.db()).await.unwrap();
    staff.get(&path).await.assert_shows("Hvad har I lavet, siden vi talte sammen?");

    pair.change(|course| course.planned_end_on = Set(ahead(30))).await;
    staff.get(&path).await.assert_shows("Forløbet slutter snart");
    pair.change(|course| course.planned_end_on = Set(ago(1))).await;
    staff.get(&path).await.assert_shows("Forløbet er over sin slutdato").assert_hides("Forløbet slutter snart");
    pair.change(|course| course.planned_end_on = Set(ahead(31))).await;
    staff.get(&path).await.assert_hides("Forløbet slutter snart");
    let missed = meetings::ActiveModel { attendance: Set(Attendance::MenteeNoShow), ..meeting.into_active_model() };
    pair.change(|course| course.matched_on = Set(ago(14))).await;
    missed.update(pair.app.db()).await.unwrap();
    staff.get(&path).await.assert_shows("En kom ikke til det sidste møde");
}

#[tokio::test]
async fn after_a_job_began_that_is_what_is_asked_of() {
    let pair = planned().await;
    held(&pair.app, &pair.course, ago(3)).await;
    let staff = pair.app.staff().await;
    let path = format!("/follow-ups/{}", pair.next(Side::Mentee).await.id);
    staff.submit(&path, &[("mood", "good"), ("begun", "yes")]).await.assert_goes_to(&path);
    let mentor = format!("/follow-ups/{}", pair.next(Side::Mentor).await.id);
    staff.get(&mentor).await.assert_shows("Hvordan går det med jobbet eller uddannelsen");
}

#[tokio::test]
async fn a_review_says_what_the_two_agreed_on() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let path = format!("/follow-ups/{}", pair.next(Side::Both).await.id);
    staff.submit(&path, &[("mood", "good")]).await.assert_refused_with("Vælg, hvad I blev enige om");
    staff.submit(&path, &[("mood", "good"), ("review", "change")]).await.assert_goes_to(&path);
    assert_eq!(pair.tries().await[0].review, Some(Review::Change));
    assert_eq!(pair.follow_ups(Side::Both).await.len(), 1);
    let page = staff.get(&path).await;
    page.assert_shows("De ændrer noget").assert_shows("Det kan ændres");
    for way in ["/agreement", "/planned/new", "/extension", "/pause", "/stand-in", "/ending"] {
        page.assert_shows(&format!("href=\"{}\"", pair.path(way)));
        staff.get(&pair.path(way)).await.assert_ok();
    }
}

#[tokio::test]
async fn a_review_that_comes_to_a_stop_opens_the_ending_with_what_was_said() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let path = format!("/follow-ups/{}", pair.next(Side::Both).await.id);
    let ending = pair.path("/ending");
    let page = staff.get(&path).await;
    let (_, form_of) = page.body.split_once("id=\"typed\"").unwrap();
    let first = form_of.split("<button").nth(1).unwrap();
    assert!(!first.split('>').next().unwrap().contains("name="), "Enter presses no answer: {first}");
    let day = date("step_on", ahead(3));
    let said =
        [("mood", "good"), ("review", "stop"), ("said", "Har fået job i lufthavnen"), ("step", "Begynder på mandag")];
    staff.submit(&path, &form(&day, &said)).await.assert_goes_to(&format!("{ending}?review=stop"));
    let from_review = staff.get(&format!("{ending}?review=stop")).await;
    // What staff do next is theirs: the partner reads what comes after the course.
    from_review.assert_shows("Har fået job i lufthavnen").assert_hides("Begynder på mandag");
    staff.get(&ending).await.assert_hides("Har fået job i lufthavnen");
    staff.get(&path).await.assert_shows("Sådan stopper I").assert_hides("Det kan ændres");
}

#[tokio::test]
async fn whoever_says_no_to_a_mentor_is_not_called() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let path = format!("/follow-ups/{}", pair.next(Side::Mentee).await.id);
    pair.app.refused(&pair.referral, ConsentPurpose::MentorCourse).await;
    let staff = Browser::signed_in(&pair.app, staff.user.clone().unwrap()).await;
    staff.get(&path).await.assert_shows("Ring ikke").assert_hides("tel:");
    staff.get("/follow-ups?state=now").await.assert_hides("Amira Hassan");
}

#[tokio::test]
async fn a_step_whose_day_has_come_is_done_from_the_list_of_the_morning_with_one_press() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let path = format!("/follow-ups/{}", pair.next(Side::Mentor).await.id);
    let day = date("step_on", today());
    let said = [("mood", "good"), ("step", "Høre om samtalen")];
    staff.submit(&path, &form(&day, &said)).await.assert_goes_to(&path);
    let line = format!("step-{}", pair.course.id);
    staff.get("/today").await.assert_shows(&line);

    let settle = format!("/today/step/{}/settlement", pair.course.id);
    staff.submit(&settle, &[("responsible", "")]).await.assert_taken();

    staff.get("/today").await.assert_hides(&line);
    assert!(pair.tries().await.iter().all(|told| told.step_done_on == Some(today())));
    staff.get(&path).await.assert_shows(&pair.path("/concerns/new"));
}
