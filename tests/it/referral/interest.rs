//! Whoever has waited long is asked whether a mentor is still wanted, before a mentor is asked.

use brobyg::record::changes_of;
use chrono::{Days, NaiveDate};
use entity::{
    Referral,
    mentors::ContactPreference,
    referrals::{self, Reason},
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{back_in_the_queue, find};
use crate::support::{self, Browser, Page, TestApp, today};

const UNSURE: &str = "Vil den unge stadig gerne have en mentor?";

fn days_ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

impl TestApp {
    async fn change_referral(&self, referral: &Referral, change: referrals::ActiveModel) {
        referrals::ActiveModel { id: Set(referral.id), ..change }.update(self.db()).await.unwrap();
    }

    /// A young person who has waited for so many days, and whoever referred them.
    async fn waiting_for(&self, days: u64) -> (Referral, Browser) {
        let partner = self.partner("Helhedsplan Nord").await;
        let referrer = self.referrer(&partner).await;
        let referral = self.referral_by("Amira", &partner, referrer.user.as_ref()).await;
        let referred = referrals::ActiveModel { referred_on: Set(days_ago(days)), ..Default::default() };
        self.change_referral(&referral, referred).await;
        (referral, referrer)
    }

    /// The path of the link that the young person was sent.
    async fn sent_link(&self) -> String {
        self.path_in(self.mails_to("ung@ung.example").await.last().unwrap())
    }
}

fn path(referral: &Referral, step: &str) -> String {
    format!("/referrals/{}{step}", referral.id)
}

#[tokio::test]
async fn after_sixty_days_staff_are_told_to_ask_and_before_that_they_are_not() {
    for (days, is_told) in [(59, false), (60, true)] {
        let app = support::start().await;
        let (amira, _) = app.waiting_for(days).await;
        let staff = app.staff().await;

        let (page, matching) = (staff.get(&path(&amira, "")).await, staff.get(&path(&amira, "/match")).await);
        let (today, list) = (staff.get("/today").await, staff.get("/referrals?unsure=yes").await);

        let shows = |page: &Page, text: &str| page.assert_ok().body.contains(text);
        assert_eq!(shows(&page, UNSURE), is_told, "the journal after {days} days");
        assert_eq!(shows(&matching, UNSURE), is_told, "the match page after {days} days");
        assert_eq!(shows(&today, "/referrals?unsure=yes"), is_told, "the first page after {days} days");
        assert_eq!(shows(&list, "Amira"), is_told, "the list after {days} days");
    }
}

#[tokio::test]
async fn the_young_person_says_yes_through_a_link_that_is_spent_by_the_answer() {
    let app = support::start().await;
    let (amira, _) = app.waiting_for(90).await;
    let staff = app.staff().await;

    staff.submit(&path(&amira, "/interest/question"), &[]).await.assert_taken();
    let waits = "Spurgt den";
    staff.get(&path(&amira, "")).await.assert_shows(waits).assert_hides("Spørg skriftligt");
    staff.get("/referrals?unsure=yes").await.assert_hides("Amira");
    let (link, young) = (app.sent_link().await, Browser::new(&app));
    for _ in 0..2 {
        young.get(&link).await.assert_ok().assert_shows("Ja, det vil jeg gerne").assert_hides("Amira");
    }
    young.submit(&link, &[("answer", "yes")]).await.assert_goes_to("/still/thanks");

    let now = find(&app, amira.id).await;
    assert_eq!((now.interest_asked_on, now.interest_confirmed_on), (None, Some(today())));
    assert_eq!(now.referred_on, days_ago(90), "nobody loses their place by answering");
    staff.get(&path(&amira, "")).await.assert_hides(UNSURE).assert_shows("svarede, at en mentor stadig er ønsket");
    young.submit(&link, &[("answer", "no")]).await.assert_refused_with("Linket kan ikke bruges mere");
    assert_eq!(find(&app, amira.id).await.closed_on, None);
}

#[tokio::test]
async fn a_no_closes_the_referral_as_the_figures_count_it_and_the_partner_is_told() {
    let app = support::start().await;
    let (amira, referrer) = app.waiting_for(90).await;
    app.staff().await.submit(&path(&amira, "/interest/question"), &[]).await.assert_taken();
    let link = app.sent_link().await;

    Browser::new(&app).submit(&link, &[("answer", "no")]).await.assert_goes_to("/still/no-thanks");

    let now = find(&app, amira.id).await;
    assert_eq!((now.closed_on, now.not_started_reason), (Some(today()), Some(Reason::NoLongerWants)));
    let told = app.mails_to(&referrer.user.as_ref().unwrap().email).await;
    let told = told.last().unwrap();
    assert!(told.text.contains("ikke længere er ønsket") && !told.text.contains("Amira"), "{}", told.text);
    assert_eq!(changes_of(app.db(), "referral", amira.id).await.unwrap()[0].action, "interest_lost");
}

#[tokio::test]
async fn a_no_to_another_course_ends_what_began_and_the_partner_is_told() {
    let app = support::start().await;
    let (amira, referrer) = app.waiting_for(120).await;
    back_in_the_queue(&app, &amira).await;
    app.staff().await.submit(&path(&amira, "/interest/question"), &[]).await.assert_taken();
    let link = app.sent_link().await;

    Browser::new(&app).submit(&link, &[("answer", "no")]).await.assert_goes_to("/still/no-thanks");

    let now = find(&app, amira.id).await;
    assert_eq!((now.closed_on, now.not_started_reason), (Some(today()), None));
    let told = app.mails_to(&referrer.user.as_ref().unwrap().email).await;
    assert!(told.last().unwrap().text.contains("ikke længere er ønsket"));
}

#[tokio::test]
async fn an_answer_that_is_neither_yes_nor_no_is_asked_for_again_and_spends_nothing() {
    let app = support::start().await;
    let (amira, _) = app.waiting_for(90).await;
    app.staff().await.submit(&path(&amira, "/interest/question"), &[]).await.assert_taken();
    let (link, young) = (app.sent_link().await, Browser::new(&app));

    young.submit(&link, &[]).await.assert_refused_with("Vælg ja eller nej tak").assert_shows("Ja, det vil jeg gerne");

    young.submit(&link, &[("answer", "yes")]).await.assert_goes_to("/still/thanks");
}

#[tokio::test]
async fn whoever_is_reached_through_the_partner_is_asked_through_the_partner() {
    let app = support::start().await;
    let (amira, referrer) = app.waiting_for(90).await;
    let person = young_people::ActiveModel {
        id: Set(amira.young_person_id),
        contact_preference: Set(Some(ContactPreference::ThroughPartner)),
        ..Default::default()
    };
    person.update(app.db()).await.unwrap();

    app.staff().await.submit(&path(&amira, "/interest/question"), &[]).await.assert_taken();

    assert!(app.mails_to("ung@ung.example").await.is_empty());
    let asked = app.mails_to(&referrer.user.as_ref().unwrap().email).await;
    assert_eq!(app.path_in(asked.last().unwrap()), path(&amira, ""));
    referrer.get(&path(&amira, "")).await.assert_shows(UNSURE);
    referrer.submit(&path(&amira, "/interest"), &[]).await.assert_taken();
    assert_eq!(find(&app, amira.id).await.interest_confirmed_on, Some(today()));
    referrer.get(&path(&amira, "")).await.assert_hides(UNSURE);
}

#[tokio::test]
async fn without_an_answer_staff_are_reminded_after_a_week() {
    for (asked, is_told) in [(6, false), (7, true)] {
        let app = support::start().await;
        let (amira, _) = app.waiting_for(90).await;
        let asked_on = Set(Some(days_ago(asked)));
        app.change_referral(&amira, referrals::ActiveModel { interest_asked_on: asked_on, ..Default::default() }).await;

        let list = app.staff().await.get("/referrals?unsure=yes").await;

        assert_eq!(list.assert_ok().body.contains("Amira"), is_told, "asked {asked} days ago");
    }
}

#[tokio::test]
async fn who_was_put_back_into_the_queue_or_said_so_lately_is_not_asked() {
    let lately = Set(Some(days_ago(20)));
    let changes = [
        referrals::ActiveModel { requeued_on: lately.clone(), ..Default::default() },
        referrals::ActiveModel { interest_confirmed_on: lately, ..Default::default() },
    ];
    for change in changes {
        let app = support::start().await;
        let (amira, _) = app.waiting_for(90).await;
        app.change_referral(&amira, change).await;
        let staff = app.staff().await;

        staff.get(&path(&amira, "")).await.assert_ok().assert_hides(UNSURE);
        staff.get("/referrals?unsure=yes").await.assert_ok().assert_hides("Amira");
    }
}

#[tokio::test]
async fn whoever_does_not_wait_is_not_asked_and_an_old_link_asks_nothing_more() {
    let app = support::start().await;
    let (amira, _) = app.waiting_for(90).await;
    let (staff, young) = (app.staff().await, Browser::new(&app));
    staff.submit(&path(&amira, "/interest/question"), &[]).await.assert_taken();
    let link = app.sent_link().await;
    let karen = app.mentor("Karen Holm").await;
    app.proposal(&amira, &karen).await;

    young.get(&link).await.assert_ok().assert_shows("Linket kan ikke bruges mere");
    young.submit(&link, &[("answer", "no")]).await.assert_refused_with("Linket kan ikke bruges mere");
    assert_eq!(find(&app, amira.id).await.closed_on, None);
    for step in ["/interest", "/interest/question"] {
        staff.submit(&path(&amira, step), &[]).await.assert_refused_with("Det kan ikke");
    }
    staff.get(&path(&amira, "")).await.assert_ok().assert_hides(UNSURE);
}
