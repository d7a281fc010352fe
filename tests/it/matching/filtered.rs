//! The suggestions filtered by the address: near, language, gender, free now.

use brobyg::mentor;
use entity::{
    Mentor, Referral, Words,
    mentors::{self, Gender},
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use crate::support::{self, Browser, Page, TestApp, today};

/// Somebody in Køge who speaks Somali, and four mentors, each of whom one filter hides.
async fn scene(app: &TestApp) -> Referral {
    let amira = app.referral("Amira").await;
    let languages = Set(Words(vec!["da".into(), "so".into()]));
    let person = young_people::ActiveModel { id: Set(amira.young_person_id), languages, ..Default::default() };
    person.update(app.db()).await.unwrap();
    for (name, gender, language, postcode) in [
        ("Asha", Some(Gender::Female), "so", Some("4600")),
        ("Jonas", Some(Gender::Male), "so", Some("4600")),
        ("Tove", Some(Gender::Female), "de", Some("4600")),
        ("Nadia", Some(Gender::Female), "so", None),
    ] {
        let mentor = app.mentor(name).await;
        tell(app, &mentor, gender, language, postcode).await;
    }
    let full = app.mentor("Paula").await;
    tell(app, &full, Some(Gender::Female), "so", Some("4600")).await;
    app.pause(&full, today(), None).await;
    mentor::index::rebuild(&app.app).await.unwrap();
    amira
}

async fn tell(app: &TestApp, mentor: &Mentor, gender: Option<Gender>, language: &str, postcode: Option<&str>) {
    let told = mentors::ActiveModel {
        id: Set(mentor.id),
        gender: Set(gender),
        languages: Set(Words(vec!["da".into(), language.into()])),
        postcode: Set(postcode.map(str::to_owned)),
        ..Default::default()
    };
    told.update(app.db()).await.unwrap();
}

fn shown(page: &Page) -> Vec<&'static str> {
    let all = ["Asha", "Jonas", "Tove", "Nadia", "Paula"];
    all.into_iter().filter(|name| page.body.contains(&format!(">{name}</a>"))).collect()
}

async fn with(staff: &Browser, amira: &Referral, filters: &str) -> Page {
    staff.get(&format!("/referrals/{}/match?{filters}", amira.id)).await
}

#[tokio::test]
async fn each_filter_hides_who_does_not_meet_it_and_the_page_says_how_many() {
    let app = support::start().await;
    let (amira, staff) = (scene(&app).await, app.staff().await);
    let all = with(&staff, &amira, "").await;
    assert_eq!(shown(&all), ["Asha", "Jonas", "Tove", "Nadia", "Paula"]);
    all.assert_shows("Taler Somali").assert_hides("Filtrene skjuler");

    for (filter, left) in [
        ("gender=female", vec!["Asha", "Tove", "Nadia", "Paula"]),
        ("gender=male", vec!["Jonas"]),
        ("language=yes", vec!["Asha", "Jonas", "Nadia", "Paula"]),
        ("near=yes", vec!["Asha", "Jonas", "Tove", "Paula"]),
        ("free=yes", vec!["Asha", "Jonas", "Tove", "Nadia"]),
        ("gender=female&language=yes&near=yes&free=yes", vec!["Asha"]),
    ] {
        let page = with(&staff, &amira, filter).await;
        assert_eq!(shown(&page), left, "{filter}");
        page.assert_shows(&format!("Filtrene skjuler {} af de 5 mentorer", 5 - left.len()));
        page.assert_shows(">Nulstil<").assert_shows(&format!("href=\"/referrals/{}/match\"", amira.id));
    }
}

#[tokio::test]
async fn what_is_no_filter_hides_nobody_and_a_search_is_kept_beside_a_filter() {
    let app = support::start().await;
    let (amira, staff) = (scene(&app).await, app.staff().await);

    let page = with(&staff, &amira, "gender=other&near=maybe&free=").await;
    assert_eq!(shown(&page).len(), 5);
    page.assert_hides("Filtrene skjuler");

    // Who was looked for by name is shown whatever the filters hide.
    let page = with(&staff, &amira, "gender=female&q=jonas").await;
    assert!(shown(&page).contains(&"Jonas"));
    page.assert_shows("<input type=\"hidden\" name=\"gender\" value=\"female\">");
    page.assert_shows("<input type=\"hidden\" name=\"q\" value=\"jonas\">");
}

#[tokio::test]
async fn where_the_filters_hide_everybody_the_page_says_that_it_is_them() {
    let app = support::start().await;
    let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    mentor::index::rebuild(&app.app).await.unwrap();
    let staff = app.staff().await;

    let page = with(&staff, &amira, "gender=female").await;
    page.assert_shows("Filtrene skjuler alle, der passer").assert_hides("Ingen mentor passer lige nu");
    // Nobody speaks a language beside Danish, so there is nothing to filter by.
    page.assert_hides("name=\"language\"");
    staff.set_cookie("language", "en");
    with(&staff, &amira, "gender=female").await.assert_shows("The filters hide 1 of the 1 mentors");
    assert_eq!(jonas.gender, None);
}

#[tokio::test]
async fn a_refused_proposal_comes_back_with_the_filters_it_was_made_under() {
    let app = support::start().await;
    let (amira, staff) = (scene(&app).await, app.staff().await);
    let paula = app.mentor("Petra").await;
    app.pause(&paula, today(), None).await;

    let path = format!("/referrals/{}/match?gender=female", amira.id);
    let refused = staff.submit(&path, &[("mentor_id", &paula.id.to_string())]).await;

    refused.assert_refused_with("holder pause").assert_shows("Filtrene skjuler");
}
