//! Letters to those who were drawn, and what they say.

use brobyg::referral::agreement;
use entity::{
    Interviewee,
    consents::ConsentPurpose,
    interview_strata::Stratum,
    interviewees::{self, InterviewAnswer},
    users::Role,
    young_people,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};

use crate::{
    course::Pair,
    questionnaire::over,
    support::{Browser, today},
};

/// Amira, whose course is over, was drawn and not invited yet.
pub async fn drawn(stratum: Stratum) -> (Pair, Browser, Interviewee) {
    let pair = over().await;
    let staff = pair.app.user("Ida Udtræk", Role::Staff, None).await;
    let own = young_people::ActiveModel { email: Set(Some("amira@ung.example".into())), ..Default::default() };
    pair.app.change_person(&pair.referral, own).await;
    let drawn = pair.app.drawn(&staff, &pair.course, stratum).await;
    let open = interviewees::ActiveModel { invited_on: Set(None), ..drawn.into_active_model() };
    let drawn = open.update(pair.app.db()).await.unwrap();
    let browser = Browser::signed_in(&pair.app, staff).await;
    (pair, browser, drawn)
}

pub async fn row(pair: &Pair, drawn: &Interviewee) -> Interviewee {
    interviewees::Entity::find_by_id(drawn.id).one(pair.app.db()).await.unwrap().unwrap()
}

pub async fn invite(staff: &Browser, drawn: &Interviewee) {
    let path = format!("/interviews/{}/invitations", drawn.sample_id);
    staff.submit(&path, &[]).await.assert_taken();
    staff.submit(&path, &[]).await.assert_taken();
}

#[tokio::test]
async fn who_is_invited_answers_once_by_link_and_says_when_to_be_contacted() {
    let (pair, staff, drawn) = drawn(Stratum::Completed).await;
    invite(&staff, &drawn).await;
    let mails = pair.app.mails_to("amira@ung.example").await;
    assert_eq!(mails.len(), 1);
    let (path, young) = (pair.app.path_in(&mails[0]), pair.app.visitor());
    young.get(&path).await.assert_ok().assert_shows("Til Amira").assert_hides("Jonas").assert_hides("Hassan");
    young.submit(&path, &[("says", "")]).await.assert_refused_with("Vælg ja eller nej");

    let said = [("says", "yes"), ("wishes", "Ring om aftenen")];
    young.submit(&path, &said).await.assert_goes_to("/interview/thanks");

    young.submit(&path, &said).await.assert_refused_with("Vi behøver ikke svaret længere");
    let told = row(&pair, &drawn).await;
    assert_eq!((told.says, told.answered_on), (Some(InterviewAnswer::Yes), Some(today())));
    assert_eq!((told.wishes.as_deref(), told.answer_by), (Some("Ring om aftenen"), None));
    let page = format!("/interviews/people/{}", drawn.id);
    staff.get(&page).await.assert_ok().assert_shows("Ring om aftenen").assert_shows("Sagde ja");
    let day = [("on_day", "4"), ("on_month", "3"), ("on_year", "2026")];
    staff.submit(&format!("{page}/interview"), &day).await.assert_taken();
    assert_eq!(row(&pair, &drawn).await.interviewed_on, Some(today()));
    staff.get(&format!("/interviews/{}", drawn.sample_id)).await.assert_shows("Interviewet: 1");
}

#[tokio::test]
async fn a_no_is_a_no_for_good_and_takes_the_consent_back() {
    let (pair, staff, drawn) = drawn(Stratum::Completed).await;
    invite(&staff, &drawn).await;
    let mail = pair.app.mails_to("amira@ung.example").await.pop().unwrap();

    pair.app.visitor().submit(&pair.app.path_in(&mail), &[("says", "no")]).await.assert_taken();

    let says = agreement(pair.app.db(), pair.referral.id, ConsentPurpose::Interview).await.unwrap();
    assert!(says.is_no());
    staff.get(&format!("/referrals/{}", pair.referral.id)).await.assert_ok().assert_shows("Samtykke til interview");
    let day =
        [("given_purpose", "interview"), ("given_on_day", "4"), ("given_on_month", "3"), ("given_on_year", "2026")];
    staff.submit(&format!("/referrals/{}/consents", pair.referral.id), &day).await.assert_taken();
    let form = [
        ("from_on_day", "1"),
        ("from_on_month", "1"),
        ("from_on_year", "2025"),
        ("to_on_day", "4"),
        ("to_on_month", "3"),
        ("to_on_year", "2026"),
        ("completed", "9"),
        ("interrupted", "9"),
        ("seed", "igen"),
    ];
    let sample = staff.submit("/interviews", &form).await.assert_taken().location.clone().unwrap();
    staff.follow(&sample).await.assert_ok().assert_shows("Ingen blev trukket");
}

#[tokio::test]
async fn who_takes_the_consent_back_before_the_letter_leaves_gets_none() {
    let (pair, staff, drawn) = drawn(Stratum::Completed).await;
    staff.submit(&format!("/interviews/{}/invitations", drawn.sample_id), &[]).await.assert_taken();

    let back = [("purpose", "interview")];
    staff.submit(&format!("/referrals/{}/consents/withdrawal", pair.referral.id), &back).await.assert_taken();

    assert!(pair.app.mails_to("amira@ung.example").await.is_empty());
    let path = format!("/interviews/people/{}", drawn.id);
    staff.get(&path).await.assert_ok().assert_shows("Siger ikke ja til interview");
    staff.submit(&format!("{path}/answer"), &[("says", "yes")]).await.assert_refused_with("De har ikke sagt ja");
    assert_eq!(row(&pair, &drawn).await.says, None);
}

#[tokio::test]
async fn a_mentor_and_whoever_referred_are_invited_by_mail_and_say_no_for_themselves() {
    let (pair, staff, drawn) = drawn(Stratum::Mentors).await;
    invite(&staff, &drawn).await;
    let mails = pair.app.mails_to(&pair.mentor.email).await;
    let mail = mails.into_iter().find(|mail| mail.text.contains("/interview/")).unwrap();
    let path = pair.app.path_in(&mail);
    pair.app.visitor().get(&path).await.assert_shows("Til Jonas");

    pair.app.visitor().submit(&path, &[("says", "no")]).await.assert_taken();

    let consent = format!("/mentors/{}/interview-consent", pair.mentor.id);
    staff.get(&consent).await.assert_ok().assert_shows("trukket tilbage");
    let young = agreement(pair.app.db(), pair.referral.id, ConsentPurpose::Interview).await.unwrap();
    assert!(!young.is_no());
}

#[tokio::test]
async fn nobody_is_interviewed_before_they_said_yes() {
    let (_pair, staff, drawn) = drawn(Stratum::Interrupted).await;
    let page = format!("/interviews/people/{}", drawn.id);
    let day = [("on_day", "4"), ("on_month", "3"), ("on_year", "2026")];
    staff.submit(&format!("{page}/interview"), &day).await.assert_refused_with("De har ikke sagt ja til interview");
    staff.submit(&format!("{page}/answer"), &[("says", "yes")]).await.assert_taken();
    let early = [("on_day", "3"), ("on_month", "3"), ("on_year", "2026")];
    staff.submit(&format!("{page}/interview"), &early).await.assert_refused_with("ikke ligge før svaret");
}

#[tokio::test]
async fn who_answers_by_link_while_staff_write_it_down_waits_for_them_and_they_for_whoever_answers() {
    let (pair, staff, drawn) = drawn(Stratum::Completed).await;
    invite(&staff, &drawn).await;
    let mail = pair.app.mails_to("amira@ung.example").await.pop().unwrap();
    let (path, young) = (pair.app.path_in(&mail), pair.app.visitor());
    let phoned = format!("/interviews/people/{}/answer", drawn.id);
    let yes = [("says", "yes")];

    let (by_link, by_phone) = tokio::join!(young.submit(&path, &yes), staff.submit(&phoned, &yes));

    assert!(!by_link.status.is_server_error(), "{}", by_link.status);
    by_phone.assert_taken();
    assert_eq!(row(&pair, &drawn).await.says, Some(InterviewAnswer::Yes));
    young.submit(&path, &yes).await.assert_refused_with("Vi behøver ikke svaret længere");
}
