//! From applicant to mentor, as staff record it.

use brobyg::mentor::seats;
use chrono::{Days, Months, NaiveDate};
use entity::{Mentor, changes, mentors, mentors::CriminalRecordStatus, users};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{self, Browser, Page, TestApp, today};

/// A confirmed applicant with a seat, about whom nothing is recorded yet.
async fn applicant(app: &TestApp, name: &str) -> Mentor {
    let mentor = app.mentor(name).await;
    let row = mentors::ActiveModel {
        id: Set(mentor.id),
        email_confirmed_at: Set(Some(app.app.clock.now())),
        applied_on: Set(Some(today())),
        trained_on: Set(None),
        approved_on: Set(None),
        ..Default::default()
    };
    row.update(app.db()).await.unwrap()
}

async fn again(app: &TestApp, mentor: &Mentor) -> Mentor {
    mentors::Entity::find_by_id(mentor.id).one(app.db()).await.unwrap().unwrap()
}

async fn post(staff: &Browser, mentor: &Mentor, what: &str, fields: &[(&str, &str)]) -> Page {
    staff.submit(&format!("/mentors/{}/{what}", mentor.id), fields).await
}

/// The three fields of a date.
fn date(name: &'static str, day: NaiveDate) -> [(String, String); 3] {
    let part = |part: &str, format: &str| (format!("{name}_{part}"), day.format(format).to_string());
    [part("day", "%-d"), part("month", "%-m"), part("year", "%Y")]
}

fn with<'a>(date: &'a [(String, String); 3], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let date = date.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    date.chain(more.iter().copied()).collect()
}

async fn record(staff: &Browser, mentor: &Mentor, status: &str, on: NaiveDate) -> Page {
    post(staff, mentor, "criminal-record", &with(&date("record_on", on), &[("record_status", status)])).await
}

async fn record_everything(staff: &Browser, mentor: &Mentor) {
    let interview = date("interviewed_on", today());
    post(staff, mentor, "interview", &with(&interview, &[("interview_note", "Rolig og klar.")])).await.assert_taken();
    record(staff, mentor, "approved", today()).await.assert_taken();
    post(staff, mentor, "training", &with(&date("trained_on", today()), &[])).await.assert_taken();
}

#[tokio::test]
async fn an_applicant_becomes_a_mentor_who_is_invited_to_sign_in() {
    let app = support::start().await;
    let (staff, karen) = (app.staff().await, applicant(&app, "Karen").await);
    let path = format!("/mentors/{}", karen.id);
    staff.get(&path).await.assert_ok().assert_shows("Samtalen er ikke noteret").assert_hides("Godkend som mentor");

    record_everything(&staff, &karen).await;
    staff.get(&path).await.assert_ok().assert_shows("Godkend som mentor").assert_shows("Rolig og klar.");
    post(&staff, &karen, "approval", &[]).await.assert_goes_to(&path);

    let approved = again(&app, &karen).await;
    assert_eq!(approved.approved_on, Some(today()));
    let user = users::Entity::find_by_id(approved.user_id.unwrap()).one(app.db()).await.unwrap().unwrap();
    assert_eq!((user.email, user.role), (karen.email.clone(), users::Role::Mentor));
    let mails = app.mails_to(&karen.email).await;
    assert!(app.path_in(mails.last().unwrap()).starts_with("/invitations/"));
    staff.get(&path).await.assert_ok().assert_shows("Aktiv").assert_shows("godkendte mentoren");
}

/// Who lacks something, how it is taken away, and what is said then.
type Missing = (&'static str, fn(&mut mentors::ActiveModel), &'static str);

#[tokio::test]
async fn nobody_is_approved_before_everything_is_in_place() {
    let app = support::start().await;
    let staff = app.staff().await;
    let missing: [Missing; 5] = [
        ("Anne", |row| row.email_confirmed_at = Set(None), ""),
        ("Bente", |row| row.interviewed_on = Set(None), "Samtalen er ikke noteret"),
        ("Carl", |row| row.criminal_record_status = Set(None), "Straffeattesten er ikke i orden"),
        (
            "Dorte",
            |row| row.criminal_record_expires_on = Set(Some(today() - Days::new(1))),
            "Straffeattesten er ikke i orden",
        ),
        ("Erik", |row| row.trained_on = Set(None), "Kurset er ikke noteret"),
    ];

    for (name, without, sentence) in missing {
        let mentor = applicant(&app, name).await;
        record_everything(&staff, &mentor).await;
        let mut row = mentors::ActiveModel { id: Set(mentor.id), ..Default::default() };
        without(&mut row);
        row.update(app.db()).await.unwrap();

        let page = post(&staff, &mentor, "approval", &[]).await;

        if sentence.is_empty() {
            page.assert_not_found()
        } else {
            page.assert_refused_with(sentence)
        };
        assert_eq!(again(&app, &mentor).await.approved_on, None, "{name}");
    }
}

#[tokio::test]
async fn an_address_that_somebody_else_signs_in_with_stops_the_approval_and_nothing_is_written() {
    let app = support::start().await;
    let (staff, karen) = (app.staff().await, applicant(&app, "Karen").await);
    let other = app.user("Karen Andersen", users::Role::Staff, None).await;
    let row = mentors::ActiveModel { id: Set(karen.id), email: Set(other.email.clone()), ..Default::default() };
    row.update(app.db()).await.unwrap();
    record_everything(&staff, &karen).await;

    let page = post(&staff, &karen, "approval", &[]).await;

    page.assert_refused_with("En anden logger allerede ind med mentorens e-mail");
    assert_eq!(again(&app, &karen).await.approved_on, None);
}

#[tokio::test]
async fn a_criminal_record_check_expires_after_the_configured_months() {
    let app = support::start().await;
    let (staff, karen) = (app.staff().await, applicant(&app, "Karen").await);
    let months = app.app.config.rules.certificate_months;

    record(&staff, &karen, "approved", today()).await.assert_taken();

    let expires = today() + Months::new(months);
    assert_eq!(again(&app, &karen).await.criminal_record_expires_on, Some(expires));
}

#[tokio::test]
async fn asking_for_a_new_check_keeps_the_old_one_good_and_a_refusal_ends_it() {
    let app = support::start().await;
    let (staff, karen) = (app.staff().await, app.mentor("Karen").await);
    let earlier = today() - Days::new(600);
    record(&staff, &karen, "approved", earlier).await.assert_taken();
    let expires = again(&app, &karen).await.criminal_record_expires_on;

    record(&staff, &karen, "requested", today()).await.assert_taken();
    let asked = again(&app, &karen).await;
    assert_eq!(asked.criminal_record_status, Some(CriminalRecordStatus::Requested));
    assert_eq!(asked.criminal_record_expires_on, expires);

    record(&staff, &karen, "refused", today()).await.assert_taken();
    let path = format!("/mentors/{}", karen.id);
    staff.get(&path).await.assert_ok().assert_shows("Kan ikke foreslås lige nu");
}

#[tokio::test]
async fn what_has_not_happened_yet_cannot_be_recorded() {
    let app = support::start().await;
    let (staff, karen) = (app.staff().await, applicant(&app, "Karen").await);
    let tomorrow = today() + Days::new(1);

    record(&staff, &karen, "approved", tomorrow).await.assert_refused_with("Datoen ligger i fremtiden");
    let page = post(&staff, &karen, "training", &with(&date("trained_on", tomorrow), &[])).await;
    page.assert_refused_with("Datoen ligger i fremtiden");
    let typed = [
        ("interviewed_on_day", "31"),
        ("interviewed_on_month", "2"),
        ("interviewed_on_year", "2026"),
        ("interview_note", "husket"),
    ];
    let page = post(&staff, &karen, "interview", &typed).await;
    page.assert_refused_with("Datoen findes ikke").assert_shows("husket");
}

#[tokio::test]
async fn a_note_with_a_cpr_number_is_refused() {
    let app = support::start().await;
    let (staff, karen) = (app.staff().await, applicant(&app, "Karen").await);

    let on = date("interviewed_on", today());
    let noted = with(&on, &[("interview_note", "cpr 170506 1234")]);
    let page = post(&staff, &karen, "interview", &noted).await;

    page.assert_refused_with("Det ligner et CPR-nummer");
}

#[tokio::test]
async fn an_applicant_is_declined_with_a_reason_and_a_mentor_is_not() {
    let app = support::start().await;
    let staff = app.staff().await;
    let (karen, jonas) = (applicant(&app, "Karen").await, app.mentor("Jonas").await);

    post(&staff, &karen, "refusal", &[]).await.assert_refused_with("Vælg en grund");
    let reason = [("decline_reason", "no-need"), ("decline_note", "Skrevet til")];
    post(&staff, &karen, "refusal", &reason).await.assert_taken();
    post(&staff, &jonas, "refusal", &reason).await.assert_refused_with("Kun en ansøger kan få nej tak");

    let declined = again(&app, &karen).await;
    assert_eq!((declined.left_on, declined.left_reason.as_deref()), (Some(today()), Some("no-need")));
    staff.get("/mentors").await.assert_ok().assert_hides("Karen");
    staff.get("/mentors?status=left").await.assert_ok().assert_shows("Karen").assert_shows("Afslået");
    staff.get(&format!("/mentors/{}", karen.id)).await.assert_ok().assert_shows("Vi mangler ikke mentorer");
}

#[tokio::test]
async fn staff_add_a_mentor_by_hand() {
    let app = support::start().await;
    let staff = app.staff().await;
    staff.get("/mentors/new").await.assert_ok();
    let fields = super::applying::karen_but(&[("industries", "DB25:43")]);

    staff.submit("/mentors/new", &fields).await.assert_taken();
    let again = staff.submit("/mentors/new", &fields).await;

    again.assert_refused_with("En anden mentor har allerede den e-mail");
    let karen = mentors::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert!(karen.email_confirmed_at.is_some() && karen.approved_on.is_none());
    assert_eq!(seats::counts(app.db(), &[karen.id]).await.unwrap()[&karen.id].offered, 2);
    staff.get("/mentors").await.assert_ok().assert_shows("Karen Holm");
}

#[tokio::test]
async fn every_step_is_in_the_change_log_with_who_did_it() {
    let app = support::start().await;
    let (staff, karen) = (app.staff().await, applicant(&app, "Karen").await);

    record_everything(&staff, &karen).await;

    let log = changes::Entity::find().filter(changes::Column::SubjectId.eq(karen.id)).all(app.db()).await.unwrap();
    let mut actions: Vec<&str> = log.iter().map(|change| change.action.as_str()).collect();
    actions.sort_unstable();
    assert_eq!(actions, ["interviewed", "record-approved", "trained"]);
    assert!(log.iter().all(|change| change.by_user == staff.user.as_ref().map(|user| user.id)));
}

#[tokio::test]
async fn nobody_is_invited_before_the_approval_or_after_leaving() {
    let app = support::start().await;
    let (karen, jonas, staff) = (applicant(&app, "Karen").await, app.mentor("Jonas").await, app.staff().await);
    let left = [("leave_reason", "moved")];
    post(&staff, &jonas, "departure", &left).await.assert_goes_to(&format!("/mentors/{}", jonas.id));

    for mentor in [karen, jonas] {
        let path = format!("/mentors/{}", mentor.id);
        staff.get(&path).await.assert_ok().assert_hides(&format!("{path}/invitation"));

        post(&staff, &mentor, "invitation", &[]).await.assert_refused_with("kan ikke inviteres");

        assert_eq!(again(&app, &mentor).await.user_id, None, "{}", mentor.name);
        let mails = app.mails_to(&mentor.email).await;
        assert!(mails.iter().all(|mail| !mail.text.contains("/invitations/")), "{mails:?}");
    }
}

/// Mentors who were moved in were never invited.
#[tokio::test]
async fn a_mentor_without_a_sign_in_is_invited_from_their_page_once() {
    let app = support::start().await;
    let (mentor, staff) = (app.mentor("Jonas").await, app.staff().await);
    let page = format!("/mentors/{}", mentor.id);
    staff.get(&page).await.assert_shows(&format!("{page}/invitation")).assert_shows("Mentoren har ikke et login");

    post(&staff, &mentor, "invitation", &[]).await.assert_goes_to(&page);

    let user = users::Entity::find_by_id(again(&app, &mentor).await.user_id.unwrap()).one(app.db()).await.unwrap();
    assert_eq!(user.unwrap().email, "jonas@mentor.example");
    let mail = app.mails_to("jonas@mentor.example").await.pop().unwrap();
    assert_eq!(mail.subject, "Velkommen til Brobyg");
    staff.get(&page).await.assert_hides(&format!("{page}/invitation")).assert_shows("inviterede mentoren");
    post(&staff, &mentor, "invitation", &[]).await.assert_refused_with("kan ikke inviteres");
}
