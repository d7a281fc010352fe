//! Courses: the rules they follow, and what people see of them.

mod class;
mod state;

use brobyg::config::Rules;
use chrono::Days;
use entity::Course;
use sea_orm::prelude::Uuid;

use crate::support::{self, today};

/// A running course that was matched 30 days ago, in memory only.
fn course_row() -> Course {
    Course {
        id: Uuid::now_v7(),
        reference: "C1".into(),
        referral_id: Uuid::now_v7(),
        mentor_id: Uuid::now_v7(),
        proposal_id: None,
        rematch_of: None,
        seat_hold_id: Some(Uuid::now_v7()),
        matched_on: today() - Days::new(30),
        planned_end_on: today() + Days::new(150),
        goal: None,
        role_agreement: None,
        rhythm: None,
        ended_on: None,
        ended_by: None,
        interruption_reason: None,
        ending_note: None,
        onward_plan: None,
        handover: None,
        class_override: None,
        override_reason: None,
        second_route_name: None,
        second_route_phone: None,
        version: 0,
    }
}

async fn rules() -> Rules {
    support::start().await.app.config.rules
}
