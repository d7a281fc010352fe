//! People whose browser runs no scripts, who read English, or who have no mouse.

use entity::{referrals, users::Role};
use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use crate::{
    driver::{Screen, Window, journey},
    house::House,
    line::fill_in_referral,
};

/// The words of the element that the keyboard is at.
async fn focused(window: &Window) -> String {
    let words = window.asks("return document.activeElement.textContent.trim()", Vec::new()).await;
    words.as_str().unwrap().to_owned()
}

async fn presses_key(window: &Window, key: Key) {
    let value = char::from(key);
    let keys = KeyActions::new("keyboard".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
    window.perform_actions(keys).await.unwrap();
}

/// Goes on with the tab key until it stands at these words.
async fn tabs_to(window: &Window, words: &str) {
    for _ in 0..30 {
        if focused(window).await == words {
            return;
        }
        presses_key(window, Key::Tab).await;
    }
    panic!("the tab key does not come to {words:?}");
}

/// How wide the ring around the element is that the keyboard is at.
async fn focus_ring(window: &Window) -> Value {
    window.asks("return getComputedStyle(document.activeElement).outlineWidth", Vec::new()).await
}

#[tokio::test]
async fn a_referral_is_sent_without_scripts() {
    let house = House::open_without_scripts().await;
    let partner = house.app.partner("Helhedsplan Ringparken").await;
    house.app.housing_area("Ringparken", &partner).await;
    let rikke = house.app.user("Rikke Vang", Role::Referrer, Some(&partner)).await;
    journey("reaching-without-scripts", Screen::Phone, async |window| {
        house.enter(window, &rikke).await;
        window.menu("Ny henvisning").await;
        fill_in_referral(window).await;
        window.press("Tjek dine svar").await;
        window.sees("Sæt kryds ved den branche, den unge mener").await;
        window.click("#industries + label").await;
        window.press("Tjek dine svar").await;
        window.press("Send henvisningen").await;
        window.sees("Tak, henvisningen er sendt").await;
    })
    .await;

    assert_eq!(referrals::Entity::find().count(house.app.db()).await.unwrap(), 1);
}

#[tokio::test]
async fn what_is_typed_is_kept_when_somebody_walks_away() {
    let house = House::open().await;
    let partner = house.app.partner("Helhedsplan Ringparken").await;
    house.app.housing_area("Ringparken", &partner).await;
    let rikke = house.app.user("Rikke Vang", Role::Referrer, Some(&partner)).await;
    journey("reaching-draft", Screen::Phone, async |window| {
        house.enter(window, &rikke).await;
        window.open(&house.address("/referrals/new")).await;
        window.write("Fulde navn", "Amina Yusuf").await;
        window.sees("Kladden er gemt").await;
        window.open(&house.address("/referrals")).await;
        window.follow("Amina Yusuf").await;
        window.sees("Kladden er gemt i dag.").await;
    })
    .await;
}

#[tokio::test]
async fn a_visitor_reads_english_and_then_danish_again() {
    let house = House::open().await;
    journey("reaching-english", Screen::Phone, async |window| {
        window.open(&house.address("/sign-in")).await;
        window.press("English").await;
        window.sees("Sign in").await;
        window.becomes(LANGUAGE, json!("en")).await;
        window.press("Dansk").await;
        window.sees("Har du glemt din adgangskode?").await;
        window.becomes(LANGUAGE, json!("da")).await;
    })
    .await;
}

const LANGUAGE: &str = "return document.documentElement.lang";

#[tokio::test]
async fn somebody_without_a_mouse_skips_the_menu_and_accepts_a_referral() {
    let house = House::open().await;
    let amina = house.app.referral("Amina Yusuf").await;
    let unanswered = referrals::ActiveModel { id: Set(amina.id), accepted_on: Set(None), ..Default::default() };
    unanswered.update(house.app.db()).await.unwrap();
    let staff = house.app.user("Sanne Holm", Role::Staff, None).await;
    journey("reaching-keyboard", Screen::Desktop, async |window| {
        house.enter(window, &staff).await;
        window.open(&house.address(&format!("/referrals/{}", amina.id))).await;
        presses_key(window, Key::Tab).await;
        assert_eq!(focused(window).await, "Gå til indholdet");
        window.sees("Gå til indholdet").await;
        presses_key(window, Key::Enter).await;
        tabs_to(window, "Tag imod henvisningen").await;
        assert_eq!(focus_ring(window).await, json!("3px"));
        presses_key(window, Key::Enter).await;
        window.sees("Henvisningen er taget imod. Partneren får besked.").await;
    })
    .await;
}

#[tokio::test]
async fn errors_are_read_first_and_lead_to_their_fields() {
    let house = House::open().await;
    journey("reaching-errors", Screen::Phone, async |window| {
        window.open(&house.address("/mentors/apply")).await;
        window.press("Gå videre").await;
        window.sees("Der er noget, du skal rette").await;
        window.becomes("return document.activeElement.classList.contains('error-summary')", json!(true)).await;
        window.follow("Skriv navnet").await;
        window.becomes("return document.activeElement.id", json!("name")).await;
    })
    .await;
}
