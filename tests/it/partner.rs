//! Partners, their housing areas, and projects.

use brobyg::partner::open_choices;
use entity::{housing_areas, partners, projects};
use sea_orm::EntityTrait;

use crate::support::{self, TestApp};

async fn only_partner(app: &TestApp) -> entity::Partner {
    partners::Entity::find().one(app.db()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_partner_is_written_down_with_its_areas() {
    let app = support::start().await;
    let admin = app.administrator().await;

    let fields = [
        ("name", "Helhedsplanen Ringparken"),
        ("postcode", "4200"),
        ("town", "Slagelse"),
        ("contact_email", "hej@partner.example"),
    ];
    admin.submit("/admin/partners/new", &fields).await.assert_taken();
    let partner = only_partner(&app).await;
    let path = format!("/admin/partners/{}", partner.id);
    admin.submit(&format!("{path}/areas"), &[("name", "Ringparken Nord")]).await.assert_goes_to(&path);

    let page = admin.get(&path).await;
    page.assert_ok().assert_shows("4200 Slagelse").assert_shows("Ringparken Nord").assert_shows("hej@partner.example");
    page.assert_shows("tilføjede et boligområde");
    admin.get("/admin/partners").await.assert_ok().assert_shows("Helhedsplanen Ringparken");
    app.referrer(&partner).await.get("/referrals/new").await.assert_ok().assert_shows("Ringparken Nord");
}

#[tokio::test]
async fn what_is_wrong_with_a_partner_is_said_beside_the_field() {
    let app = support::start().await;
    app.partner("Ringparken").await;
    let admin = app.administrator().await;

    for (field, typed, sentence) in [
        ("name", " ", "Skriv et navn"),
        ("name", "Ringparken", "Der er allerede en samarbejdspartner med det navn"),
        ("postcode", "42", "Skriv et postnummer med fire cifre"),
        ("contact_email", "hej", "Skriv en e-mailadresse"),
    ] {
        let mut fields = vec![("town", "Slagelse Vestby"), (field, typed)];
        if field != "name" {
            fields.push(("name", "Byparken"));
        }
        let page = admin.submit("/admin/partners/new", &fields).await;
        page.assert_refused_with(sentence).assert_shows("Slagelse Vestby");
    }
}

#[tokio::test]
async fn a_closed_partner_is_not_offered_until_it_is_opened_again() {
    let app = support::start().await;
    let partner = app.partner("Ringparken").await;
    let admin = app.administrator().await;
    let path = format!("/admin/partners/{}", partner.id);

    admin.submit(&format!("{path}/closure"), &[]).await.assert_goes_to(&path);
    assert!(open_choices(app.db(), None).await.unwrap().is_empty());
    admin.submit(&format!("{path}/closure"), &[]).await.assert_status(poem::http::StatusCode::CONFLICT);
    admin.get("/admin/people/new").await.assert_ok().assert_hides("Ringparken");

    admin.submit(&format!("{path}/opening"), &[]).await.assert_goes_to(&path);
    assert_eq!(open_choices(app.db(), None).await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_area_is_renamed_closed_and_opened_again() {
    let app = support::start().await;
    let partner = app.partner("Ringparken").await;
    let area = app.housing_area("Nordgården", &partner).await;
    let admin = app.administrator().await;
    let (path, up) = (format!("/admin/areas/{}", area.id), format!("/admin/partners/{}", partner.id));

    admin.get(&path).await.assert_ok().assert_shows("Nordgården");
    admin.submit(&path, &[("name", "Nordgården Syd")]).await.assert_goes_to(&up);
    let referrer = app.referrer(&partner).await;
    admin.submit(&format!("{path}/closure"), &[]).await.assert_goes_to(&up);
    referrer.get("/referrals/new").await.assert_ok().assert_hides("Nordgården");
    admin.submit(&format!("{path}/opening"), &[]).await.assert_goes_to(&up);

    referrer.get("/referrals/new").await.assert_ok().assert_shows("Nordgården Syd");
}

#[tokio::test]
async fn an_area_has_one_partner() {
    let app = support::start().await;
    let (ringparken, byparken) = (app.partner("Ringparken").await, app.partner("Byparken").await);
    app.housing_area("Nordgården", &ringparken).await;
    let admin = app.administrator().await;

    let page = admin.submit(&format!("/admin/partners/{}/areas", byparken.id), &[("name", "Nordgården")]).await;

    page.assert_refused_with("Der er allerede et boligområde med det navn");
    assert_eq!(housing_areas::Entity::find().all(app.db()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_project_has_a_period_and_targets_that_may_be_missing() {
    let app = support::start().await;
    let admin = app.administrator().await;
    let fields = [
        ("name", "Erhvervsmentorer 2026-2029"),
        ("starts_on_day", "1"),
        ("starts_on_month", "8"),
        ("starts_on_year", "2026"),
        ("ends_on_day", "31"),
        ("ends_on_month", "7"),
        ("ends_on_year", "2029"),
        ("target_young_people", "90"),
        ("target_exit_percent", "60"),
    ];

    admin.submit("/admin/projects/new", &fields).await.assert_goes_to("/admin/projects");

    let project = projects::Entity::find().one(app.db()).await.unwrap().unwrap();
    assert_eq!(
        (project.target_young_people, project.target_exit_percent, project.target_areas),
        (Some(90), Some(60), None)
    );
    admin.get("/admin/projects").await.assert_ok().assert_shows("01-08-2026").assert_shows("90");
    let path = format!("/admin/projects/{}", project.id);
    admin.get(&path).await.assert_ok().assert_shows("Erhvervsmentorer 2026-2029").assert_shows("2029");
    let mut shorter = fields.to_vec();
    shorter.retain(|(name, _)| *name != "ends_on_year");
    shorter.push(("ends_on_year", "2027"));
    admin.submit(&path, &shorter).await.assert_goes_to("/admin/projects");
    admin.get("/admin/projects").await.assert_ok().assert_shows("31-07-2027");
}

#[tokio::test]
async fn a_project_that_ends_before_it_starts_is_refused() {
    let app = support::start().await;
    let admin = app.administrator().await;
    let post = async |year: &str, percent: &str| {
        let fields = [
            ("name", "Baglæns"),
            ("starts_on_day", "1"),
            ("starts_on_month", "8"),
            ("starts_on_year", "2026"),
            ("ends_on_day", "31"),
            ("ends_on_month", "7"),
            ("ends_on_year", year),
            ("target_exit_percent", percent),
        ];
        admin.submit("/admin/projects/new", &fields).await
    };

    post("2025", "").await.assert_refused_with("Den sidste dag ligger før den første");
    post("229", "").await.assert_refused_with("Datoen findes ikke");
    post("2027", "101").await.assert_refused_with("Skriv et helt tal fra 0 til 100").assert_shows("101");
}

#[tokio::test]
async fn the_list_of_partners_is_filtered_and_sorted_by_its_address() {
    let app = support::start().await;
    app.partner("Ålparken").await;
    let closed = app.partner("Byparken").await;
    let admin = app.administrator().await;
    admin.submit(&format!("/admin/partners/{}/closure", closed.id), &[]).await.assert_taken();

    admin.get("/admin/partners?q=ålp").await.assert_ok().assert_shows("Ålparken").assert_hides("Byparken");
    admin.get("/admin/partners?state=closed").await.assert_ok().assert_hides("Ålparken").assert_shows("Byparken");
    admin.get("/admin/partners?sort=town&dir=desc&page=2").await.assert_ok().assert_shows("2 fundet");
}
