//! Enquiries from the public page: what may be sent, who sees it, what becomes of it, and when it is forgotten.

mod asking;
mod desk;
mod links;
mod state;

use entity::{Enquiry, enquiries};
use sea_orm::{EntityTrait, prelude::Uuid};

use crate::support::{Browser, Page, TestApp};

/// What Yusuf fills in for himself, with some answers given otherwise or in addition.
pub fn yusuf_but<'a>(id: &'a str, other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let yusuf = [
        ("id", id),
        ("asking", ""),
        ("first_name", "Yusuf"),
        ("age", "19"),
        ("phone", "50 00 02 00"),
        ("contact_preference", "sms"),
        ("place", "4600"),
        ("wish", "vil gerne være bager"),
        ("consent", "yes"),
    ];
    let kept = yusuf.into_iter().filter(|(name, _)| !other.iter().any(|(changed, _)| changed == name));
    kept.chain(other.iter().copied()).collect()
}

/// What a teacher fills in for Yusuf, without a way to reach him.
pub fn teacher() -> [(&'static str, &'static str); 7] {
    [
        ("asking", "other"),
        ("asker_name", "Tove Lind"),
        ("asker_relation", "teacher"),
        ("asker_email", "Tove@skole.example"),
        ("phone", ""),
        ("contact_preference", "through_partner"),
        ("consent", "yes"),
    ]
}

/// The id that stands in a form that this browser opens now.
pub async fn new_id(browser: &Browser) -> String {
    let page = browser.get("/enquiry").await;
    page.assert_ok().body.split(r#"name="id" value=""#).nth(1).unwrap()[..36].to_owned()
}

pub async fn send_to(browser: &Browser, path: &str, other: &[(&str, &str)]) -> Page {
    let id = new_id(browser).await;
    browser.submit(path, &yusuf_but(&id, other)).await
}

pub async fn send(browser: &Browser, other: &[(&str, &str)]) -> Page {
    send_to(browser, "/enquiry", other).await
}

pub async fn all(app: &TestApp) -> Vec<Enquiry> {
    enquiries::Entity::find().all(app.db()).await.unwrap()
}

pub async fn find(app: &TestApp, id: Uuid) -> Enquiry {
    enquiries::Entity::find_by_id(id).one(app.db()).await.unwrap().unwrap()
}

pub fn path(enquiry: &Enquiry, act: &str) -> String {
    format!("/enquiries/{}{act}", enquiry.id)
}
