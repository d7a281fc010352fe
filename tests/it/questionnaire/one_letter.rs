//! At the end of a completed course there is one letter, whose link leads from the survey on to how it went.

use entity::{courses::CourseClass, mentors::ContactPreference, messages};

use super::*;

/// A completed course whose survey was written about.
async fn surveyed() -> Pair {
    let pair = over().await;
    pair.change(|row| row.class_override = Set(Some(CourseClass::Completed))).await;
    survey_by_clock(&pair).await;
    pair.app.exits_by_clock().await;
    pair
}

async fn survey_by_clock(pair: &Pair) {
    brobyg::survey::schedule(pair.app.db()).await.unwrap();
    let (db, now, rules) = (pair.app.db(), pair.app.app.clock.now(), &pair.app.app.config.rules);
    for brobyg::backlog::Due { id, .. } in brobyg::survey::to_invite(db, now, rules).await.unwrap() {
        let tx = db.begin().await.unwrap();
        brobyg::survey::invite(&tx, now, (&pair.app.app.sms, rules), id).await.unwrap();
        tx.commit().await.unwrap();
    }
}

async fn own(pair: &Pair) -> Questionnaire {
    of(&pair.app, QuestionnaireSide::YoungPerson).await
}

#[tokio::test]
async fn the_link_of_the_survey_leads_on_to_the_questions_and_no_second_letter_asks() {
    let pair = surveyed().await;
    let (link, visitor) = (last_link(&pair, YOUNG).await, pair.app.visitor());
    let more = format!("{link}/more");
    visitor.submit(&link, &[("status", "job")]).await.assert_goes_to(&more);
    visitor.get(&more).await.assert_shows("Det er 13 korte spørgsmål").assert_shows("/survey/thanks");

    let on = visitor.submit(&more, &[]).await;
    let first = on.location.clone().unwrap();
    visitor.get(&first).await.assert_shows("1 af 13").assert_shows("value=\"job\" checked");
    visitor.submit(&first, &[("answers_status", "job")]).await.assert_taken();

    for _ in 0..20 {
        pair.app.days_pass(1);
        survey_by_clock(&pair).await;
        pair.app.exits_by_clock().await;
        assert_eq!(pair.app.mails_to(YOUNG).await.len(), 1);
    }
}

#[tokio::test]
async fn whoever_says_enough_is_reminded_once_a_week_after_the_letter_of_the_survey() {
    let pair = surveyed().await;
    let link = last_link(&pair, YOUNG).await;
    pair.app.visitor().submit(&link, &[("status", "job")]).await.assert_taken();
    pair.app.days_pass(3);
    pair.app.exits_by_clock().await;
    assert_eq!((pair.app.mails_to(YOUNG).await.len(), own(&pair).await.asked_on), (1, Some(today())));

    for _ in 0..20 {
        pair.app.days_pass(1);
        pair.app.exits_by_clock().await;
        assert!(pair.app.mails_to(YOUNG).await.len() <= 2);
    }

    let mails = pair.app.mails_to(YOUNG).await;
    assert_eq!(mails.len(), 2);
    assert!(mails[1].text.contains("Vi skrev også for en uge siden"));
}

#[tokio::test]
async fn while_the_survey_asks_no_letter_of_the_questionnaire_goes() {
    let pair = surveyed().await;

    for _ in 0..25 {
        pair.app.days_pass(1);
        pair.app.exits_by_clock().await;
        let subjects: Vec<_> = pair.app.mails_to(YOUNG).await.into_iter().map(|mail| mail.subject).collect();
        assert!(!subjects.contains(&"Hvordan gik forløbet?".to_owned()), "{subjects:?}");
    }

    assert_eq!(own(&pair).await.asked_again_on, None);
}

#[tokio::test]
async fn whoever_passes_a_letter_on_is_not_led_to_the_questions() {
    let pair = over().await;
    pair.change(|row| row.class_override = Set(Some(CourseClass::Completed))).await;
    let through = Set(Some(ContactPreference::ThroughPartner));
    let person = young_people::ActiveModel { contact_preference: through, ..Default::default() };
    pair.app.change_person(&pair.referral, person).await;
    survey_by_clock(&pair).await;
    pair.app.exits_by_clock().await;
    let (link, visitor) = (last_link(&pair, REFERRER).await, pair.app.visitor());
    visitor.submit(&link, &[("status", "job")]).await.assert_taken();

    visitor.get(&format!("{link}/more")).await.assert_goes_to("/survey/thanks");
    visitor.submit(&format!("{link}/more"), &[]).await.assert_goes_to("/survey/thanks");
}

#[tokio::test]
async fn a_link_that_was_not_used_leads_nowhere() {
    let pair = surveyed().await;
    let link = last_link(&pair, YOUNG).await;

    pair.app.visitor().get(&format!("{link}/more")).await.assert_goes_to("/survey/thanks");
}

#[tokio::test]
async fn a_course_that_ended_before_a_file_came_is_held_although_its_end_was_opened_after_it() {
    let pair = over().await;
    let ended_on = today() - Days::new(10);
    pair.change(|row| row.ended_on = Set(Some(ended_on))).await;
    pair.app.brought_in(&[pair.course.id]).await;
    pair.app.exits_by_clock().await;
    pair.app.days_pass(4);
    let now = pair.app.app.clock.now();

    let due = brobyg::questionnaire::to_ask(pair.app.db(), now).await.unwrap();

    assert!(due.len() > 1 && due.iter().all(|due| due.on == ended_on), "{due:?}");
    assert!(pair.app.not_held(due).await.is_empty());
}

#[tokio::test]
async fn nobody_is_told_that_we_wrote_before_whose_first_letter_never_left() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    pair.app.days_pass(3);
    pair.app.exits_by_clock().await;
    let dropped = messages::ActiveModel {
        unwanted_at: Set(Some(pair.app.app.clock.now())),
        unwanted: Set(Some("too-late".into())),
        ..Default::default()
    };
    messages::Entity::update_many().set(dropped).exec(pair.app.db()).await.unwrap();
    pair.app.days_pass(7);
    pair.app.exits_by_clock().await;

    let mails = pair.app.mails_to(MENTOR).await;

    let mail = mails.iter().find(|mail| mail.subject == "Hvordan gik forløbet?").unwrap();
    assert!(!mail.text.contains("for en uge siden"), "{}", mail.text);
}
