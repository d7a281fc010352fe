//! When each wave is opened, moved, given up and asked.

use entity::questionnaires::{
    QuestionnaireSide::{Mentor, YoungPerson},
    Wave::{End, SixMonths, Start, ThreeMonths},
};
use entity::{course_pauses, messages};

use super::*;

/// So many letters that ask on the way were queued about the course.
async fn letters(pair: &Pair) -> usize {
    let own = messages::Entity::find().filter(messages::Column::SubjectId.eq(pair.course.id));
    own.filter(messages::Column::Kind.starts_with("progress_")).all(pair.app.db()).await.unwrap().len()
}

/// Whole days until a day so many months after another one.
fn until(from: chrono::NaiveDate, months: u32) -> i64 {
    (from + Months::new(months) - from).num_days()
}

#[tokio::test]
async fn the_start_is_opened_as_a_course_begins_and_every_three_months_from_the_real_start() {
    let pair = begun().await;
    pair.app.exits_by_clock().await;
    pair.app.exits_by_clock().await;
    assert_eq!(opened(&pair.app).await, [(YoungPerson, Start), (Mentor, Start)]);
    pair.app.days_pass(6);
    meet(&pair).await;
    let start = pair.app.app.clock.today();

    pair.app.days_pass(until(start, 3) - 1);
    pair.app.exits_by_clock().await;
    assert_eq!(opened(&pair.app).await.len(), 2);
    pair.app.days_pass(1);
    pair.app.exits_by_clock().await;

    let third = all(&pair.app).await.pop().unwrap();
    assert_eq!((third.side, third.wave, third.due_on), (YoungPerson, ThreeMonths, start + Months::new(3)));
    pair.app.days_pass(until(start, 6) - until(start, 3));
    pair.app.exits_by_clock().await;
    assert_eq!(opened(&pair.app).await.last(), Some(&(YoungPerson, SixMonths)));
    assert_eq!(opened(&pair.app).await.len(), 4);
}

#[tokio::test]
async fn a_pause_moves_a_wave_and_while_it_goes_on_none_is_opened() {
    let pair = begun().await;
    meet(&pair).await;
    let pause = course_pauses::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        from_on: Set(today() + Days::new(30)),
        until_on: Set(Some(today() + Days::new(39))),
        reason: Set("Eksamen".into()),
    };
    pause.insert(pair.app.db()).await.unwrap();
    pair.app.exits_by_clock().await;

    pair.app.days_pass(until(today(), 3) + 9);
    pair.app.exits_by_clock().await;
    assert_eq!(opened(&pair.app).await.len(), 2);
    pair.app.days_pass(1);
    pair.app.exits_by_clock().await;

    let third = all(&pair.app).await.pop().unwrap();
    assert_eq!((third.wave, third.due_on), (ThreeMonths, today() + Months::new(3) + Days::new(10)));
}

#[tokio::test]
async fn a_wave_near_the_planned_end_gives_way_to_the_one_at_the_end() {
    let pair = begun().await;
    pair.change(|row| row.planned_end_on = Set(today() + Months::new(3) + Days::new(20))).await;
    meet(&pair).await;
    pair.app.exits_by_clock().await;
    pair.app.days_pass(until(today(), 3));
    pair.app.exits_by_clock().await;
    assert_eq!(opened(&pair.app).await.len(), 2);

    ends(&pair).await;
    pair.app.exits_by_clock().await;

    let end = opened(&pair.app).await.into_iter().filter(|(_, wave)| *wave == End).count();
    assert_eq!(end, 5);
}

#[tokio::test]
async fn what_nobody_has_answered_is_given_up_as_the_course_ends_and_an_answer_stays() {
    for is_answered in [false, true] {
        let pair = begun().await;
        meet(&pair).await;
        pair.app.exits_by_clock().await;
        let link = last_link(&pair, YOUNG).await;
        if is_answered {
            let page = format!("{link}/answer/1");
            pair.app.visitor().submit(&page, &[("answers_next_step", "3")]).await.assert_taken();
        }

        ends(&pair).await;
        pair.app.exits_by_clock().await;

        let start = all(&pair.app).await.into_iter().find(|one| (one.side, one.wave) == (YoungPerson, Start)).unwrap();
        assert_eq!(start.closed_on.is_none(), is_answered);
        pair.app.visitor().get(&link).await.assert_shows("Vi behøver ikke svaret længere");
        let late = pair.app.visitor().submit(&format!("{link}/answer/1"), &[("answers_next_step", "5")]).await;
        assert!(!late.status.is_redirection());
        assert_eq!(answers(&pair.app).await.len(), usize::from(is_answered));
    }
}

#[tokio::test]
async fn each_side_is_written_to_on_the_day_and_once_more_and_nobody_who_has_answered() {
    let pair = begun().await;
    pair.app.exits_by_clock().await;
    assert_eq!(letters(&pair).await, 2);
    for email in [YOUNG, MENTOR] {
        let mails = pair.app.mails_to(email).await;
        let mail = mails.iter().find(|mail| mail.subject == "Hvor står du lige nu?");
        assert!(mail.is_some_and(|mail| !mail.text.contains("Hassan")), "{email}");
    }
    let link = last_link(&pair, YOUNG).await;
    pair.app.visitor().submit(&format!("{link}/answer/2"), &[("answers_close_to_goal", "2")]).await.assert_taken();

    pair.app.days_pass(7);
    pair.app.exits_by_clock().await;
    assert_eq!(letters(&pair).await, 3);
    pair.app.days_pass(20);
    pair.app.exits_by_clock().await;
    assert_eq!(letters(&pair).await, 3);
}

#[tokio::test]
async fn a_young_person_who_says_no_is_not_asked_on_the_way_either() {
    let pair = begun().await;
    let viewer = crate::support::viewer_of(pair.app.staff().await.user.as_ref().unwrap());
    let (db, now) = (pair.app.db(), pair.app.app.clock.now());
    brobyg::referral::withdraw_consent(db, now, &viewer, pair.referral.id, ConsentPurpose::Survey).await.unwrap();

    pair.app.exits_by_clock().await;

    assert_eq!(opened(&pair.app).await, [(Mentor, Start)]);
    assert!(pair.app.mails_to(YOUNG).await.is_empty());
}

#[tokio::test]
async fn a_course_that_was_moved_in_is_not_asked_about_its_start() {
    let pair = begun().await;
    pair.change(|row| row.matched_on = Set(today() - Days::new(15))).await;

    pair.app.exits_by_clock().await;

    assert!(all(&pair.app).await.is_empty());
}

#[tokio::test]
async fn after_a_no_to_a_mentor_and_while_contact_is_stopped_nobody_is_asked_on_the_way() {
    for stopped in [true, false] {
        let pair = begun().await;
        meet(&pair).await;
        pair.app.exits_by_clock().await;
        let link = last_link(&pair, MENTOR).await;
        let visitor = pair.app.visitor();
        visitor.get(&format!("{link}/answer")).await.assert_ok().assert_shows("Amira");
        let staff = pair.app.staff().await;
        if stopped {
            let said = [("said", "De skændes"), ("stop", "yes")];
            staff.submit(&pair.path("/concerns"), &said).await.assert_taken();
        } else {
            let path = format!("/referrals/{}/consents/withdrawal", pair.referral.id);
            staff.submit(&path, &[("purpose", "mentor_course")]).await.assert_taken();
        }

        visitor.get(&format!("{link}/answer")).await.assert_ok().assert_hides("Amira");
        let late = visitor.submit(&format!("{link}/answer"), &[("answers_contact", "4")]).await;
        assert!(!late.status.is_redirection() && answers(&pair.app).await.is_empty(), "{}", late.status);
        let queued = letters(&pair).await;
        for _ in 0..120 {
            pair.app.days_pass(1);
            pair.app.exits_by_clock().await;
        }
        let opened_later = all(&pair.app).await.iter().any(|one| one.wave == ThreeMonths);
        assert_eq!((letters(&pair).await, opened_later && !stopped), (queued, false), "stopped: {stopped}");
    }
}

#[tokio::test]
async fn while_a_course_is_paused_nobody_is_reminded_of_a_wave() {
    let pair = begun().await;
    meet(&pair).await;
    pair.app.exits_by_clock().await;
    let queued = letters(&pair).await;
    let pause = course_pauses::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        from_on: Set(pair.app.app.clock.today() + Days::new(1)),
        until_on: Set(None),
        reason: Set("Eksamen".into()),
    };
    pause.insert(pair.app.db()).await.unwrap();
    for _ in 0..20 {
        pair.app.days_pass(1);
        pair.app.exits_by_clock().await;
    }

    assert_eq!(letters(&pair).await, queued);
}

#[tokio::test]
async fn a_course_that_goes_on_is_asked_every_three_months_for_three_years() {
    let pair = begun().await;
    pair.change(|row| row.planned_end_on = Set(today() + Months::new(48))).await;
    meet(&pair).await;
    let (start, mut passed) = (pair.app.app.clock.today(), 0);
    for months in (0..=39).step_by(3) {
        pair.app.days_pass(until(start, months) - passed);
        passed = until(start, months);
        pair.app.exits_by_clock().await;
    }

    let young: Vec<_> = opened(&pair.app).await.into_iter().filter(|(side, _)| *side == YoungPerson).collect();
    let months: Vec<_> = young.iter().filter_map(|(_, wave)| wave.months()).collect();
    assert_eq!(months, (0..=36).step_by(3).collect::<Vec<_>>());
}
