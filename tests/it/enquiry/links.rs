//! The link that a partner hands to colleagues without a sign-in.

use entity::Partner;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::{all, send_to, teacher};
use crate::support::{self, Browser, today};

/// Makes a link on the partner's page and reads it from there.
async fn make(staff: &Browser, partner: &Partner) -> String {
    let page = staff.submit(&format!("/enquiry-links/{}", partner.id), &[]).await;
    page.assert_ok().assert_shows("Kopiér det nu");
    let after = page.body.split("/enquiry/").nth(1).unwrap();
    format!("/enquiry/{}", after.split('<').next().unwrap())
}

#[tokio::test]
async fn an_enquiry_through_a_partner_s_link_is_filed_on_that_partner() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Solbakken").await;
    let staff = app.staff().await;
    let link = make(&staff, &partner).await;
    let colleague = app.visitor();

    let page = colleague.get(&link).await;
    page.assert_ok().assert_shows("Du skriver gennem Helhedsplan Solbakken").assert_shows("Dit navn");
    send_to(&colleague, &link, &teacher()).await.assert_goes_to("/enquiry/thanks");
    send_to(&colleague, &link, &teacher()).await.assert_goes_to("/enquiry/thanks");

    assert!(all(&app).await.iter().all(|sent| sent.partner_id == Some(partner.id)));
    let list = staff.get(&format!("/enquiries?partner={}", partner.id)).await;
    list.assert_shows("Yusuf").assert_shows("2 fundet");
    staff.get("/enquiries?partner=none").await.assert_hides("Yusuf");
}

#[tokio::test]
async fn a_refused_form_still_names_the_partner() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Solbakken").await;
    let link = make(&app.staff().await, &partner).await;

    let page = send_to(&app.visitor(), &link, &[("consent", "")]).await;

    page.assert_refused_with("Vi skal have et ja").assert_shows("Du skriver gennem Helhedsplan Solbakken");
}

#[tokio::test]
async fn a_closed_link_says_so_and_what_was_typed_meanwhile_is_not_lost() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Solbakken").await;
    let staff = app.staff().await;
    let link = make(&staff, &partner).await;

    let own = format!("/enquiry-links/{}", partner.id);
    staff.submit(&format!("{own}/removal"), &[]).await.assert_goes_to(&own);

    app.visitor().get(&link).await.assert_ok().assert_shows("Linket virker ikke længere").assert_hides("Solbakken");
    send_to(&app.visitor(), &link, &teacher()).await.assert_goes_to("/enquiry/thanks");
    assert_eq!(all(&app).await[0].partner_id, None);
}

#[tokio::test]
async fn a_new_link_ends_the_one_before_and_a_closed_partner_ends_both() {
    let app = support::start().await;
    let partner = app.partner("Helhedsplan Solbakken").await;
    let staff = app.staff().await;
    let (first, second) = (make(&staff, &partner).await, make(&staff, &partner).await);
    app.visitor().get(&first).await.assert_shows("Linket virker ikke længere");
    app.visitor().get(&second).await.assert_shows("Solbakken");

    let closing =
        entity::partners::ActiveModel { id: Set(partner.id), closed_on: Set(Some(today())), ..Default::default() };
    closing.update(app.db()).await.unwrap();

    app.visitor().get(&second).await.assert_shows("Linket virker ikke længere");
    staff.get(&format!("/enquiry-links/{}", partner.id)).await.assert_not_found();
}

#[tokio::test]
async fn staff_see_which_partners_have_a_link_and_never_the_link_again() {
    let app = support::start().await;
    let with = app.partner("Helhedsplan Solbakken").await;
    app.partner("Helhedsplan Højen").await;
    let staff = app.staff().await;
    let link = make(&staff, &with).await;

    let list = staff.get("/enquiry-links").await;
    list.assert_ok().assert_shows("Virker til 4. marts 2027").assert_shows("Intet link").assert_hides(&link);
    staff.get(&format!("/enquiry-links/{}", with.id)).await.assert_ok().assert_hides(&link);
    let administrator = app.administrator().await;
    let page = administrator.get(&format!("/admin/partners/{}", with.id)).await;
    page.assert_shows(&format!("/enquiry-links/{}", with.id)).assert_shows("lavede et henvisningslink");
}
