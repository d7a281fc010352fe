//! A number that staff find to be nobody's is dead, as one from which a text message came back.

use brobyg::message;
use entity::contact_ways;
use sea_orm::EntityTrait;

use super::scene::{Scene, Young};

const NOT_IN_USE: &str = "Personalet har ringet og hørt, at nummeret ikke er i brug.";

#[tokio::test]
async fn staff_say_on_the_page_of_the_ways_that_a_number_is_nobodys_and_take_it_back() {
    let scene = Scene::set(Young::Own).await;
    let (app, staff) = (&scene.app, scene.app.staff().await);
    let path = format!("/young-people/{}/ways", scene.referral().young_person_id);
    staff.get(&path).await.assert_ok().assert_shows("Nummeret er ikke i brug");

    staff.submit(&format!("{path}/dead-number"), &[]).await.assert_taken();

    let page = staff.get(&path).await;
    page.assert_shows(NOT_IN_USE).assert_shows("Virker ikke siden 4. marts 2026").assert_hides("/dead-number");
    page.assert_shows(&format!("Skrevet ned af {}.", staff.user.as_ref().unwrap().name));
    let person = scene.referral().young_person_id;
    assert_eq!(message::dead_values(app.db(), person).await.unwrap(), ["+4550000100"]);
    // Twice is no news.
    staff.submit(&format!("{path}/dead-number"), &[]).await.assert_status(poem::http::StatusCode::CONFLICT);
    let way = contact_ways::Entity::find().one(app.db()).await.unwrap().unwrap();
    staff.submit(&format!("{path}/{}/confirmation", way.id), &[]).await.assert_taken();
    assert!(message::dead_values(app.db(), person).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_mentors_number_that_is_nobodys_takes_no_more_text_messages_and_the_letters_go_by_mail() {
    let scene = Scene::set_with_texts(Young::Own).await;
    let kind = brobyg::matching::letters::PROPOSED;
    let subject = scene.subject(kind.name).await;
    scene.mentor_wishes_texts().await;
    let (staff, path) = (scene.app.staff().await, format!("/mentors/{}", scene.mentor_id()));

    staff.submit(&format!("{path}/dead-number"), &[]).await.assert_taken();

    let finder = format!("Skrevet ned af {}.", staff.user.as_ref().unwrap().name);
    staff.get(&path).await.assert_shows(NOT_IN_USE).assert_shows(&finder);
    let letter = scene.letter(&kind, subject).await.unwrap();
    assert_eq!(letter.channel, entity::messages::Channel::Mail);
}
