//! The profile, kept by the mentor or by staff; pausing, coming back, leaving.

use brobyg::{
    mentor::{index, profile::NewProfile, seats},
    record::{Row, changes_of},
};
use chrono::Days;
use entity::{Mentor, changes, mentor_pauses, mentors, sessions, users};
use poem::http::StatusCode;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::applying::karen_but;
use crate::support::{self, TestApp, forms::forms, today};

async fn again(app: &TestApp, mentor: &Mentor) -> Mentor {
    mentors::Entity::find_by_id(mentor.id).one(app.db()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_mentor_keeps_the_own_profile() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    let browser = app.mentor_browser(&jonas).await;
    browser.get("/mentor/profile").await.assert_ok().assert_shows("it-udvikler").assert_shows("jonas@mentor.example");

    let fields = karen_but(&[("version", "0"), ("industries", "DB25:43"), ("further_language", "uk")]);
    browser.submit("/mentor/profile", &fields).await.assert_goes_to("/mentor/profile");

    let saved = again(&app, &jonas).await;
    assert_eq!(
        (saved.occupation.as_str(), saved.languages.0.as_slice()),
        ("tømrermester", ["da".into(), "uk".into()].as_slice())
    );
    assert_eq!(saved.email, "jonas@mentor.example");
    assert_eq!(seats::counts(app.db(), &[jonas.id]).await.unwrap()[&jonas.id].offered, 2);
    browser.get("/mentor/profile").await.assert_ok().assert_shows("Din profil er gemt").assert_shows("Ukrainsk");
}

#[tokio::test]
async fn everything_that_staff_write_of_a_mentor_is_kept_shown_and_filled_in_again() {
    let app = support::start().await;
    let (staff, jonas) = (app.staff().await, app.mentor("Jonas").await);
    let path = format!("/mentors/{}", jonas.id);
    let typed = [
        ("employer", "Broens Værksted"),
        ("keywords", "svejsning og drejning"),
        ("town", "Køge"),
        ("postcode", "4600"),
        ("strengths", "lytter\nhar tid"),
        ("wants_to_improve", "at holde pauser"),
        ("phone", "20 30 40 59"),
    ];
    let chosen = [("birth_year", "1970"), ("gender", "male"), ("contact_preference", "sms"), ("times", "tue_evening")];
    let far = [("max_km", "37"), ("video", "yes")];
    let fields =
        karen_but(&[&[("version", "0"), ("industries", "DB25:43")], &typed[..], &chosen[..], &far[..]].concat());

    staff.submit(&format!("{path}/edit"), &fields).await.assert_goes_to(&path);

    let kept = NewProfile::of(again(&app, &jonas).await);
    assert!(!format!("{kept:?}").contains("None"), "typed and not written: {kept:?}");
    let page = staff.get(&path).await;
    for shown in typed.iter().flat_map(|(_, typed)| typed.lines()) {
        page.assert_shows(shown);
    }
    page.assert_shows("37 km");
    let form = forms(&staff.get(&format!("{path}/edit")).await.body, "");
    let form = form.into_iter().find(|form| form.fields.iter().any(|field| field.name == "keywords")).unwrap();
    let untouched = form.untouched();
    let fields: Vec<_> = untouched.iter().map(|(name, typed)| (name.as_str(), typed.as_str())).collect();
    staff.submit(&format!("{path}/edit"), &fields).await.assert_goes_to(&path);
    assert_eq!(kept, NewProfile::of(again(&app, &jonas).await));
    let change = &changes_of(app.db(), "mentor", jonas.id).await.unwrap()[0];
    assert_eq!(change.details, Some(serde_json::json!({ "columns": [] })));
}

#[tokio::test]
async fn a_mentor_says_when_there_is_time_and_staff_read_it() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    let browser = app.mentor_browser(&jonas).await;

    let strange = [karen_but(&[("version", "0"), ("times", "mon_night")])].concat();
    browser.submit("/mentor/profile", &strange).await.assert_refused_with("id=\"times-error\"");
    let fields = karen_but(&[("version", "0"), ("times", "tue_evening"), ("times", "mon_morning")]);
    browser.submit("/mentor/profile", &fields).await.assert_goes_to("/mentor/profile");

    assert_eq!(again(&app, &jonas).await.times.unwrap().0, ["mon_morning", "tue_evening"]);
    browser.get("/mentor/profile").await.assert_shows("value=\"tue_evening\" checked");
    let page = app.staff().await.get(&format!("/mentors/{}", jonas.id)).await;
    page.assert_ok().assert_shows("mandag formiddag, tirsdag aften");
}

#[tokio::test]
async fn a_saved_profile_is_found_by_its_new_words() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    index::rebuild(&app.app).await.unwrap();
    let browser = app.mentor_browser(&jonas).await;

    browser
        .submit("/mentor/profile", &karen_but(&[("version", "0"), ("occupation", "brolægger")]))
        .await
        .assert_taken();

    let query = brobyg::search::MentorQuery {
        wish: "brolægger".into(),
        industries: Vec::new(),
        near: &[],
        active_only: true,
        limit: 5,
    };
    assert_eq!(app.app.search.search(&query).unwrap()[0].id, jonas.id);
}

#[tokio::test]
async fn an_older_version_does_not_overwrite_a_newer_one() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    let browser = app.mentor_browser(&jonas).await;
    browser.submit("/mentor/profile", &karen_but(&[("version", "0")])).await.assert_taken();

    let late = browser.submit("/mentor/profile", &karen_but(&[("version", "0"), ("occupation", "smed")])).await;

    late.assert_status(StatusCode::CONFLICT);
    assert_eq!(again(&app, &jonas).await.occupation, "tømrermester");
}

#[tokio::test]
async fn seats_cannot_go_below_those_that_are_taken_and_the_form_comes_back_as_typed() {
    let app = support::start().await;
    let jonas = app.mentor_in("Jonas", "smed", "25", 2).await;
    let tx = app.db().begin().await.unwrap();
    seats::hold(&tx, jonas.id, today()).await.unwrap();
    seats::hold(&tx, jonas.id, today()).await.unwrap();
    tx.commit().await.unwrap();
    let browser = app.mentor_browser(&jonas).await;

    let page = browser.submit("/mentor/profile", &karen_but(&[("version", "0"), ("seats", "1")])).await;

    page.assert_refused_with("Der er 2 pladser taget lige nu").assert_shows("tømrermester");
    assert_eq!(again(&app, &jonas).await.occupation, "smed");
}

#[tokio::test]
async fn six_seats_are_one_too_many() {
    let app = support::start().await;
    let browser = app.mentor_browser(&app.mentor("Jonas").await).await;

    let page = browser.submit("/mentor/profile", &karen_but(&[("version", "0"), ("seats", "6")])).await;

    page.assert_refused_with("Skriv et helt tal fra 1 til 5");
}

#[tokio::test]
async fn staff_change_a_profile_on_behalf_of_a_mentor_who_phones() {
    let app = support::start().await;
    let (staff, jonas) = (app.staff().await, app.mentor("Jonas").await);
    let path = format!("/mentors/{}", jonas.id);
    staff.get(&format!("{path}/edit")).await.assert_ok().assert_shows("Ret Jonas");

    let fields = karen_but(&[("version", "0"), ("name", "Jonas"), ("reason", "ringede i dag")]);
    staff.submit(&format!("{path}/edit"), &fields).await.assert_goes_to(&path);

    assert_eq!(again(&app, &jonas).await.email, "karen.holm@mentor.example");
    staff
        .get(&path)
        .await
        .assert_ok()
        .assert_shows("På mentorens vegne. <span class=\"as-typed\" dir=\"auto\">ringede i dag</span>");
    let change = changes::Entity::find().filter(changes::Column::SubjectId.eq(jonas.id)).one(app.db()).await.unwrap();
    let change = change.unwrap();
    assert_eq!(change.on_behalf_of.as_deref(), Some("mentor"));
    assert!(!change.details.unwrap().to_string().contains("tømrermester"));
}

#[tokio::test]
async fn a_mentor_cannot_open_what_is_for_staff_and_finds_nobody_else() {
    let app = support::start().await;
    let (jonas, karen) = (app.mentor("Jonas").await, app.mentor("Karen").await);
    let browser = app.mentor_browser(&jonas).await;

    for path in ["/mentors".into(), format!("/mentors/{}", karen.id), format!("/mentors/{}/edit", jonas.id)] {
        browser.get(&path).await.assert_status(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_mentor_pauses_and_comes_back() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    let browser = app.mentor_browser(&jonas).await;
    let staff = app.staff().await;
    browser.get("/mentor/pause").await.assert_ok().assert_shows("Hold en pause");

    let typed = [
        ("from_day", "4"),
        ("from_month", "3"),
        ("from_year", "2026"),
        ("until_day", "1"),
        ("until_month", "4"),
        ("until_year", "2026"),
        ("pause_reason", "ferie"),
    ];
    browser.submit("/mentor/pause", &typed).await.assert_goes_to("/mentor/pause");
    browser.get("/mentor/pause").await.assert_ok().assert_shows("til og med 1. april 2026");
    browser.submit("/mentor/pause", &typed).await.assert_refused_with("Der er allerede en pause");
    staff.get(&format!("/mentors/{}", jonas.id)).await.assert_ok().assert_shows("På pause").assert_shows("ferie");

    browser.submit("/mentor/return", &[]).await.assert_goes_to("/mentor/pause");
    assert_eq!(mentor_pauses::Entity::find().count(app.db()).await.unwrap(), 0);
    staff.get(&format!("/mentors/{}", jonas.id)).await.assert_ok().assert_hides("På pause");
}

#[tokio::test]
async fn a_pause_that_began_earlier_ends_yesterday_when_the_mentor_is_back() {
    let app = support::start().await;
    let (staff, jonas) = (app.staff().await, app.mentor("Jonas").await);
    let typed = [("from_day", "4"), ("from_month", "3"), ("from_year", "2026")];
    staff.submit(&format!("/mentors/{}/pause", jonas.id), &typed).await.assert_taken();
    app.app.clock.advance(chrono::Duration::days(10));
    let staff = app.staff().await;

    staff.submit(&format!("/mentors/{}/return", jonas.id), &[]).await.assert_taken();

    let pause = mentor_pauses::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((pause.from_on, pause.until_on), (today(), Some(today() + Days::new(9))));
}

#[tokio::test]
async fn a_pause_begins_today_or_later_and_ends_after_it_begins() {
    let app = support::start().await;
    let browser = app.mentor_browser(&app.mentor("Jonas").await).await;

    let past = [("from_day", "3"), ("from_month", "3"), ("from_year", "2026")];
    browser.submit("/mentor/pause", &past).await.assert_refused_with("Pausen kan ikke begynde før i dag");
    let backwards = [
        ("from_day", "9"),
        ("from_month", "3"),
        ("from_year", "2026"),
        ("until_day", "8"),
        ("until_month", "3"),
        ("until_year", "2026"),
    ];
    browser.submit("/mentor/pause", &backwards).await.assert_refused_with("Pausens sidste dag ligger før den første");
}

#[tokio::test]
async fn a_mentor_with_a_running_course_cannot_leave_and_the_page_says_with_whom() {
    let app = support::start().await;
    let (staff, jonas) = (app.staff().await, app.mentor("Jonas").await);
    let referral = app.referral("Amira").await;
    app.course(&referral, &jonas).await;

    let page = staff.submit(&format!("/mentors/{}/departure", jonas.id), &[("leave_reason", "moved")]).await;

    page.assert_refused_with("Afslut eller overdrag først forløbene med Amira");
    assert_eq!(again(&app, &jonas).await.left_on, None);
}

#[tokio::test]
async fn a_mentor_who_leaves_signs_in_no_more_and_is_not_proposed() {
    let app = support::start().await;
    let (staff, jonas) = (app.staff().await, app.mentor("Jonas").await);
    let browser = app.mentor_browser(&jonas).await;
    let path = format!("/mentors/{}", jonas.id);

    staff.submit(&format!("{path}/departure"), &[("leave_reason", "moved")]).await.assert_goes_to(&path);

    let left = again(&app, &jonas).await;
    assert_eq!((left.left_on, left.left_reason.as_deref()), (Some(today()), Some("moved")));
    browser.get("/mentor/profile").await.assert_status(StatusCode::SEE_OTHER);
    let user = users::Entity::find_by_id(left.user_id.unwrap()).one(app.db()).await.unwrap().unwrap();
    assert!(user.disabled_at.is_some());
    let own = sessions::Entity::find().filter(sessions::Column::UserId.eq(user.id));
    assert_eq!(own.count(app.db()).await.unwrap(), 0);
    staff.get(&path).await.assert_ok().assert_shows("Er flyttet");
}

#[tokio::test]
async fn the_first_industry_that_is_asked_for_is_no_other_one() {
    let app = support::start().await;
    let staff = app.staff().await;
    staff.get("/mentors/new").await.assert_ok().assert_shows("Branche").assert_hides("En anden branche");
}
