//! The cookies that an answer gave, for whoever sends the same form again: a browser that leaves the first answer for the
//! second may have taken none of them.

use poem::{Request, web::cookie::CookieJar};

use crate::{
    account::{
        session,
        signed_in::{LANGUAGE, language_cookie, own_cookie, session_cookie},
    },
    app::App,
    error::AppError,
    language::Tr,
    token::token_hash,
};

/// What an answer gave. Of a session no more than its hash is known: with that nobody is signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    session_hash: Option<String>,
    language: Option<Tr>,
}

impl Given {
    /// Whether the answer signed somebody in.
    pub fn has_session(&self) -> bool {
        self.session_hash.is_some()
    }
}

/// The cookies of one request, as they came.
pub struct Cookies {
    app: App,
    jar: CookieJar,
    session: Option<String>,
    language: Option<String>,
}

impl Cookies {
    pub fn of(app: &App, request: &Request) -> Self {
        let jar = request.cookie().clone();
        let (session, language) = (value(&jar, session_cookie(app)), value(&jar, LANGUAGE));
        Self { app: app.clone(), jar, session, language }
    }

    /// What was given since they came.
    pub fn given(&self) -> Given {
        let new = |name, before: &Option<String>| value(&self.jar, name).filter(|now| Some(now) != before.as_ref());
        Given {
            session_hash: new(session_cookie(&self.app), &self.session).map(|token| token_hash(&token)),
            language: new(LANGUAGE, &self.language).and_then(|tag| Tr::spoken(&tag)),
        }
    }

    /// Gives the same to this request. A session is another one of the same person, as the token of the first is nowhere
    /// but in its cookie; none where this browser has one that goes on, or where the first one is over by now. Whether the
    /// browser is signed in by it.
    pub async fn give(&self, given: &Given) -> Result<bool, AppError> {
        if let Some(tr) = given.language {
            self.jar.add(language_cookie(&self.app, tr));
        }
        let Some(hash) = &given.session_hash else { return Ok(false) };
        let (app, now) = (&self.app, self.app.clock.now());
        if let Some(token) = &self.session
            && session::find(&app.db, now, &app.config.rules, token).await?.is_some()
        {
            return Ok(true);
        }
        let Some(token) = session::begin_again(&app.db, now, &app.config.rules, hash).await? else { return Ok(false) };
        self.jar.add(own_cookie(app, session_cookie(app), token));
        Ok(true)
    }
}

fn value(jar: &CookieJar, name: &str) -> Option<String> {
    jar.get(name).map(|cookie| cookie.value_str().to_owned()).filter(|value| !value.is_empty())
}
