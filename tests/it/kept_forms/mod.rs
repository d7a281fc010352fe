//! Nothing typed is lost: whatever stands in the way of a form, its text comes back with a true word about it.

mod addresses;
mod another;
mod away;
mod changed;
mod linked;
pub mod lying;
mod origin;
mod put_aside;
mod sent_twice;
mod session_over;
mod two_tabs;
mod walk;

use brobyg::account;
use entity::{User, goals, kept_forms, sessions, submissions, users};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};

use crate::{
    course::Pair,
    support::{
        Browser, Page, TestApp,
        forms::{PageForm, forms},
    },
};

pub const PASSWORD: &str = "fire heste på en bakke";

/// What a browser says of a form on a page of ours.
pub const OWN: [(&str, &str); 2] = [("origin", "http://127.0.0.1:8080"), ("sec-fetch-site", "same-origin")];

/// Gives somebody the password [`PASSWORD`].
pub async fn with_password(app: &TestApp, user: &User) {
    let hash = account::hash_password(PASSWORD).await.unwrap();
    let known = users::ActiveModel { id: Set(user.id), password_hash: Set(Some(hash)), ..Default::default() };
    known.update(app.db()).await.unwrap();
}

/// Every session is over: they were idle, or somebody ended them.
pub async fn end_sessions(app: &TestApp) {
    sessions::Entity::delete_many().exec(app.db()).await.unwrap();
}

pub async fn kept(app: &TestApp) -> Vec<kept_forms::Model> {
    kept_forms::Entity::find().all(app.db()).await.unwrap()
}

pub async fn goals(pair: &Pair) -> u64 {
    goals::Entity::find().count(pair.app.db()).await.unwrap()
}

pub async fn forget_kept(app: &TestApp) {
    kept_forms::Entity::delete_many().exec(app.db()).await.unwrap();
    submissions::Entity::delete_many().exec(app.db()).await.unwrap();
}

/// The form of a page that posts to this address.
pub async fn form(browser: &Browser, page: &str, action: &str) -> PageForm {
    let html = browser.get(page).await;
    form_of(&html, page, action)
}

/// A goal that a mentor has typed and not sent: in which browser, for which address, with what is in its form.
pub async fn goal_of(pair: &Pair) -> (Browser, String, Vec<(String, String)>) {
    let mentor = pair.app.mentor_browser(&pair.mentor).await;
    let action = pair.path("/goals");
    let untouched = form(&mentor, &pair.path(""), &action).await.untouched();
    (mentor, action, with(&untouched, &[("text", "Finde en læreplads")]))
}

pub fn form_of(html: &Page, page: &str, action: &str) -> PageForm {
    let found = forms(&html.body, page).into_iter().find(|form| form.action == action);
    found.unwrap_or_else(|| panic!("{page} has no form for {action}:\n{}", html.body))
}

/// Signs in with the form that came back, as that form says.
pub async fn sign_in(browser: &Browser, sign_in: &Page, email: &str) -> Page {
    let form = form_of(sign_in, "/sign-in", "/sign-in");
    let filled = form.fields.iter().map(|field| {
        let value = match field.name.as_str() {
            "email" => email,
            "password" => PASSWORD,
            _ => &field.value,
        };
        (field.name.clone(), value.to_owned())
    });
    browser.post_from("/sign-in", &filled.collect::<Vec<_>>(), &OWN).await
}

/// These fields with other values for some of them.
pub fn with(fields: &[(String, String)], changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields = fields.to_vec();
    for (name, value) in changes {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = (*value).to_owned(),
            None => fields.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    fields
}
