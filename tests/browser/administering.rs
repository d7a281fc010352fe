//! An administrator opens a new partnership: people, partner, area, project.

use chrono::NaiveDate;
use entity::{Partner, partners, projects, users, users::Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    driver::{Screen, Window, journey},
    house::{House, PASSWORD},
};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

async fn adds_a_partner_with_an_area(window: &Window) {
    window.menu("Administration").await;
    window.follow("Samarbejdspartnere og boligområder").await;
    window.follow("Ny samarbejdspartner").await;
    window.write("Navn", "Helhedsplan Sydhavn").await;
    window.write("Postnummer", "2450").await;
    window.press("Gem").await;
    window.sees("Samarbejdspartneren er oprettet. Tilføj nu boligområder.").await;
    window.write("Nyt boligområde", "Havnegården").await;
    window.press("Tilføj boligområde").await;
    window.sees("Boligområdet er tilføjet.").await;
    window.keep_picture("partner").await;
}

async fn invites_a_referrer(window: &Window) {
    window.menu("Administration").await;
    window.follow("Brugere").await;
    window.follow("Invitér en bruger").await;
    window.write("Navn", "Rikke Vang").await;
    window.write("E-mail", "rikke@partner.example").await;
    window.choose("Rolle", "Henviser").await;
    window.pick("Samarbejdspartner", "Helhedsplan Sydhavn").await;
    window.choose("Sprog", "Dansk").await;
    window.press("Send invitation").await;
    window.sees("Invitationen er på vej.").await;
    window.sees("Inviteret").await;
}

async fn adds_a_project_with_targets(window: &Window) {
    window.menu("Administration").await;
    window.follow("Projekter").await;
    window.follow("Nyt projekt").await;
    window.write("Navn", "Bro til arbejde").await;
    window.write_date("Første dag", day(2026, 1, 1)).await;
    window.write_date("Sidste dag", day(2028, 12, 31)).await;
    window.write("Antal unge", "90").await;
    window.write("Procent i job eller uddannelse ved afslutning", "60").await;
    window.press("Gem").await;
    window.sees("Projektet er oprettet.").await;
}

/// The project's targets stand beside the figures.
async fn reads_the_targets(window: &Window) {
    window.menu("Resultater").await;
    window.sees("Projektets mål").await;
    window.sees("Henviste unge").await;
    window.keep_picture("targets").await;
}

async fn partner(house: &House) -> Partner {
    let named = partners::Entity::find().filter(partners::Column::Name.eq("Helhedsplan Sydhavn"));
    named.one(house.app.db()).await.unwrap().unwrap()
}

#[tokio::test]
async fn an_administrator_opens_a_partnership_and_the_referrer_comes_in() {
    let house = House::open().await;
    let administrator = house.app.user("Astrid Lund", Role::Administrator, None).await;
    let administrator = house.with_password(administrator).await;
    journey("administering", Screen::Desktop, async |window| {
        house.sign_in(window, &administrator.email).await;
        adds_a_partner_with_an_area(window).await;
        invites_a_referrer(window).await;
        adds_a_project_with_targets(window).await;
        reads_the_targets(window).await;
        window.menu("Log ud").await;
        window.sees("En mentor, der kender branchen").await;
    })
    .await;
    journey("administering-invited", Screen::Phone, async |window| {
        window.open(&house.mailed_link("rikke@partner.example").await).await;
        window.write("Adgangskode", PASSWORD).await;
        window.write("Adgangskode igen", PASSWORD).await;
        window.press("Gem og log ind").await;
        window.sees("Du har ikke henvist nogen endnu").await;
        window.keep_picture("referrer").await;
    })
    .await;

    let rikke = users::Entity::find().filter(users::Column::Email.eq("rikke@partner.example"));
    let rikke = rikke.one(house.app.db()).await.unwrap().unwrap();
    assert_eq!(rikke.partner_id, Some(partner(&house).await.id));
    let project = projects::Entity::find().one(house.app.db()).await.unwrap().unwrap();
    assert_eq!((project.target_young_people, project.ends_on), (Some(90), day(2028, 12, 31)));
}
