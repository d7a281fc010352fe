//! The answers in the report: counts of five and more, and a file without names and words.

use super::*;

/// Writes down what so many mentors said of one item.
async fn mentors_say(app: &TestApp, item: &str, values: &[Option<&str>]) {
    let pair = over_in(app).await;
    for (number, value) in values.iter().enumerate() {
        let course = entity::courses::ActiveModel {
            id: Set(Uuid::now_v7()),
            reference: Set(format!("{item}-{number}")),
            referral_id: Set(pair.0),
            mentor_id: Set(pair.1),
            matched_on: Set(today() - Days::new(9)),
            planned_end_on: Set(today()),
            ended_on: Set(Some(today())),
            version: Set(0),
            ..Default::default()
        };
        let course = course.insert(app.db()).await.unwrap();
        let asked = questionnaires::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            instrument: Set("exit_mentor".into()),
            version: Set(1),
            side: Set(QuestionnaireSide::Mentor),
            wave: Set(Wave::End),
            due_on: Set(today()),
            opened_on: Set(today()),
            asked_on: Set(Some(today())),
            closes_on: Set(today() + Days::new(30)),
            ..Default::default()
        };
        let asked = questionnaires::Entity::insert(asked).exec_with_returning(app.db()).await.unwrap();
        if let Some(value) = value {
            let row = questionnaire_answers::ActiveModel {
                id: Set(Uuid::now_v7()),
                questionnaire_id: Set(asked.id),
                item: Set(item.into()),
                value: Set(Some((*value).into())),
                version: Set(1),
                through: Set(entity::surveys::AnsweredThrough::Link),
                language: Set("da".into()),
                answered_on: Set(today()),
                written_at: Set(app.app.clock.now()),
                ..Default::default()
            };
            questionnaire_answers::Entity::insert(row).exec_without_returning(app.db()).await.unwrap();
        }
    }
}

/// A referral and a mentor.
async fn over_in(app: &TestApp) -> (Uuid, Uuid) {
    let referral = app.referral("Amira Hassan").await;
    let mentor = app.mentor("Jonas").await;
    (referral.id, mentor.id)
}

#[tokio::test]
async fn a_question_is_counted_from_five_answers_on() {
    for (answered, is_shown) in [(4, false), (5, true)] {
        let app = crate::support::start().await;
        let mut values = vec![Some("4"); answered];
        values.push(None);
        mentors_say(&app, "goals", &values).await;

        let page = app.staff().await.get("/outcomes").await;

        page.assert_ok().assert_shows(&format!("{answered} af {} spurgte har svaret", answered + 1));
        assert_eq!(page.body.contains("Det meste: 5"), is_shown, "{answered}");
    }
}

#[tokio::test]
async fn whoever_wrote_words_of_their_own_alone_has_answered() {
    let app = crate::support::start().await;
    mentors_say(&app, "missed", &[Some("Mere tid"), None]).await;

    let page = app.staff().await.get("/outcomes").await;

    page.assert_ok().assert_shows("1 af 2 spurgte har svaret").assert_hides("Mere tid");
}

#[tokio::test]
async fn the_file_has_a_row_for_each_answer_without_names_and_without_their_own_words() {
    let app = crate::support::start().await;
    mentors_say(&app, "goals", &[Some("4"), None]).await;
    mentors_say(&app, "missed", &[Some("Jonas kom for sent")]).await;
    let staff = app.staff().await;

    let file = staff.get("/outcomes/answers?file=csv").await;

    let lines: Vec<_> = file.assert_ok().body.trim_start_matches('\u{feff}').lines().collect();
    // The words stand behind the codes, which machines find where they were.
    let codes =
        "course,instrument,instrument_version,side,wave,is_baseline,item,value,missing,answered_on,through,language";
    assert_eq!(lines[0], format!("{codes},item_told,value_told"));
    let question = "\"Nåede den unge det, I satte jer for?\"";
    assert_eq!(
        lines[1..],
        [format!("goals-0,exit_mentor,1,mentor,end,,goals,4,,2026-03-04,link,da,{question},Det meste")]
    );
    let definitions = staff.get("/outcomes/definitions?file=csv").await;
    definitions.assert_shows("exit_mentor.goals").assert_shows("Nåede den unge det, I satte jer for?");
}

#[tokio::test]
async fn a_file_of_an_earlier_day_says_what_counted_then() {
    let app = crate::support::start().await;
    mentors_say(&app, "goals", &[Some("4")]).await;
    app.days_pass(2);

    let before = app.staff().await.get("/outcomes/answers?as_of=03-03-2026&file=csv").await;
    let now = app.staff().await.get("/outcomes/answers?file=csv").await;

    assert_eq!((before.assert_ok().body.lines().count(), now.assert_ok().body.lines().count()), (1, 2));
}
