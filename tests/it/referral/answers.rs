//! What staff answer, what the partner sees of it, and what is amended afterwards.

use brobyg::{
    record::changes_of,
    referral::{State, state_of},
};
use entity::messages;
use poem::http::StatusCode;
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{back_in_the_queue, filled, find, partner_with_area, person_of, send};
use crate::support::{self, Browser, TestApp, today};

struct Scene {
    app: TestApp,
    referrer: Browser,
    staff: Browser,
    id: Uuid,
    form: super::Filled,
}

/// A referral that waits for an answer.
async fn scene() -> Scene {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff, form) = (app.referrer(&partner).await, app.staff().await, filled(&area));
    let id = send(&referrer, &form).await;
    Scene { app, referrer, staff, id, form }
}

impl Scene {
    fn path(&self, step: &str) -> String {
        format!("/referrals/{}{step}", self.id)
    }

    async fn letters(&self) -> Vec<(String, Uuid)> {
        let letters = messages::Entity::find().all(self.app.db()).await.unwrap();
        letters.into_iter().map(|letter| (letter.kind, letter.subject_id)).collect()
    }
}

#[tokio::test]
async fn an_accepted_referral_waits_for_a_mentor_and_the_referrer_is_told() {
    let scene = scene().await;

    scene.staff.submit(&scene.path("/acceptance"), &[]).await.assert_goes_to(&scene.path(""));

    assert_eq!(find(&scene.app, scene.id).await.accepted_on, Some(today()));
    let letters = ["referral_accepted", "referral_preparation"].map(|kind| (kind.to_owned(), scene.id));
    assert_eq!(scene.letters().await, letters);
    scene.referrer.get(&scene.path("")).await.assert_ok().assert_shows("Venter på en mentor");
    let mail = &scene.app.mails().await[0];
    assert!(!format!("{mail:?}").contains("Fatima"), "a mail names nobody: {mail:?}");
}

#[tokio::test]
async fn a_referral_is_accepted_once() {
    let scene = scene().await;
    scene.staff.submit(&scene.path("/acceptance"), &[]).await.assert_taken();

    let again = scene.staff.submit(&scene.path("/acceptance"), &[]).await;

    again.assert_refused_with("Det kan ikke lade sig gøre længere");
    assert_eq!(scene.letters().await.len(), 2);
}

#[tokio::test]
async fn the_partner_sees_why_a_referral_was_declined_and_what_to_do_now() {
    let scene = scene().await;
    let refusal = [
        ("decline_reason", "not_ready"),
        ("decline_note", "Vi talte om det i telefonen"),
        ("decline_next_step", "Prøv igen til sommer"),
    ];

    scene.staff.submit(&scene.path("/refusal"), &refusal).await.assert_goes_to(&scene.path(""));

    let page = scene.referrer.get(&scene.path("")).await;
    page.assert_ok().assert_shows("Er ikke klar til et forløb endnu").assert_shows("Vi talte om det i telefonen");
    page.assert_shows("Prøv igen til sommer").assert_shows("Vi sagde nej");
    assert_eq!(scene.letters().await, [("referral_declined".to_owned(), scene.id)]);
}

#[tokio::test]
async fn a_refusal_needs_a_reason_and_a_next_step() {
    let scene = scene().await;

    let page = scene.staff.submit(&scene.path("/refusal"), &[("decline_note", "Det går ikke")]).await;

    page.assert_refused_with("Skriv eller vælg en grund").assert_shows("Skriv, hvad partneren kan gøre nu");
    page.assert_shows("Det går ikke</textarea>");
    let cpr = [("decline_reason", "other"), ("decline_next_step", "Se 170506-1234")];
    scene.staff.submit(&scene.path("/refusal"), &cpr).await.assert_refused_with("Det ligner et CPR-nummer");
}

#[tokio::test]
async fn a_question_goes_to_the_partner_and_the_answer_comes_back() {
    let scene = scene().await;
    scene.staff.submit(&scene.path("/question"), &[("question", "Har hun søgt før?")]).await.assert_taken();
    scene.referrer.get("/referrals").await.assert_shows("Vi har spurgt dig om noget");
    scene.referrer.get(&scene.path("")).await.assert_shows("Har hun søgt før?");
    assert_eq!(scene.letters().await, [("referral_question".to_owned(), scene.id)]);

    scene.referrer.submit(&scene.path("/reply"), &[("answer", " ")]).await.assert_refused_with("Skriv et svar");
    scene.referrer.submit(&scene.path("/reply"), &[("answer", "Ja, to gange")]).await.assert_taken();

    scene.staff.get(&scene.path("")).await.assert_shows("Ja, to gange").assert_shows("Venter på svar");
    scene.referrer.submit(&scene.path("/reply"), &[("answer", "Igen")]).await.assert_refused_with("Det kan ikke");
}

#[tokio::test]
async fn an_amendment_needs_a_reason_and_is_written_into_the_history() {
    let scene = scene().await;
    scene.referrer.get(&scene.path("/amendment")).await.assert_ok().assert_shows("vil gerne være bager");
    let amended = scene.form.with("phone", "50 00 02 00").with("wish", "vil gerne være konditor").with("version", "0");

    scene
        .referrer
        .submit(&scene.path("/amendment"), &amended.fields())
        .await
        .assert_refused_with("Skriv, hvorfor du retter");
    let reasoned = amended.with("amend_reason", "Nyt nummer");
    scene.referrer.submit(&scene.path("/amendment"), &reasoned.fields()).await.assert_goes_to(&scene.path(""));

    assert_eq!(find(&scene.app, scene.id).await.wish, "vil gerne være konditor");
    assert_eq!(person_of(&scene.app, scene.id).await.phone.as_deref(), Some("+4550000200"));
    let change = &changes_of(scene.app.db(), "referral", scene.id).await.unwrap()[0];
    assert_eq!((change.action.as_str(), change.reason.as_deref()), ("amended", Some("Nyt nummer")));
    assert_eq!(change.details, Some(serde_json::json!({ "fields": ["phone", "wish"] })));
    scene.staff.get(&scene.path("")).await.assert_shows("Mobilnummer, Hvad vil den unge gerne?: Nyt nummer");
}

#[tokio::test]
async fn an_amendment_of_what_somebody_amended_meanwhile_is_refused() {
    let scene = scene().await;
    let amended = scene.form.with("version", "0").with("amend_reason", "Nyt ønske");
    scene.staff.submit(&scene.path("/amendment"), &amended.with("wish", "vil være kok").fields()).await.assert_taken();

    let late = amended.with("wish", "vil være smed").with("_page", &scene.path("/amendment"));
    let late = scene.referrer.submit(&scene.path("/amendment"), &late.fields()).await;

    late.assert_status(StatusCode::CONFLICT).assert_shows("vil være smed").assert_shows("Der står nu: vil være kok");
    assert_eq!(find(&scene.app, scene.id).await.wish, "vil være kok");
}

#[tokio::test]
async fn a_withdrawn_referral_can_be_reopened_and_keeps_its_history() {
    let scene = scene().await;
    let reason = [("withdraw_reason", "Fik job")];
    scene.referrer.submit(&scene.path("/withdrawal"), &reason).await.assert_taken();
    scene.referrer.get(&scene.path("")).await.assert_shows("Trukket tilbage");

    let reopened = scene.staff.submit(&scene.path("/reopening"), &[("reopen_reason", "Forkert person")]).await;

    reopened.assert_taken();
    assert_eq!(find(&scene.app, scene.id).await.withdrawn_on, None);
    let page = scene.staff.get(&scene.path("")).await;
    page.assert_shows("Åbnet igen af").assert_shows("Forkert person").assert_shows("Fik job");
    scene.referrer.get(&scene.path("")).await.assert_hides("Forkert person");
}

#[tokio::test]
async fn a_referral_that_leads_nowhere_is_closed_with_a_reason() {
    let scene = scene().await;
    scene.staff.submit(&scene.path("/acceptance"), &[]).await.assert_taken();

    scene.staff.submit(&scene.path("/closure"), &[]).await.assert_refused_with("Skriv eller vælg en grund");
    scene
        .staff
        .submit(&scene.path("/closure"), &[("close_reason", "moved"), ("close_note", "internt")])
        .await
        .assert_taken();

    assert_eq!(find(&scene.app, scene.id).await.closed_on, Some(today()));
    let page = scene.referrer.get(&scene.path("")).await;
    page.assert_shows("Kom ikke i gang").assert_shows("Er flyttet").assert_hides("internt");
}

#[tokio::test]
async fn a_referral_that_leads_to_no_other_course_has_ended_and_is_not_counted_as_never_started() {
    let scene = scene().await;
    scene.staff.submit(&scene.path("/acceptance"), &[]).await.assert_taken();
    back_in_the_queue(&scene.app, &find(&scene.app, scene.id).await).await;

    scene.staff.submit(&scene.path("/closure"), &[("close_reason", "moved")]).await.assert_taken();

    let closed = find(&scene.app, scene.id).await;
    assert_eq!((closed.closed_on, closed.not_started_reason), (Some(today()), None));
    assert_eq!(state_of(scene.app.db(), &closed).await.unwrap(), State::Finished);
    scene.referrer.get(&scene.path("")).await.assert_shows("Er flyttet");
}
