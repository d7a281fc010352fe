//! Whoever opens a link reads whom to turn to, on each page behind each link.

use brobyg::duty::Thing;
use entity::{courses, mentors, partners, referrals};
use sea_orm::{EntityTrait, prelude::Uuid};

use crate::permissions::{
    matrix::{Line, lines},
    scene::Scene,
};

/// Links that are about no case, or that no person opens: somebody's own sign-in or address, what ends a sort of messages, a
/// feed for a program, and the public page in the name of a partner.
const ABOUT_NO_CASE: [&str; 6] = [
    "link.password_reset",
    "link.invitation",
    "link.confirm_mentor",
    "link.unsubscribe",
    "link.calendar",
    "link.enquiry",
];

impl Scene {
    /// Sanne sees to all that there is.
    async fn sanne_sees_to_all(&self) {
        let db = self.app.db();
        let mut all: Vec<(Thing, Uuid)> = Vec::new();
        all.extend(partners::Entity::find().all(db).await.unwrap().iter().map(|row| (Thing::Partner, row.id)));
        all.extend(referrals::Entity::find().all(db).await.unwrap().iter().map(|row| (Thing::Referral, row.id)));
        all.extend(courses::Entity::find().all(db).await.unwrap().iter().map(|row| (Thing::Course, row.id)));
        all.extend(mentors::Entity::find().all(db).await.unwrap().iter().map(|row| (Thing::Mentor, row.id)));
        for (thing, id) in all {
            if self.app.responsible_count(id).await == 0 {
                self.app.sees_to(&self.staff, thing, id).await;
            }
        }
    }
}

#[tokio::test]
async fn every_page_behind_a_link_names_the_contact_person() {
    let scene = Scene::set().await;
    scene.sanne_sees_to_all().await;
    let visitor = scene.browser("visitor").await;
    let is_of_a_case = |line: &Line| {
        // A file for a calendar, and the page that stops text messages, are about no case.
        let is_of_none = line.path.ends_with(".ics") || line.path.starts_with("/unsubscribe/");
        let is_link = line.method == "GET" && line.path.contains("{link.") && !is_of_none;
        is_link && !ABOUT_NO_CASE.iter().any(|name| line.path.contains(&format!("{{{name}}}")))
    };
    let (mut tried, mut without) = (0, Vec::new());
    for line in lines().iter().filter(|line| is_of_a_case(line)) {
        let page = visitor.get(&scene.path(&line.path)).await;
        // The page after an answer goes on to the thanks as long as nothing is answered.
        if page.status.is_redirection() && line.path.ends_with("/more") {
            continue;
        }
        page.assert_ok();
        tried += 1;
        if !page.body.contains("Din kontaktperson er <strong>") {
            without.push(line.path.clone());
        }
    }
    assert!(tried > 20, "{tried} links were found");
    assert!(without.is_empty(), "nobody to turn to on {without:?}");
}
