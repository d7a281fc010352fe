//! The security log: what happens leaves a row, and no row tells more than it may.

use std::collections::BTreeSet;

use chrono::Duration;
use entity::{
    SecurityEvent,
    security_events::{self, SecurityKind},
    users::Role,
};
use poem::http::StatusCode;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, prelude::Uuid};

use super::{PASSWORD, with_password};
use crate::support::{self, Browser, TestApp};

const NEW_PASSWORD: &str = "otte harer under en busk";

/// Everything in the log, the oldest first, with what waited to be written.
pub(super) async fn log(app: &TestApp) -> Vec<SecurityEvent> {
    app.app.security.write_waiting(app.db(), app.app.clock.now()).await.unwrap();
    security_events::Entity::find().order_by_asc(security_events::Column::Id).all(app.db()).await.unwrap()
}

pub(super) async fn of_kind(app: &TestApp, kind: SecurityKind) -> Vec<SecurityEvent> {
    log(app).await.into_iter().filter(|event| event.kind == kind).collect()
}

/// Somebody signs in, forgets the password, chooses another one, changes it and signs out.
async fn a_life_with_a_password(app: &TestApp, email: &str) -> Vec<String> {
    let browser = app.visitor();
    browser.submit("/sign-in", &[("email", email), ("password", "qgættet forkert")]).await;
    browser.submit("/sign-in", &[("email", email), ("password", PASSWORD)]).await.assert_goes_to("/");
    browser.submit("/password", &[("email", email)]).await.assert_ok();
    let link = app.path_in(app.mails_to(email).await.last().unwrap());
    let new = [("password", NEW_PASSWORD), ("again", NEW_PASSWORD)];
    let chosen = app.visitor();
    chosen.submit(&link, &new).await.assert_goes_to("/");
    let changed = [("current", NEW_PASSWORD), ("password", PASSWORD), ("again", PASSWORD)];
    chosen.submit("/account/password", &changed).await.assert_goes_to("/account");
    chosen.submit("/sign-out", &[]).await.assert_goes_to("/");
    vec![link.rsplit('/').next().unwrap().to_owned()]
}

/// An administrator invites somebody, changes, disables and enables them; the link of the invitation is used.
async fn a_life_under_an_administrator(app: &TestApp, admin: &Browser) -> Vec<String> {
    let person = [("name", "Qida Ny"), ("email", "qida@people.example"), ("role", "staff"), ("language", "da")];
    let path = admin.submit("/admin/people/new", &person).await.assert_taken().location.clone().unwrap();
    let link = app.path_in(&app.mails_to("qida@people.example").await[0]);
    let new = [("password", NEW_PASSWORD), ("again", NEW_PASSWORD)];
    app.visitor().submit(&link, &new).await.assert_goes_to("/");
    let other =
        [("name", "Qida Nyere"), ("email", "qida@people.example"), ("role", "administrator"), ("language", "da")];
    admin.submit(&format!("{path}/edit"), &other).await.assert_goes_to(&path);
    admin.submit(&format!("{path}/disablement"), &[]).await.assert_goes_to(&path);
    admin.submit(&format!("{path}/enablement"), &[]).await.assert_goes_to(&path);
    vec![link.rsplit('/').next().unwrap().to_owned()]
}

/// What is refused: a page of another role, a thing of another partner, a form without its token, a seventh guess.
async fn refusals(app: &TestApp, admin: &Browser) {
    let (own, other) = (app.partner("Køge plan").await, app.partner("Anden plan").await);
    let referrer = app.referrer(&own).await;
    let theirs = app.referral_by("Qkarla Lind", &other, None).await;
    referrer.get("/admin/people").await.assert_status(StatusCode::FORBIDDEN);
    referrer.get(&format!("/referrals/{}?q=Qkarla", theirs.id)).await.assert_not_found();
    referrer.get("/referrals/qkarla-lind").await;
    referrer.post("/account", &[("name", "Qkarla")]).await.assert_status(StatusCode::FORBIDDEN);
    admin.get("/outcomes/definitions?file=csv").await.assert_ok();
    for _ in 0..20 {
        app.visitor().submit("/mentors/apply", &[("email", "qmange@people.example")]).await;
    }
}

#[tokio::test]
async fn everything_that_happens_at_the_door_is_in_the_log_and_nothing_personal_with_it() {
    let app = support::start().await;
    let user = app.user("Qsanne Holm", Role::Staff, None).await;
    let user = with_password(&app, user).await;
    let admin = app.administrator().await;

    let mut secrets = a_life_with_a_password(&app, &user.email).await;
    secrets.extend(a_life_under_an_administrator(&app, &admin).await);
    refusals(&app, &admin).await;

    let log = log(&app).await;
    let kinds: BTreeSet<_> = log.iter().map(|event| event.kind).collect();
    use SecurityKind::*;
    for kind in [
        SignInFailed,
        SignedIn,
        ResetAsked,
        ResetUsed,
        PasswordChanged,
        SignedOut,
        Invited,
        InvitationUsed,
        PersonChanged,
        Disabled,
        Enabled,
        Refused,
        NotFound,
        ForeignForm,
        Exported,
    ] {
        assert!(kinds.contains(&kind), "{kind:?} is not in the log");
    }
    let written = format!("{log:?}").to_lowercase();
    secrets.extend(
        ["qsanne", "qida", "qkarla", "qmange", "qgættet", "people.example", "busk", "bakke"].map(str::to_owned),
    );
    for secret in secrets {
        assert!(!written.contains(&secret.to_lowercase()), "{secret} is in the log");
    }
}

#[tokio::test]
async fn a_row_tells_who_to_whom_from_which_network_and_on_which_page() {
    let app = support::start().await;
    let admin = app.administrator().await;
    let person = app.user("Ida Ny", Role::Staff, None).await;

    admin.submit(&format!("/admin/people/{}/disablement", person.id), &[]).await.assert_taken();

    let closed = of_kind(&app, SecurityKind::Disabled).await.remove(0);
    assert_eq!(closed.user_id, admin.user.as_ref().map(|user| user.id));
    assert_eq!(closed.about_user, Some(person.id));
    assert_eq!(closed.route.as_deref(), Some("POST /admin/people/:id/disablement"));
    assert!(closed.network.as_deref().is_some_and(|network| network.ends_with("/24") || network.ends_with("/64")));
    assert_eq!((closed.at, closed.times), (app.app.clock.now(), 1));
}

#[tokio::test]
async fn guesses_on_one_account_belong_together_without_naming_it() {
    let app = support::start().await;
    for email in ["sanne@people.example", " SANNE@people.example", "ida@people.example"] {
        app.visitor().submit("/sign-in", &[("email", email), ("password", "gættet")]).await;
    }

    let keys: Vec<_> = of_kind(&app, SecurityKind::SignInFailed).await.into_iter().map(|one| one.account_key).collect();

    assert!(keys.iter().all(Option::is_some));
    assert_eq!((keys[0] == keys[1], keys[0] == keys[2]), (true, false));
}

#[tokio::test]
async fn refusals_from_one_network_do_not_fill_the_log() {
    let app = support::start().await;
    let partner = app.partner("Køge plan").await;
    let referrer = app.referrer(&partner).await;

    for _ in 0..100 {
        referrer.get("/admin").await.assert_status(StatusCode::FORBIDDEN);
    }

    assert_eq!(of_kind(&app, SecurityKind::Refused).await.len(), 60);
    app.app.clock.advance(Duration::hours(1));
    let left_out = of_kind(&app, SecurityKind::LeftOut).await;
    assert_eq!(left_out.iter().map(|one| one.times).collect::<Vec<_>>(), [40]);
    let admin = app.administrator().await;
    admin.get("/admin/security").await.assert_ok().assert_shows("40 mere fra samme netværk");
    // A new hour begins anew.
    app.referrer(&partner).await.get("/admin").await.assert_status(StatusCode::FORBIDDEN);
    assert_eq!(of_kind(&app, SecurityKind::Refused).await.len(), 61);
}

#[tokio::test]
async fn a_refused_page_is_refused_as_ever_when_the_log_cannot_be_written() {
    let app = support::start().await;
    let partner = app.partner("Køge plan").await;
    let referrer = app.referrer(&partner).await;
    app.db().execute_unprepared("ALTER TABLE security_events RENAME TO elsewhere").await.unwrap();

    referrer.get("/admin").await.assert_status(StatusCode::FORBIDDEN);
    let now = app.app.clock.now();
    assert!(app.app.security.write_waiting(app.db(), now).await.is_err());

    // What could not be written is not lost.
    app.db().execute_unprepared("ALTER TABLE elsewhere RENAME TO security_events").await.unwrap();
    assert_eq!(of_kind(&app, SecurityKind::Refused).await.len(), 1);
}

#[tokio::test]
async fn the_database_lets_nobody_change_a_row_of_the_log() {
    let app = support::start().await;
    app.visitor().submit("/sign-in", &[("email", "sanne@people.example"), ("password", "gættet")]).await;
    assert_eq!(log(&app).await.len(), 1);

    let changed = app.db().execute_unprepared("UPDATE security_events SET kind = 'signed_in'").await;

    assert!(changed.is_err());
    assert_eq!(of_kind(&app, SecurityKind::SignInFailed).await.len(), 1);
}

#[tokio::test]
async fn the_log_is_forgotten_after_a_year() {
    let app = support::start().await;
    app.visitor().submit("/sign-in", &[("email", "sanne@people.example"), ("password", "gættet")]).await;
    assert_eq!(log(&app).await.len(), 1);

    let later = app.app.clock.now() + Duration::days(364);
    brobyg::record::forget_old_events(app.db(), later).await.unwrap();
    assert_eq!(log(&app).await.len(), 1);
    brobyg::record::forget_old_events(app.db(), later + Duration::days(1)).await.unwrap();
    assert_eq!(log(&app).await.len(), 0);
}

#[tokio::test]
async fn administrators_read_the_log_in_words_by_kind_and_day() {
    let app = support::start().await;
    let user = app.user("Sanne Holm", Role::Staff, None).await;
    let user = with_password(&app, user).await;
    app.visitor().submit("/sign-in", &[("email", &user.email), ("password", "gættet")]).await;
    assert_eq!(log(&app).await.len(), 1);
    app.app.clock.advance(Duration::days(1));
    app.visitor().submit("/sign-in", &[("email", &user.email), ("password", PASSWORD)]).await.assert_goes_to("/");
    let admin = app.administrator().await;
    let (both, one, other) = ("/admin/security", "Forkert mail eller adgangskode</td>", "Loggede ind</td>");

    admin.get("/admin").await.assert_ok().assert_shows("/admin/security").assert_shows("Sikkerhedslog");
    admin.get(both).await.assert_ok().assert_shows(one).assert_shows(other).assert_shows("Sanne Holm");
    let by_kind = admin.get("/admin/security?kind=sign_in_failed").await;
    by_kind.assert_ok().assert_shows(one).assert_hides(other);
    let by_day = admin.get("/admin/security?on_day=5&on_month=3&on_year=2026").await;
    by_day.assert_ok().assert_hides(one).assert_shows(other);
    admin
        .get("/admin/security?on_day=31&on_month=2&on_year=2026")
        .await
        .assert_ok()
        .assert_shows("Den dag findes ikke");
    admin.get(&format!("/admin/security?kind={}", Uuid::nil())).await.assert_ok().assert_shows(one);
}
