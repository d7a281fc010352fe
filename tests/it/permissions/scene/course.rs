//! Proposals and courses: one of the mentor who asks, one of another mentor.

use chrono::Days;
use entity::{Course, courses, goals, links::LinkPurpose, meetings, proposals, seat_holds};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::{Scene, Things};
use crate::support::{TestApp, today};

impl Scene {
    pub(super) async fn course(&mut self) {
        let [own, other] =
            [goal_and_meeting(&self.app, &self.own).await, goal_and_meeting(&self.app, &self.other).await];
        let words = ["goal.own_mentor", "meeting.own_mentor", "course.own_mentor_ended"];
        let others = ["goal.other_mentor", "meeting.other_mentor", "course.other_mentor_ended"];
        words.into_iter().zip(own).chain(others.into_iter().zip(other)).for_each(|(name, id)| self.name(name, id));
    }

    pub(super) async fn matching(&mut self) {
        let own = proposal(&self.app, &self.own).await;
        let other = proposal(&self.app, &self.other).await;
        self.name("proposal.own_mentor", own);
        self.name("proposal.other_mentor", other);
        self.link("link.mentee_answer", LinkPurpose::MenteeAnswer, own).await;
    }
}

/// A goal and a meeting of the running course, and a course of the same two that has ended.
async fn goal_and_meeting(app: &TestApp, things: &Things) -> [Uuid; 3] {
    let goal = goals::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(things.course.id),
        position: Set(1),
        text: Set("Finde en læreplads".into()),
        reached_on: Set(None),
    };
    let meeting = meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(things.course.id),
        held_on: Set(today() - Days::new(3)),
        attendance: Set(meetings::Attendance::Held),
        logged_at: Set(app.app.clock.now()),
        ..Default::default()
    };
    let goal = goals::Entity::insert(goal).exec_with_returning(app.db()).await.unwrap();
    let meeting = meetings::Entity::insert(meeting).exec_with_returning(app.db()).await.unwrap();
    [goal.id, meeting.id, ended(app, things).await.id]
}

async fn ended(app: &TestApp, things: &Things) -> Course {
    let course = courses::ActiveModel {
        id: Set(Uuid::now_v7()),
        reference: Set(Uuid::now_v7().simple().to_string()),
        referral_id: Set(things.course.referral_id),
        mentor_id: Set(things.mentor.id),
        matched_on: Set(today() - Days::new(300)),
        planned_end_on: Set(today() - Days::new(100)),
        ended_on: Set(Some(today() - Days::new(90))),
        version: Set(0),
        ..Default::default()
    };
    courses::Entity::insert(course).exec_with_returning(app.db()).await.unwrap()
}

/// Waits for the mentor's answer, on the mentor's second seat.
async fn proposal(app: &TestApp, things: &Things) -> Uuid {
    let hold = seat_holds::ActiveModel {
        id: Set(Uuid::now_v7()),
        mentor_id: Set(things.mentor.id),
        number: Set(2),
        held_from: Set(today()),
    };
    let hold = hold.insert(app.db()).await.unwrap();
    let proposal = proposals::ActiveModel {
        id: Set(Uuid::now_v7()),
        referral_id: Set(things.referral.id),
        mentor_id: Set(things.mentor.id),
        seat_hold_id: Set(Some(hold.id)),
        proposed_at: Set(app.app.clock.now()),
        method: Set(proposals::ProposalMethod::Suggested),
        facts: Set(serde_json::json!({})),
        expires_on: Set(today() + Days::new(7)),
        ..Default::default()
    };
    proposals::Entity::insert(proposal).exec_with_returning(app.db()).await.unwrap().id
}
