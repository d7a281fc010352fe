//! While contact between the two is stopped, no letter goes to one of them about the other or about meeting.

use std::collections::BTreeSet;

use brobyg::jobs::LETTERS;
use entity::{
    concerns::{self, ConcernSide},
    contact_stops, courses,
    messages::AddresseeKind,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use crate::reach::scene::{Scene, Young};

/// What still goes to one of the two, each with the reason.
const STILL_GOES: [(&str, &str); 10] = [
    ("advice_answered", "staff answer what the mentor asked them"),
    ("contact_of_mentor", "it says who of staff to turn to"),
    ("course_ended_mentor", "the course is over"),
    ("course_ended_mentee", "the course is over"),
    ("interview_mentor", "the course is over"),
    ("interview_young_person", "the course is over"),
    ("quiet-test", "the course is over"),
    ("survey-link", "the course is over"),
    ("survey-link-other", "the course is over"),
    ("survey-link-last", "the course is over"),
];

/// Stops contact in every course that there is. False where there is none.
async fn stop(scene: &Scene) -> bool {
    let db = scene.app.db();
    let (now, courses) = (scene.app.app.clock.now(), courses::Entity::find().all(db).await.unwrap());
    for course in &courses {
        let concern = concerns::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            side: Set(ConcernSide::Staff),
            raised_at: Set(now),
            said: Set("Noget er galt".into()),
            wants_stop: Set(true),
            ..Default::default()
        };
        let concern = concern.insert(db).await.unwrap();
        let stopped = contact_stops::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            concern_id: Set(concern.id),
            stopped_at: Set(now),
            stopped_by: Set(scene.staff.id),
            ..Default::default()
        };
        stopped.insert(db).await.unwrap();
    }
    !courses.is_empty()
}

#[tokio::test]
async fn nothing_goes_to_the_two_of_a_course_whose_contact_is_stopped() {
    let (mut sent, mut stopped) = (BTreeSet::new(), 0);
    for kind in LETTERS.iter().copied().flatten() {
        let scene = Scene::set(Young::Own).await;
        let subject = scene.subject(kind.name).await;
        if !stop(&scene).await {
            continue;
        }
        stopped += 1;
        let letter = scene.letter(kind, subject).await;
        let is_to_one_of_them = |kind| matches!(kind, AddresseeKind::Mentor | AddresseeKind::YoungPerson);
        if letter.is_some_and(|letter| is_to_one_of_them(letter.whom.kind)) {
            sent.insert(kind.name);
        }
    }
    let excused: BTreeSet<&str> = STILL_GOES.iter().map(|(kind, _)| *kind).collect();
    assert!(stopped > 20, "only {stopped} letters are about a course");
    assert_eq!(sent.difference(&excused).collect::<Vec<_>>(), Vec::<&&str>::new());
}
