//! Every door to a seat at once: staff who propose, the matching meeting, both sides' answers, a course that is reopened.
//! However it goes, no mentor holds more seats than there are, and of two answers one counts.

use brobyg::{
    course::ending,
    matching::{self, Decline, NewProposal, State, Through, state},
    planning,
    viewer::Viewer,
};
use chrono::Days;
use entity::{
    Course, Mentor, Proposal, Referral, courses, planned_pairs, proposals,
    proposals::{DeclineReason, ProposalMethod},
    seat_holds,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use tokio::task::JoinSet;

use crate::support::{self, TestApp, today};

fn searched(referral: &Referral, mentor: &Mentor) -> NewProposal {
    NewProposal {
        referral_id: referral.id,
        mentor_id: mentor.id,
        method: ProposalMethod::Searched,
        facts: serde_json::json!({}),
    }
}

impl TestApp {
    /// A course of these two that ended yesterday, without a seat.
    async fn ended_course(&self, referral: &Referral, mentor: &Mentor) -> Course {
        let course = courses::ActiveModel {
            id: Set(sea_orm::prelude::Uuid::now_v7()),
            reference: Set(format!("slut-{}", referral.reference)),
            referral_id: Set(referral.id),
            mentor_id: Set(mentor.id),
            matched_on: Set(today() - Days::new(30)),
            planned_end_on: Set(today() + Days::new(60)),
            ended_on: Set(Some(today() - Days::new(1))),
            version: Set(0),
            ..Default::default()
        };
        course.insert(self.db()).await.unwrap()
    }

    /// Holds, open proposals and running courses of a mentor: each open proposal and each running course has one hold.
    async fn seats_of(&self, mentor: &Mentor) -> (u64, u64) {
        let holds = seat_holds::Entity::find().filter(seat_holds::Column::MentorId.eq(mentor.id));
        let proposals = proposals::Entity::find()
            .filter(proposals::Column::MentorId.eq(mentor.id))
            .filter(proposals::Column::ClosedAt.is_null());
        let courses = courses::open().filter(courses::Column::MentorId.eq(mentor.id));
        let taken = proposals.count(self.db()).await.unwrap() + courses.count(self.db()).await.unwrap();
        (holds.count(self.db()).await.unwrap(), taken)
    }
}

/// The matching meeting proposes everybody it has paired.
async fn planned(app: &TestApp, viewer: &Viewer) -> (sea_orm::prelude::Uuid, Vec<sea_orm::prelude::Uuid>) {
    brobyg::mentor::index::rebuild(&app.app).await.unwrap();
    let now = app.app.clock.now();
    let meeting = planning::open(app.db(), now, viewer).await.unwrap();
    planning::solve((app.db(), &app.app.search, &app.app.config.rules, now), viewer, meeting.id).await.unwrap();
    let pairs = planned_pairs::Entity::find().filter(planned_pairs::Column::MentorId.is_not_null());
    let pairs = pairs.all(app.db()).await.unwrap();
    (meeting.id, pairs.into_iter().map(|pair| pair.id).collect())
}

#[tokio::test]
async fn through_whichever_doors_they_come_at_once_no_more_seats_are_held_than_there_are() {
    let app = support::start().await;
    let jonas = app.mentor_in("Jonas", "it-udvikler", "62", 4).await;
    let viewer = app.viewer().await;
    // One has the mentor's yes, one had a course, and eight wait for the three seats that are left.
    let accepted = app.proposal(&app.referral("Amira").await, &jonas).await;
    matching::accept(app.db(), app.app.clock.now(), &app.app.config.rules, &viewer, accepted.id).await.unwrap();
    let ended = app.ended_course(&app.referral("Bilal").await, &jonas).await;
    let mut waiting = Vec::new();
    for number in 0..8 {
        waiting.push(app.referral(&format!("Ung {number}")).await);
    }
    let (meeting, pairs) = planned(&app, &viewer).await;
    assert_eq!(pairs.len(), 3);

    let mut doors = JoinSet::new();
    for referral in waiting {
        let (app, viewer, new) = (app.app.clone(), viewer.clone(), searched(&referral, &jonas));
        doors.spawn(async move {
            drop(matching::propose(&app.db, app.clock.now(), &app.config.rules, &viewer, new).await);
        });
    }
    for pair in pairs {
        let (app, viewer) = (app.app.clone(), viewer.clone());
        doors.spawn(async move {
            let now = app.clock.now();
            planning::propose_pairs(&app.db, now, &app.config.rules, &viewer, meeting, &[pair]).await.unwrap();
        });
    }
    let (young, staff) = (app.app.clone(), viewer.clone());
    doors.spawn(async move {
        let through = Through::Staff(&staff, accepted.id);
        matching::mentee_accepts(&young.db, young.clock.now(), &young.config.rules, through).await.unwrap();
    });
    let (again, staff) = (app.app.clone(), viewer.clone());
    doors.spawn(async move {
        drop(ending::reopen(&again.db, again.clock.now(), &staff, ended.id, "Forkert".into()).await);
    });
    while let Some(door) = doors.join_next().await {
        door.unwrap();
    }

    assert_eq!(app.seats_of(&jonas).await, (4, 4));
    let planned = planned_pairs::Entity::find().filter(planned_pairs::Column::ProposalId.is_not_null());
    let of_meeting = proposals::Entity::find().filter(proposals::Column::Method.eq(ProposalMethod::Planned));
    assert_eq!(planned.count(app.db()).await.unwrap(), of_meeting.count(app.db()).await.unwrap());
    assert_eq!(app.findings().await.wrong, Vec::<String>::new());
}

#[tokio::test]
async fn one_young_person_sent_back_for_a_rematch_is_proposed_once_whoever_proposes() {
    let app = support::start().await;
    let viewer = app.viewer().await;
    let (amira, before) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let ended = app.ended_course(&amira, &before).await;
    let mut mentors = Vec::new();
    for number in 0..5 {
        mentors.push(app.mentor(&format!("Mona-{number}")).await);
    }

    let mut doors = JoinSet::new();
    for mentor in mentors.clone() {
        let (app, viewer, new) = (app.app.clone(), viewer.clone(), searched(&amira, &mentor));
        doors.spawn(async move {
            // Until the rematch is wanted the referral does not wait.
            for _ in 0..50 {
                let tried = NewProposal { facts: new.facts.clone(), ..new };
                if matching::propose(&app.db, app.clock.now(), &app.config.rules, &viewer, tried).await.is_ok() {
                    return true;
                }
                tokio::task::yield_now().await;
            }
            false
        });
    }
    for _ in 0..2 {
        let (app, viewer) = (app.app.clone(), viewer.clone());
        doors.spawn(async move {
            drop(ending::rematch(&app.db, app.clock.now(), &viewer, ended.id, None, |_| Ok(())).await);
            false
        });
    }
    let mut won = 0;
    while let Some(door) = doors.join_next().await {
        won += u32::from(door.unwrap());
    }

    assert!(won <= 1, "{won} proposals of one referral");
    let holds = seat_holds::Entity::find().count(app.db()).await.unwrap();
    assert_eq!(holds, u64::from(won));
    assert_eq!(app.seats_of(&before).await, (0, 0));
}

#[tokio::test]
async fn of_a_yes_and_a_no_at_once_one_counts_and_the_other_is_told() {
    for round in 0..8 {
        let app = support::start().await;
        let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
        let proposal = app.proposal(&amira, &jonas).await;
        let viewer = app.viewer().await;
        let (yes, no) = (app.app.clone(), app.app.clone());
        let (accepting, declining) = (viewer.clone(), viewer);
        let accept = tokio::spawn(async move {
            matching::accept(&yes.db, yes.clock.now(), &yes.config.rules, &accepting, proposal.id).await.is_ok()
        });
        let decline = tokio::spawn(async move {
            let refusal = Decline { reason: DeclineReason::NoTime, note: None };
            matching::decline(&no.db, no.clock.now(), &declining, proposal.id, refusal).await.is_ok()
        });
        let (accepted, declined) = (accept.await.unwrap(), decline.await.unwrap());

        assert!(accepted != declined, "round {round}: accepted {accepted}, declined {declined}");
        let left = again(&app, proposal.id).await;
        let expected = if accepted { (State::AwaitingMentee, 1) } else { (State::Declined, 0) };
        assert_eq!((state(&left), app.seats_of(&jonas).await.0), expected);
    }
}

#[tokio::test]
async fn of_the_young_persons_yes_and_no_at_once_one_counts() {
    for round in 0..8 {
        let app = support::start().await;
        let (amira, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
        let proposal = app.proposal(&amira, &jonas).await;
        let viewer = app.viewer().await;
        matching::accept(app.db(), app.app.clock.now(), &app.app.config.rules, &viewer, proposal.id).await.unwrap();
        let (yes, no) = (app.app.clone(), app.app.clone());
        let (accepting, declining) = (viewer.clone(), viewer);
        let accept = tokio::spawn(async move {
            let through = Through::Staff(&accepting, proposal.id);
            matching::mentee_accepts(&yes.db, yes.clock.now(), &yes.config.rules, through).await.is_ok()
        });
        let decline = tokio::spawn(async move {
            let refusal = Decline { reason: DeclineReason::NoLongerWants, note: None };
            matching::mentee_declines(&no.db, no.clock.now(), Through::Staff(&declining, proposal.id), refusal)
                .await
                .is_ok()
        });
        let (accepted, declined) = (accept.await.unwrap(), decline.await.unwrap());

        assert!(accepted != declined, "round {round}: accepted {accepted}, declined {declined}");
        let begun = courses::Entity::find().count(app.db()).await.unwrap();
        assert_eq!((begun, app.seats_of(&jonas).await), if accepted { (1, (1, 1)) } else { (0, (0, 0)) });
    }
}

async fn again(app: &TestApp, id: sea_orm::prelude::Uuid) -> Proposal {
    proposals::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap()
}
