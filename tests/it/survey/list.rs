//! The list of surveys, and its states.

use super::*;

#[tokio::test]
async fn the_list_is_filtered_by_state_and_text() {
    let app = support::start().await;
    exit_survey(&app, "Amira").await;
    let answered = exit_survey(&app, "Bilal").await;
    let status = surveys::ActiveModel {
        id: Set(answered.id),
        answered_on: Set(Some(today())),
        status: Set(Some(ActivityStatus::Job)),
        ..Default::default()
    };
    status.update(app.db()).await.unwrap();
    let staff = app.staff().await;

    staff.get("/surveys?state=due").await.assert_ok().assert_shows("Amira").assert_hides("Bilal");
    staff.get("/surveys?state=answered").await.assert_shows("Bilal").assert_hides("Amira");
    staff.get("/surveys?q=ami&sort=name&dir=desc").await.assert_shows("Amira").assert_hides("Bilal");
    staff.get("/surveys?state=upcoming").await.assert_shows("Amira").assert_shows("Bilal");
}

#[tokio::test]
async fn the_filter_of_a_list_and_the_state_of_a_survey_agree() {
    let app = support::start().await;
    exit_survey(&app, "Amira").await;
    let unwilling = exit_survey(&app, "Carla").await;
    app.refused(&referral_of(&app, &unwilling).await, ConsentPurpose::Survey).await;
    let given_up = exit_survey(&app, "Bilal").await;
    attempts::tried_enough(&app, &given_up).await;
    let not_reached =
        surveys::ActiveModel { id: Set(given_up.id), not_reached_on: Set(Some(today())), ..Default::default() };
    not_reached.update(app.db()).await.unwrap();

    let mut found = 0;
    for state in State::all() {
        let rows = survey::with_people().filter(state.condition(today())).all(app.db()).await.unwrap();
        for row in &rows {
            let course = courses::Entity::find_by_id(row.course_id).one(app.db()).await.unwrap().unwrap();
            let says = agreement(app.db(), course.referral_id, ConsentPurpose::Survey).await.unwrap();
            assert_eq!(survey::state(Facts::of(row, says), today()), state);
        }
        found += rows.len();
    }

    assert_eq!(found, 6);
}
