//! The young person hears that the course is over: once, by the way they wish, and what comes now.

use brobyg::{course::letters::ENDED_MENTEE, duty::Thing, survey};
use entity::{
    consents::ConsentPurpose::MentorCourse,
    contact_attempts::{self, AttemptChannel, AttemptResult},
    referrals::Reason,
    surveys::SurveyKind,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::ending::end_because;
use crate::{
    reach::scene::{Scene, Young},
    support::today,
};

#[tokio::test]
async fn whoever_goes_back_to_the_queue_reads_that_a_new_mentor_is_looked_for() {
    let pair = super::amira_and_jonas().await;
    pair.app.agreed(&pair.referral, MentorCourse).await;
    end_because(&pair, "mentor_withdrew").await.assert_taken();

    let letter = (ENDED_MENTEE.compose)(pair.app.app.desk(), pair.course.id).await.unwrap().unwrap();

    assert!(letter.text.contains("Dit forløb med en mentor er slut."), "{}", letter.text);
    assert!(letter.text.contains("Vi leder efter en ny mentor til dig"), "{}", letter.text);
    assert!(letter.text.contains("Du kan stadig ringe eller skrive til os"), "{}", letter.text);
}

#[tokio::test]
async fn an_ending_that_was_taken_back_is_told_no_more() {
    let pair = super::amira_and_jonas().await;
    pair.app.agreed(&pair.referral, MentorCourse).await;
    end_because(&pair, "mentor_withdrew").await.assert_taken();
    let letter = async || (ENDED_MENTEE.compose)(pair.app.app.desk(), pair.course.id).await.unwrap();
    assert!(letter().await.is_some());

    let why = [("reason", "Forkert forløb")];
    pair.app.staff().await.submit(&pair.path("/reopening"), &why).await.assert_taken();

    assert!(letter().await.is_none());
}

#[tokio::test]
async fn whom_the_survey_asks_by_itself_is_told_by_its_letter_and_no_second_one_goes() {
    let scene = Scene::set(Young::Own).await;
    let survey = scene.subject(survey::letters::LINK.name).await;
    let course = entity::courses::Entity::find().one(scene.app.db()).await.unwrap().unwrap();

    assert!(scene.letter(&ENDED_MENTEE, course.id).await.is_none());
    let asked = scene.letter(&survey::letters::LINK, survey).await.unwrap();
    assert!(asked.text.contains("Dit forløb med en mentor er slut. Vi spørger dig nu, og én gang til om et år"));
    let later = scene.letter(&survey::letters::LINK_OTHER, survey).await.unwrap();
    assert!(!later.text.contains("Dit forløb med en mentor er slut"), "it was told");
}

#[tokio::test]
async fn whoever_is_not_asked_by_the_survey_is_told_and_hears_nothing_of_one_in_a_year() {
    for young in [Young::WantsNoSurvey, Young::SurveyUnanswered] {
        let scene = Scene::set(young).await;
        let course = scene.subject("course_ended_mentor").await;
        let letter = scene.letter(&ENDED_MENTEE, course).await.unwrap();
        assert!(!letter.text.contains("om et år"), "{}", letter.text);
    }
}

#[tokio::test]
async fn nothing_goes_after_a_concern_or_to_somebody_who_has_died() {
    let scene = Scene::set(Young::Own).await;
    let course = scene.subject(ENDED_MENTEE.name).await;
    let because = |reason| entity::courses::ActiveModel {
        id: Set(course),
        interruption_reason: Set(reason),
        ..Default::default()
    };
    because(Some(Reason::Concern)).update(scene.app.db()).await.unwrap();
    assert!(scene.letter(&ENDED_MENTEE, course).await.is_none());

    because(None).update(scene.app.db()).await.unwrap();
    let told = contact_attempts::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course),
        kind: Set(SurveyKind::Exit),
        attempted_on: Set(today()),
        channel: Set(AttemptChannel::Phone),
        result: Set(AttemptResult::Dead),
        ..Default::default()
    };
    contact_attempts::Entity::insert(told).exec_without_returning(scene.app.db()).await.unwrap();
    assert!(scene.letter(&ENDED_MENTEE, course).await.is_none());
}

#[tokio::test]
async fn a_text_message_says_which_number_to_ring() {
    let scene = Scene::set_with_texts(Young::Phone).await;
    let course = scene.subject(ENDED_MENTEE.name).await;
    scene.app.sees_to(&scene.staff, Thing::Course, course).await;
    let numbered = entity::users::ActiveModel {
        id: Set(scene.staff.id),
        phone: Set(Some("+4520304050".into())),
        ..Default::default()
    };
    numbered.update(scene.app.db()).await.unwrap();

    let letter = scene.letter(&ENDED_MENTEE, course).await.unwrap();

    assert!(letter.text.ends_with("Du kan stadig ringe til os på 20 30 40 50."), "{}", letter.text);
}

#[tokio::test]
async fn whoever_is_reached_through_the_partner_is_told_by_them() {
    for (young, passes_on) in [(Young::ThroughPartner, true), (Young::Own, false)] {
        let scene = Scene::set(young).await;
        let course = scene.subject(ENDED_MENTEE.name).await;
        let letter = scene.letter(&brobyg::course::letters::ENDED_REFERRER, course).await.unwrap();
        assert_eq!(letter.text.contains("Sig det gerne videre"), passes_on, "{}", letter.text);
    }
}
