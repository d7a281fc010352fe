//! Applying in public: what an applicant fills in, and what everybody else may learn of it.

use chrono::Days;
use entity::{Mentor, changes, mentor_industries, mentors, messages, seats};
use poem::http::StatusCode;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    prelude::Uuid,
};

use crate::support::{self, Browser, Page, TestApp, today};

pub const KAREN: [(&str, &str); 13] = [
    ("name", "Karen Holm"),
    ("email", "Karen.Holm@mentor.example"),
    ("phone", "20 30 40 50"),
    ("contact_preference", "sms"),
    ("occupation", "tømrermester"),
    ("employer", "Holm Byg"),
    ("postcode", "4600"),
    ("town", "Køge"),
    ("languages", "da"),
    ("strengths", "lytter\n har et stort netværk \n\n"),
    ("wants_to_improve", "holde pauser"),
    ("seats", "2"),
    ("consent", "yes"),
];

/// What Karen fills in, with some answers given otherwise or in addition.
pub fn karen_but<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = KAREN.into_iter().filter(|(name, _)| !other.iter().any(|(changed, _)| changed == name));
    kept.chain(other.iter().copied()).collect()
}

async fn send(browser: &Browser, other: &[(&str, &str)]) -> Page {
    let confirmed = [("industries_shown", "yes"), ("industries", "DB25:43")];
    browser.submit("/mentors/apply", &[karen_but(other), confirmed.to_vec()].concat()).await
}

async fn applicant(app: &TestApp) -> Mentor {
    let found = mentors::Entity::find().filter(mentors::Column::Email.eq("karen.holm@mentor.example"));
    found.order_by_asc(mentors::Column::Id).one(app.db()).await.unwrap().unwrap()
}

/// Karen applies and opens the link in her letter.
async fn apply_and_confirm(app: &TestApp) -> Mentor {
    let visitor = app.visitor();
    send(&visitor, &[]).await.assert_goes_to("/mentors/applied");
    let mails = app.mails_to("karen.holm@mentor.example").await;
    let link = app.path_in(&mails[0]);
    visitor.get(&link).await.assert_ok().assert_shows("Er det din e-mail?");
    visitor.submit(&link, &[]).await.assert_goes_to("/mentors/confirmed");
    applicant(app).await
}

#[tokio::test]
async fn an_applicant_confirms_what_the_words_were_read_into() {
    let app = support::start().await;
    let visitor = app.visitor();
    visitor.get("/mentors/apply").await.assert_ok().assert_shows("Bliv mentor");

    let page = visitor.submit("/mentors/apply", &KAREN).await;

    page.assert_ok().assert_shows("Er det her din branche?").assert_shows("value=\"DB07:43.32\" checked");
    assert_eq!(mentors::Entity::find().count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn an_application_is_written_down_as_it_was_given() {
    let app = support::start().await;

    send(&app.visitor(), &[]).await.assert_goes_to("/mentors/applied");

    let karen = applicant(&app).await;
    assert_eq!((karen.name.as_str(), karen.phone.as_deref()), ("Karen Holm", Some("+4520304050")));
    assert_eq!(karen.strengths.0, ["lytter", "har et stort netværk"]);
    assert_eq!((karen.applied_on, karen.email_confirmed_at), (Some(today()), None));
    let industry = mentor_industries::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!((industry.mentor_id, industry.division.as_str()), (karen.id, "43"));
    assert_eq!(seats::Entity::find().count(app.db()).await.unwrap(), 2);
}

#[tokio::test]
async fn an_occupation_that_nobody_knows_still_gets_through_without_an_industry() {
    let app = support::start().await;
    let visitor = app.visitor();

    let page = visitor.submit("/mentors/apply", &karen_but(&[("occupation", "xyzzyk")])).await;
    page.assert_ok().assert_shows("Vi kunne ikke selv gætte din branche");
    let sent = karen_but(&[("occupation", "xyzzyk"), ("industries_shown", "yes")]);
    visitor.submit("/mentors/apply", &sent).await.assert_goes_to("/mentors/applied");

    assert_eq!(applicant(&app).await.occupation, "xyzzyk");
}

#[tokio::test]
async fn what_is_missing_is_said_beside_the_field_and_what_was_typed_stays() {
    let app = support::start().await;

    let wrong = karen_but(&[("email", "karen"), ("phone", ""), ("postcode", "46"), ("consent", "")]);
    let page = app.visitor().submit("/mentors/apply", &wrong).await;

    page.assert_refused_with("Skriv en e-mailadresse")
        .assert_shows("Skriv dit telefonnummer")
        .assert_shows("Skriv et postnummer med fire cifre")
        .assert_shows("Vi skal have dit ja")
        .assert_shows("value=\"Karen Holm\"");
}

#[tokio::test]
async fn a_cpr_number_is_refused_in_any_free_text() {
    let app = support::start().await;

    let page = send(&app.visitor(), &[("motivation", "Mit CPR er 170506-1234")]).await;

    page.assert_refused_with("Det ligner et CPR-nummer");
}

#[tokio::test]
async fn more_than_five_strengths_or_three_wishes_to_improve_are_too_many() {
    let app = support::start().await;

    let many = [("strengths", "a\nb\nc\nd\ne\nf"), ("wants_to_improve", "a\nb\nc\nd")];
    let page = send(&app.visitor(), &many).await;

    page.assert_refused_with("Skriv højst fem ting").assert_shows("Skriv højst tre ting");
}

#[tokio::test]
async fn staff_see_an_application_only_once_its_address_is_confirmed() {
    let app = support::start().await;
    let staff = app.staff().await;
    send(&app.visitor(), &[]).await.assert_goes_to("/mentors/applied");
    let karen = applicant(&app).await;
    staff.get("/mentors").await.assert_ok().assert_hides("Karen Holm");
    staff.get(&format!("/mentors/{}", karen.id)).await.assert_not_found();

    apply_and_confirm(&app).await;

    staff.get("/mentors").await.assert_ok().assert_shows("Karen Holm");
    staff.get(&format!("/mentors/{}", karen.id)).await.assert_ok().assert_shows("Ansøger");
}

#[tokio::test]
async fn opening_the_link_confirms_nothing_and_the_button_works_once() {
    let app = support::start().await;
    let visitor = app.visitor();
    send(&visitor, &[]).await;
    let link = app.path_in(&app.mails_to("karen.holm@mentor.example").await[0]);

    visitor.get(&link).await.assert_ok();
    assert_eq!(applicant(&app).await.email_confirmed_at, None);

    visitor.submit(&link, &[]).await.assert_taken();
    assert!(applicant(&app).await.email_confirmed_at.is_some());
    visitor.submit(&link, &[]).await.assert_refused_with("Linket kan ikke bruges");
    visitor.get(&link).await.assert_ok().assert_shows("Linket kan ikke bruges");
}

#[tokio::test]
async fn a_known_and_an_unknown_address_get_the_same_answer_and_different_letters() {
    let app = support::start().await;
    let karen = apply_and_confirm(&app).await;

    let known = send(&app.visitor(), &[("name", "En Anden")]).await;
    let unknown = send(&app.visitor(), &[("email", "ny@mentor.example")]).await;

    assert_eq!((known.status, &known.location, &known.body), (unknown.status, &unknown.location, &unknown.body));
    assert_eq!(applicant(&app).await, karen);
    let mails = app.mails_to("karen.holm@mentor.example").await;
    assert_eq!(mails.last().unwrap().subject, "Du er allerede hos Brobyg");
    assert_eq!(app.mails_to("ny@mentor.example").await.last().unwrap().subject, "Bekræft din e-mail til Brobyg");
}

#[tokio::test]
async fn the_link_of_an_application_confirms_what_was_typed_with_it_and_nothing_that_a_stranger_typed_later() {
    let app = support::start().await;
    send(&app.visitor(), &[]).await;
    let stranger = [("name", "En Fremmed"), ("phone", "20 99 99 99"), ("town", "Herfølge")];
    send(&app.visitor(), &stranger).await.assert_goes_to("/mentors/applied");
    let mails = app.mails_to("karen.holm@mentor.example").await;
    assert_eq!(mails.len(), 2);

    app.visitor().submit(&app.path_in(&mails[0]), &[]).await.assert_goes_to("/mentors/confirmed");

    let rows = mentors::Entity::find().all(app.db()).await.unwrap();
    let told: Vec<_> = rows.iter().map(|row| (row.phone.as_deref(), row.email_confirmed_at.is_some())).collect();
    assert!(told.contains(&(Some("+4520304050"), true)) && told.contains(&(Some("+4520999999"), false)), "{told:?}");
    // The other stays as it is, whoever opens its link, and goes after its time.
    app.visitor().submit(&app.path_in(&mails[1]), &[]).await.assert_refused_with("Linket kan ikke bruges");
    app.staff().await.get("/mentors").await.assert_ok().assert_shows("Karen Holm").assert_hides("En Fremmed");
    assert_eq!(app.remove_unconfirmed(today() + Days::new(15)).await, 1);
}

#[tokio::test]
async fn a_letter_to_an_applicant_greets_nobody_by_a_name_that_was_only_typed() {
    let app = support::start().await;
    apply_and_confirm(&app).await;
    send(&app.visitor(), &[]).await;

    let mails = app.mails_to("karen.holm@mentor.example").await;

    assert_eq!(mails.len(), 2);
    assert!(mails.iter().all(|mail| !mail.text.contains("Karen")), "{mails:?}");
}

#[tokio::test]
async fn a_name_that_is_an_address_or_markup_is_refused() {
    let app = support::start().await;
    for name in ["https://evil.example", "Vind en præmie på evil.example", "karla@people.example", "<b>Karla</b>"] {
        send(&app.visitor(), &[("name", name)]).await.assert_refused_with("Skriv kun navnet");
    }
    assert_eq!(mentors::Entity::find().count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_program_that_fills_in_the_hidden_field_leaves_nothing_behind() {
    let app = support::start().await;

    send(&app.visitor(), &[("website", "http://spam.example")]).await.assert_goes_to("/mentors/applied");

    assert_eq!(mentors::Entity::find().count(app.db()).await.unwrap(), 0);
    assert_eq!(messages::Entity::find().count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn one_address_is_not_flooded_with_letters() {
    let app = support::start().await;

    for _ in 0..5 {
        send(&app.visitor(), &[]).await.assert_goes_to("/mentors/applied");
    }
    let too_many = send(&app.visitor(), &[]).await;

    too_many.assert_status(StatusCode::TOO_MANY_REQUESTS);
    // Two in the first hour, then one an hour: no application is without its letter.
    for sent in [2, 3, 4, 5, 5] {
        assert_eq!(app.mails_to("karen.holm@mentor.example").await.len(), sent);
        app.app.clock.advance(chrono::Duration::minutes(61));
    }
}

#[tokio::test]
async fn an_unconfirmed_application_is_gone_after_fourteen_days() {
    let app = support::start().await;
    send(&app.visitor(), &[]).await;
    let confirmed = app.mentor("Jonas").await;
    let applicant_id = applicant(&app).await.id;

    assert_eq!(app.remove_unconfirmed(today() + Days::new(14)).await, 0);
    assert_eq!(app.remove_unconfirmed(today() + Days::new(15)).await, 1);

    let left: Vec<Uuid> = mentors::Entity::find().all(app.db()).await.unwrap().into_iter().map(|row| row.id).collect();
    assert_eq!(left, [confirmed.id]);
    let of_applicant = mentor_industries::Entity::find().filter(mentor_industries::Column::MentorId.eq(applicant_id));
    assert_eq!(of_applicant.count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_confirmed_application_stays_however_old_it_is() {
    let app = support::start().await;
    let karen = apply_and_confirm(&app).await;
    let old = mentors::ActiveModel {
        id: Set(karen.id),
        applied_on: Set(Some(today() - Days::new(400))),
        ..Default::default()
    };
    old.update(app.db()).await.unwrap();

    assert_eq!(app.remove_unconfirmed(today()).await, 0);
}

#[tokio::test]
async fn the_consent_of_an_applicant_is_in_the_change_log() {
    let app = support::start().await;
    let karen = apply_and_confirm(&app).await;

    let log = changes::Entity::find().filter(changes::Column::SubjectId.eq(karen.id)).all(app.db()).await.unwrap();

    let applied = log.iter().find(|change| change.action == "applied").unwrap();
    assert_eq!(applied.details.as_ref().unwrap()["consent_version"], 1);
}

#[tokio::test]
async fn the_form_and_its_letter_speak_english_too() {
    let app = support::start().await;
    let visitor = app.visitor();
    visitor.set_cookie("language", "en");

    visitor.get("/mentors/apply").await.assert_ok().assert_shows("Become a mentor");
    send(&visitor, &[]).await.assert_goes_to("/mentors/applied");

    assert_eq!(app.mails_to("karen.holm@mentor.example").await[0].subject, "Confirm your email to Brobyg");
}
