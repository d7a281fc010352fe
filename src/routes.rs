//! Every URL of the site, in one table, and the layers around it.

use poem::{
    Endpoint, EndpointExt, Route, get,
    middleware::{Compression, CookieJarManager},
    post,
};

use crate::{
    account::{self, Frame},
    app::App,
    outcome,
    web::{body_limit::{BodyLimit, FORM_BYTES}, headers::SecurityHeaders, panic},
};

/// Every page, without the layers.
fn pages() -> Route {
    Route::new()
        .at("/sign-in", get(account::handlers::sign_in_form).post(account::handlers::sign_in))
        .at("/sign-out", post(account::handlers::sign_out))
        .at("/language", post(account::handlers::choose_language))
        .at(
            "/first-administrator/:token",
            get(account::handlers::first_administrator_form).post(account::handlers::create_first_administrator),
        )
        .at("/invitations/:token", get(account::handlers::invitation_form).post(account::handlers::invitation))
        .at("/password/:token", get(account::handlers::reset_form).post(account::handlers::reset))
        .at("/outcomes", get(outcome::handlers::report))
        .at("/outcomes/figures.csv", get(outcome::handlers::download_figures))
        .at("/outcomes/courses.csv", get(outcome::handlers::download_courses))
}

/// The whole site: pages in their frame, limits and headers around everything.
pub fn site(app: &App) -> impl Endpoint + use<> {
    Route::new()
        .nest("/assets", crate::web::assets::endpoint())
        .nest("/", pages().with(Frame(app.clone())).with(CookieJarManager::new()))
        .with(BodyLimit::new(FORM_BYTES))
        .with(panic::catch())
        .with(Compression::new())
        .with(SecurityHeaders::new(app.config.is_https()))
}
