//! Since when staff are to see to a silence.

use brobyg::course::silence_since;
use sea_orm::{QuerySelect, prelude::Uuid};

use super::*;
use crate::course::amira_and_jonas;

#[tokio::test]
async fn a_silence_that_a_meeting_ended_makes_the_next_one_no_older() {
    let pair = amira_and_jonas().await;
    pair.met(5).await;
    for (since, taken) in [(60, 50), (1, 0)] {
        let step = silence_steps::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(pair.course.id),
            since_on: Set(today() - Days::new(since)),
            step: Set(SilenceStep::Staff),
            taken_on: Set(today() - Days::new(taken)),
            ..Default::default()
        };
        silence_steps::Entity::insert(step).exec_without_returning(pair.app.db()).await.unwrap();
    }
    let own = entity::courses::Entity::find_by_id(pair.course.id).select_only().expr(silence_since());

    let since: Option<Option<NaiveDate>> = own.into_tuple().one(pair.app.db()).await.unwrap();

    assert_eq!(since, Some(Some(today())));
}
