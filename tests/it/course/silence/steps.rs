//! The steps on their days, each once, and what stops them.

use brobyg::message::{Addressee, opt_out};
use chrono::Duration;
use entity::{
    consents::ConsentPurpose,
    contact_ways::{self, WayKind},
    course_pauses,
    messages::{self, AddresseeKind, Category},
    planned_meetings,
    silence_steps::SilenceStep::{Mentor, Referrer, SecondRoute, Staff, YoungPerson},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, prelude::Uuid};

use super::{MENTOR, OWN, REFERRER, Silence, local, silence};
use crate::{
    course::{
        held,
        planned::{at, in_days},
    },
    support::today,
};

/// Somebody who agreed to be asked.
async fn second_route(silence: &Silence) {
    let pair = &silence.planning.pair;
    let way = contact_ways::ActiveModel {
        id: Set(Uuid::now_v7()),
        owner: Set(AddresseeKind::YoungPerson),
        owner_id: Set(pair.referral.young_person_id),
        kind: Set(WayKind::SecondContact),
        value: Set("+4520304050".into()),
        name: Set("Hanne".into()),
        agreed_on: Set(Some(today())),
        added_on: Set(today()),
        ..Default::default()
    };
    way.insert(pair.app.db()).await.unwrap();
}

#[tokio::test]
async fn each_step_comes_on_its_day_and_once() {
    let silence = silence().await;
    second_route(&silence).await;

    silence.mornings(1..=14).await;
    assert!(silence.steps().await.is_empty());
    silence.mornings(15..=40).await;

    let days = [(Mentor, 15), (YoungPerson, 19), (SecondRoute, 23), (Referrer, 27), (Staff, 31)];
    assert_eq!(silence.steps().await, days);
    let app = &silence.planning.pair.app;
    for (email, said) in [
        (MENTOR, "Du og Amira har ikke mødtes endnu."),
        (OWN, "Sig bare, hvad du gerne vil."),
        (REFERRER, "Vi kan ikke få fat i en ung, du har henvist. Kan du?"),
    ] {
        let mails = app.mails_to(email).await;
        assert_eq!(mails.iter().filter(|mail| mail.text.contains(said)).count(), 1, "{email}");
        assert!(mails.iter().all(|mail| !mail.subject.contains("Amira")));
    }
    let page = app.staff().await.get(&silence.planning.pair.path("")).await;
    page.assert_shows("Ring til Hanne, 20 30 40 50").assert_shows("Mentoren blev spurgt, om de mødtes");
    let mentor = app.mentor_browser(&silence.planning.pair.mentor).await;
    mentor.get(&silence.planning.pair.path("")).await.assert_hides("Hanne");
}

#[tokio::test]
async fn after_a_meeting_it_begins_after_twenty_one_days_or_twice_the_rhythm() {
    for (rhythm, first) in [(None, 22), (Some(7), 15), (Some(28), 22)] {
        let silence = silence().await;
        let pair = &silence.planning.pair;
        pair.change(|row| row.rhythm_days = Set(rhythm)).await;
        held(&pair.app, &pair.course, today()).await;

        silence.mornings(1..=first - 1).await;
        assert!(silence.steps().await.is_empty(), "{rhythm:?}");
        silence.morning(first).await;
        assert_eq!(silence.steps().await.len(), 1, "{rhythm:?}");
    }
}

#[tokio::test]
async fn nobody_without_a_way_of_their_own_or_a_second_route_is_waited_for() {
    let silence = silence().await;
    let pair = &silence.planning.pair;
    let nothing = entity::young_people::ActiveModel { email: Set(None), phone: Set(None), ..Default::default() };
    pair.app.change_person(&pair.referral, nothing).await;

    silence.mornings(15..=30).await;

    assert_eq!(silence.steps().await, [(Mentor, 15), (Referrer, 19), (Staff, 23)]);
}

#[tokio::test]
async fn it_stops_at_once_when_they_meet_agree_pause_end_or_the_consent_is_gone() {
    for case in ["met", "planned", "paused", "ended", "stopped"] {
        let silence = silence().await;
        let pair = &silence.planning.pair;
        silence.mornings(15..=16).await;
        match case {
            "met" => held(&pair.app, &pair.course, silence.day(16)).await,
            "planned" => drop(silence.planning.plan(at(in_days(30))).await.unwrap()),
            "paused" => {
                let pause = course_pauses::ActiveModel {
                    id: Set(Uuid::now_v7()),
                    course_id: Set(pair.course.id),
                    from_on: Set(silence.day(16)),
                    until_on: Set(None),
                    reason: Set("Eksamen".into()),
                };
                pause.insert(pair.app.db()).await.unwrap();
            }
            "ended" => {
                let ended_on = silence.day(16);
                pair.change(|row| (row.ended_on, row.seat_hold_id) = (Set(Some(ended_on)), Set(None))).await;
            }
            _ => pair.app.refused(&pair.referral, ConsentPurpose::MentorCourse).await,
        }

        silence.mornings(17..=26).await;

        assert_eq!(silence.steps().await, [(Mentor, 15)], "{case}");
    }
}

#[tokio::test]
async fn what_waits_to_leave_is_not_sent_once_they_met() {
    let silence = silence().await;
    let pair = &silence.planning.pair;
    silence.planning.turn(super::local(silence.day(15), 6, 0));
    pair.app.silence_by_clock().await;
    held(&pair.app, &pair.course, silence.day(15)).await;
    silence.planning.turn(super::local(silence.day(15), 11, 0) + Duration::hours(1));

    assert!(pair.app.mails_to(MENTOR).await.is_empty());
}

#[tokio::test]
async fn a_later_silence_has_steps_of_its_own() {
    let silence = silence().await;
    let pair = &silence.planning.pair;
    silence.mornings(15..=20).await;
    held(&pair.app, &pair.course, silence.day(20)).await;

    silence.mornings(21..=42).await;

    assert_eq!(silence.steps().await, [(Mentor, 15), (YoungPerson, 19), (Mentor, 42)]);
}

#[tokio::test]
async fn a_letter_that_arrives_nowhere_is_no_step_carried_out_and_the_next_comes_at_once() {
    let silence = silence().await;
    let pair = &silence.planning.pair;
    let whom = Addressee::young_person(pair.referral.young_person_id);
    opt_out(pair.app.db(), pair.app.app.clock.now(), whom, Category::Reminder).await.unwrap();

    silence.mornings(15..=30).await;

    assert_eq!(silence.steps().await, [(Mentor, 15), (YoungPerson, 19), (Referrer, 20), (Staff, 24)]);
    let page = pair.app.staff().await.get(&pair.path("")).await;
    page.assert_shows("Beskeden kom ikke frem. Vi gik videre med næste skridt.");
    assert_eq!(page.body.matches("Beskeden kom ikke frem").count(), 1);
}

#[tokio::test]
async fn a_letter_that_is_held_back_is_waited_for_and_the_case_says_so() {
    let silence = silence().await;
    let pair = &silence.planning.pair;
    let nudged = messages::ActiveModel {
        category: Set(Category::Question),
        placed_on: Set(Some(silence.day(12))),
        accepted_at: Set(Some(pair.app.app.clock.now())),
        ..Default::default()
    };
    pair.app.message("did_you_meet_mentor", Uuid::now_v7(), Some(Addressee::mentor(pair.mentor.id)), nudged).await;

    silence.mornings(15..=18).await;
    let page = pair.app.staff().await.get(&pair.path("")).await;
    page.assert_shows("Beskeden er ikke sendt endnu. Næste skridt venter på den.");
    silence.mornings(19..=26).await;

    // It left on the nineteenth day, and four days count from then.
    assert_eq!(silence.steps().await, [(Mentor, 15), (YoungPerson, 23)]);
    let page = pair.app.staff().await.get(&pair.path("")).await;
    page.assert_hides("Beskeden er ikke sendt endnu");
}

#[tokio::test]
async fn a_reminder_for_which_a_question_stands_in_is_carried_out_when_that_has_left() {
    let silence = silence().await;
    let pair = &silence.planning.pair;
    let to = Some(Addressee::mentor(pair.mentor.id));
    let then = local(silence.day(14), 6, 0);
    silence.planning.turn(then);
    let waits = messages::ActiveModel {
        category: Set(Category::Question),
        next_try_at: Set(Some(local(silence.day(60), 6, 0))),
        ..Default::default()
    };
    pair.app.message("did_you_meet_mentor", pair.course.id, to, waits).await;

    silence.mornings(15..=22).await;

    assert_eq!(silence.steps().await, [(Mentor, 15)]);
    let page = pair.app.staff().await.get(&pair.path("")).await;
    page.assert_shows("Beskeden er ikke sendt endnu. Næste skridt venter på den.");
}

#[tokio::test]
async fn a_letter_that_was_withdrawn_is_queued_anew_when_the_silence_goes_on() {
    let silence = silence().await;
    let pair = &silence.planning.pair;
    silence.mornings(15..=18).await;
    silence.planning.turn(local(silence.day(19), 6, 0));
    pair.app.silence_by_clock().await;
    let agreed = silence.planning.plan(at(in_days(30))).await.unwrap();
    silence.planning.turn(local(silence.day(19), 11, 0));
    pair.app.mails().await;
    let asked = async || {
        let mails = pair.app.mails_to(OWN).await;
        mails.iter().filter(|mail| mail.text.contains("Sig bare, hvad du gerne vil.")).count()
    };
    assert_eq!(asked().await, 0, "they have agreed on a day");

    planned_meetings::Entity::delete_by_id(agreed.id).exec(pair.app.db()).await.unwrap();
    silence.morning(20).await;

    assert_eq!(silence.steps().await, [(Mentor, 15), (YoungPerson, 19)]);
    assert_eq!(asked().await, 1);
}
