//! Courses that need something of staff besides their state.

use chrono::Days;
use entity::{
    advice_requests, concerns,
    contact_attempts::{AttemptChannel, AttemptResult},
    follow_up_tries, follow_ups, goals,
    meeting_questions::{self, DidMeet},
    messages, referrals, silence_steps, status_replies,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use crate::support::{TestApp, today};

/// Agreed meetings without an answer, twice of one course and once of today; and people with and without a way to them.
pub async fn courses(app: &TestApp) {
    let staff = app.staff().await.user.unwrap();
    let met = app.course_that("Agreed", |_| ()).await;
    let waits = app.course_that("Agreed for today", |_| ()).await;
    let now = app.app.clock.now();
    for (course, days_ago) in [(&met, 2), (&met, 4), (&waits, 0)] {
        app.met(course, 9).await;
        let starts_at = now - chrono::Duration::days(days_ago) - chrono::Duration::minutes(5);
        let planned = entity::planned_meetings::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            starts_at: Set(starts_at),
            minutes: Set(60),
            channel: Set(entity::meetings::Channel::InPerson),
            suggested_by: Set(Some(staff.id)),
            made_at: Set(starts_at),
            sequence: Set(0),
            changed_at: Set(starts_at),
            ..Default::default()
        };
        planned.insert(app.db()).await.unwrap();
    }
    said_no(app, staff.id).await;
    let met = entity::mentors::Entity::find_by_id(met.mentor_id).one(app.db()).await.unwrap().unwrap();
    dead(app, (messages::AddresseeKind::Mentor, met.id), met.email).await;
    for (name, phone) in [("Gone", None), ("Phoned", Some("+45 12 34 56 78"))] {
        let course = app.course_that(name, |_| ()).await;
        app.met(&course, 9).await;
        let referral = referrals::Entity::find_by_id(course.referral_id).one(app.db()).await.unwrap().unwrap();
        let (id, email) = (referral.young_person_id, format!("{}@ung.example", name.to_lowercase()));
        let person = entity::young_people::ActiveModel {
            id: Set(id),
            email: Set(Some(email.clone())),
            phone: Set(phone.map(str::to_owned)),
            contact_preference: Set(None),
            ..Default::default()
        };
        person.update(app.db()).await.unwrap();
        dead(app, (messages::AddresseeKind::YoungPerson, id), email).await;
    }
}

async fn dead(app: &TestApp, (owner, owner_id): (messages::AddresseeKind, Uuid), value: String) {
    let way = entity::contact_ways::ActiveModel {
        id: Set(Uuid::now_v7()),
        owner: Set(owner),
        owner_id: Set(owner_id),
        kind: Set(entity::contact_ways::WayKind::Mail),
        value: Set(value),
        name: Set(String::new()),
        added_on: Set(today()),
        died_on: Set(Some(today())),
        ..Default::default()
    };
    way.insert(app.db()).await.unwrap();
}

/// Both calendars of one course say no to a meeting of tomorrow, and one of another course to what was moved since.
async fn said_no(app: &TestApp, staff: Uuid) {
    let now = app.app.clock.now();
    for (name, sequence) in [("Declined", 0), ("Declined and moved", 1)] {
        let course = app.course_that(name, |_| ()).await;
        app.met(&course, 9).await;
        let planned = entity::planned_meetings::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            starts_at: Set(now + chrono::Duration::days(1)),
            minutes: Set(60),
            channel: Set(entity::meetings::Channel::InPerson),
            suggested_by: Set(Some(staff)),
            made_at: Set(now),
            sequence: Set(sequence),
            changed_at: Set(now),
            ..Default::default()
        };
        let planned = planned.insert(app.db()).await.unwrap();
        for addressee in [messages::AddresseeKind::Mentor, messages::AddresseeKind::YoungPerson] {
            let answer = entity::calendar_answers::ActiveModel {
                id: Set(Uuid::now_v7()),
                planned_meeting_id: Set(planned.id),
                addressee: Set(addressee),
                says: Set(entity::calendar_answers::CalendarSays::Declined),
                sequence: Set(0),
                stamped_at: Set(now),
                told_at: Set(now),
                ..Default::default()
            };
            answer.insert(app.db()).await.unwrap();
        }
    }
}

/// Questions that are not clear, once by disagreement and once as nobody answers; a step about silence that is of staff, a step
/// of a goal whose day has come, and concerns, one of them closed.
pub async fn contact_work(app: &TestApp) {
    let now = app.app.clock.now();
    for (name, mentor_said, mentee_said, days_ago) in [
        ("Differing", Some(DidMeet::Met), Some(DidMeet::NotMet), 1),
        ("Unanswered", None, None, 20),
        ("Asked just now", None, None, 0),
    ] {
        let course = app.course_that(name, |_| ()).await;
        app.met(&course, 5).await;
        let question = meeting_questions::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            about_on: Set(today()),
            since_on: Set(today()),
            asked_at: Set(now - chrono::Duration::days(days_ago)),
            mentor_said: Set(mentor_said),
            mentee_said: Set(mentee_said),
            ..Default::default()
        };
        question.insert(app.db()).await.unwrap();
    }
    let silent = app.course_that("Fallen silent", |_| ()).await;
    app.met(&silent, 40).await;
    let step = silence_steps::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(silent.id),
        since_on: Set(today() - Days::new(40)),
        step: Set(silence_steps::SilenceStep::Staff),
        taken_on: Set(today()),
        ..Default::default()
    };
    step.insert(app.db()).await.unwrap();
    let aiming = app.course_that("Aiming", |_| ()).await;
    app.met(&aiming, 5).await;
    for (position, days) in [(1, 0), (2, 1)] {
        let goal = goals::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(aiming.id),
            position: Set(position),
            text: Set(format!("Delmål {position}")),
            due_on: Set(Some(today() + Days::new(days))),
            ..Default::default()
        };
        goal.insert(app.db()).await.unwrap();
    }
    for closed_on in [None, None, Some(today())] {
        let concern = concerns::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(aiming.id),
            side: Set(concerns::ConcernSide::Mentor),
            raised_at: Set(now),
            said: Set("Noget er galt".into()),
            wants_stop: Set(false),
            outcome: Set(closed_on.map(|_| concerns::ConcernOutcome::NoGround)),
            closed_on: Set(closed_on),
            ..Default::default()
        };
        concern.insert(app.db()).await.unwrap();
    }
}

/// A follow-up that is due and one that is not, with a step whose day has come; a question for advice, and one of a partner.
pub async fn follow_ups(app: &TestApp) {
    let now = app.app.clock.now();
    let staff = app.staff().await.user.unwrap();
    let course = app.course_that("Followed up", |_| ()).await;
    app.met(&course, 5).await;
    for (side, due_on, reached_on) in [
        (follow_ups::Side::Mentor, today(), None),
        (follow_ups::Side::Mentee, today() + Days::new(1), None),
        (follow_ups::Side::Both, today() - Days::new(3), Some(today())),
    ] {
        let follow_up = follow_ups::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            side: Set(side),
            number: Set(1),
            planned_on: Set(due_on),
            due_on: Set(due_on),
            reached_on: Set(reached_on),
            ..Default::default()
        };
        let follow_up = follow_up.insert(app.db()).await.unwrap();
        if reached_on.is_some() {
            let told = follow_up_tries::ActiveModel {
                id: Set(Uuid::now_v7()),
                follow_up_id: Set(follow_up.id),
                tried_at: Set(now),
                channel: Set(AttemptChannel::Phone),
                result: Set(AttemptResult::Answered),
                has_begun: Set(false),
                step: Set(Some("Send listen".into())),
                step_on: Set(Some(today())),
                told_by: Set(staff.id),
                told_at: Set(now),
                number: Set(1),
                ..Default::default()
            };
            told.insert(app.db()).await.unwrap();
        }
    }
    asked_of_staff(app, &course, staff.id).await;
}

/// A question for advice, one of a partner, and a mentor whom nobody has supported for long.
async fn asked_of_staff(app: &TestApp, course: &entity::Course, staff: Uuid) {
    let now = app.app.clock.now();
    let alone = app.course_that("Alone for long", |row| row.matched_on = Set(today() - Days::new(130))).await;
    app.met(&alone, 5).await;
    let advice = advice_requests::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        text: Set("Hvad gør jeg?".into()),
        asked_at: Set(now),
        asked_by: Set(Some(staff)),
        ..Default::default()
    };
    advice.insert(app.db()).await.unwrap();
    let reply = status_replies::ActiveModel {
        id: Set(Uuid::now_v7()),
        referral_id: Set(course.referral_id),
        is_partners: Set(true),
        text: Set("Hvordan går det?".into()),
        written_at: Set(now),
        written_by: Set(staff),
        ..Default::default()
    };
    reply.insert(app.db()).await.unwrap();
}

/// A file whose people were due to be written to before it came, one of which somebody has said no, and one without such people.
pub async fn file(app: &TestApp) {
    let now = app.app.clock.now();
    for (decided_on, count) in [(None, 3), (Some(today()), 2), (None, 0)] {
        let id = Uuid::now_v7();
        let import = entity::imports::ActiveModel {
            id: Set(id),
            imported_at: Set(now),
            decided_on: Set(decided_on),
            decided_by: Set(None),
            writes: Set(false),
        };
        entity::imports::Entity::insert(import).exec_without_returning(app.db()).await.unwrap();
        if count > 0 {
            let held = entity::held_letters::ActiveModel {
                import_id: Set(id),
                job: Set("interest-questions".into()),
                count: Set(count),
                found_on: Set(today()),
            };
            entity::held_letters::Entity::insert(held).exec_without_returning(app.db()).await.unwrap();
        }
    }
}
