//! Whom the plan pairs, whom it leaves out, and why.

use brobyg::{matching, planning::Outcome};
use entity::{mentors, planned_pairs::WhyLeft, proposals, referrals};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use super::{mentors_of, plan_of, waiting, wishing};
use crate::support::{self, TestApp, today};

async fn why_left(app: &TestApp) -> Vec<WhyLeft> {
    let left = plan_of(app).await.lines.into_iter().filter_map(|line| match line.outcome {
        Outcome::Left(why) => Some(why),
        Outcome::Pair { .. } => None,
    });
    left.collect()
}

#[tokio::test]
async fn whoever_has_waited_longest_has_the_only_seat() {
    let app = support::start().await;
    let (late, early) = (waiting(&app, "Bilal", 10).await, waiting(&app, "Amira", 40).await);
    let jonas = app.mentor("Jonas").await;

    let plan = plan_of(&app).await;

    assert_eq!(mentors_of(&plan), [(early.id, Some(jonas.id)), (late.id, None)]);
    assert!(matches!(plan.lines[1].outcome, Outcome::Left(WhyLeft::Taken)));
    assert_eq!(plan.lines[1].near[0].mentor_id, jonas.id);
}

#[tokio::test]
async fn of_two_who_came_on_the_same_day_the_reference_decides_whatever_was_written_first() {
    for names in [["R1", "R2"], ["R2", "R1"]] {
        let app = support::start().await;
        let jonas = app.mentor("Jonas").await;
        for name in names {
            let referral = app.referral(name).await;
            let named =
                referrals::ActiveModel { id: Set(referral.id), reference: Set(name.into()), ..Default::default() };
            named.update(app.db()).await.unwrap();
        }

        let plan = plan_of(&app).await;

        let references: Vec<&str> = plan.lines.iter().map(|line| line.referral.reference.as_str()).collect();
        assert_eq!(references, ["R1", "R2"]);
        assert_eq!(mentors_of(&plan).iter().map(|(_, mentor)| *mentor).collect::<Vec<_>>(), [Some(jonas.id), None]);
    }
}

#[tokio::test]
async fn one_makes_way_so_that_both_have_a_mentor() {
    let app = support::start().await;
    // Both wish for software. Amira and Mona said no to each other, so Bilal leaves Jonas to her, who fits him better.
    let (bilal, amira) = (waiting(&app, "Bilal", 40).await, waiting(&app, "Amira", 10).await);
    let (jonas, mona) = (app.mentor("Jonas").await, app.mentor_in("Mona", "kontorchef", "63", 1).await);
    let declined = app.proposal(&amira, &mona).await;
    let tx = app.db().begin().await.unwrap();
    let now = Some(app.app.clock.now());
    let ending = proposals::ActiveModel {
        id: Set(declined.id),
        declined_at: Set(now),
        closed_at: Set(now),
        seat_hold_id: Set(None),
        ..Default::default()
    };
    ending.update(&tx).await.unwrap();
    brobyg::mentor::seats::free(&tx, declined.seat_hold_id.unwrap()).await.unwrap();
    tx.commit().await.unwrap();

    let plan = plan_of(&app).await;

    assert_eq!(mentors_of(&plan), [(bilal.id, Some(mona.id)), (amira.id, Some(jonas.id))]);
}

#[tokio::test]
async fn a_mentor_is_planned_for_no_more_than_the_free_seats() {
    let app = support::start().await;
    let tove = app.mentor_in("Tove", "it-udvikler", "62", 3).await;
    let taken = app.referral("Optaget").await;
    app.proposal(&taken, &tove).await;
    for number in 0..4 {
        app.referral(&format!("Ung {number}")).await;
    }

    let plan = plan_of(&app).await;

    assert_eq!(plan.lines.len(), 4);
    assert_eq!(mentors_of(&plan).iter().filter(|(_, mentor)| *mentor == Some(tove.id)).count(), 2);
}

#[tokio::test]
async fn a_paused_mentor_and_one_who_met_the_same_young_person_are_not_planned() {
    let app = support::start().await;
    let (jonas, mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
    let amira = app.referral("Amira").await;
    let course = app.course(&amira, &mona).await;
    let ended = entity::courses::ActiveModel {
        id: Set(course.id),
        ended_on: Set(Some(today())),
        seat_hold_id: Set(None),
        ..Default::default()
    };
    ended.update(app.db()).await.unwrap();
    let again = referrals::ActiveModel { id: Set(amira.id), requeued_on: Set(Some(today())), ..Default::default() };
    again.update(app.db()).await.unwrap();
    app.pause(&jonas, today(), None).await;

    let plan = plan_of(&app).await;

    assert_eq!(mentors_of(&plan), [(amira.id, None)]);
    assert!(matches!(plan.lines[0].outcome, Outcome::Left(WhyLeft::RuledOut)));
    let facts: Vec<&str> = plan.lines[0].near.iter().filter_map(|near| near.ruled_out).map(|why| why.key()).collect();
    assert!(facts.contains(&"matching-met-before") && facts.contains(&"mentor-why-not-paused"), "{facts:?}");
}

#[tokio::test]
async fn each_who_is_left_out_is_told_why() {
    let app = support::start().await;
    app.mentor("Jonas").await;
    wishing(&app, "Ukendt", "qqqq zzzz", None).await;
    assert_eq!(why_left(&app).await, [WhyLeft::WishUnread]);

    let app = support::start().await;
    app.mentor("Jonas").await;
    wishing(&app, "Frisør", "vil gerne være frisør", Some("96")).await;
    assert_eq!(why_left(&app).await, [WhyLeft::NobodyNear]);
}

#[tokio::test]
async fn nobody_is_planned_for_whom_staff_have_to_talk_first_or_who_rests() {
    let app = support::start().await;
    app.mentor("Jonas").await;
    let amira = waiting(&app, "Amira", 40).await;
    let hold = async |talk_asked_on, rests_until| {
        let held = referrals::ActiveModel {
            id: Set(amira.id),
            talk_asked_on: Set(talk_asked_on),
            rests_until: Set(rests_until),
            ..Default::default()
        };
        held.update(app.db()).await.unwrap();
    };

    hold(Some(today()), None).await;
    assert_eq!(why_left(&app).await, [WhyLeft::TalkFirst]);
    hold(None, today().succ_opt()).await;
    assert_eq!(why_left(&app).await, [WhyLeft::Rests]);
    hold(None, Some(today())).await;
    assert_eq!(why_left(&app).await, []);
}

#[tokio::test]
async fn a_pair_that_rests_is_not_planned_and_the_day_of_its_end_is_told() {
    let app = support::start().await;
    let (amira, jonas) = (waiting(&app, "Amira", 40).await, app.mentor("Jonas").await);
    let declined = app.proposal(&amira, &jonas).await;
    let refusal = matching::Decline { reason: proposals::DeclineReason::NoTime, note: None };
    matching::decline(app.db(), app.app.clock.now(), &app.viewer().await, declined.id, refusal).await.unwrap();

    let plan = plan_of(&app).await;

    assert!(matches!(plan.lines[0].outcome, Outcome::Left(WhyLeft::RuledOut)));
    let until = today() + chrono::Days::new(30);
    assert_eq!(plan.lines[0].near[0].ruled_out, Some(matching::RuledOut::Rests(until)));
}

#[tokio::test]
async fn a_mentor_without_a_postcode_or_a_birth_year_is_planned_all_the_same() {
    let app = support::start().await;
    let jonas = app.mentor("Jonas").await;
    let bare =
        mentors::ActiveModel { id: Set(jonas.id), postcode: Set(None), birth_year: Set(None), ..Default::default() };
    bare.update(app.db()).await.unwrap();
    let amira = app.referral("Amira").await;

    assert_eq!(mentors_of(&plan_of(&app).await), [(amira.id, Some(jonas.id))]);
}

#[tokio::test]
async fn without_anybody_waiting_the_plan_is_empty() {
    let app = support::start().await;
    app.mentor("Jonas").await;

    let plan = plan_of(&app).await;

    assert_eq!((plan.lines.len(), plan.total), (0, 0));
}

#[tokio::test]
async fn with_many_waiting_the_plan_reads_and_pairs_them_all() {
    let app = support::start().await;
    let mut free = 0;
    for number in 0..12 {
        let seats = number % 3 + 1;
        app.mentor_in(&format!("Mentor{number}"), "it-udvikler", "62", seats).await;
        free += seats as usize;
    }
    for number in 0..30 {
        waiting(&app, &format!("Ung {number}"), number).await;
    }

    let planned = mentors_of(&plan_of(&app).await);

    let paired: Vec<Uuid> = planned.iter().filter_map(|(_, mentor)| *mentor).collect();
    assert_eq!((planned.len(), paired.len()), (30, free));
    // Alike mentors, so those left out are those who came last.
    assert!(planned[..free].iter().all(|(_, mentor)| mentor.is_some()));
}
