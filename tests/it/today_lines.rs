//! A line of Today: in the order of its urgency, with its one action, put aside, taken and handed over without leaving the page.

use brobyg::duty::Thing;
use chrono::Days;
use entity::{Course, Referral, meetings, mentors, referrals, today_snoozes, users::Role};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, prelude::Uuid};

use crate::{
    concern::worry,
    support::{self, Browser, TestApp, today},
};

impl TestApp {
    async fn undecided(&self, name: &str, days_ago: u64) -> Referral {
        let referral = self.referral(name).await;
        let row = referrals::ActiveModel {
            id: Set(referral.id),
            accepted_on: Set(None),
            referred_on: Set(today() - Days::new(days_ago)),
            ..Default::default()
        };
        row.update(self.db()).await.unwrap()
    }

    pub async fn silent_for(&self, name: &str, days: u64) -> Course {
        let (referral, mentor) = (self.referral(name).await, self.mentor(&format!("Mentor {name}")).await);
        let course = self.course(&referral, &mentor).await;
        self.met_ago(&course, days).await;
        course
    }

    async fn met_ago(&self, course: &Course, days: u64) {
        let meeting = meetings::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            held_on: Set(today() - Days::new(days)),
            attendance: Set(meetings::Attendance::Held),
            logged_at: Set(self.app.clock.now()),
            ..Default::default()
        };
        meeting.insert(self.db()).await.unwrap();
    }
}

/// The day so many days from now, as a form posts it.
fn until(days: u64) -> [(&'static str, String); 3] {
    use chrono::Datelike;
    let day = today() + Days::new(days);
    [
        ("until_on_day", day.day().to_string()),
        ("until_on_month", day.month().to_string()),
        ("until_on_year", day.year().to_string()),
    ]
}

async fn put_aside(staff: &Browser, line: &str, days: u64, reason: &str) -> crate::support::Page {
    let day = until(days);
    let mut form: Vec<(&str, &str)> = day.iter().map(|(name, value)| (*name, value.as_str())).collect();
    form.extend([("reason", reason), ("_whose", "mine"), ("_line", "overdue")]);
    staff.submit(&format!("/today/{line}/snooze"), &form).await
}

/// What stands in a part of the page.
pub fn part<'p>(body: &'p str, id: &str) -> &'p str {
    let from = body.find(&format!("id=\"{id}\"")).map_or(body.len(), |at| at);
    let rest = &body[from..];
    let end = ["</section>", "</details>"].into_iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    &rest[..end]
}

#[tokio::test]
async fn what_is_overdue_stands_apart_from_what_is_due_and_the_most_urgent_first() {
    let app = support::start().await;
    app.undecided("Lang Ventetid", 9).await;
    app.undecided("Ny Henvisning", 0).await;
    app.silent_for("Stille Ung", 60).await;

    let page = app.staff().await.get("/today").await;

    let (overdue, now) = (part(&page.assert_ok().body, "overdue"), part(&page.body, "now"));
    assert!(overdue.contains("60 dage siden sidste møde med Mentor Stille Ung"), "{overdue}");
    assert!(overdue.contains("Henvist for 9 dage siden") && !overdue.contains("Ny Henvisning"), "{overdue}");
    assert!(now.contains("Ny Henvisning") && !now.contains("Lang Ventetid"), "{now}");
}

#[tokio::test]
async fn a_concern_of_today_stands_before_all_that_is_overdue_and_its_kind_before_all_kinds() {
    let worry = worry().await;
    worry.pair.app.undecided("Lang Ventetid", 300).await;
    worry.amira_writes().await;

    let body = worry.as_sanne().await.get("/today").await.assert_ok().body.clone();

    let at = |id: &str| body.find(&format!("id=\"{id}\"")).unwrap();
    assert!(part(&body, "at-once").contains("Amira"), "{body}");
    assert!(at("at-once") < at("overdue") && part(&body, "overdue").contains("Lang Ventetid"));
    assert!(at("concern") < at("undecided"), "{body}");
}

#[tokio::test]
async fn a_proposal_is_for_later_until_it_is_about_to_run_out() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "it-udvikler", "62", 3).await;
    let (near, far) = (app.referral("Nær Frist").await, app.referral("Fjern Frist").await);
    for (referral, days) in [(&near, 2), (&far, 3)] {
        let proposal = app.proposal(referral, &mentor).await;
        let expires_on = Set(today() + Days::new(days));
        let change = entity::proposals::ActiveModel { id: Set(proposal.id), expires_on, ..Default::default() };
        change.update(app.db()).await.unwrap();
    }

    let page = app.staff().await.get("/today").await;

    let (now, soon) = (part(&page.assert_ok().body, "now"), part(&page.body, "soon"));
    assert!(now.contains("Nær Frist") && !now.contains("Fjern Frist"), "{now}");
    assert!(soon.contains("Fjern Frist") && soon.contains("om 3 dage"), "{soon}");
}

#[tokio::test]
async fn a_line_is_put_aside_with_a_reason_until_its_day_and_can_be_brought_back() {
    let app = support::start().await;
    let course = app.silent_for("Stille Ung", 60).await;
    let (staff, line) = (app.staff().await, format!("silent/{}", course.id));
    staff.get(&format!("/today?open=silent-{}", course.id)).await.assert_ok().assert_shows("Læg til side");

    let answer = put_aside(&staff, &line, 3, "agreed").await;

    let snooze = today_snoozes::Entity::find().one(app.db()).await.unwrap().unwrap();
    answer.assert_goes_to(&format!("/today?responsible=mine&snoozed={}#overdue", snooze.id));
    let page = staff.get("/today").await;
    assert!(part(&page.body, "snoozed").contains("Det er aftalt til senere"), "{}", page.body);
    assert!(!part(&page.body, "overdue").contains("Stille Ung"));
    page.assert_shows("<span class=\"today-count\">1</span>");

    staff.submit(&format!("/snoozes/{}/end", snooze.id), &[]).await.assert_goes_to("/today");
    let page = staff.get("/today").await;
    assert!(part(&page.body, "overdue").contains("Stille Ung"));

    put_aside(&staff, &line, 3, "agreed").await;
    app.days_pass(2);
    let page = app.staff().await.get("/today").await;
    assert!(part(&page.body, "snoozed").contains("Stille Ung"));
    app.days_pass(1);
    let page = app.staff().await.get("/today").await;
    assert!(part(&page.body, "overdue").contains("Stille Ung"));
}

#[tokio::test]
async fn what_was_put_aside_is_back_when_it_tells_of_something_new() {
    let app = support::start().await;
    let course = app.silent_for("Stille Ung", 60).await;
    let staff = app.staff().await;
    put_aside(&staff, &format!("silent/{}", course.id), 30, "away").await;

    app.met_ago(&course, 40).await;

    let page = staff.get("/today").await;
    assert!(part(&page.body, "overdue").contains("40 dage siden sidste møde"));
    assert_eq!(part(&page.body, "snoozed"), "");
}

#[tokio::test]
async fn putting_aside_needs_a_day_to_come_and_a_reason() {
    let app = support::start().await;
    let course = app.silent_for("Stille Ung", 60).await;
    let (staff, line) = (app.staff().await, format!("silent/{}", course.id));

    put_aside(&staff, &line, 0, "agreed").await.assert_refused_with("Vælg en dag efter i dag");
    put_aside(&staff, &line, 181, "agreed").await.assert_refused_with("Vælg en dag inden for et halvt år");
    put_aside(&staff, &line, 3, "").await.assert_refused_with("Vælg, hvorfor den kan vente");
    assert_eq!(today_snoozes::Entity::find().count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn putting_aside_anew_leaves_one_that_counts_and_what_does_not_wait_cannot_be_put_aside() {
    let app = support::start().await;
    let course = app.silent_for("Stille Ung", 60).await;
    let (staff, line) = (app.staff().await, format!("silent/{}", course.id));
    put_aside(&staff, &line, 3, "agreed").await;
    put_aside(&staff, &line, 9, "later").await;

    let all = today_snoozes::Entity::find().all(app.db()).await.unwrap();

    assert_eq!(all.len(), 2);
    assert_eq!(all.iter().filter(|snooze| snooze.ended_at.is_none()).count(), 1);
    put_aside(&staff, &format!("past-end/{}", course.id), 3, "agreed").await.assert_not_found();
    put_aside(&staff, &format!("never-heard-of/{}", course.id), 3, "agreed").await.assert_not_found();
}

#[tokio::test]
async fn a_line_is_taken_and_handed_over_without_leaving_the_page() {
    let app = support::start().await;
    let (karen, bent) = (app.user("Karen", Role::Staff, None).await, app.user("Bent", Role::Staff, None).await);
    let course = app.silent_for("Stille Ung", 60).await;
    app.sees_to(&bent, Thing::Course, course.id).await;
    let (staff, line) = (Browser::signed_in(&app, karen.clone()).await, format!("/today/silent/{}", course.id));
    staff.get("/today?responsible=mine").await.assert_hides("Stille Ung");
    staff.get("/today?responsible=team").await.assert_shows("Stille Ung").assert_shows("Bent");

    staff.submit(&format!("{line}/taking"), &[("_line", "silent-x")]).await.assert_goes_to("/today#silent-x");
    staff.get("/today?responsible=mine").await.assert_shows("Stille Ung");

    staff.submit(&format!("{line}/handover"), &[]).await.assert_refused_with("Vælg, hvem der skal have");
    let to = bent.id.to_string();
    staff.submit(&format!("{line}/handover"), &[("to", &to), ("_line", "<x>")]).await.assert_goes_to("/today");
    staff.get("/today?responsible=mine").await.assert_hides("Stille Ung");
}

#[tokio::test]
async fn one_press_is_enough_where_nothing_is_to_be_written() {
    let app = support::start().await;
    let referral = app.referral("Amira").await;
    let talk = referrals::ActiveModel { id: Set(referral.id), talk_asked_on: Set(Some(today())), ..Default::default() };
    talk.update(app.db()).await.unwrap();
    let staff = app.staff().await;
    let press = format!("/today/talk/{}", referral.id);
    staff.get("/today").await.assert_shows(&format!("action=\"{press}\"")).assert_shows("Vi har talt sammen");

    staff.submit(&press, &[("_whose", "nobody")]).await.assert_goes_to("/today?responsible=nobody");

    staff.get("/today").await.assert_hides("Vi har talt sammen").assert_shows("Find en mentor");
    staff.submit(&press, &[]).await.assert_not_found();
}

#[tokio::test]
async fn nobody_but_the_one_who_wrote_it_is_told_of_a_draft_left_lying() {
    let app = support::start().await;
    let (karen, bent) = (app.user("Karen", Role::Staff, None).await, app.user("Bent", Role::Staff, None).await);
    let saved_at = app.app.clock.now();
    let draft = entity::referral_drafts::ActiveModel {
        id: Set(Uuid::now_v7()),
        user_id: Set(karen.id),
        form: Set(serde_json::json!({})),
        created_at: Set(saved_at),
        saved_at: Set(saved_at),
        tab: Set(String::new()),
        turn: Set(0),
    };
    draft.insert(app.db()).await.unwrap();
    app.days_pass(1);
    Browser::signed_in(&app, karen.clone()).await.get("/today").await.assert_hides("Din kladde");
    app.days_pass(1);

    Browser::signed_in(&app, karen).await.get("/today").await.assert_shows("Din kladde").assert_shows("Gør den færdig");
    Browser::signed_in(&app, bent).await.get("/today").await.assert_hides("Din kladde");
}

#[tokio::test]
async fn more_than_a_thousand_are_not_counted_to_the_end() {
    let app = support::start().await;
    let mut mentor: mentors::ActiveModel = app.mentor("Ansøger").await.into();
    mentor.approved_on = Set(None);
    mentor.email_confirmed_at = Set(Some(app.app.clock.now()));
    let first = mentor.clone().update(app.db()).await.unwrap();
    let others = (0..1004).map(|number| {
        let id = Uuid::now_v7();
        let (reference, email) = (Set(format!("M{number}")), Set(format!("m{number}@mentor.example")));
        let other = mentors::ActiveModel { id: Set(id), reference, email, user_id: Set(None), ..first.clone().into() };
        other.reset_all()
    });
    let others: Vec<_> = others.collect();
    for some in others.chunks(200) {
        mentors::Entity::insert_many(some.to_vec()).exec_without_returning(app.db()).await.unwrap();
    }

    app.staff().await.get("/today").await.assert_ok().assert_shows("<span class=\"today-count\">999+</span>");
}

#[tokio::test]
async fn a_partner_that_nobody_sees_to_is_a_line_for_who_hands_partners_over() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let (staff, administrator) = (app.staff().await, app.administrator().await);
    staff.get("/today").await.assert_ok().assert_hides("Samarbejdspartnere uden en ansvarlig");
    let page = administrator.get("/today?responsible=nobody").await;
    page.assert_ok().assert_shows("Samarbejdspartnere uden en ansvarlig").assert_shows("Helhedsplan Nord");
    administrator.get("/today?responsible=mine").await.assert_hides("Helhedsplan Nord");
    page.assert_shows(&format!("/handovers/partner/{}", partner.id));
    administrator.get(&format!("/handovers/partner/{}", partner.id)).await.assert_ok();

    administrator.submit(&format!("/handovers/partner/{}/taking", partner.id), &[]).await.assert_taken();

    administrator.get("/today").await.assert_hides("Samarbejdspartnere uden en ansvarlig");
}
