//! Somebody changed the record meanwhile: the page shows how it is now, and the fields what was typed.

use poem::http::StatusCode;
use sea_orm::ActiveValue::Set;

use super::{OWN, form, kept, with};
use crate::{course::amira_and_jonas, support::today};

#[tokio::test]
async fn an_overtaken_form_shows_what_was_typed_beside_what_is_stored() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    let page = format!("/mentors/{}/edit", pair.mentor.id);
    let typed = form(&staff, &page, &page).await.untouched();
    let first = with(&typed, &[("occupation", "Tømrermester")]);
    staff.post_from(&page, &first, &OWN).await.assert_taken();

    let overtaken = staff.post_from(&page, &with(&typed, &[("occupation", "Snedker \"Ib\"")]), &OWN).await;

    let shown = overtaken.assert_status(StatusCode::CONFLICT);
    shown.assert_shows("Snedker &#34;Ib&#34;").assert_shows("Der står nu: Tømrermester");
    shown.assert_shows("siden du åbnede siden").assert_shows("ikke noget af det");
    let again = form(&staff, &page, &page).await;
    assert_eq!(again.value("occupation"), "Snedker \"Ib\"");
    staff.post_from(&page, &again.untouched(), &OWN).await.assert_taken();
    assert!(kept(&pair.app).await.is_empty());
    assert_eq!(form(&staff, &page, &page).await.value("occupation"), "Snedker \"Ib\"");
}

#[tokio::test]
async fn where_the_form_is_no_longer_there_its_text_is() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let (page, action) = (pair.path("/meetings/new"), pair.path("/meetings"));
    let typed = with(&form(&mentor, &page, &action).await.untouched(), &[("note", "Vi talte om svendeprøven")]);
    pair.change(|course| course.ended_on = Set(Some(today()))).await;

    let late = mentor.post_from(&action, &typed, &OWN).await;

    late.assert_status(StatusCode::CONFLICT)
        .assert_shows("Vi talte om svendeprøven")
        .assert_shows("siden du åbnede siden");
}

#[tokio::test]
async fn a_form_with_errors_comes_back_in_every_field_and_after_a_reload() {
    let pair = amira_and_jonas().await;
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let (page, action) = (pair.path("/meetings/new"), pair.path("/meetings"));
    let typed = with(&form(&mentor, &page, &action).await.untouched(), &[("note", "Uden dag"), ("held_on_day", "99")]);

    let refused = mentor.post_from(&action, &typed, &OWN).await;

    refused.assert_status(StatusCode::UNPROCESSABLE_ENTITY).assert_shows("Uden dag").assert_hides("er ikke gemt endnu");
    mentor.get(&page).await.assert_shows("Uden dag").assert_shows("Der var noget at rette");
    mentor.get(&action).await.assert_goes_to(&page);
}
