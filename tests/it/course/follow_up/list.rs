//! The list: the states of rows and filters agree, and whose they are.

use std::collections::BTreeSet;

use brobyg::{course::follow_up::State, word::Worded};
use entity::{course_pauses, follow_ups, follow_ups::Side};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::{ago, ahead, planned};
use crate::support::today;

/// The sides on the list, by their badge.
fn shown(body: &str) -> Vec<String> {
    let rows = body.split("<th scope=\"row\">").skip(1);
    rows.filter_map(|row| Some(row.split("class=\"state state-").nth(1)?.split("</span>").next()?.to_owned())).collect()
}

#[tokio::test]
async fn each_state_filters_what_the_rows_say() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    let mut seen = BTreeSet::new();
    let days = [(ago(8), false), (ago(7), false), (today(), false), (ahead(1), false), (today(), true)];
    for (due, is_paused) in days {
        for side in [Side::Mentor, Side::Mentee, Side::Both] {
            let row = pair.next(side).await;
            let row = follow_ups::ActiveModel { id: Set(row.id), due_on: Set(due), ..Default::default() };
            row.update(pair.app.db()).await.unwrap();
        }
        if is_paused {
            let pause = course_pauses::ActiveModel {
                id: Set(Uuid::now_v7()),
                course_id: Set(pair.course.id),
                from_on: Set(today()),
                until_on: Set(None),
                reason: Set("Ferie".into()),
            };
            pause.insert(pair.app.db()).await.unwrap();
        }
        for state in State::all() {
            let label = state.label(brobyg::language::Tr::Danish);
            let page = staff.get(&format!("/follow-ups?state={}", state.code())).await;
            let rows = shown(&page.body);
            assert!(rows.iter().all(|row| row.ends_with(&format!(">{label}"))), "{state:?} on {due}: {rows:?}");
            if !rows.is_empty() {
                assert_eq!(rows.len(), 3);
                seen.insert(state.code().into_owned());
            }
        }
    }
    assert_eq!(seen, ["overdue", "due", "upcoming", "resting"].map(str::to_owned).into());
}

#[tokio::test]
async fn it_is_found_by_either_name_and_taken_away_as_a_file() {
    let pair = planned().await;
    let staff = pair.app.staff().await;
    staff.get("/follow-ups?q=amira").await.assert_shows("Amira Hassan");
    staff.get("/follow-ups?q=jonas").await.assert_shows("Amira Hassan");
    staff.get("/follow-ups?q=ingen").await.assert_hides("Amira Hassan");
    staff.get("/follow-ups?responsible=mine").await.assert_hides("Amira Hassan");
    staff.get("/follow-ups?responsible=nobody").await.assert_shows("Amira Hassan");
    staff.get("/follow-ups?file=csv").await.assert_ok().assert_shows("Amira Hassan");
}
