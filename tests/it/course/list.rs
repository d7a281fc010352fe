//! The list of courses.

use chrono::Days;
use sea_orm::Set;

use super::{Pair, amira_and_jonas, today};

/// Amira with Jonas, who are silent, and Åse with Mette, who have just been matched.
async fn two_courses() -> Pair {
    let pair = amira_and_jonas().await;
    super::held(&pair.app, &pair.course, today() - Days::new(28)).await;
    let mette = pair.app.mentor("Mette").await;
    let partner = pair.app.partner("Sigynsgade").await;
    let referral = pair.app.referral_by("Åse Lund", &partner, None).await;
    let course = pair.app.course(&referral, &mette).await;
    let mut row: entity::courses::ActiveModel = course.into();
    row.matched_on = Set(today());
    sea_orm::ActiveModelTrait::update(row, pair.app.db()).await.unwrap();
    pair
}

#[tokio::test]
async fn staff_find_courses_by_state_partner_mentor_and_name() {
    let pair = two_courses().await;
    let staff = pair.app.staff().await;
    let sigynsgade = entity::partners::Column::Name;
    let partner = {
        use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
        let found = entity::partners::Entity::find().filter(sigynsgade.eq("Sigynsgade"));
        found.one(pair.app.db()).await.unwrap().unwrap().id
    };

    for (query, found, hidden) in [
        ("state=silent".to_owned(), "Amira Hassan", "Åse Lund"),
        ("state=matched".to_owned(), "Åse Lund", "Amira Hassan"),
        (format!("partner={partner}"), "Åse Lund", "Amira Hassan"),
        ("mentor=mett".to_owned(), "Åse Lund", "Amira Hassan"),
        (format!("mentor_id={}", pair.mentor.id), "Amira Hassan", "Åse Lund"),
        ("q=%C3%A5se".to_owned(), "Åse Lund", "Amira Hassan"),
        ("q=HASSAN".to_owned(), "Amira Hassan", "Åse Lund"),
        (format!("q={}", pair.course.reference), "Amira Hassan", "Åse Lund"),
    ] {
        let page = staff.get(&format!("/courses?{query}")).await;
        page.assert_ok().assert_shows(found).assert_hides(hidden);
    }
    staff.get("/courses?state=running").await.assert_shows("Amira Hassan").assert_shows("Åse Lund");
    staff.get("/courses?state=completed").await.assert_ok().assert_shows("Ingen forløb her");
}

#[tokio::test]
async fn a_mentor_lists_the_own_courses_and_no_others() {
    let pair = two_courses().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;

    let page = mentor.get("/courses").await;

    page.assert_ok().assert_shows("Amira").assert_hides("Hassan").assert_hides("Åse").assert_hides("Sigynsgade");
}

#[tokio::test]
async fn the_list_is_sorted_by_its_address() {
    let pair = two_courses().await;
    let staff = pair.app.staff().await;
    let first_is = |body: &str, first: &str, then: &str| body.find(first).unwrap() < body.find(then).unwrap();

    let newest = staff.get("/courses").await;
    assert!(first_is(&newest.body, "Åse Lund", "Amira Hassan"));
    let by_name = staff.get("/courses?sort=mentee&dir=asc").await;
    assert!(first_is(&by_name.body, "Amira Hassan", "Åse Lund"));
    let by_mentor = staff.get("/courses?sort=mentor&dir=desc").await;
    assert!(first_is(&by_mentor.body, "Mette", "Jonas"));
    staff.get("/courses?sort=nonsense&dir=desc&page=999").await.assert_ok();
}

#[tokio::test]
async fn a_mentor_cannot_ask_whether_a_surname_is_right() {
    let pair = two_courses().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;

    for query in ["q=hassan", "q=lund", "partner=x", "mentor=mette"] {
        mentor.get(&format!("/courses?{query}")).await.assert_ok().assert_shows("Amira");
    }
}

#[tokio::test]
async fn a_referrer_has_no_list_of_courses() {
    let pair = two_courses().await;
    let partner = pair.app.partner("Nivå Nu").await;

    let page = pair.app.referrer(&partner).await.get("/courses").await;

    page.assert_status(poem::http::StatusCode::FORBIDDEN);
}
