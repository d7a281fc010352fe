//! Somebody changed the record meanwhile: the page shows how it is now, and the fields what was typed.

use entity::{courses, courses::CourseClass};
use futures::future::join_all;
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{OWN, form, kept, with};
use crate::{
    course::amira_and_jonas,
    permissions::scene::Scene,
    support::{Browser, today},
};

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

/// The page of a form that changes a record, where it posts to, and the field that two people change, with what each of
/// them makes of it.
type Changed = (&'static str, &'static str, &'static str, [&'static str; 2]);

const WORDS: [&str; 2] = ["Skrevet først", "Skrevet sidst"];

const CHANGED: &[Changed] = &[
    ("/account", "/account", "name", WORDS),
    ("/admin/partners/{partner.own}/edit", "/admin/partners/{partner.own}/edit", "contact_name", WORDS),
    ("/admin/areas/{area.own}", "/admin/areas/{area.own}", "name", WORDS),
    ("/admin/projects/{project.any}", "/admin/projects/{project.any}", "name", WORDS),
    ("/admin/people/{user.invited}/edit", "/admin/people/{user.invited}/edit", "name", WORDS),
    (
        "/courses/{course.own_mentor}/meetings/{meeting.own}",
        "/courses/{course.own_mentor}/meetings/{meeting.own}",
        "note",
        WORDS,
    ),
    (
        "/young-people/{young_person.own}/notes/{note.own}",
        "/young-people/{young_person.own}/notes/{note.own}",
        "text",
        WORDS,
    ),
    ("/planning/{matching_meeting.open}", "/planning/{matching_meeting.open}/record", "decision", WORDS),
    ("/mentors/{mentor.own}", "/mentors/{mentor.own}/interview", "interview_note", WORDS),
    ("/mentors/{mentor.own}", "/mentors/{mentor.own}/criminal-record", "record_status", ["requested", "refused"]),
    ("/mentors/{mentor.own}", "/mentors/{mentor.own}/training", "trained_on_day", ["1", "2"]),
    ("/referrals/{referral.colleague}", "/referrals/{referral.colleague}/question", "question", WORDS),
];

/// Those of a course that has ended.
const CHANGED_AFTER: &[Changed] = &[
    ("/surveys/{survey.open}", "/surveys/{survey.open}/answer", "status", ["job", "education"]),
    ("/courses/{course.own_mentor}/class", "/courses/{course.own_mentor}/class", "reason", WORDS),
    ("/courses/{course.own_mentor}/rematch", "/courses/{course.own_mentor}/rematch", "handover", WORDS),
];

/// A scene for each of the lists.
async fn scenes() -> [(Scene, &'static [Changed]); 2] {
    let after = Scene::set().await;
    let ended = courses::ActiveModel {
        id: Set(after.own.course.id),
        ended_on: Set(Some(today())),
        seat_hold_id: Set(None),
        class_override: Set(Some(CourseClass::Completed)),
        override_reason: Set(Some("De nåede deres mål".into())),
        ..Default::default()
    };
    ended.update(after.app.db()).await.unwrap();
    [(Scene::set().await, CHANGED), (after, CHANGED_AFTER)]
}

async fn browser_for(scene: &Scene, page: &str) -> Browser {
    scene.browser(if page.starts_with("/admin") { "administrator" } else { "staff" }).await
}

/// What a browser would post in a field.
fn sent<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

#[tokio::test]
async fn nobody_overrules_unread_what_another_wrote_meanwhile() {
    for (scene, changed) in scenes().await {
        for &(page, action, field, [first, last]) in changed {
            let (page, action) = (scene.path(page), scene.path(action));
            let browser = browser_for(&scene, &page).await;
            let opened = form(&browser, &page, &action).await.untouched();
            browser.post_from(&action, &with(&opened, &[(field, first)]), &OWN).await.assert_taken();

            let late = browser.post_from(&action, &with(&opened, &[(field, last)]), &OWN).await;

            late.assert_status(StatusCode::CONFLICT).assert_shows(last).assert_shows(first);
            let again = form(&browser, &page, &action).await.untouched();
            assert_eq!(sent(&again, field), last, "{page}");
            browser.post_from(&action, &again, &OWN).await.assert_taken();
        }
    }
}

#[tokio::test]
async fn nobody_answers_a_question_that_they_have_not_read() {
    let scene = Scene::set().await;
    let (staff, referrer) = (scene.browser("staff").await, scene.browser("referrer").await);
    let own = (&scene.own.partner, Some(&scene.own.referrer));
    let page = format!("/referrals/{}", scene.app.referral_by("Spurgt Henvist", own.0, own.1).await.id);
    let (ask, reply) = (format!("{page}/question"), format!("{page}/reply"));
    staff.submit(&ask, &[("question", "Må vi ringe om aftenen?")]).await.assert_taken();
    let read = with(&form(&referrer, &page, &reply).await.untouched(), &[("answer", "Ja, gerne")]);
    staff.submit(&ask, &[("question", "Har den unge en dom?")]).await.assert_taken();

    let late = referrer.post_from(&reply, &read, &OWN).await;

    late.assert_status(StatusCode::CONFLICT).assert_shows("Har den unge en dom?").assert_shows("Ja, gerne");
    let again = form(&referrer, &page, &reply).await.untouched();
    referrer.post_from(&reply, &with(&again, &[("answer", "Nej")]), &OWN).await.assert_taken();
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
    for (scene, changed) in scenes().await {
        for &(page, action, field, [one, other]) in changed {
            let (page, action) = (scene.path(page), scene.path(action));
            let browser = browser_for(&scene, &page).await;
            let first = with(&form(&browser, &page, &action).await.untouched(), &[(field, one)]);
            let second = with(&form(&browser, &page, &action).await.untouched(), &[(field, other)]);

            let sent = [browser.post_from(&action, &first, &OWN), browser.post_from(&action, &second, &OWN)];

            let answers = join_all(sent).await;
            let told = answers.iter().filter(|answer| answer.status == StatusCode::CONFLICT).count();
            assert_eq!(told, 1, "{page}: {:?}", answers.iter().map(|answer| answer.status).collect::<Vec<_>>());
        }
    }
}

#[tokio::test]
async fn a_form_is_as_it_was_on_another_day_and_in_another_language() {
    for (scene, changed) in scenes().await {
        let role = |page: &str| if page.starts_with("/admin") { "administrator" } else { "staff" };
        let mut opened = Vec::new();
        for (page, action, field, [first, _]) in changed {
            let (page, action) = (scene.path(page), scene.path(action));
            let fields = form(&scene.browser(role(&page)).await, &page, &action).await.untouched();
            opened.push((role(&page), action, with(&fields, &[(*field, *first)])));
        }
        scene.app.app.clock.advance(chrono::Duration::days(1));
        for (role, action, fields) in opened {
            let browser = scene.browser(role).await;
            browser.submit("/language", &[("_language", "en")]).await;
            let sent = browser.post_from(&action, &fields, &OWN).await;
            assert_ne!(sent.status, StatusCode::CONFLICT, "{action}");
        }
    }
}
