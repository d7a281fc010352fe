//! The named contact person, on pages and in the foot of letters.

use brobyg::{duty::Thing, message, referral::letters::ACCEPTED};
use entity::{consents::ConsentPurpose, proposals, young_people};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{browser, in_days};
use crate::support::{self, TestApp};

const HELP: &str = "Spørg den, du kender i projektet";

async fn accepted_letter(app: &TestApp, referral: &entity::Referral, dedup: &str) -> String {
    let tx = app.db().begin().await.unwrap();
    message::queue(&tx, app.app.clock.now(), ACCEPTED, referral.id, dedup).await.unwrap();
    tx.commit().await.unwrap();
    let mut letters = app.mails().await.into_iter().filter(|mail| !mail.subject.contains("kontaktperson"));
    letters.next_back().unwrap().text
}

#[tokio::test]
async fn each_page_that_a_referrer_sees_names_whoever_sees_to_it() {
    let app = support::start().await;
    let (partner, other) = (app.partner("Ringparken").await, app.partner("Byparken").await);
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let referrer = app.referrer(&partner).await;
    let own = app.referral_by("Amira", &partner, referrer.user.as_ref()).await;
    let strange = app.referral_by("Bilal", &other, None).await;
    let (first, page) = ("/referrals", format!("/referrals/{}", own.id));
    for path in [first, &page] {
        referrer.get(path).await.assert_ok().assert_shows(HELP);
    }

    app.sees_to(&karen, Thing::Partner, partner.id).await;
    for path in [first, &page] {
        let shown = referrer.get(path).await;
        shown.assert_ok().assert_shows("Karen").assert_shows("11 22 33 44").assert_shows("karen@people.example");
        shown.assert_hides(HELP);
    }
    for thing in [own.id, strange.id] {
        app.sees_to(&bent, Thing::Referral, thing).await;
    }
    for path in [page.clone(), format!("{page}/report"), format!("{page}/amendment"), format!("{page}/receipt")] {
        referrer.get(&path).await.assert_ok().assert_shows("Bent").assert_shows("55 66 77 88").assert_hides("Karen");
    }
    referrer.get(first).await.assert_shows("Karen").assert_hides("Bent");
    referrer.get(&format!("/referrals/{}", strange.id)).await.assert_not_found().assert_hides("Bent");
}

#[tokio::test]
async fn each_page_that_a_mentor_sees_names_whoever_sees_to_it() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (jonas, mona) = (app.mentor("Jonas").await, app.mentor("Mona").await);
    let course = app.course(&app.referral("Amira").await, &jonas).await;
    let strange = app.course(&app.referral("Bilal").await, &mona).await;
    app.sees_to(&karen, Thing::Mentor, jonas.id).await;
    for course in [&course, &strange] {
        app.sees_to(&bent, Thing::Course, course.id).await;
    }
    let mentor = app.mentor_browser(&jonas).await;

    for path in ["/mentor", "/mentor/profile", "/courses"] {
        mentor.get(path).await.assert_ok().assert_shows("Karen").assert_shows("11 22 33 44").assert_hides("Bent");
    }
    for path in ["", "/meetings/new", "/agreement", "/pause"] {
        let page = mentor.get(&format!("/courses/{}{path}", course.id)).await;
        page.assert_ok().assert_shows("Bent").assert_shows("55 66 77 88").assert_hides("Karen");
    }
    mentor.get(&format!("/courses/{}", strange.id)).await.assert_not_found().assert_hides("Bent");
}

#[tokio::test]
async fn while_somebody_is_away_pages_and_letters_name_their_deputy_and_then_them_again() {
    let app = support::start().await;
    let partner = app.partner("Ringparken").await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let rikke = app.referrer(&partner).await.user.unwrap();
    let referral = app.referral_by("Amira", &partner, Some(&rikke)).await;
    let page = format!("/referrals/{}", referral.id);
    let before = accepted_letter(&app, &referral, "0").await;
    assert!(!before.contains("kontaktperson"), "{before}");
    app.sees_to(&karen, Thing::Referral, referral.id).await;
    app.mails().await;
    app.is_away(&karen, &bent, in_days(1), in_days(1)).await;

    let (karens, bents) = (("Karen", "11 22 33 44"), ("Bent", "55 66 77 88"));
    for (day, (name, phone), other) in [("1", karens, bents), ("2", bents, karens), ("3", karens, bents)] {
        let letter = accepted_letter(&app, &referral, day).await;
        let said = if day == "2" { "Til og med 5. marts 2026 er din kontaktperson" } else { "Din kontaktperson er" };
        assert!(letter.contains(&format!("{said} {name}, {phone}")), "{letter}");
        assert!(!letter.contains(other.0), "{letter}");
        let referrer = browser(&app, &rikke).await;
        let shown = referrer.get(&page).await;
        shown.assert_ok().assert_shows(phone).assert_hides(other.1);
        assert_eq!(shown.body.contains("(til og med 5. marts 2026)"), day == "2");
        app.days_pass(1);
    }
}

#[tokio::test]
async fn what_a_young_person_gets_and_opens_names_whoever_sees_to_it() {
    let app = support::start().await;
    let (karen, referral) = (app.coordinator("Karen", "+4511223344").await, app.referral("Amira").await);
    app.agreed(&referral, ConsentPurpose::MentorCourse).await;
    let mail = young_people::ActiveModel { email: Set(Some("amira@ung.example".into())), ..Default::default() };
    app.change_person(&referral, mail).await;
    app.sees_to(&karen, Thing::Referral, referral.id).await;
    let tx = app.db().begin().await.unwrap();
    let kind = brobyg::referral::interest::letters::INTEREST;
    message::queue(&tx, app.app.clock.now(), kind, referral.id, "").await.unwrap();
    tx.commit().await.unwrap();

    let letters = app.mails_to("amira@ung.example").await;
    assert!(letters[0].text.contains("Din kontaktperson er Karen, 11 22 33 44, karen@people.example"));
    let page = app.visitor().get(&app.path_in(&letters[0])).await;
    page.assert_ok().assert_shows("Karen").assert_shows("11 22 33 44");
}

#[tokio::test]
async fn what_a_mentor_asks_reaches_whoever_sees_to_it_now() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (referral, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let proposal = app.proposal(&referral, &jonas).await;
    app.sees_to(&karen, Thing::Referral, referral.id).await;
    app.is_away(&karen, &bent, in_days(0), in_days(3)).await;
    let mentor = app.mentor_browser(&jonas).await;

    let asked = [("text", "Hvornår har den unge tid?")];
    mentor.submit(&format!("/proposals/{}/question", proposal.id), &asked).await.assert_taken();

    assert_eq!(app.mails_to(&bent.email).await.len(), 1);
    assert!(app.mails_to(&karen.email).await.is_empty());
}

#[tokio::test]
async fn while_nobody_is_responsible_a_mentors_question_reaches_the_deputy_of_whoever_proposed() {
    let app = support::start().await;
    let (karen, bent) = (app.coordinator("Karen", "+4511223344").await, app.coordinator("Bent", "+4555667788").await);
    let (referral, jonas) = (app.referral("Amira").await, app.mentor("Jonas").await);
    let proposal = app.proposal(&referral, &jonas).await;
    let by = proposals::ActiveModel { id: Set(proposal.id), proposed_by: Set(Some(karen.id)), ..Default::default() };
    by.update(app.db()).await.unwrap();
    app.is_away(&karen, &bent, in_days(0), in_days(3)).await;
    let mentor = app.mentor_browser(&jonas).await;

    let asked = [("text", "Hvornår har den unge tid?")];
    mentor.submit(&format!("/proposals/{}/question", proposal.id), &asked).await.assert_taken();

    assert_eq!((app.mails_to(&bent.email).await.len(), app.mails_to(&karen.email).await.len()), (1, 0));
}

#[tokio::test]
async fn a_phone_is_typed_on_ones_own_page_and_shown_only_when_given() {
    let app = support::start().await;
    let partner = app.partner("Ringparken").await;
    let karen = app.user("Karen", entity::users::Role::Staff, None).await;
    let (own, referrer) = (browser(&app, &karen).await, app.referrer(&partner).await);
    app.sees_to(&karen, Thing::Partner, partner.id).await;
    referrer.get("/referrals").await.assert_ok().assert_shows("karen@people.example").assert_hides("tel:");

    let typed = |phone| [("name", "Karen"), ("phone", phone), ("language", "da")];
    own.submit("/account", &typed("12 34")).await.assert_refused_with("telefonnummer");
    own.submit("/account", &typed("12 34 56 78")).await.assert_goes_to("/account");

    referrer.get("/referrals").await.assert_ok().assert_shows("tel:+4512345678").assert_shows("12 34 56 78");
    referrer.get("/account").await.assert_ok().assert_hides("name=\"phone\"");
}
