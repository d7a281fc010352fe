//! The whole platform on a port of its own, and people who come in by its door.

use brobyg::{account, mentor, routes};
use entity::{User, users};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde_json::json;

use crate::{
    driver::Window,
    site,
    support::{self, Browser, TestApp},
};

/// Everybody's password.
pub const PASSWORD: &str = "fire heste på en bakke";

/// A platform that is served while the test runs.
pub struct House {
    pub app: TestApp,
    pub site: String,
}

impl House {
    pub async fn open() -> Self {
        let app = support::start().await;
        let site = site::open(routes::site(&app.app)).await;
        Self { app, site }
    }

    /// For people whose browser runs no scripts.
    pub async fn open_without_scripts() -> Self {
        let app = support::start().await;
        let site = site::open_without_scripts(routes::site(&app.app)).await;
        Self { app, site }
    }

    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.site)
    }

    /// The mentors are found from now on.
    pub async fn index_mentors(&self) {
        mentor::index::rebuild(&self.app.app).await.unwrap();
    }

    /// Somebody who signed in a moment ago stands at the front door.
    pub async fn enter(&self, window: &Window, user: &User) {
        let signed_in = Browser::signed_in(&self.app, user.clone()).await;
        bring_in(window, &self.site, &signed_in).await;
        window.open(&self.site).await;
    }

    /// Somebody signs in with the password of [`Self::with_password`].
    pub async fn sign_in(&self, window: &Window, email: &str) {
        window.open(&self.address("/sign-in")).await;
        window.write("E-mail", email).await;
        window.write("Adgangskode", PASSWORD).await;
        window.press("Log ind").await;
    }

    pub async fn with_password(&self, user: User) -> User {
        let hash = account::hash_password(PASSWORD).await.unwrap();
        let known = users::ActiveModel { id: Set(user.id), password_hash: Set(Some(hash)), ..Default::default() };
        known.update(self.app.db()).await.unwrap()
    }

    /// The address behind the link in the newest mail to somebody.
    pub async fn mailed_link(&self, email: &str) -> String {
        let mails = self.app.mails_to(email).await;
        let newest = mails.last().unwrap_or_else(|| panic!("nobody has written to {email}"));
        self.address(&self.app.path_in(newest))
    }
}

/// The window is from now on signed in as that browser is, or not at all.
pub async fn bring_in(window: &Window, site: &str, like: &Browser) {
    window.open(&format!("{site}/sign-in")).await;
    window.delete_all_cookies().await.unwrap();
    if let Some(token) = like.cookie("session") {
        let cookie = json!(format!("session={token}; path=/"));
        window.asks("document.cookie = arguments[0]", vec![cookie]).await;
    }
}
