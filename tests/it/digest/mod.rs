//! The letter of the week: on Monday, to whoever wants it, and never to say that nothing waits.

mod partner;
mod wanted;

use brobyg::{language::Tr, message::Mail, today::digest};
use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, Utc, Weekday};
use chrono_tz::Europe::Copenhagen;
use entity::{
    User, advice_requests, meetings::Channel, messages, messages::Category, planned_meetings, referrals, users::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::{
    course::Pair,
    support::{self, Browser, TestApp, today},
};

/// The Monday after the Wednesday of the tests.
fn monday() -> NaiveDate {
    today() + Days::new(5)
}

fn at(day: NaiveDate, hour: u32) -> DateTime<Utc> {
    day.and_hms_opt(hour, 0, 0).unwrap().and_local_timezone(Copenhagen).unwrap().to_utc()
}

impl TestApp {
    /// What happens by the clock on a morning: the letters are queued at seven, and leave from eight on.
    async fn morning_of(&self, day: NaiveDate) {
        self.app.clock.advance(at(day, 7) - self.app.clock.now());
        self.digests_by_clock().await;
        self.mails().await;
        self.app.clock.advance(Duration::hours(3));
        self.mails().await;
    }

    async fn weekly_to(&self, email: &str) -> Vec<Mail> {
        self.mails_to(email).await.into_iter().filter(|mail| mail.subject.starts_with("Din uge")).collect()
    }
}

/// Amira, who was referred by Rikke, and Jonas; Sanne sees to their course, and each has something that waits.
struct Week {
    pair: Pair,
    sanne: User,
    rikke: User,
    /// As whom Jonas signs in.
    jonas: Browser,
}

const SANNE: &str = "sanne.holm@people.example";
const RIKKE: &str = "rikke.lund@people.example";
const JONAS: &str = "jonas@mentor.example";

async fn week() -> Week {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let rikke = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
    let sanne = app.user("Sanne Holm", Role::Staff, None).await;
    let referral = app.referral_by("Amira Hassan", &partner, Some(&rikke)).await;
    let mentor = app.mentor("Jonas").await;
    let course = app.course(&referral, &mentor).await;
    app.sees_to(&sanne, brobyg::duty::Thing::Course, course.id).await;
    let jonas = app.mentor_browser(&mentor).await;
    let pair = Pair { app, referral, mentor, course };
    asks_for_advice(&pair, &sanne).await;
    asked_about_another(&pair, &rikke).await;
    meets(&pair, &sanne, 7).await;
    Week { pair, sanne, rikke, jonas }
}

async fn asks_for_advice(pair: &Pair, by: &User) {
    let row = advice_requests::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        text: Set("Hvad gør jeg?".into()),
        asked_at: Set(pair.app.app.clock.now()),
        asked_by: Set(Some(by.id)),
        ..Default::default()
    };
    row.insert(pair.app.db()).await.unwrap();
}

/// Staff ask Rikke something about another young person.
async fn asked_about_another(pair: &Pair, rikke: &User) {
    let app = &pair.app;
    let partner = entity::partners::Entity::find_by_id(rikke.partner_id.unwrap()).one(app.db()).await.unwrap().unwrap();
    let other = app.referral_by("Yusuf Omar", &partner, Some(rikke)).await;
    let asked = referrals::ActiveModel {
        id: Set(other.id),
        asked_at: Set(Some(app.app.clock.now())),
        question: Set(Some("Hvornår?".into())),
        ..Default::default()
    };
    asked.update(app.db()).await.unwrap();
}

async fn meets(pair: &Pair, by: &User, in_days: u64) {
    let now = pair.app.app.clock.now();
    let meeting = planned_meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        starts_at: Set(at(today() + Days::new(in_days), 15)),
        minutes: Set(60),
        channel: Set(Channel::Phone),
        suggested_by: Set(Some(by.id)),
        made_at: Set(now),
        sequence: Set(0),
        changed_at: Set(now),
        ..Default::default()
    };
    meeting.insert(pair.app.db()).await.unwrap();
}

#[tokio::test]
async fn in_two_weeks_each_gets_one_on_each_monday_and_whoever_has_nothing_gets_none() {
    let Week { pair, jonas, .. } = week().await;
    let app = &pair.app;
    app.user("Bent Ledig", Role::Staff, None).await;
    let partner = app.partner("Helhedsplan Syd").await;
    app.user("Rasmus Ny", Role::Referrer, Some(&partner)).await;
    jonas.submit("/account/digest", &[("wanted", "yes")]).await.assert_goes_to("/account");

    for days in 1..=14 {
        app.morning_of(today() + Days::new(days)).await;
    }

    for email in [SANNE, RIKKE, JONAS] {
        assert_eq!(app.weekly_to(email).await.len(), 2, "{email}");
    }
    for email in ["bent.ledig@people.example", "rasmus.ny@people.example"] {
        assert_eq!(app.mails_to(email).await.len(), 0, "{email}");
    }
    let sent = messages::Entity::find().filter(messages::Column::Category.eq(Category::Digest));
    let sent = sent.filter(messages::Column::AcceptedAt.is_not_null()).all(app.db()).await.unwrap();
    assert_eq!(sent.len(), 6);
    assert!(sent.iter().all(|row| row.accepted_at.unwrap().with_timezone(&Copenhagen).weekday() == Weekday::Mon));
}

#[tokio::test]
async fn a_mentor_is_asked_about_a_meeting_in_two_letters_and_not_for_ever() {
    let Week { pair, jonas, .. } = week().await;
    let app = &pair.app;
    jonas.submit("/account/digest", &[("wanted", "yes")]).await.assert_taken();

    for weeks in 0..6 {
        app.morning_of(monday() + Days::new(7 * weeks)).await;
    }

    // Once before it, and in the two weeks after.
    assert_eq!(app.weekly_to(JONAS).await.len(), 3);
}

#[tokio::test]
async fn it_counts_what_waits_and_names_nobody_but_whom_a_mentor_meets() {
    let Week { pair, rikke, jonas, .. } = week().await;
    let app = &pair.app;
    jonas.submit("/account/digest", &[("wanted", "yes")]).await.assert_taken();

    app.morning_of(monday()).await;

    let to_staff = app.weekly_to(SANNE).await.pop().unwrap();
    assert!(to_staff.text.contains("/courses?needs=advice&responsible=mine"), "{}", to_staff.text);
    assert!(to_staff.text.contains("over tiden"), "{}", to_staff.text);
    let to_referrer = app.weekly_to(RIKKE).await.pop().unwrap();
    let own = referrals::Entity::find().filter(referrals::Column::ReferrerId.eq(rikke.id));
    let asked = own.filter(referrals::Column::AskedAt.is_not_null()).one(app.db()).await.unwrap().unwrap();
    assert!(to_referrer.text.contains("Det her venter på dig:"), "{}", to_referrer.text);
    let line = format!("Henvist {} (", Tr::Danish.date(&asked.referred_on));
    assert!(to_referrer.text.contains(&line) && !to_referrer.text.contains(&asked.reference), "{}", to_referrer.text);
    assert!(!to_referrer.text.contains(".:"), "{}", to_referrer.text);
    assert!(to_referrer.text.contains(&format!("/referrals/{}", asked.id)), "{}", to_referrer.text);
    let to_mentor = app.weekly_to(JONAS).await.pop().unwrap();
    assert!(to_mentor.text.contains("møde med Amira"), "{}", to_mentor.text);

    for mail in [&to_staff, &to_referrer, &to_mentor] {
        for private in ["Hassan", "Yusuf", "Omar", "Hvad gør jeg?", "Hvornår?"] {
            assert!(!mail.text.contains(private) && !mail.subject.contains(private), "{private} in {mail:?}");
        }
        assert!(mail.text.contains("/unsubscribe/"), "{}", mail.text);
    }
    assert!(!to_staff.text.contains("Amira") && !to_referrer.text.contains("Amira"));
}

#[tokio::test]
async fn after_a_monday_that_is_a_holiday_it_comes_on_the_next_day_of_work() {
    let week = week().await;
    let db = week.pair.app.db();
    let easter_monday = NaiveDate::from_ymd_opt(2026, 4, 6).unwrap();
    let found = async |day: NaiveDate| digest::to_send(db, at(day, 7)).await.unwrap().len();

    assert_eq!(found(easter_monday).await, 0);
    assert!(found(easter_monday + Days::new(1)).await > 0);
    assert_eq!(found(easter_monday + Days::new(2)).await, 0);
    assert!(found(monday()).await > 0);
    for days in [1, 2, 3, 4, 5, 6] {
        assert_eq!(found(monday() + Days::new(days)).await, 0);
    }
}

#[tokio::test]
async fn it_waits_no_longer_than_two_days() {
    let week = week().await;
    let app = &week.pair.app;
    app.app.clock.advance(at(monday(), 7) - app.app.clock.now());
    app.digests_by_clock().await;

    app.app.clock.advance(Duration::days(2) + Duration::hours(3));

    assert_eq!(app.weekly_to(SANNE).await.len(), 0);
}
