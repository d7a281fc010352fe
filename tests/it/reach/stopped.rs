//! The consent to a mentor is taken back while a proposal is open or a course runs: the pages say so, to each in their
//! words, and contact data is gone from the mentor at once.

use brobyg::referral::{Agreement, agreement};
use chrono::Days;
use entity::{
    Mentor, Referral, User, consents::ConsentPurpose, courses, meetings, proposals, referrals, users::Role,
    young_people,
};
use poem::http::StatusCode;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};

use crate::support::{self, Browser, TestApp, forms::forms, today};

const TAKEN_BACK: &str = "Den unge har trukket sit samtykke tilbage";
const NO_MORE: &str = "Kontakten mellem jer er stoppet";

struct Pair {
    app: TestApp,
    referral: Referral,
    mentor: Mentor,
    referrer: User,
    staff: Browser,
    as_mentor: Browser,
}

impl Pair {
    async fn new() -> Self {
        let app = support::start().await;
        let partner = app.partner("Helhedsplan Nord").await;
        let referrer = app.user("Rikke Lund", Role::Referrer, Some(&partner)).await;
        let referral = app.referral_by("Amira Holm", &partner, Some(&referrer)).await;
        app.agreed(&referral, ConsentPurpose::MentorCourse).await;
        let mail = young_people::ActiveModel { email: Set(Some("amira@ung.example".into())), ..Default::default() };
        app.change_person(&referral, mail).await;
        let for_mentor = referrals::ActiveModel {
            id: Set(referral.id),
            for_mentor: Set(Some("Er glad for heste".into())),
            interpreter_need: Set(Some("Somalisk tolk".into())),
            ..Default::default()
        };
        for_mentor.update(app.db()).await.unwrap();
        let mentor = app.mentor_in("Jonas", "it-udvikler", "62", 2).await;
        let (staff, as_mentor) = (app.staff().await, app.mentor_browser(&mentor).await);
        Self { app, referral, mentor, referrer, staff, as_mentor }
    }

    async fn as_referrer(&self) -> Browser {
        Browser::signed_in(&self.app, self.referrer.clone()).await
    }

    async fn taken_back(&self) {
        let path = format!("/referrals/{}/consents/withdrawal", self.referral.id);
        self.as_referrer().await.submit(&path, &[("purpose", "mentor_course")]).await.assert_taken();
    }
}

#[tokio::test]
async fn during_a_course_today_and_the_course_say_so_and_the_mentor_sees_no_contact_data_any_more() {
    let pair = Pair::new().await;
    let course = pair.app.course(&pair.referral, &pair.mentor).await;
    let page = format!("/courses/{}", course.id);
    let shown = ["amira@ung.example", "50 00 01 00", "Er glad for heste", "Somalisk tolk"];
    let before = pair.as_mentor.get(&page).await;
    for text in shown {
        before.assert_shows(text);
    }

    pair.taken_back().await;

    let after = pair.as_mentor.get(&page).await;
    after.assert_ok().assert_shows(TAKEN_BACK).assert_shows("Kontakt ikke den unge").assert_hides("/meetings/today");
    for text in shown {
        after.assert_hides(text);
    }
    pair.as_mentor.get("/mentor").await.assert_shows("Den unge vil ikke mere").assert_hides("/meetings/today");
    pair.as_mentor.get("/courses").await.assert_shows("Samtykke trukket tilbage");
    pair.staff
        .get(&page)
        .await
        .assert_shows(TAKEN_BACK)
        .assert_shows("afslut forløbet")
        .assert_shows("amira@ung.example");
    let today_page = pair.staff.get("/today").await;
    today_page.assert_shows("Samtykket er trukket tilbage, mens noget er i gang");
    today_page.assert_shows(&format!("href=\"/referrals/{}\"", pair.referral.id));
    today_page.assert_shows("Samtykket blev trukket tilbage i dag").assert_hides("Forløb, der mangler det første møde");
    let report = format!("/referrals/{}/report", pair.referral.id);
    pair.as_referrer().await.get(&report).await.assert_shows("Samtykke trukket tilbage");
    pair.staff.get("/referrals?stopped=yes").await.assert_shows("Amira Holm");
    pair.as_referrer()
        .await
        .get(&format!("/referrals/{}", pair.referral.id))
        .await
        .assert_shows("Vi afslutter forløbet");
}

#[tokio::test]
async fn during_a_course_only_staff_still_write_down_what_was() {
    let pair = Pair::new().await;
    let course = pair.app.course(&pair.referral, &pair.mentor).await;
    let path = format!("/courses/{}/meetings", course.id);
    pair.as_mentor.submit(&format!("{path}/today"), &[]).await.assert_taken();
    let logged = meetings::Entity::find().one(pair.app.db()).await.unwrap().unwrap();
    pair.taken_back().await;

    let yesterday = [("attendance", "held"), ("held_on_day", "3"), ("held_on_month", "3"), ("held_on_year", "2026")];
    pair.as_mentor.submit(&path, &yesterday).await.assert_refused_with(NO_MORE);
    pair.as_mentor.submit(&format!("{path}/today"), &[]).await.assert_refused_with(NO_MORE);
    pair.as_mentor.submit(&format!("{path}/{}/removal", logged.id), &[]).await.assert_refused_with(NO_MORE);
    let edit = format!("meetings/{}", logged.id);
    for form in ["pause", "extension", "agreement", "meetings/new", &edit] {
        let page = pair.as_mentor.get(&format!("/courses/{}/{form}", course.id)).await;
        page.assert_status(StatusCode::CONFLICT).assert_shows(NO_MORE).assert_hides("siden du åbnede siden");
    }
    assert_eq!(meetings::Entity::find().count(pair.app.db()).await.unwrap(), 1);
    pair.staff.submit(&path, &yesterday).await.assert_taken();
}

#[tokio::test]
async fn a_stopped_course_offers_the_mentor_nothing_that_is_refused_and_says_why_of_what_was_sent() {
    let pair = Pair::new().await;
    let course = pair.app.course(&pair.referral, &pair.mentor).await;
    let page = format!("/courses/{}", course.id);
    pair.as_mentor.submit(&format!("{page}/goals"), &[("text", "Skrive CV")]).await.assert_taken();
    let posts = |html: &str| forms(html, &page).into_iter().filter(|form| form.action.starts_with(&page)).count();
    let before = pair.as_mentor.get(&page).await;
    assert!(posts(&before.body) > 0 && before.body.contains(&format!("href=\"{page}/agreement\"")));
    pair.taken_back().await;

    let after = pair.as_mentor.get(&page).await;

    assert_eq!(posts(&after.body), 0, "{}", after.body);
    for link in ["agreement", "pause", "extension", "meetings/new"] {
        after.assert_hides(&format!("href=\"{page}/{link}\""));
    }
    let late = pair.as_mentor.submit(&format!("{page}/goals"), &[("text", "Finde læreplads")]).await;
    late.assert_status(StatusCode::CONFLICT).assert_shows(NO_MORE).assert_shows("Finde læreplads");
    late.assert_hides("siden du åbnede siden");
    pair.staff.get(&page).await.assert_shows(&format!("href=\"{page}/agreement\""));
}

#[tokio::test]
async fn a_stopped_proposal_says_what_becomes_of_it_and_waits_for_nobody() {
    let pair = Pair::new().await;
    let proposal = pair.app.proposal(&pair.referral, &pair.mentor).await;
    let page = format!("/proposals/{}", proposal.id);
    let first = "mødes uforpligtende, før I siger ja";
    let (waits, goes) = ("henvisningen venter igen", "bliver trukket tilbage");
    pair.staff.get(&page).await.assert_shows(waits).assert_hides(goes);
    pair.as_mentor.get(&page).await.assert_shows(first);
    pair.as_mentor.get("/mentor").await.assert_shows("Venter på dig").assert_hides("Andre forslag");

    pair.taken_back().await;

    pair.staff.get(&page).await.assert_shows(goes).assert_hides(waits);
    pair.as_mentor.get(&page).await.assert_ok().assert_hides(first);
    pair.as_mentor.get("/mentor").await.assert_shows("Andre forslag").assert_hides("Venter på dig").assert_hides(first);
    pair.staff.submit(&format!("{page}/withdrawal"), &[]).await.assert_taken();
    let referral = format!("/referrals/{}", pair.referral.id);
    let withdrawn = pair.staff.get(&referral).await;
    withdrawn.assert_shows("Skriv først den unges samtykke").assert_hides(&format!("{referral}/reopening"));
    let reason = [("reopen_reason", "Prøver")];
    let refused = pair.staff.submit(&format!("{referral}/reopening"), &reason).await;
    refused.assert_refused_with("Skriv først den unges samtykke");
}

#[tokio::test]
async fn what_waits_for_the_young_person_does_not_wait_for_the_mentor() {
    let pair = Pair::new().await;
    let proposal = pair.app.proposal(&pair.referral, &pair.mentor).await;
    pair.as_mentor.submit(&format!("/proposals/{}/acceptance", proposal.id), &[]).await.assert_taken();
    pair.as_mentor.get("/mentor").await.assert_shows("Andre forslag").assert_hides("Venter på dig");
}

#[tokio::test]
async fn after_a_no_nobody_talks_with_the_partner_about_another_mentor() {
    let pair = Pair::new().await;
    let course = pair.app.course(&pair.referral, &pair.mentor).await;
    let ended = courses::ActiveModel {
        id: Set(course.id),
        ended_on: Set(Some(today())),
        interruption_reason: Set(Some(referrals::Reason::NoTime)),
        seat_hold_id: Set(None),
        ..Default::default()
    };
    ended.update(pair.app.db()).await.unwrap();
    let talk =
        referrals::ActiveModel { id: Set(pair.referral.id), talk_asked_on: Set(Some(today())), ..Default::default() };
    talk.update(pair.app.db()).await.unwrap();
    let (page, talks) = (format!("/referrals/{}", pair.referral.id), "vil vi gerne tale med dig");
    pair.as_referrer().await.get(&page).await.assert_shows(talks);
    pair.staff.get("/referrals?talk=yes").await.assert_shows("Amira Holm");

    pair.taken_back().await;

    pair.as_referrer().await.get(&page).await.assert_hides(talks);
    pair.staff.get("/referrals?talk=yes").await.assert_hides("Amira Holm");
}

#[tokio::test]
async fn after_the_ending_nobody_looks_for_another_mentor_whatever_the_reason_declares() {
    let pair = Pair::new().await;
    let course = pair.app.course(&pair.referral, &pair.mentor).await;
    pair.taken_back().await;
    let ending = [
        ("step", "confirm"),
        ("ended_by", "mentor"),
        ("reason", "mentor_withdrew"),
        ("ended_on_day", "4"),
        ("ended_on_month", "3"),
        ("ended_on_year", "2026"),
    ];
    pair.staff.submit(&format!("/courses/{}/ending", course.id), &ending).await.assert_taken();

    pair.staff.get("/referrals?state=waiting").await.assert_hides("Amira Holm");
    let rematch = format!("/courses/{}/rematch", course.id);
    pair.staff.submit(&rematch, &[("handover", "")]).await.assert_refused_with(TAKEN_BACK);
    let reopening = format!("/courses/{}/reopening", course.id);
    pair.staff.submit(&reopening, &[("reason", "Fejl")]).await.assert_refused_with(TAKEN_BACK);
    pair.staff.get("/today").await.assert_hides("Samtykket er trukket tilbage");
    let ended = courses::Entity::find_by_id(course.id).one(pair.app.db()).await.unwrap().unwrap();
    assert!(ended.ended_on.is_some());
}

#[tokio::test]
async fn during_a_proposal_nobody_can_say_yes_any_more_and_the_pages_say_why() {
    let pair = Pair::new().await;
    let proposal = pair.app.proposal(&pair.referral, &pair.mentor).await;
    let page = format!("/proposals/{}", proposal.id);
    pair.taken_back().await;

    pair.as_mentor.get(&page).await.assert_ok().assert_shows(TAKEN_BACK).assert_hides("/acceptance");
    pair.as_mentor.get("/mentor").await.assert_shows("Den unge vil ikke længere have en mentor");
    pair.as_mentor.submit(&format!("{page}/acceptance"), &[]).await.assert_refused_with(TAKEN_BACK);
    pair.staff.get(&page).await.assert_shows("Ring til mentoren, og træk forslaget tilbage");
    pair.staff.submit(&format!("{page}/acceptance"), &[]).await.assert_refused_with(TAKEN_BACK);
    pair.staff.get("/today").await.assert_shows("Samtykket er trukket tilbage, mens noget er i gang");

    pair.staff.submit(&format!("{page}/withdrawal"), &[]).await.assert_taken();
    let referral = referrals::Entity::find_by_id(pair.referral.id).one(pair.app.db()).await.unwrap().unwrap();
    assert_eq!(referral.withdrawn_on, Some(today()), "nobody looks for another mentor");
}

#[tokio::test]
async fn the_young_persons_link_leads_nowhere_once_the_consent_is_taken_back() {
    let pair = Pair::new().await;
    let proposal = pair.app.proposal(&pair.referral, &pair.mentor).await;
    pair.as_mentor.submit(&format!("/proposals/{}/acceptance", proposal.id), &[]).await.assert_taken();
    let mail = pair.app.mails_to("amira@ung.example").await.remove(0);
    let (link, young) = (pair.app.path_in(&mail), pair.app.visitor());
    young.get(&link).await.assert_ok().assert_shows("Ja tak");
    pair.taken_back().await;

    young.get(&link).await.assert_shows("Linket kan ikke bruges mere").assert_hides("Ja tak");
    young.submit(&link, &[("answer", "yes")]).await.assert_refused_with("Linket kan ikke bruges mere");
    let page = format!("/proposals/{}", proposal.id);
    pair.staff.submit(&format!("{page}/mentee-acceptance"), &[]).await.assert_refused_with(TAKEN_BACK);
    let proposal = proposals::Entity::find_by_id(proposal.id).one(pair.app.db()).await.unwrap().unwrap();
    assert_eq!(proposal.mentee_accepted_at, None);
}

#[tokio::test]
async fn a_proposal_that_runs_out_after_a_no_leads_to_no_queue() {
    let pair = Pair::new().await;
    let proposal = pair.app.proposal(&pair.referral, &pair.mentor).await;
    pair.taken_back().await;
    let overdue =
        proposals::ActiveModel { id: Set(proposal.id), expires_on: Set(today() - Days::new(1)), ..Default::default() };
    overdue.update(pair.app.db()).await.unwrap();

    pair.app.expire_overdue(pair.app.app.clock.now()).await;

    pair.staff.get("/referrals?state=waiting").await.assert_hides("Amira Holm");
    pair.staff.get("/referrals?state=withdrawn").await.assert_shows("Amira Holm");
}

#[tokio::test]
async fn a_yes_given_anew_lets_it_all_go_on() {
    let pair = Pair::new().await;
    let course = pair.app.course(&pair.referral, &pair.mentor).await;
    pair.taken_back().await;
    let given =
        [("given_purpose", "mentor_course"), ("given_on_day", "4"), ("given_on_month", "3"), ("given_on_year", "2026")];
    pair.staff.submit(&format!("/referrals/{}/consents", pair.referral.id), &given).await.assert_taken();

    let page = pair.as_mentor.get(&format!("/courses/{}", course.id)).await;
    page.assert_shows("amira@ung.example").assert_hides(TAKEN_BACK);
    let says = agreement(pair.app.db(), pair.referral.id, ConsentPurpose::MentorCourse).await.unwrap();
    assert_eq!(says, Agreement::Given);
}
