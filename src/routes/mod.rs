//! Every URL of the site, in two tables, and the layers around them.

mod desk;
mod line;

use poem::{Endpoint, EndpointExt, Route, middleware::CookieJarManager};

use crate::{
    account::{
        Frame,
        kept::handlers::{Keeping, ReadableErrors},
        watching::handlers::Watching,
    },
    app::App,
    web::{
        Packed,
        bounds::{Bounds, FORM_BYTES},
        headers::SecurityHeaders,
        panic,
    },
};

/// Every page, without the layers. `tests/permissions.toml` says who gets which.
fn pages() -> Route {
    let parts = [
        desk::accounts,
        desk::administration,
        desk::partners,
        desk::mentors,
        desk::enquiries,
        line::referrals,
        desk::vocabulary,
        line::proposals,
        desk::plans,
        desk::shortages,
        line::courses,
        line::course_endings,
        line::surveys,
        desk::outcomes,
    ];
    parts.into_iter().fold(Route::new(), |route, add| add(route))
}

/// The pages, asked for by people and by the layer that gives their forms back; cookies belong to both.
fn in_frame(app: &App) -> impl Endpoint + use<> {
    let pages = pages().with(CookieJarManager::new()).with(Watching(app.clone())).with(Keeping(app.clone()));
    pages.with(Frame(app.clone())).with(CookieJarManager::new())
}

/// The whole site: pages in their frame, limits and headers around everything.
pub fn site(app: &App) -> impl Endpoint + use<> {
    Route::new()
        .nest("/assets", crate::web::assets::endpoint())
        .nest("/", in_frame(app))
        .with(panic::catch())
        .with(Packed)
        .with(Bounds::new(FORM_BYTES))
        .with(ReadableErrors(app.clone()))
        .with(SecurityHeaders::new(app.config.is_https()))
}
