//! The partner's closed loop: a sentence after each follow-up, an answer or a question back, and who waits for whom.

use brobyg::{
    language::Tr,
    referral::standing::{Place, Turn},
    word::Worded,
};
use entity::{
    Course, FollowUp, Partner, Referral, User,
    consents::ConsentPurpose,
    follow_ups::{self, Side},
    responsibilities::{self, Thing},
    status_replies, status_updates,
    users::Role,
};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use crate::support::{self, Browser, TestApp, today};

/// A course of somebody whom Rikke referred, with follow-ups planned and Sanne responsible for the referral.
struct Loop {
    app: TestApp,
    partner: Partner,
    rikke: User,
    sanne: User,
    referral: Referral,
    course: Course,
}

async fn set() -> Loop {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let rikke = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
    let sanne = app.user("Sanne Holm", Role::Staff, None).await;
    let referral = app.referral_by("Amira Hassan", &partner, Some(&rikke)).await;
    let course = app.course(&referral, &app.mentor("Jonas").await).await;
    app.plan_follow_ups().await;
    let responsible = responsibilities::ActiveModel {
        id: Set(Uuid::now_v7()),
        thing: Set(Thing::Referral),
        thing_id: Set(referral.id),
        user_id: Set(sanne.id),
        since: Set(today()),
        until: Set(None),
        set_by: Set(None),
    };
    responsible.insert(app.db()).await.unwrap();
    Loop { app, partner, rikke, sanne, referral, course }
}

impl Loop {
    async fn staff(&self) -> Browser {
        Browser::signed_in(&self.app, self.sanne.clone()).await
    }

    async fn referrer(&self) -> Browser {
        Browser::signed_in(&self.app, self.rikke.clone()).await
    }

    fn page(&self, beneath: &str) -> String {
        format!("/referrals/{}{beneath}", self.referral.id)
    }

    /// The page of what is to be done next with a side.
    async fn follow_up(&self, side: Side) -> String {
        let own = follow_ups::Entity::find().filter(follow_ups::Column::CourseId.eq(self.course.id));
        let own = own.filter(follow_ups::Column::Side.eq(side)).filter(follow_ups::open());
        let found: FollowUp = own.one(self.app.db()).await.unwrap().unwrap();
        format!("/follow-ups/{}", found.id)
    }

    /// Sanne talks with the young person and says so to the partner.
    async fn told(&self, staff: &Browser, sentence: &str) {
        let path = self.follow_up(Side::Mentee).await;
        staff.submit(&path, &[("mood", "poor"), ("said", "Hemmeligt sagt")]).await.assert_goes_to(&path);
        staff.submit(&format!("{path}/status-update"), &[("sentence", sentence)]).await.assert_goes_to(&path);
    }
}

#[tokio::test]
async fn after_a_follow_up_a_sentence_is_proposed_and_stands_on_the_referrers_page_with_its_day() {
    let set = set().await;
    let (staff, referrer) = (set.staff().await, set.referrer().await);
    let path = set.follow_up(Side::Mentor).await;
    staff.get(&path).await.assert_hides("Send linjen");
    staff.submit(&path, &[("mood", "good")]).await.assert_goes_to(&path);
    staff.get(&path).await.assert_shows("value=\"not_met_yet\" checked").assert_shows("Send linjen");
    referrer.get(&set.page("")).await.assert_hides("De har ikke mødt hinanden endnu");

    let tell = format!("{path}/status-update");
    staff.submit(&tell, &[("sentence", "not_met_yet")]).await.assert_goes_to(&path);

    referrer.get(&set.page("")).await.assert_shows("De har ikke mødt hinanden endnu. Vi følger op.");
    staff.get(&path).await.assert_hides("Send linjen").assert_shows("De har ikke mødt hinanden endnu");
    staff.submit(&tell, &[("sentence", "job_begun")]).await.assert_status(StatusCode::CONFLICT);
    assert_eq!(status_updates::Entity::find().all(set.app.db()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn nothing_is_said_before_somebody_was_followed_up_and_nothing_when_it_is_left_out() {
    let set = set().await;
    let (staff, referrer) = (set.staff().await, set.referrer().await);
    let path = set.follow_up(Side::Mentor).await;
    let tell = format!("{path}/status-update");
    staff.submit(&tell, &[("sentence", "meet_as_agreed")]).await.assert_status(StatusCode::CONFLICT);
    staff.submit(&path, &[("mood", "good")]).await.assert_goes_to(&path);
    referrer.get(&set.page("")).await.assert_shows("Her står en linje");
    assert!(set.app.mails_to(&set.rikke.email).await.is_empty());
}

#[tokio::test]
async fn nothing_of_what_was_said_on_the_phone_ever_reaches_the_referrer() {
    let set = set().await;
    let (staff, referrer) = (set.staff().await, set.referrer().await);
    set.told(&staff, "not_met_lately").await;
    let page = referrer.get(&set.page("")).await;
    page.assert_shows("De har ikke mødtes i en tid").assert_hides("Hemmeligt sagt").assert_hides("Ikke så godt");
    let mails = set.app.mails_to(&set.rikke.email).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("De har ikke mødtes i en tid") && !mails[0].text.contains("Amira"));
    assert!(!mails[0].text.contains("Hemmeligt"));
}

#[tokio::test]
async fn a_sentence_that_was_a_mistake_is_taken_back_and_another_one_can_be_said() {
    let set = set().await;
    let (staff, referrer) = (set.staff().await, set.referrer().await);
    set.told(&staff, "job_begun").await;
    let said = status_updates::Entity::find().one(set.app.db()).await.unwrap().unwrap();
    let back = set.page(&format!("/status-updates/{}/removal", said.id));
    for _ in 0..2 {
        staff.submit(&back, &[]).await.assert_goes_to(&set.page(""));
    }
    referrer.get(&set.page("")).await.assert_hides("begyndt i job");
    let tell = format!("/follow-ups/{}/status-update", said.follow_up_id.unwrap());
    staff.submit(&tell, &[("sentence", "job_in_sight")]).await.assert_taken();
    referrer.get(&set.page("")).await.assert_shows("Der er et job eller en uddannelse i sigte");
}

#[tokio::test]
async fn the_referrer_asks_back_staff_are_written_to_and_answer() {
    let set = set().await;
    let (staff, referrer) = (set.staff().await, set.referrer().await);
    let replies = set.page("/status-replies");
    referrer.submit(&replies, &[]).await.assert_refused_with("Skriv noget først");
    referrer.submit(&replies, &[("reply", "Hvornår mødes de?")]).await.assert_goes_to(&set.page(""));

    let mails = set.app.mails_to(&set.sanne.email).await;
    assert_eq!(mails.len(), 1);
    assert!(!mails[0].text.contains("Hvornår mødes de?"), "the page has it");
    staff.get(&set.page("")).await.assert_shows("Hvornår mødes de?").assert_shows("Rikke Lund skrev");

    staff.submit(&replies, &[("reply", "På torsdag")]).await.assert_goes_to(&set.page(""));
    referrer.get(&set.page("")).await.assert_shows("På torsdag").assert_shows("Sanne Holm skrev");
    assert_eq!(set.app.mails_to(&set.rikke.email).await.len(), 1);
    let written = status_replies::Entity::find().filter(status_replies::waiting());
    assert!(written.all(set.app.db()).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_needs_no_answer_is_settled_by_staff_alone() {
    let set = set().await;
    let (staff, referrer) = (set.staff().await, set.referrer().await);
    referrer.submit(&set.page("/status-replies"), &[("reply", "Tak")]).await.assert_taken();
    let settle = set.page("/status-replies/settlement");
    referrer.submit(&settle, &[]).await.assert_status(StatusCode::FORBIDDEN);
    staff.get(&set.page("")).await.assert_shows(&settle);
    for _ in 0..2 {
        staff.submit(&settle, &[]).await.assert_goes_to(&set.page(""));
    }
    staff.get(&set.page("")).await.assert_hides(&settle);
}

#[tokio::test]
async fn another_partner_neither_reads_nor_writes() {
    let set = set().await;
    let other = set.app.referrer(&set.app.partner("Helhedsplan Syd").await).await;
    other.submit(&set.page("/status-replies"), &[("reply", "Hej")]).await.assert_not_found();
    assert!(status_replies::Entity::find().one(set.app.db()).await.unwrap().is_none());
}

#[tokio::test]
async fn once_the_young_person_says_no_nothing_more_is_said() {
    let set = set().await;
    let staff = set.staff().await;
    let path = set.follow_up(Side::Mentor).await;
    staff.submit(&path, &[("mood", "good")]).await.assert_goes_to(&path);
    set.app.refused(&set.referral, ConsentPurpose::MentorCourse).await;
    staff.get(&path).await.assert_hides("Send linjen");
    let tell = format!("{path}/status-update");
    staff.submit(&tell, &[("sentence", "meet_as_agreed")]).await.assert_refused_with("Den unge har sagt nej");
}

#[tokio::test]
async fn the_list_of_the_partner_says_who_waits_for_whom_and_since_when() {
    let set = set().await;
    let referrer = set.referrer().await;
    // Matched 30 days ago, and they have not met: staff follow up.
    referrer.get("/referrals").await.assert_shows("Os, siden 02-02-2026");
    let waiting = set.app.referral_by("Bilal Test", &set.partner, Some(&set.rikke)).await;
    let mentor = set.app.mentor("Mona").await;
    set.app.proposal(&waiting, &mentor).await;
    referrer.get("/referrals").await.assert_shows("Mentoren, siden 04-03-2026");

    referrer.submit(&set.page("/status-replies"), &[("reply", "Hvordan går det?")]).await.assert_taken();
    referrer.get("/referrals?q=amira").await.assert_shows("Os, siden 04-03-2026");
    referrer.get("/referrals?file=csv").await.assert_ok().assert_shows("Mentoren, siden 04-03-2026");
}

#[test]
fn whoever_is_to_pass_something_on_is_told_that_it_is_their_turn() {
    assert_eq!(Turn::at(Place::YourTurn), Some(Turn::Partner));
    assert_eq!(Turn::at(Place::YoungAsked), Some(Turn::YoungPerson));
    assert_eq!(Turn::at(Place::Completed), None);
    for turn in Place::all().filter_map(Turn::at) {
        assert!(!turn.label(Tr::Danish).is_empty());
    }
}
