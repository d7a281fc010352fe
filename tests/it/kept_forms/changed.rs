//! Somebody changed the record meanwhile: the page shows how it is now, and the fields what was typed.

use futures::future::join_all;
use poem::http::StatusCode;
use sea_orm::ActiveValue::Set;

use super::{OWN, form, kept, with};
use crate::{course::amira_and_jonas, permissions::scene::Scene, support::today};

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

/// The pages of forms that change a record, the form, and the field that two people change.
const CHANGED: [(&str, &str, &str); 7] = [
    ("/admin/partners/{partner.own}/edit", "/admin/partners/{partner.own}/edit", "contact_name"),
    ("/admin/areas/{area.own}", "/admin/areas/{area.own}", "name"),
    ("/admin/projects/{project.any}", "/admin/projects/{project.any}", "name"),
    ("/admin/people/{user.invited}/edit", "/admin/people/{user.invited}/edit", "name"),
    (
        "/courses/{course.own_mentor}/meetings/{meeting.own}",
        "/courses/{course.own_mentor}/meetings/{meeting.own}",
        "note",
    ),
    ("/planning/{matching_meeting.open}", "/planning/{matching_meeting.open}/record", "decision"),
    ("/mentors/{mentor.own}", "/mentors/{mentor.own}/interview", "interview_note"),
];

#[tokio::test]
async fn nobody_overrules_unread_what_another_wrote_meanwhile() {
    let scene = Scene::set().await;
    for (page, action, field) in CHANGED {
        let (page, action) = (scene.path(page), scene.path(action));
        let browser = scene.browser(if page.starts_with("/admin") { "administrator" } else { "staff" }).await;
        let opened = form(&browser, &page, &action).await.untouched();
        browser.post_from(&action, &with(&opened, &[(field, "Skrevet først")]), &OWN).await.assert_taken();

        let late = browser.post_from(&action, &with(&opened, &[(field, "Skrevet sidst")]), &OWN).await;

        late.assert_status(StatusCode::CONFLICT).assert_shows("Skrevet sidst").assert_shows("Skrevet først");
        let again = form(&browser, &page, &action).await;
        assert_eq!(again.value(field), "Skrevet sidst", "{page}");
        browser.post_from(&action, &again.untouched(), &OWN).await.assert_taken();
    }
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

#[tokio::test]
async fn of_two_who_send_what_both_opened_at_the_same_moment_one_is_told() {
    let scene = Scene::set().await;
    for (page, action, field) in CHANGED {
        let (page, action) = (scene.path(page), scene.path(action));
        let browser = scene.browser(if page.starts_with("/admin") { "administrator" } else { "staff" }).await;
        let first = with(&form(&browser, &page, &action).await.untouched(), &[(field, "Den enes ord")]);
        let second = with(&form(&browser, &page, &action).await.untouched(), &[(field, "Den andens ord")]);

        let sent = [browser.post_from(&action, &first, &OWN), browser.post_from(&action, &second, &OWN)];

        let answers = join_all(sent).await;
        let told = answers.iter().filter(|answer| answer.status == StatusCode::CONFLICT).count();
        assert_eq!(told, 1, "{page}: {:?}", answers.iter().map(|answer| answer.status).collect::<Vec<_>>());
    }
}
