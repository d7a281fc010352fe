//! A volunteer becomes a mentor: from the public form to an own profile.

use chrono::Duration;
use entity::users::Role;
use serde_json::json;

use crate::{
    axe::assert_accessible,
    driver::{Screen, Window, journey},
    house::{House, PASSWORD},
    support::today,
};

const EMAIL: &str = "karen.holm@mentor.example";

/// Karen fills in the public form and confirms what her words were read into.
async fn applies(house: &House, window: &Window) {
    window.open(&house.site).await;
    window.follow("Bliv mentor").await;
    window.write("Dit navn", "Karen Holm").await;
    window.write("E-mail", EMAIL).await;
    window.write("Telefon", "20 30 40 50").await;
    window.write("Hvad arbejder du som?", "tømrermester").await;
    window.choose("Sprog, du taler", "Dansk").await;
    window.tick("Ja, I må gemme det, jeg har skrevet, og kontakte mig").await;
    window.press("Gå videre").await;
    window.sees("Er det her din branche?").await;
    assert_accessible(window).await;
    window.click("#industries + label").await;
    window.press("Send").await;
    window.sees("Tak! Kig i din indbakke").await;
    window.open(&house.mailed_link(EMAIL).await).await;
    window.press("Ja, det er min").await;
    window.sees("Tak, vi glæder os til at tale med dig").await;
}

/// Sanne writes down what happened with the applicant, step by step, until she can be approved.
async fn is_screened(window: &Window) {
    window.menu("Mentorer").await;
    window.pick("Status", "Ansøger").await;
    window.press("Vis").await;
    window.follow("Karen Holm").await;
    window.sees("Samtalen er ikke noteret").await;
    window.keep_picture("applicant").await;
    window.unfold("Notér samtalen").await;
    window.write_date("Dato for samtalen", today()).await;
    save(window, "interview").await;
    window.unfold("Notér straffeattesten").await;
    window.choose("Status", "I orden").await;
    window.write_date("Dato", today()).await;
    save(window, "criminal-record").await;
    window.unfold("Notér kurset").await;
    window.write_date("Dato for kurset", today()).await;
    save(window, "training").await;
    window.press("Godkend som mentor").await;
    window.sees("Mentoren er godkendt og får en mail").await;
}

/// Presses the button of one of the forms, all of which say the same.
async fn save(window: &Window, form: &str) {
    window.click(&format!("form[action$='/{form}'] button")).await;
    window.sees("Gemt").await;
}

/// Karen chooses a password through her invitation and keeps her profile.
async fn keeps_the_profile(house: &House, window: &Window) {
    window.open(&house.mailed_link(EMAIL).await).await;
    window.write("Adgangskode", PASSWORD).await;
    window.write("Adgangskode igen", PASSWORD).await;
    window.press("Gem og log ind").await;
    window.sees("Hej Karen").await;
    window.keep_picture("home").await;
    window.menu("Min profil").await;
    window.pick("Hvor mange unge kan du have ad gangen?", "2 unge").await;
    window.write("Hvad er du god til?", "lytter").await;
    window.press("Gem").await;
    window.sees("Din profil er gemt").await;
    window.becomes("return document.getElementById('strengths').value", json!("lytter")).await;
}

#[tokio::test]
async fn a_volunteer_applies_is_screened_and_keeps_an_own_profile() {
    let house = House::open().await;
    let staff = house.app.user("Sanne Holm", Role::Staff, None).await;
    journey("joining-applies", Screen::Phone, async |window| applies(&house, window).await).await;
    journey("joining-screened", Screen::Desktop, async |window| {
        house.enter(window, &staff).await;
        is_screened(window).await;
    })
    .await;
    journey("joining-profile", Screen::Phone, async |window| keeps_the_profile(&house, window).await).await;
}

#[tokio::test]
async fn a_mentor_takes_a_break_and_comes_back() {
    let house = House::open().await;
    let jonas = house.app.mentor("Jonas").await;
    let user = house.app.mentor_browser(&jonas).await.user.unwrap();
    journey("joining-break", Screen::Phone, async |window| {
        house.enter(window, &user).await;
        window.open(&house.address("/mentor/profile")).await;
        window.follow("Hold en pause").await;
        window.write_date("Første dag", today()).await;
        window.press("Hold pause").await;
        window.sees("Du holder pause fra 4. marts 2026.").await;
        house.app.app.clock.advance(Duration::minutes(5));
        window.open(&house.address("/mentor/pause")).await;
        window.press("Jeg er tilbage").await;
        window.sees("Velkommen tilbage").await;
    })
    .await;
}
