//! What needs staff today: every kind of thing, counted, each with a link to where it is done.

use chrono::Days;
use entity::{Course, Mentor, courses, meetings, mentors, proposals, surveys};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, prelude::Uuid};

use crate::support::{self, TestApp, today};

impl TestApp {
    async fn change_course(&self, course: &Course, change: courses::ActiveModel) {
        courses::ActiveModel { id: Set(course.id), ..change }.update(self.db()).await.unwrap();
    }

    async fn change_mentor(&self, mentor: &Mentor, change: mentors::ActiveModel) {
        mentors::ActiveModel { id: Set(mentor.id), ..change }.update(self.db()).await.unwrap();
    }

    async fn held(&self, course: &Course, days_ago: u64) {
        let meeting = meetings::ActiveModel {
            id: Set(Uuid::now_v7()),
            course_id: Set(course.id),
            held_on: Set(today() - Days::new(days_ago)),
            minutes: Set(None),
            channel: Set(None),
            attendance: Set(meetings::Attendance::Held),
            note: Set(None),
            logged_by: Set(None),
            logged_by_mentor: Set(None),
            logged_at: Set(self.app.clock.now()),
            known_on: Set(None),
        };
        meeting.insert(self.db()).await.unwrap();
    }

    async fn pair(&self, young: &str, mentor: &str) -> Course {
        let (referral, mentor) = (self.referral(young).await, self.mentor(mentor).await);
        self.course(&referral, &mentor).await
    }
}

#[tokio::test]
async fn a_platform_on_which_nothing_waits_says_so() {
    let app = support::start().await;

    app.staff().await.get("/today").await.assert_ok().assert_shows("Intet venter på dig");
}

#[tokio::test]
async fn enquiries_wait_for_an_answer() {
    let app = support::start().await;
    let enquiry = app.enquiry("Egon").await;

    let page = app.staff().await.get("/today").await;

    page.assert_ok().assert_shows("Henvendelser, der venter på svar").assert_shows("Egon");
    page.assert_shows(&format!("href=\"/enquiries/{}\"", enquiry.id)).assert_shows("Skrev til os i dag");
}

#[tokio::test]
async fn referrals_wait_for_an_answer_or_for_a_mentor() {
    let app = support::start().await;
    let (amira, bilal) = (app.referral("Amira").await, app.referral("Bilal").await);
    let undecided = entity::referrals::ActiveModel { id: Set(bilal.id), accepted_on: Set(None), ..Default::default() };
    undecided.update(app.db()).await.unwrap();

    let page = app.staff().await.get("/today").await;

    page.assert_ok().assert_shows("Unge, der venter på en mentor").assert_shows("Henvisninger, der venter på svar");
    page.assert_shows(&format!("href=\"/referrals/{}/match\"", amira.id));
    page.assert_shows(&format!("href=\"/referrals/{}\"", bilal.id));
    page.assert_shows("href=\"/referrals?ready=yes\"").assert_shows("href=\"/referrals?state=awaiting-answer\"");
}

#[tokio::test]
async fn proposals_wait_for_the_mentor_for_an_answer_to_a_question_or_for_the_young_person() {
    let app = support::start().await;
    let mentor = app.mentor_in("Jonas", "it-udvikler", "62", 3).await;
    let now = Some(app.app.clock.now());
    for (young, change) in [
        ("Amira", proposals::ActiveModel { question: Set(None), ..Default::default() }),
        ("Bilal", proposals::ActiveModel { asked_at: Set(now), ..Default::default() }),
        ("Carla", proposals::ActiveModel { mentor_accepted_at: Set(now), ..Default::default() }),
    ] {
        let proposal = app.proposal(&app.referral(young).await, &mentor).await;
        let change = proposals::ActiveModel { id: Set(proposal.id), expires_on: Set(proposal.expires_on), ..change };
        let changed = change.update(app.db()).await.unwrap();
        if changed.mentor_accepted_at.is_some() {
            let tx = app.db().begin().await.unwrap();
            let kind = brobyg::matching::letters::MENTEE_ASKED;
            brobyg::message::queue(&tx, app.app.clock.now(), kind, changed.id, "").await.unwrap();
            tx.commit().await.unwrap();
        }
    }

    let page = app.staff().await.get("/today").await;

    for (heading, young) in [
        ("Matchforslag, der venter på mentoren", "Amira"),
        ("Mentorer, der har spurgt om noget", "Bilal"),
        ("Matchforslag, der venter på den unge", "Carla"),
    ] {
        page.assert_ok().assert_shows(heading).assert_shows(young);
    }
    page.assert_shows("href=\"/proposals?state=question-asked\"").assert_shows("Fristen løber ud om 7 dage");
}

#[tokio::test]
async fn courses_need_a_hand_when_nobody_met_when_they_are_silent_and_when_they_are_over_time() {
    let app = support::start().await;
    let (never, silent, over, well) = (
        app.pair("Amira", "Jonas").await,
        app.pair("Bilal", "Mona").await,
        app.pair("Carla", "Niels").await,
        app.pair("Dina", "Ole").await,
    );
    app.held(&silent, 25).await;
    app.held(&over, 2).await;
    app.held(&well, 2).await;
    let ended = courses::ActiveModel { planned_end_on: Set(today() - Days::new(3)), ..Default::default() };
    app.change_course(&over, ended).await;

    let page = app.staff().await.get("/today").await;

    for (heading, course) in [
        ("Forløb, der mangler det første møde", &never),
        ("Forløb, der er blevet stille", &silent),
        ("Forløb, der er løbet over tiden", &over),
    ] {
        page.assert_ok().assert_shows(heading).assert_shows(&format!("href=\"/courses/{}\"", course.id));
    }
    page.assert_hides(&format!("href=\"/courses/{}\"", well.id)).assert_shows("25 dage siden sidste møde med Mona");
    page.assert_shows("Niels: forløbet skulle være slut for 3 dage siden");
}

#[tokio::test]
async fn mentors_need_staff_when_they_applied_when_a_check_runs_out_and_when_nobody_hears_from_them() {
    let app = support::start().await;
    let (applicant, expiring, fine) = (app.mentor("Jonas").await, app.mentor("Mona").await, app.mentor("Niels").await);
    let applied = mentors::ActiveModel {
        approved_on: Set(None),
        email_confirmed_at: Set(Some(app.app.clock.now())),
        ..Default::default()
    };
    app.change_mentor(&applicant, applied).await;
    let soon = Some(today() + Days::new(20));
    app.change_mentor(&expiring, mentors::ActiveModel { criminal_record_expires_on: Set(soon), ..Default::default() })
        .await;
    let late = Some(today() + Days::new(400));
    app.change_mentor(&fine, mentors::ActiveModel { criminal_record_expires_on: Set(late), ..Default::default() })
        .await;
    let gone = app.pair("Amira", "Ole").await;
    let long_ago = courses::ActiveModel { matched_on: Set(today() - Days::new(90)), ..Default::default() };
    app.change_course(&gone, long_ago).await;

    let page = app.staff().await.get("/today").await;

    for (heading, mentor_id) in [
        ("Mentorer, der har søgt", applicant.id),
        ("Attester, der udløber snart", expiring.id),
        ("Mentorer, vi ikke har hørt fra", gone.mentor_id),
    ] {
        page.assert_ok().assert_shows(heading).assert_shows(&format!("href=\"/mentors/{mentor_id}\""));
    }
    page.assert_hides(&format!("href=\"/mentors/{}\"", fine.id)).assert_shows("Attesten udløber om 20 dage");
}

#[tokio::test]
async fn surveys_that_are_due_are_to_be_asked_about() {
    let app = support::start().await;
    let course = app.pair("Amira", "Jonas").await;
    for days_ago in [20, 15, 12] {
        app.held(&course, days_ago).await;
    }
    let ended = today() - Days::new(9);
    let over = courses::ActiveModel { planned_end_on: Set(ended), ended_on: Set(Some(ended)), ..Default::default() };
    app.change_course(&course, over).await;
    let survey = surveys::ActiveModel {
        id: Set(Uuid::now_v7()),
        course_id: Set(course.id),
        kind: Set(surveys::SurveyKind::Exit),
        due_on: Set(ended),
        ..Default::default()
    };
    let survey = survey.insert(app.db()).await.unwrap();

    let page = app.staff().await.get("/today").await;

    page.assert_ok().assert_shows("Målinger, der skal spørges til nu").assert_shows("Amira");
    page.assert_shows(&format!("href=\"/surveys/{}\"", survey.id));
}
