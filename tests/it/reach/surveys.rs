//! The consent to surveys is asked for, and heeded by the plan, the list, the script, the link and Today.

use brobyg::{
    referral::{Agreement, agreement},
    survey,
};
use chrono::Days;
use entity::{
    Referral, Survey,
    consents::{ConsentPurpose, ConsentPurpose::Survey as Purpose},
    contact_attempts, courses,
    courses::CourseClass,
    messages, surveys, young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};

use crate::{
    referral::{check, filled, partner_with_area, send},
    support::{self, Browser, TestApp, today},
};

const PHONE: &str = "50 00 01 00";

async fn completed(app: &TestApp, referral: &Referral) {
    let course = app.course(referral, &app.mentor("Jonas").await).await;
    let ended = courses::ActiveModel {
        id: Set(course.id),
        ended_on: Set(Some(today() - Days::new(5))),
        seat_hold_id: Set(None),
        class_override: Set(Some(CourseClass::Completed)),
        ..Default::default()
    };
    ended.update(app.db()).await.unwrap();
    survey::schedule(app.db()).await.unwrap();
}

async fn exit_survey(app: &TestApp) -> Survey {
    let all = surveys::Entity::find().all(app.db()).await.unwrap();
    all.into_iter().find(|survey| survey.kind == surveys::SurveyKind::Exit).unwrap()
}

async fn takes_back(staff: &Browser, referral: &Referral) {
    let path = format!("/referrals/{}/consents/withdrawal", referral.id);
    staff.submit(&path, &[("purpose", "survey")]).await.assert_taken();
}

#[tokio::test]
async fn the_form_wants_a_yes_or_a_no_and_keeps_either() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;

    for left_out in [filled(&area).without("survey_consent"), filled(&area).with("survey_consent", "maybe")] {
        check(&referrer, &left_out).await.assert_refused_with("Vælg, om den unge vil spørges bagefter");
    }
    for (answer, told) in [("yes", Agreement::Given), ("no", Agreement::No(today() - Days::new(1)))] {
        let id = send(&referrer, &filled(&area).with("survey_consent", answer)).await;
        assert_eq!(agreement(app.db(), id, Purpose).await.unwrap(), told);
        let mentor = agreement(app.db(), id, ConsentPurpose::MentorCourse).await.unwrap();
        assert_eq!(mentor, Agreement::Given);
    }
    let staff = app.staff().await;
    staff.get("/consents?state=refused").await.assert_shows("nej, 03-03-2026");
}

#[tokio::test]
async fn nothing_is_planned_for_whoever_said_no_until_they_say_yes() {
    let app = support::start().await;
    let referral = app.referral("Amira").await;
    app.refused(&referral, Purpose).await;
    completed(&app, &referral).await;
    assert_eq!(surveys::Entity::find().count(app.db()).await.unwrap(), 0);

    let given =
        [("given_purpose", "survey"), ("given_on_day", "4"), ("given_on_month", "3"), ("given_on_year", "2026")];
    app.staff().await.submit(&format!("/referrals/{}/consents", referral.id), &given).await.assert_taken();
    survey::schedule(app.db()).await.unwrap();
    assert_eq!(surveys::Entity::find().count(app.db()).await.unwrap(), 2);
}

#[tokio::test]
async fn a_consent_taken_back_takes_the_survey_off_today_and_the_phone_off_the_script() {
    let app = support::start().await;
    let (referral, staff) = (app.referral("Amira").await, app.staff().await);
    app.agreed(&referral, Purpose).await;
    completed(&app, &referral).await;
    let survey = exit_survey(&app).await;
    let page = format!("/surveys/{}", survey.id);
    staff.get("/today").await.assert_shows("Målinger, der skal spørges til nu");
    staff.get(&page).await.assert_shows(PHONE).assert_shows("/mail").assert_shows("/attempts");

    takes_back(&staff, &referral).await;

    staff.get("/today").await.assert_hides("Målinger, der skal spørges til nu");
    staff.get("/surveys?state=due").await.assert_hides("Amira");
    staff.get("/surveys?state=not-wanted").await.assert_shows("Amira").assert_shows("Vil ikke spørges");
    let script = staff.get(&page).await;
    script.assert_ok().assert_shows("Den unge vil ikke spørges").assert_hides(PHONE).assert_hides("/attempts");
    script.assert_hides("ung@ung.example").assert_hides("Sig hej");
}

#[tokio::test]
async fn nobody_writes_an_attempt_an_answer_or_a_link_for_whoever_said_no() {
    let app = support::start().await;
    let (referral, staff) = (app.referral("Amira").await, app.staff().await);
    app.agreed(&referral, Purpose).await;
    completed(&app, &referral).await;
    let page = format!("/surveys/{}", exit_survey(&app).await.id);
    takes_back(&staff, &referral).await;

    let attempt = [
        ("channel", "phone"),
        ("result", "no_answer"),
        ("attempted_day", "4"),
        ("attempted_month", "3"),
        ("attempted_year", "2026"),
    ];
    staff.submit(&format!("{page}/attempts"), &attempt).await.assert_refused_with("Den unge vil ikke spørges");
    let answer = [("status", "job"), ("answered_day", "4"), ("answered_month", "3"), ("answered_year", "2026")];
    staff.submit(&format!("{page}/answer"), &answer).await.assert_refused_with("Den unge vil ikke spørges");
    for act in ["mail", "link"] {
        let refused = staff.submit(&format!("{page}/{act}"), &[]).await;
        refused.assert_refused_with("Den unge har ikke sagt ja til at blive spurgt").assert_hides("/survey/");
    }
    staff.submit(&format!("{page}/not-reached"), &[]).await.assert_refused_with("Den unge vil ikke spørges");
    assert_eq!(contact_attempts::Entity::find().count(app.db()).await.unwrap(), 0);
    assert_eq!(messages::Entity::find().count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn an_open_link_dies_with_the_consent() {
    let app = support::start().await;
    let (referral, staff) = (app.referral("Amira").await, app.staff().await);
    app.agreed(&referral, Purpose).await;
    completed(&app, &referral).await;
    staff.submit(&format!("/surveys/{}/mail", exit_survey(&app).await.id), &[]).await.assert_taken();
    let mail = app.mails_to("ung@ung.example").await.remove(0);
    let (link, young) = (app.path_in(&mail), app.visitor());
    young.get(&link).await.assert_shows("Hvad laver du mest for tiden?");

    takes_back(&staff, &referral).await;

    young.get(&link).await.assert_shows("Linket kan ikke bruges mere");
    young.submit(&link, &[("status", "job")]).await.assert_refused_with("Linket kan ikke bruges mere");
    assert_eq!(exit_survey(&app).await.answered_on, None);
}

#[tokio::test]
async fn where_no_answer_is_written_down_staff_ask_first_and_the_answer_brings_the_consent() {
    let app = support::start().await;
    let (referral, staff) = (app.referral("Amira").await, app.staff().await);
    completed(&app, &referral).await;
    let page = format!("/surveys/{}", exit_survey(&app).await.id);

    staff.get("/surveys?state=due").await.assert_shows("Spørg først om lov");
    let script = staff.get(&page).await;
    script.assert_shows("Må vi spørge").assert_shows(PHONE).assert_hides(&format!("{page}/mail"));
    staff.submit(&format!("{page}/mail"), &[]).await.assert_refused_with("har ikke sagt ja");
    let answer = [("status", "job"), ("answered_day", "4"), ("answered_month", "3"), ("answered_year", "2026")];
    staff.submit(&format!("{page}/answer"), &answer).await.assert_taken();

    assert_eq!(agreement(app.db(), referral.id, Purpose).await.unwrap(), Agreement::Given);
    let journal = staff.get(&format!("/referrals/{}", referral.id)).await;
    journal.assert_shows("Samtykke til spørgsmål givet");
}

#[tokio::test]
async fn whoever_would_not_say_how_it_goes_has_agreed_to_nothing() {
    let app = support::start().await;
    let (referral, staff) = (app.referral("Amira").await, app.staff().await);
    completed(&app, &referral).await;
    let path = format!("/surveys/{}/answer", exit_survey(&app).await.id);
    let answer = [("status", "declined"), ("answered_day", "4"), ("answered_month", "3"), ("answered_year", "2026")];
    staff.submit(&path, &answer).await.assert_taken();

    assert_eq!(agreement(app.db(), referral.id, Purpose).await.unwrap(), Agreement::Unanswered);
}

#[tokio::test]
async fn a_no_on_the_phone_is_one_click_and_is_kept_with_its_day() {
    let app = support::start().await;
    let (referral, staff) = (app.referral("Amira").await, app.staff().await);
    completed(&app, &referral).await;

    takes_back(&staff, &referral).await;

    assert_eq!(agreement(app.db(), referral.id, Purpose).await.unwrap(), Agreement::No(today()));
    staff.get(&format!("/referrals/{}", referral.id)).await.assert_shows("nej, 4. marts 2026");
    staff.get("/today").await.assert_hides("Målinger, der skal spørges til nu");
}

#[tokio::test]
async fn the_script_for_somebody_reached_through_the_partner_shows_the_partner_alone() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Nord").await;
    let referrer = app.user("Rikke Lund", entity::users::Role::Referrer, Some(&partner)).await;
    let referral = app.referral_by("Amira", &partner, Some(&referrer)).await;
    app.agreed(&referral, Purpose).await;
    let through = Some(entity::mentors::ContactPreference::ThroughPartner);
    app.change_person(&referral, young_people::ActiveModel { contact_preference: Set(through), ..Default::default() })
        .await;
    completed(&app, &referral).await;

    let script = app.staff().await.get(&format!("/surveys/{}", exit_survey(&app).await.id)).await;

    script.assert_shows("Kun gennem partneren").assert_shows("rikke.lund@people.example");
    script.assert_hides(PHONE).assert_hides("ung@ung.example");
}
