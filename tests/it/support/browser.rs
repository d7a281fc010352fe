//! A browser in process: it keeps cookies, brings form tokens back and reads pages.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use brobyg::{account, app::App, database::Database, routes};
use entity::User;
use poem::{
    Endpoint, EndpointExt, Request, Response,
    endpoint::BoxEndpoint,
    http::{HeaderMap, HeaderName, Method, StatusCode, header},
};

use super::TestApp;

pub struct Browser {
    app: App,
    site: Arc<BoxEndpoint<'static>>,
    pub user: Option<User>,
    cookies: Mutex<BTreeMap<String, String>>,
}

/// How a sentence begins that is in no file of the locales.
pub const UNKNOWN: &str = "Unknown localization";

/// What came back.
pub struct Page {
    pub status: StatusCode,
    /// Empty when it is no text.
    pub body: String,
    pub bytes: Vec<u8>,
    pub location: Option<String>,
    pub retry_after: Option<String>,
    pub headers: HeaderMap,
}

impl Browser {
    pub fn new(app: &TestApp) -> Self {
        Self { app: app.app.clone(), site: Arc::clone(&app.site), user: None, cookies: Mutex::default() }
    }

    /// A browser in which this person is signed in.
    pub async fn signed_in(app: &TestApp, user: User) -> Self {
        let user_id = user.id;
        let browser = Self { user: Some(user), ..Self::new(app) };
        let app = &browser.app;
        let tx = app.db.begin().await.unwrap();
        let token = account::start_session(&tx, app.clock.now(), &app.config.rules, user_id).await.unwrap();
        tx.commit().await.unwrap();
        browser.set_cookie(account::session_cookie(app), &token);
        browser
    }

    /// The same browser in front of another machine of the platform, which reaches this database.
    pub fn at_machine_with(&self, db: Database) -> Self {
        let app = App { db, ..self.app.clone() };
        let site = Arc::new(routes::site(&app).map_to_response().boxed());
        Self { app, site, user: self.user.clone(), cookies: Mutex::new(self.cookies.lock().unwrap().clone()) }
    }

    /// The same browser in front of another machine that has not answered anybody yet.
    pub fn on_another_machine(&self) -> Self {
        self.at_machine_with(self.app.db.clone())
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    pub fn cookie_names(&self) -> Vec<String> {
        self.cookies.lock().unwrap().keys().cloned().collect()
    }

    /// The same browser with the cookies it has now: what it sends does not wait for what the other one is answered.
    pub fn as_it_is(&self) -> Self {
        Self {
            app: self.app.clone(),
            site: Arc::clone(&self.site),
            user: self.user.clone(),
            cookies: Mutex::new(self.cookies.lock().unwrap().clone()),
        }
    }

    /// Posts a form with its token, from this address.
    pub async fn submit_from(&self, address: &str, path: &str, fields: &[(&str, &str)]) -> Page {
        if self.cookies.lock().unwrap().is_empty() {
            self.get("/sign-in").await;
        }
        let token = self.form_token();
        let fields = [&[("_csrf", token.as_str())], fields].concat();
        let mut request = form_request(path, &fields);
        request.headers_mut().insert("x-forwarded-for", address.parse().unwrap());
        self.send(request).await
    }

    pub async fn get(&self, path: &str) -> Page {
        self.send(Request::builder().method(Method::GET).uri_str(path).finish()).await
    }

    /// Posts a form with its token, as the page would.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        if self.cookies.lock().unwrap().is_empty() {
            self.get("/sign-in").await;
        }
        let token = self.form_token();
        let mut with_token = vec![("_csrf", token.as_str())];
        with_token.extend_from_slice(fields);
        self.post(path, &with_token).await
    }

    /// Posts exactly these fields.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.post_from(path, fields, &[]).await
    }

    /// Posts exactly these fields, with what a browser says about where they come from.
    pub async fn post_from(
        &self,
        path: &str,
        fields: &[(impl AsRef<str>, impl AsRef<str>)],
        heads: &[(&str, &str)],
    ) -> Page {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_ref(), value.as_ref())).collect();
        let body = serde_html_form::to_string(fields).unwrap();
        let mut request = Request::builder()
            .method(Method::POST)
            .uri_str(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::CONTENT_LENGTH, body.len());
        for (name, value) in heads {
            request = request.header(*name, *value);
        }
        self.send(request.body(body)).await
    }

    /// Goes where the answers lead, at most five times.
    pub async fn follow(&self, path: &str) -> Page {
        let mut page = self.get(path).await;
        for _ in 0..5 {
            match page.location.clone() {
                Some(location) => page = self.get(&location).await,
                None => break,
            }
        }
        page
    }

    /// The token that a page of this browser would have.
    pub fn form_token(&self) -> String {
        let cookie = self.cookie("session").or_else(|| self.cookie("visitor")).unwrap_or_default();
        let person = self.user.as_ref().filter(|_| self.cookie("session").is_some()).map(|user| user.id);
        self.app.csrf.token(&cookie, person)
    }

    pub async fn send(&self, mut request: Request) -> Page {
        let cookies = self.cookies.lock().unwrap().iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>();
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let response = self.site.get_response(request).await;
        self.keep_cookies(&response);
        let (status, head) = (response.status(), response.headers().clone());
        let said = |name: HeaderName| head.get(name).map(|value| value.to_str().unwrap().to_owned());
        let bytes = response.into_body().into_vec().await.unwrap();
        let body = String::from_utf8(bytes.clone()).unwrap_or_default();
        assert!(!body.contains(UNKNOWN), "a sentence that nobody wrote: {body}");
        Page {
            status,
            location: said(header::LOCATION),
            retry_after: said(header::RETRY_AFTER),
            body,
            bytes,
            headers: head,
        }
    }

    fn keep_cookies(&self, response: &Response) {
        let mut cookies = self.cookies.lock().unwrap();
        for set in response.headers().get_all(header::SET_COOKIE) {
            let set = set.to_str().unwrap();
            let (name, rest) = set.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if set.contains("Max-Age=0") || value.is_empty() {
                assert!(set.contains("Path=/;") || set.ends_with("Path=/"), "a browser would keep the cookie: {set}");
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

fn form_request(path: &str, fields: &[(&str, &str)]) -> Request {
    let body = serde_html_form::to_string(fields).unwrap();
    Request::builder()
        .method(Method::POST)
        .uri_str(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::CONTENT_LENGTH, body.len())
        .body(body)
}

impl Page {
    #[track_caller]
    pub fn assert_ok(&self) -> &Self {
        assert_eq!(self.status, StatusCode::OK, "{}", self.body);
        self
    }

    #[track_caller]
    pub fn assert_status(&self, status: StatusCode) -> &Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    #[track_caller]
    pub fn assert_not_found(&self) -> &Self {
        self.assert_status(StatusCode::NOT_FOUND)
    }

    /// The form was taken, and the next page is this one.
    #[track_caller]
    pub fn assert_goes_to(&self, path: &str) -> &Self {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        assert_eq!(self.location.as_deref(), Some(path));
        self
    }

    /// The form was taken, wherever it goes on.
    #[track_caller]
    pub fn assert_taken(&self) -> &Self {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        self
    }

    /// The form came back with this sentence.
    #[track_caller]
    pub fn assert_refused_with(&self, sentence: &str) -> &Self {
        assert_eq!(self.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", self.body);
        self.assert_shows(sentence)
    }

    #[track_caller]
    pub fn assert_shows(&self, text: &str) -> &Self {
        assert!(self.body.contains(text), "the page does not show {text:?}:\n{}", self.body);
        self
    }

    #[track_caller]
    pub fn assert_hides(&self, text: &str) -> &Self {
        assert!(!self.body.contains(text), "the page shows {text:?}:\n{}", self.body);
        self
    }
}
