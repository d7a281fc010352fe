//! The database refuses "not reached" whoever writes: only tries that count are counted.

use entity::contact_attempts::{self, AttemptChannel, AttemptResult};
use sea_orm::DbErr;

use super::{
    attempts::{due_long, write},
    *,
};

use AttemptChannel::{Email, Phone};

async fn give_up(app: &TestApp, survey: &Survey) -> Result<(), DbErr> {
    let given_up =
        surveys::ActiveModel { id: Set(survey.id), not_reached_on: Set(Some(today())), ..Default::default() };
    given_up.update(app.db()).await.map(drop)
}

/// Whether tries so many days ago, at an hour, by a channel, are enough for a survey that was due forty days ago.
async fn are_enough(tries: &[(u64, u32, AttemptChannel)]) -> bool {
    let app = support::start().await;
    let survey = due_long(&app).await;
    for tried in tries {
        write(&app, &survey, *tried).await;
    }
    give_up(&app, &survey).await.is_ok()
}

/// Today is a Wednesday: 4, 11 and 18 days ago were Saturdays.
#[tokio::test]
async fn two_parts_of_the_week_are_needed_of_which_one_is_an_evening_or_the_weekend() {
    assert!(!are_enough(&[(20, 10, Phone), (12, 11, Email), (2, 15, Phone)]).await, "all by day");
    assert!(!are_enough(&[(20, 18, Phone), (12, 17, Email), (2, 16, Phone)]).await, "all in the evening");
    assert!(!are_enough(&[(18, 10, Phone), (11, 18, Email), (4, 11, Phone)]).await, "all at the weekend");
    assert!(are_enough(&[(20, 10, Phone), (12, 11, Email), (2, 16, Phone)]).await);
    assert!(are_enough(&[(20, 10, Phone), (12, 11, Email), (4, 10, Phone)]).await);
    assert!(are_enough(&[(20, 18, Phone), (12, 17, Email), (4, 10, Phone)]).await);
}

#[tokio::test]
async fn days_channels_and_two_weeks_are_needed() {
    assert!(!are_enough(&[]).await);
    assert!(!are_enough(&[(20, 10, Phone), (20, 18, Email), (2, 16, Phone)]).await, "two days");
    assert!(!are_enough(&[(20, 10, Phone), (12, 11, Phone), (2, 16, Phone)]).await, "one channel");
    assert!(!are_enough(&[(15, 10, Phone), (12, 11, Email), (2, 16, Phone)]).await, "thirteen days");
}

#[tokio::test]
async fn a_try_before_the_survey_was_due_or_after_the_day_counts_for_nothing() {
    assert!(!are_enough(&[(41, 18, Phone), (12, 11, Email), (2, 15, Phone)]).await, "before it was due");
    let app = support::start().await;
    let survey = due_long(&app).await;
    for tried in [(20, 10, Phone), (12, 11, Email), (0, 18, Phone)] {
        write(&app, &survey, tried).await;
    }
    let yesterday = Some(today() - Days::new(1));
    let early = surveys::ActiveModel { id: Set(survey.id), not_reached_on: Set(yesterday), ..Default::default() };
    assert!(early.update(app.db()).await.is_err());
    give_up(&app, &survey).await.unwrap();
}

#[tokio::test]
async fn what_came_back_was_struck_out_or_has_no_hour_counts_for_no_part_of_the_week() {
    let changes: [fn(&mut contact_attempts::ActiveModel); 3] = [
        |row| row.result = Set(AttemptResult::Bounced),
        |row| row.struck_on = Set(Some(today())),
        |row| row.attempted_at = Set(None),
    ];
    for change in changes {
        let app = support::start().await;
        let survey = due_long(&app).await;
        for tried in [(20, 10, Phone), (12, 11, Email), (2, 18, Phone)] {
            write(&app, &survey, tried).await;
        }
        let mut row = contact_attempts::ActiveModel { ..Default::default() };
        change(&mut row);
        let evening = contact_attempts::Column::AttemptedOn.eq(today() - Days::new(2));
        contact_attempts::Entity::update_many().set(row).filter(evening).exec(app.db()).await.unwrap();

        assert!(give_up(&app, &survey).await.is_err());
    }
}
