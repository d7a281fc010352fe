//! Two records of one young person become one.

use entity::{consents, readings, young_people};
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{filled, find, partner_with_area, person_of, send};
use crate::support;

#[tokio::test]
async fn referrals_and_consents_move_to_the_record_that_is_kept() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);
    let first = send(&referrer, &filled(&area)).await;
    let second = send(&referrer, &filled(&area).with("email", "fatima@ung.example")).await;
    let (keep, other) = (person_of(&app, first).await, person_of(&app, second).await);
    let path = format!("/young-people/{}/merge", keep.id);
    staff.get(&path).await.assert_ok().assert_shows(&format!("/merge?with={}", other.id));
    let compared = staff.get(&format!("{path}?with={}", other.id)).await;
    compared.assert_ok().assert_shows("fatima@ung.example").assert_shows("Henvist 4. marts 2026");

    let choice = [("with", other.id.to_string()), ("keep", keep.id.to_string())];
    let choice: Vec<_> = choice.iter().map(|(name, value)| (*name, value.as_str())).collect();
    staff.submit(&path, &choice).await.assert_taken();

    assert_eq!(find(&app, second).await.young_person_id, keep.id);
    let consents = consents::Entity::find().all(app.db()).await.unwrap();
    assert!(consents.iter().all(|consent| consent.young_person_id == keep.id));
    assert_eq!(person_of(&app, first).await.email.as_deref(), Some("fatima@ung.example"));
    let merged = young_people::Entity::find_by_id(other.id).one(app.db()).await.unwrap().unwrap();
    assert_eq!(merged.merged_into, Some(keep.id));
    staff.submit(&path, &choice).await.assert_not_found();
}

#[tokio::test]
async fn two_who_were_taken_for_one_are_separated_again_with_what_was_theirs() {
    let app = support::start().await;
    let (partner, area) = partner_with_area(&app).await;
    let (referrer, staff) = (app.referrer(&partner).await, app.staff().await);
    let first = send(&referrer, &filled(&area)).await;
    let second = send(&referrer, &filled(&area).with("email", "fatima@ung.example").and("languages", "tr")).await;
    let (keep, other) = (person_of(&app, first).await, person_of(&app, second).await);
    let (kept, merged) = (keep.id.to_string(), other.id.to_string());
    let path = format!("/young-people/{}", keep.id);
    staff.submit(&format!("{path}/merge"), &[("with", &merged), ("keep", &kept)]).await.assert_taken();
    staff.get(&format!("{path}/merge")).await.assert_ok().assert_shows("Skil ad igen");

    let separated = staff.submit(&format!("{path}/separation"), &[("with", &merged)]).await;

    separated.assert_goes_to(&format!("{path}/merge"));
    assert_eq!(find(&app, second).await.young_person_id, other.id);
    let consents = consents::Entity::find().all(app.db()).await.unwrap();
    let of_second = consents.iter().filter(|consent| consent.referral_id == second);
    assert!(of_second.clone().count() > 0 && of_second.clone().all(|consent| consent.young_person_id == other.id));
    let (one, two) = (person_of(&app, first).await, person_of(&app, second).await);
    assert_eq!((one.email, one.languages), (keep.email, keep.languages));
    assert_eq!((two.email.as_deref(), two.merged_into), (Some("fatima@ung.example"), None));
    staff.submit(&format!("{path}/separation"), &[("with", &merged)]).await.assert_refused_with("De to er ikke samlet");
}

#[tokio::test]
async fn nothing_is_merged_before_somebody_chose_the_record_to_keep() {
    let app = support::start().await;
    let (one, other) = (app.young_person("Karla Lind").await, app.young_person("Karla Lind").await);
    let staff = app.staff().await;

    let path = format!("/young-people/{}/merge", one.id);
    let page = staff.submit(&path, &[("with", &other.id.to_string())]).await;

    page.assert_refused_with("Vælg den, vi skal beholde");
}

#[tokio::test]
async fn opening_the_records_is_written_into_the_reading_log() {
    let app = support::start().await;
    let (one, other) = (app.young_person("Karla Lind").await, app.young_person("Karla Lind").await);
    let staff = app.staff().await;

    staff.get(&format!("/young-people/{}/merge?with={}", one.id, other.id)).await.assert_ok();

    assert_eq!(readings::Entity::find().count(app.db()).await.unwrap(), 2);
}
