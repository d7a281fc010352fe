//! Answers by the link and on the phone, corrected until it closes, and who reads them.

use entity::{
    consents,
    questionnaire_answers::Missing,
    readings, surveys,
    surveys::{ActivityStatus, AnsweredThrough, SurveyKind},
};
use poem::http::StatusCode;

use super::*;
use crate::kept_forms::form;

/// The answers of the mentor, as a page posts them.
const ALL: [(&str, &str); 5] = [
    ("answers_status", "job"),
    ("answers_goals", "4"),
    ("answers_right_help", "dont_know"),
    ("answers_missed", "Mere tid"),
    ("answers_recommend", "5"),
];

#[tokio::test]
async fn the_link_says_whose_it_is_before_anything_else_and_each_answer_is_kept_at_once() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    let path = asked(&pair, MENTOR).await;
    let (visitor, page) = (pair.app.visitor(), format!("{path}/answer"));
    visitor.get(&path).await.assert_shows("Dette link er til Jonas").assert_hides("Amira");
    visitor.submit(&path, &[]).await.assert_goes_to(&format!("{page}/1"));
    visitor.get(&page).await.assert_shows("Dit forløb med Amira er slut").assert_hides("Hassan");

    visitor.submit(&page, &ALL).await.assert_goes_to("/exit/thanks");

    let kept = answers(&pair.app).await;
    let said = |item: &str| kept.iter().find(|one| one.item == item).map(|one| (one.value.as_deref(), one.missing));
    assert_eq!(kept.len(), 5);
    assert_eq!(said("goals"), Some((Some("4"), None)));
    assert_eq!(said("right_help"), Some((None, Some(Missing::DontKnow))));
    assert_eq!(said("missed"), Some((Some("Mere tid"), None)));
    assert!(kept.iter().all(|one| one.through == AnsweredThrough::Link && one.written_by.is_none()));
    assert!(kept.iter().all(|one| one.version == 1 && one.language == "da" && one.until_on.is_none()));
}

#[tokio::test]
async fn what_was_answered_is_shown_again_and_corrected_and_what_stood_before_stays() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    let page = format!("{}/answer", asked(&pair, YOUNG).await);
    let visitor = pair.app.visitor();
    visitor.submit(&page, &[("answers_goals", "2"), ("answers_missed_because", "prefer_not")]).await.assert_taken();
    let again = visitor.get(&page).await;
    again.assert_shows("name=\"answers_goals\" value=\"2\" checked");
    again.assert_shows("name=\"answers_missed_because\" value=\"prefer_not\" checked");

    let corrected = [("answers_goals", "3"), ("answers_missed_because", "")];
    visitor.submit(&page, &corrected).await.assert_taken();

    let kept = answers(&pair.app).await;
    let told = |one: &QuestionnaireAnswer| (one.item.clone(), one.value.clone(), one.until_on.is_none());
    let kept: Vec<_> = kept.iter().map(told).collect();
    assert_eq!(
        kept,
        [
            ("goals".into(), Some("2".into()), false),
            ("missed".into(), None, false),
            ("goals".into(), Some("3".into()), true)
        ]
    );
    pair.app.days_pass(28);
    visitor.get(&page).await.assert_shows("Vi behøver ikke svaret længere").assert_hides("answers_goals");
    let late = visitor.submit(&page, &[("answers_goals", "5")]).await;
    assert_eq!((late.status, answers(&pair.app).await.len()), (StatusCode::UNPROCESSABLE_ENTITY, 3));
}

#[tokio::test]
async fn all_that_is_wrong_is_told_at_its_question_and_the_rest_comes_back_as_typed() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    let page = format!("{}/answer", asked(&pair, YOUNG).await);
    let wrong = [("answers_goals", "9"), ("answers_missed", "Mit nummer er 170506-1234"), ("answers_recommend", "5")];

    let refused = pair.app.visitor().submit(&page, &wrong).await;

    refused.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    refused.assert_shows("href=\"#answers_goals\"").assert_shows("href=\"#answers_missed\"");
    refused.assert_shows("name=\"answers_recommend\" value=\"5\" checked");
    assert!(answers(&pair.app).await.is_empty());
}

#[tokio::test]
async fn what_the_survey_at_the_end_was_told_is_not_asked_again_from_nothing() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    let link = asked(&pair, YOUNG).await;
    let survey = surveys::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        kind: Set(SurveyKind::Exit),
        due_on: Set(today()),
        answered_on: Set(Some(today())),
        status: Set(Some(ActivityStatus::Education)),
        ..Default::default()
    };
    surveys::Entity::insert(survey).exec_without_returning(pair.app.db()).await.unwrap();

    let page = format!("{link}/answer");

    let offered = form(&pair.app.visitor(), &page, &page).await.untouched();
    assert!(offered.contains(&("answers_status".to_owned(), "education".to_owned())), "{offered:?}");
    assert!(answers(&pair.app).await.is_empty());
}

#[tokio::test]
async fn of_two_who_correct_at_once_the_second_is_told() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    let staff = pair.app.staff().await;
    let path = pair.path("/exit/mentor");
    let seen = {
        let page = staff.get(&path).await;
        let (_, after) = page.assert_ok().body.split_once("name=\"seen\" value=\"").unwrap();
        after.split('"').next().unwrap().to_owned()
    };
    staff.submit(&path, &[("answers_goals", "2"), ("seen", &seen)]).await.assert_taken();

    let second = staff.submit(&path, &[("answers_goals", "5"), ("seen", &seen)]).await;

    second.assert_status(StatusCode::CONFLICT);
    assert_eq!(answers(&pair.app).await.len(), 1);
}

#[tokio::test]
async fn staff_write_down_what_is_said_on_the_phone_and_that_they_may_ask() {
    let pair = over().await;
    consents::Entity::delete_many().exec(pair.app.db()).await.unwrap();
    pair.app.exits_by_clock().await;
    let staff = pair.app.staff().await;
    let (exit, path) = (pair.path("/exit"), pair.path("/exit/young_person"));
    staff.get(&pair.path("")).await.assert_shows(&exit);
    staff.get(&exit).await.assert_shows("Endnu ikke spurgt").assert_shows(&path);

    staff.submit(&path, &[("answers_goals", "5"), ("answers_status", "not_relevant")]).await.assert_goes_to(&exit);

    let kept = answers(&pair.app).await;
    assert!(kept.iter().all(|one| one.through == AnsweredThrough::Phone && one.written_by.is_some()));
    let given = consents::Entity::find().all(pair.app.db()).await.unwrap();
    assert_eq!(given.iter().map(|one| one.purpose).collect::<Vec<_>>(), [ConsentPurpose::Survey]);
    staff.get(&exit).await.assert_shows("Det hele").assert_shows("Ikke relevant");
    staff.get(&pair.path("/history")).await.assert_shows("Skrev ned, hvordan forløbet gik");
}

#[tokio::test]
async fn whoever_says_no_is_not_asked_on_the_phone_either() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    let staff = pair.app.staff().await;
    let (db, now) = (pair.app.db(), pair.app.app.clock.now());
    let viewer = crate::support::viewer_of(staff.user.as_ref().unwrap());
    brobyg::referral::withdraw_consent(db, now, &viewer, pair.referral.id, ConsentPurpose::Survey).await.unwrap();

    let path = pair.path("/exit/young_person");
    staff.get(&path).await.assert_shows("Den unge vil ikke spørges").assert_hides("answers_goals");
    staff.submit(&path, &[("answers_goals", "5")]).await.assert_refused_with("Den unge vil ikke spørges");

    assert!(answers(&pair.app).await.is_empty());
}

#[tokio::test]
async fn staff_read_both_sides_beside_each_other_which_is_logged_and_nobody_else_reads_anything() {
    let pair = over().await;
    pair.app.exits_by_clock().await;
    let mentors = format!("{}/answer", asked(&pair, MENTOR).await);
    let own = pair.app.path_in(pair.app.mails_to(YOUNG).await.last().unwrap());
    let referrers = pair.app.path_in(pair.app.mails_to(REFERRER).await.last().unwrap());
    let visitor = pair.app.visitor();
    visitor.submit(&format!("{own}/answer"), &[("answers_missed", "Flere møder")]).await.assert_taken();
    visitor.submit(&mentors, &ALL).await.assert_taken();
    visitor.submit(&format!("{referrers}/answer"), &[("answers_right_help", "5")]).await.assert_taken();

    visitor.get(&mentors).await.assert_hides("Flere møder");
    visitor.get(&format!("{referrers}/answer")).await.assert_hides("Flere møder").assert_hides("Mere tid");
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    for path in [pair.path("/exit"), pair.path("/exit/mentor")] {
        mentor.get(&path).await.assert_status(StatusCode::FORBIDDEN);
    }
    let staff = pair.app.staff().await;
    let before = readings::Entity::find().all(pair.app.db()).await.unwrap().len();
    let page = staff.get(&pair.path("/exit")).await;
    page.assert_shows("Flere møder").assert_shows("Mere tid").assert_shows("I meget høj grad");
    let after = readings::Entity::find().all(pair.app.db()).await.unwrap().len();
    assert_eq!(after, before + 1);
}
