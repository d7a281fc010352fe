//! What a referrer reads of whether the young person is asked how it goes: no promise that nobody agreed to, and no day
//! that has gone.

use brobyg::{
    language::Tr,
    referral::{
        State,
        standing::{Known, Place, Standing},
    },
    survey,
};
use chrono::Days;
use chrono::NaiveDate;
use entity::{
    consents::ConsentPurpose,
    courses,
    surveys::{self, ActivityStatus, SurveyKind},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::standing::{ago, known, rules, says};
use crate::support::{self, today};

/// What a young person may have said to being asked how it goes: yes, no, and nothing that is written down.
fn to_surveys(known: &Known) -> [Known; 3] {
    let said = |no_survey_since, agrees_to_survey| Known { no_survey_since, agrees_to_survey, ..known.clone() };
    [said(None, true), said(Some(ago(9)), false), said(None, false)]
}

/// Completed courses of which surveys have been answered, given up, or neither, and come due or not.
fn after_completion(template: &Known) -> Vec<Known> {
    let mut all = Vec::new();
    for twelve_due_on in [None, Some(ago(200)), Some(ago(1)), Some(today()), Some(today() + Days::new(1))] {
        for number in 0..(1_u32 << 4) {
            let bit = |place: u32, day: NaiveDate| ((number >> place) & 1 == 1).then_some(day);
            all.extend(to_surveys(&Known {
                state: State::Finished,
                class_override: Some(courses::CourseClass::Completed),
                ended_on: Some(ago(400)),
                twelve_due_on,
                exit_answered_on: bit(0, ago(390)),
                exit_not_reached_on: bit(1, ago(380)),
                twelve_answered_on: bit(2, ago(20)),
                twelve_not_reached_on: bit(3, ago(10)),
                ..template.clone()
            }));
        }
    }
    all
}

#[tokio::test]
async fn only_whoever_agrees_is_said_to_be_asked_and_only_on_a_day_that_lies_ahead() {
    let app = support::start().await;
    let mut promised = 0;
    for known in after_completion(&known(&app).await) {
        let standing = Standing::of(&known, rules(&app), today());
        for (tr, again, asks) in [
            (Tr::Danish, "bliver spurgt", ["Vi spørger", "tid til"]),
            (Tr::English, "will be asked", ["We ask ", "it is time"]),
        ] {
            let sentence = standing.sentence(tr);
            let is_asked = sentence.contains(again) || asks.iter().any(|words| sentence.contains(words));
            assert!(known.agrees_to_survey || !is_asked, "nobody agreed to that: {sentence}");
            if let Some(due) = known.twelve_due_on.filter(|_| sentence.contains(again)) {
                assert!(due > today() && says(&sentence, tr, due), "{sentence}");
                promised += 1;
            } else {
                assert!(!sentence.contains(again), "on no day: {sentence}");
            }
        }
    }
    assert!(promised > 0);
}

#[tokio::test]
async fn the_answer_that_was_given_is_told_whatever_is_said_to_being_asked_again() {
    let app = support::start().await;
    let answered = Known {
        state: State::Finished,
        class_override: Some(courses::CourseClass::Completed),
        exit_answered_on: Some(ago(30)),
        twelve_due_on: Some(today() + Days::new(335)),
        ..known(&app).await
    };
    let places = to_surveys(&answered).map(|known| Standing::of(&known, rules(&app), today()));
    assert_eq!(
        places.map(|standing| (standing.place, standing.day)),
        [Place::ExitAnswered, Place::ExitAnsweredNoMore, Place::ExitAnsweredUnagreed].map(|place| (place, ago(30)))
    );
    let sentence = places[0].sentence(Tr::Danish);
    assert!(says(&sentence, Tr::Danish, today() + Days::new(335)), "{sentence}");
}

#[tokio::test]
async fn a_consent_taken_back_later_changes_what_the_referrer_is_promised() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let referrer = app.referrer(&partner).await;
    let referral = app.referral_by("Amira", &partner, referrer.user.as_ref()).await;
    app.agreed(&referral, ConsentPurpose::Survey).await;
    let course = app.course(&referral, &app.mentor("Jonas").await).await;
    let ended = courses::ActiveModel {
        id: Set(course.id),
        ended_on: Set(Some(ago(1))),
        seat_hold_id: Set(None),
        class_override: Set(Some(courses::CourseClass::Completed)),
        ..Default::default()
    };
    ended.update(app.db()).await.unwrap();
    survey::schedule(app.db()).await.unwrap();
    let page = format!("/referrals/{}", referral.id);
    referrer.get(&page).await.assert_shows("Vi spørger den unge");
    let answered = surveys::Entity::update_many()
        .col_expr(surveys::Column::AnsweredOn, Expr::value(today()))
        .col_expr(surveys::Column::Status, Expr::value(ActivityStatus::Job))
        .filter(surveys::Column::Kind.eq(SurveyKind::Exit));
    answered.exec(app.db()).await.unwrap();
    referrer.get(&page).await.assert_shows("bliver spurgt igen den 3. marts 2027");

    referrer.submit(&format!("{page}/consents/withdrawal"), &[("purpose", "survey")]).await.assert_taken();

    for page in [page, "/referrals".to_owned()] {
        referrer.get(&page).await.assert_shows("Den unge vil ikke spørges igen").assert_hides("bliver spurgt igen");
    }
}
