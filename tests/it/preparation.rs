//! The young person is told what a mentor course is and is not, and both sides what the other one expects.

use brobyg::{
    account::link,
    course::{
        self,
        expectations::{NewExpectation, answer},
    },
    referral,
};
use chrono::{Days, Duration};
use entity::{
    Referral, consents::ConsentPurpose, expectations::ExpectingSide, links::LinkPurpose, meetings::Channel,
    planned_meetings, preparations, referrals, users::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, prelude::Uuid};

use crate::{
    course::{Pair, amira_and_jonas},
    reach::scene::{Scene, Young},
    support::{self, Browser, TestApp, today, viewer_of},
};

const OWN: &str = "ung@ung.example";
const SUBJECT: &str = "Sådan er det at have en mentor";

/// A referral that staff have yet to accept, of somebody who said yes to a mentor.
async fn undecided(app: &TestApp) -> (Referral, Browser) {
    let partner = app.partner("Helhedsplan Nord").await;
    let rikke = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
    let referral = app.referral_by("Amira Holm", &partner, Some(&rikke)).await;
    let open = referrals::ActiveModel { id: Set(referral.id), accepted_on: Set(None), ..Default::default() };
    open.update(app.db()).await.unwrap();
    (referral, Browser::signed_in(app, rikke).await)
}

async fn accepted(app: &TestApp, referral: &Referral) {
    let staff = viewer_of(&app.user("Sanne Holm", Role::Staff, None).await);
    referral::accept(app.db(), app.app.clock.now(), &staff, referral.id, None).await.unwrap();
}

async fn told(app: &TestApp) -> usize {
    app.mails_to(OWN).await.iter().filter(|mail| mail.subject == SUBJECT).count()
}

#[tokio::test]
async fn whoever_said_yes_is_told_once_the_referral_is_accepted() {
    let app = support::start().await;
    let (referral, _) = undecided(&app).await;
    app.agreed(&referral, ConsentPurpose::MentorCourse).await;
    assert_eq!(told(&app).await, 0);

    accepted(&app, &referral).await;

    assert_eq!(told(&app).await, 1);
    let mails = app.mails_to(OWN).await;
    let path = app.path_in(mails.iter().find(|mail| mail.subject == SUBJECT).unwrap());
    let page = app.visitor().get(&path).await;
    page.assert_ok().assert_shows("Det er det ikke").assert_shows("Jeg har læst det").assert_hides("Amira");
}

#[tokio::test]
async fn nobody_is_written_to_who_has_not_said_yes_or_was_prepared_before() {
    let app = support::start().await;
    let (referral, rikke) = undecided(&app).await;
    accepted(&app, &referral).await;
    assert_eq!(told(&app).await, 0);

    let app = support::start().await;
    let (referral, as_rikke) = undecided(&app).await;
    app.agreed(&referral, ConsentPurpose::MentorCourse).await;
    as_rikke.submit(&format!("/referrals/{}/preparation", referral.id), &[]).await.assert_taken();
    accepted(&app, &referral).await;
    assert_eq!(told(&app).await, 0);
    drop(rikke);
}

#[tokio::test]
async fn the_press_of_the_young_person_stands_beside_the_consent_and_the_first_who_says_so_counts() {
    let app = support::start().await;
    let (referral, as_rikke) = undecided(&app).await;
    let tx = app.db().begin().await.unwrap();
    let token = link::issue(&tx, app.app.clock.now(), LinkPurpose::Preparation, referral.id).await.unwrap();
    tx.commit().await.unwrap();
    let (path, page) = (format!("/prepare/{token}"), format!("/referrals/{}", referral.id));
    // Opening it says nothing: programs open links.
    app.visitor().get(&path).await.assert_ok();
    as_rikke.get(&page).await.assert_shows("Ikke forberedt endnu");

    app.visitor().submit(&path, &[]).await.assert_ok().assert_shows("Nu ved vi, at du har læst det");
    as_rikke.submit(&format!("{page}/preparation"), &[]).await.assert_taken();

    as_rikke.get(&page).await.assert_shows("Forberedt 4. marts 2026 (siger: den unge selv)");
    assert_eq!(preparations::Entity::find().count(app.db()).await.unwrap(), 1);
}

/// The young person's page about the mentor.
pub async fn linked(pair: &Pair) -> String {
    let tx = pair.app.db().begin().await.unwrap();
    let now = pair.app.app.clock.now();
    let token = link::issue(&tx, now, LinkPurpose::MyMentor, pair.course.id).await.unwrap();
    tx.commit().await.unwrap();
    token
}

#[tokio::test]
async fn each_side_sees_what_the_other_expects_once_both_have_answered() {
    let pair = amira_and_jonas().await;
    let (mentor, visitor, token) =
        (pair.app.mentor_browser(&pair.mentor).await, pair.app.visitor(), linked(&pair).await);
    let (mine, theirs) = (format!("/my-mentor/{token}"), format!("/expectations/{token}/answer"));

    let hopes = [("hopes", "At finde en læreplads"), ("contact", "Sms")];
    visitor.submit(&theirs, &hopes).await.assert_goes_to(&mine);
    mentor.get(&pair.path("")).await.assert_shows("Svar på tre spørgsmål").assert_hides("At finde en læreplads");

    let answer = [("hopes", "At vi når et CV"), ("help", "Ansøgninger")];
    mentor.submit(&pair.path("/expectations"), &answer).await.assert_goes_to(&pair.path(""));

    mentor.get(&pair.path("")).await.assert_shows("At finde en læreplads").assert_hides("Svar på tre spørgsmål");
    visitor.get(&mine).await.assert_shows("At vi når et CV").assert_hides("Svar på tre spørgsmål");
    // The first answer stands.
    visitor.submit(&theirs, &[("hopes", "Noget andet")]).await.assert_taken();
    mentor.get(&pair.path("")).await.assert_hides("Noget andet");
}

#[tokio::test]
async fn once_they_have_met_what_one_side_said_is_shown_and_nobody_is_asked_any_more() {
    let pair = amira_and_jonas().await;
    let (mentor, visitor, token) =
        (pair.app.mentor_browser(&pair.mentor).await, pair.app.visitor(), linked(&pair).await);
    visitor
        .submit(&format!("/expectations/{token}/answer"), &[("hopes", "At finde en læreplads")])
        .await
        .assert_taken();

    let day = today() - Days::new(1);
    let fields = [
        ("attendance", "held".to_owned()),
        ("held_on_day", day.format("%-d").to_string()),
        ("held_on_month", day.format("%-m").to_string()),
        ("held_on_year", day.format("%Y").to_string()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    mentor.submit(&pair.path("/meetings"), &fields).await.assert_taken();

    let page = mentor.get(&pair.path("")).await;
    page.assert_shows("At finde en læreplads").assert_hides("Svar på tre spørgsmål");
}

#[tokio::test]
async fn a_mentor_says_what_they_expect_by_their_link() {
    let pair = amira_and_jonas().await;
    let (phone, young) = (pair.app.visitor(), linked(&pair).await);
    let tx = pair.app.db().begin().await.unwrap();
    let now = pair.app.app.clock.now();
    let token = link::issue(&tx, now, LinkPurpose::MyCourse, pair.course.id).await.unwrap();
    tx.commit().await.unwrap();
    let (form, open) = (format!("/my-course/{token}/open/expectations"), format!("/my-course/{token}/open"));
    phone.get(&open).await.assert_shows(&form).assert_hides("At finde en læreplads");
    phone.get(&form).await.assert_shows("Hvad håber du, at I når sammen?").assert_hides("Amira");

    phone.submit(&form, &[("hopes", "At vi når et CV")]).await.assert_goes_to(&open);
    pair.app.visitor().submit(&format!("/expectations/{young}/answer"), &[("hopes", "At finde en læreplads")]).await;

    phone.get(&open).await.assert_shows("At finde en læreplads").assert_hides(&form);
    pair.app.visitor().get(&format!("/my-mentor/{young}")).await.assert_shows("At vi når et CV");
}

#[tokio::test]
async fn both_are_asked_two_days_after_the_match_while_they_have_said_nothing_and_not_met() {
    let kinds = [course::expectations::letters::MENTOR, course::expectations::letters::MENTEE];
    for kind in kinds {
        let scene = Scene::set(Young::Own).await;
        let course = scene.subject(kind.name).await;
        let letter = scene.letter(&kind, course).await.unwrap();
        let (_, found) = letter.text.split_once(&scene.app.app.config.base_url).unwrap();
        let found = found.split_whitespace().next().unwrap();
        let beneath = if found.starts_with("/expectations/") { "answer" } else { "open/expectations" };
        let reader = scene.app.visitor();
        reader.get(found).await.assert_shows("Dette link er til");
        reader.submit(&format!("{found}/{beneath}"), &[("hopes", "Et CV")]).await.assert_taken();
        assert!(scene.letter(&kind, course).await.is_none(), "{} was answered", kind.name);
    }
    for kind in kinds {
        let scene = Scene::set(Young::Own).await;
        let course = scene.subject(kind.name).await;
        let tx = scene.app.db().begin().await.unwrap();
        course::expectations::letters::ask(&tx, scene.app.app.clock.now(), course).await.unwrap();
        tx.commit().await.unwrap();
        assert!(scene.app.mails().await.is_empty(), "not on the day of the match");
    }
}

#[tokio::test]
async fn staff_hear_of_a_first_meeting_that_is_near_while_one_side_has_said_nothing() {
    let pair = amira_and_jonas().await;
    let staff = pair.app.staff().await;
    let is_there = async || staff.get("/today").await.assert_ok().body.contains("<li id=\"expectations\"");
    assert!(!is_there().await, "nothing is agreed");
    let meeting = planned_in(&pair, 5).await;
    assert!(!is_there().await, "it is not near");
    let sooner = planned_meetings::ActiveModel {
        id: Set(meeting),
        starts_at: Set(pair.app.app.clock.now() + Duration::days(2)),
        ..Default::default()
    };
    sooner.update(pair.app.db()).await.unwrap();
    assert!(is_there().await);
    staff.get("/today").await.assert_shows(&format!("{}#expected", pair.path("")));
    staff.get("/courses?needs=expectations").await.assert_shows("Amira Hassan");

    let say = async |side| {
        let new = NewExpectation { hopes: "Et CV".into(), help: None, contact: None };
        answer(pair.app.db(), pair.app.app.clock.now(), (pair.course.id, side, None), new).await.unwrap();
    };
    say(ExpectingSide::Mentor).await;
    assert!(is_there().await, "the young person has not said");
    let missing = staff.get(&pair.path("")).await;
    missing.assert_shows("Den unge har ikke svaret endnu").assert_hides("Mentoren har ikke svaret endnu");
    let asks = async || {
        let mails = pair.app.mails_to(OWN).await;
        mails.iter().filter(|mail| mail.subject == "Tre spørgsmål, før I mødes").count()
    };
    assert_eq!(asks().await, 0);
    for _ in 0..2 {
        staff.submit(&pair.path("/expectations/again"), &[]).await.assert_goes_to(&pair.path(""));
    }
    assert_eq!(asks().await, 1);
    say(ExpectingSide::YoungPerson).await;
    assert!(!is_there().await);
}

/// A first meeting that is agreed for so many days from now.
async fn planned_in(pair: &Pair, days: i64) -> Uuid {
    let now = pair.app.app.clock.now();
    let meeting = planned_meetings::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(pair.course.id),
        starts_at: Set(now + Duration::days(days)),
        minutes: Set(60),
        channel: Set(Channel::InPerson),
        suggested_by: Set(Some(pair.app.staff().await.user.unwrap().id)),
        made_at: Set(now),
        sequence: Set(0),
        changed_at: Set(now),
        ..Default::default()
    };
    meeting.insert(pair.app.db()).await.unwrap().id
}
