//! From the empty form to the receipt.

use entity::{consents, mentor_industries::IndustrySystem, referral_industries, young_people};
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{check, draft_path, filled, find, new_draft, partner_with_area, person_of, send};
use crate::support::{self, today};

#[tokio::test]
async fn a_referral_is_sent_in_one_sitting_and_the_receipt_says_when_an_answer_comes() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    referrer.get("/referrals/new").await.assert_ok().assert_shows("Solbakken");

    let id = send(&referrer, &filled(&area)).await;

    referrer.get(&format!("/referrals/{id}/receipt")).await.assert_ok().assert_shows("11. marts 2026");
    let referral = find(&app, id).await;
    assert_eq!(referral.referrer_id, referrer.user.as_ref().map(|user| user.id));
    assert_eq!((referral.partner_id, referral.housing_area_id), (partner.id, area.id));
    assert_eq!((referral.referred_on, referral.accepted_on), (today(), None));
    let person = person_of(&app, id).await;
    assert_eq!((person.name.as_str(), person.phone.as_deref()), ("Fatima Holm", Some("+4550000100")));
    assert_eq!(person.languages.0, ["da", "ar"]);
}

#[tokio::test]
async fn a_second_click_sends_nothing_twice() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let id = send(&referrer, &filled(&area)).await;

    let again = referrer.submit(&draft_path(id, "/submission"), &[]).await;

    again.assert_goes_to(&format!("/referrals/{id}/receipt"));
    assert_eq!(young_people::Entity::find().count(app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn when_the_young_person_has_time_is_kept_and_shown() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let form = filled(&area).and("times", "sat_morning").and("times", "tue_evening");
    check(&referrer, &form.clone().and("times", "mon_night")).await.assert_refused_with("id=\"times-error\"");

    let id = send(&referrer, &form).await;

    assert_eq!(find(&app, id).await.times.unwrap().0, ["tue_evening", "sat_morning"]);
    let page = referrer.get(&format!("/referrals/{id}")).await;
    page.assert_shows("tirsdag aften, lørdag formiddag");
}

#[tokio::test]
async fn a_form_with_an_error_comes_back_as_it_was_typed() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let form = filled(&area).with("name", "  Ayşe <b>Öz</b> ").without("consent").with("goals", "Få en læreplads");

    let page = check(&referrer, &form).await;

    page.assert_refused_with("Den unge skal have sagt ja, før I henviser");
    page.assert_shows("Ayşe &#60;b&#62;Öz&#60;/b&#62;").assert_shows("Få en læreplads");
    page.assert_shows(r#"name="birth_date_year" value="2006""#);
    page.assert_shows(r#"value="ar" checked"#);
}

#[tokio::test]
async fn the_wish_is_read_into_industries_that_a_person_confirms() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let (id, form) = (new_draft(&referrer).await, filled(&area).without("no_industry"));

    let read = referrer.submit(&draft_path(id, "/wish"), &form.fields()).await;
    read.assert_goes_to(&draft_path(id, "#industries"));
    let page = referrer.get(&draft_path(id, "")).await;
    page.assert_shows("Fordi der står “bager”").assert_shows(r#"name="industries" value="DB07:10.71.20""#);
    let unconfirmed = referrer.submit(&draft_path(id, "/check"), &form.fields()).await;
    unconfirmed.assert_refused_with("Sæt kryds ved den branche");
    let confirmed = form.with("industries", "DB25:10").and("further_industry", "DB25:56");
    let id = send(&referrer, &confirmed).await;

    let industries = referral_industries::Entity::find().all(app.db()).await.unwrap();
    let stored: Vec<_> = industries.iter().map(|row| (row.position, row.system, row.division.as_str())).collect();
    assert_eq!(stored, [(0, IndustrySystem::Db25, "10"), (1, IndustrySystem::Db25, "56")]);
    assert!(industries.iter().all(|row| row.referral_id == id && row.confirmed_by.is_some()));
}

#[tokio::test]
async fn a_wish_that_nobody_can_place_is_sent_and_lands_on_the_list_of_staff() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let form = filled(&area).with("wish", "bare et eller andet").without("no_industry");
    let id = new_draft(&referrer).await;
    referrer.submit(&draft_path(id, "/wish"), &form.fields()).await;
    referrer.get(&draft_path(id, "")).await.assert_shows("Vi kunne ikke se en branche i ønsket");

    send(&referrer, &form).await;

    let staff = app.staff().await;
    staff.get("/referrals?industry=none").await.assert_ok().assert_shows("Fatima Holm");
    staff.get("/referrals?industry=10").await.assert_ok().assert_hides("Fatima Holm");
}

#[tokio::test]
async fn the_check_shows_every_answer_before_anything_is_sent() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;
    let id = new_draft(&referrer).await;
    let form = filled(&area).with("for_mentor", "Kan bedst mødes om aftenen").with("needs", "apprenticeship");

    referrer.submit(&draft_path(id, "/check"), &form.fields()).await;
    let page = referrer.get(&draft_path(id, "/check")).await;

    page.assert_ok().assert_shows("17. maj 2006 (19 år)").assert_shows("50 00 01 00");
    page.assert_shows("Kan bedst mødes om aftenen").assert_shows("Finde en læreplads").assert_shows("Dansk, Arabisk");
    assert_eq!(entity::referrals::Entity::find().count(app.db()).await.unwrap(), 0);
}

#[tokio::test]
async fn consents_are_kept_each_for_its_purpose() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let referrer = app.referrer(&partner).await;

    let id = send(&referrer, &filled(&area).with("survey_consent", "yes")).await;

    let consents = consents::Entity::find().all(app.db()).await.unwrap();
    let given = consents.iter().filter(|consent| consent.referral_id == id && consent.withdrawn_on.is_none());
    assert_eq!(given.map(|consent| consent.given_on.to_string()).collect::<Vec<_>>(), ["2026-03-03", "2026-03-03"]);
}

#[tokio::test]
async fn staff_write_a_referral_for_somebody_who_phones_in() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);
    let caller = referrer.user.as_ref().unwrap().id;

    let id = send(&staff, &filled(&area).with("referrer", &caller.to_string())).await;

    assert_eq!(find(&app, id).await.referrer_id, Some(caller));
    referrer.get("/referrals").await.assert_shows("Fatima Holm");
    let changes = brobyg::record::changes_of(app.db(), "referral", id).await.unwrap();
    assert_eq!(changes[0].on_behalf_of.as_deref(), Some("referrer"));
}

#[tokio::test]
async fn staff_cannot_write_for_a_referrer_of_another_partner() {
    let app = support::start().await;
    let (_, area) = partner_with_area(&app).await;
    let other = app.partner("Helhedsplan Bakkedal").await;
    let (stranger, staff) = (app.referrer(&other).await, app.staff().await);
    let stranger = stranger.user.as_ref().unwrap().id.to_string();

    let page = check(&staff, &filled(&area).with("referrer", &stranger)).await;

    page.assert_refused_with("Vælg en fra den helhedsplan");
}
