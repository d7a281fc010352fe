//! The clock asks whoever has waited long, once more after a week, and closes what nobody answers.

use brobyg::{
    message::{Addressee, Mail, opt_out},
    record::changes_of,
};
use chrono::{Days, Duration, Timelike};
use entity::{
    Referral,
    messages::{self, Category},
    referrals,
    referrals::Reason,
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::find;
use crate::support::{self, Browser, TestApp, today};

/// What the young person and the referrer were sent last, and how much in all.
struct Sent {
    young: Vec<Mail>,
    referrer: Vec<Mail>,
}

impl TestApp {
    /// Amira, who was referred three months ago, and whoever referred her. It is noon.
    async fn long_waiting(&self) -> (Referral, Browser) {
        let to_noon = 12 - i64::from(self.app.clock.now().hour());
        self.app.clock.advance(Duration::hours(to_noon));
        let partner = self.partner("Helhedsplan Nord").await;
        let referrer = self.referrer(&partner).await;
        let referral = self.referral_by("Amira", &partner, referrer.user.as_ref()).await;
        let long_ago = Set(today() - Days::new(90));
        referrals::ActiveModel { id: Set(referral.id), referred_on: long_ago, ..Default::default() }
            .update(self.db())
            .await
            .unwrap();
        (referral, referrer)
    }

    /// Lets so many days go by, one by one, with the clock's jobs and the post on each.
    async fn days_go_by(&self, days: u64) {
        for _ in 0..days {
            self.app.clock.advance(Duration::days(1));
            self.turn().await;
        }
    }

    async fn turn(&self) {
        self.interest_by_clock().await;
        self.mails().await;
    }

    async fn sent(&self, referrer: &Browser) -> Sent {
        let young = self.mails_to("ung@ung.example").await;
        Sent { young, referrer: self.mails_to(&referrer.user.as_ref().unwrap().email).await }
    }
}

#[tokio::test]
async fn whoever_has_waited_long_is_asked_by_the_clock_once() {
    let app = support::start().await;
    let (amira, referrer) = app.long_waiting().await;

    app.days_go_by(3).await;

    let sent = app.sent(&referrer).await;
    assert_eq!((sent.young.len(), sent.referrer.len()), (1, 0));
    assert!(find(&app, amira.id).await.interest_asked_on.is_some());
    let page = app.staff().await.get(&format!("/referrals/{}", amira.id)).await;
    page.assert_shows("Platformen spørger igen den").assert_shows("lukker henvisningen den");
}

#[tokio::test]
async fn whom_nothing_can_be_written_to_is_left_to_staff() {
    let app = support::start().await;
    let (amira, _) = app.long_waiting().await;
    let person = young_people::ActiveModel { email: Set(None), phone: Set(None), ..Default::default() };
    app.change_person(&amira, person).await;
    let nobody = referrals::ActiveModel {
        id: Set(amira.id),
        referrer_id: Set(None),
        referrer_email: Set(None),
        ..Default::default()
    };
    nobody.update(app.db()).await.unwrap();

    app.days_go_by(40).await;

    let now = find(&app, amira.id).await;
    assert_eq!((now.interest_asked_on, now.closed_on), (None, None));
    app.staff().await.get("/referrals?unsure=yes").await.assert_shows("Amira");
}

#[tokio::test]
async fn who_does_not_answer_is_reminded_once_the_referrer_hears_of_it_and_then_it_is_closed() {
    let app = support::start().await;
    let (amira, referrer) = app.long_waiting().await;

    app.days_go_by(12).await;

    let sent = app.sent(&referrer).await;
    assert_eq!((sent.young.len(), sent.referrer.len()), (2, 1));
    assert!(sent.young[1].text.contains("Svar senest"), "{}", sent.young[1].text);
    assert!(sent.referrer[0].text.contains("har ikke fået svar") && !sent.referrer[0].text.contains("Amira"));
    let referrer_again = Browser::signed_in(&app, referrer.user.clone().unwrap()).await;
    let status = referrer_again.get(&format!("/referrals/{}", amira.id)).await;
    status.assert_shows("Hører vi ikke noget inden den");

    app.days_go_by(20).await;

    let sent = app.sent(&referrer).await;
    assert_eq!((sent.young.len(), sent.referrer.len()), (2, 2));
    assert!(sent.referrer[1].text.contains("lukket henvisningen"), "{}", sent.referrer[1].text);
    let now = find(&app, amira.id).await;
    assert!(now.closed_on.is_some());
    assert_eq!(now.not_started_reason, Some(Reason::NoContact));
    assert_eq!(changes_of(app.db(), "referral", amira.id).await.unwrap()[0].action, "interest_unanswered");
    let page = app.staff().await.get(&format!("/referrals/{}", amira.id)).await;
    page.assert_shows("Lukket, fordi ingen svarede");
}

#[tokio::test]
async fn an_answer_at_any_time_ends_the_asking() {
    for days in [3, 9, 20] {
        let app = support::start().await;
        let (amira, referrer) = app.long_waiting().await;
        app.days_go_by(days).await;
        let link = app.path_in(app.sent(&referrer).await.young.last().unwrap());
        Browser::new(&app).submit(&link, &[("answer", "yes")]).await.assert_goes_to("/still/thanks");
        let before = app.sent(&referrer).await;

        app.days_go_by(30).await;

        let after = app.sent(&referrer).await;
        assert_eq!((after.young.len(), after.referrer.len()), (before.young.len(), before.referrer.len()), "{days}");
        assert_eq!(find(&app, amira.id).await.closed_on, None, "{days}");
    }
}

#[tokio::test]
async fn whom_the_reminder_did_not_reach_is_never_closed_by_the_clock() {
    let app = support::start().await;
    let (amira, _) = app.long_waiting().await;
    app.days_go_by(9).await;
    let came_back = messages::ActiveModel { bounced_at: Set(Some(app.app.clock.now())), ..Default::default() };
    let own = messages::Column::Kind.eq("referral_interest_reminder");
    messages::Entity::update_many().set(came_back).filter(own).exec(app.db()).await.unwrap();

    app.days_go_by(60).await;

    assert_eq!(find(&app, amira.id).await.closed_on, None);
}

#[tokio::test]
async fn who_wants_no_such_questions_is_neither_asked_nor_closed() {
    let app = support::start().await;
    let (amira, referrer) = app.long_waiting().await;
    let whom = Addressee::young_person(amira.young_person_id);
    opt_out(app.db(), app.app.clock.now(), whom, Category::Interest).await.unwrap();

    app.days_go_by(60).await;

    assert!(app.sent(&referrer).await.young.is_empty());
    assert_eq!(find(&app, amira.id).await.closed_on, None);
}

#[tokio::test]
async fn who_is_reached_through_the_partner_is_asked_and_reminded_there_alone() {
    let app = support::start().await;
    let (amira, referrer) = app.long_waiting().await;
    let through = Set(Some(entity::mentors::ContactPreference::ThroughPartner));
    app.change_person(&amira, young_people::ActiveModel { contact_preference: through, ..Default::default() }).await;

    app.days_go_by(12).await;

    let sent = app.sent(&referrer).await;
    assert_eq!((sent.young.len(), sent.referrer.len()), (0, 2));
}
