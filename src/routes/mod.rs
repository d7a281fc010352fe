//! Every URL of the site, in three tables, and the layers around them.

mod desk;
mod line;
mod machine;

use poem::{Endpoint, EndpointExt, Route, middleware::CookieJarManager};

use crate::{
    account::{
        Frame,
        kept::handlers::{Keeping, ReadableErrors},
        short_link::handlers::ShortLinks,
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
        line::concerns,
        line::planned_meetings,
        line::meeting_questions,
        line::course_endings,
        line::exits,
        line::follow_ups,
        line::surveys,
        desk::handovers,
        desk::today,
        desk::finding,
        desk::outcomes,
        desk::interviews,
    ];
    parts.into_iter().fold(Route::new(), |route, add| add(route))
}

/// The pages, asked for by people and by the layer that gives their forms back; cookies belong to both.
fn in_frame(app: &App) -> impl Endpoint + use<> {
    let pages = pages().with(CookieJarManager::new()).with(Watching(app.clone())).with(Keeping(app.clone()));
    pages.with(Frame(app.clone())).with(CookieJarManager::new()).with(ShortLinks(app.clone()))
}

/// The whole site: pages in their frame, limits and headers around everything.
pub fn site(app: &App) -> impl Endpoint + use<> {
    let forms = Bounds::new(FORM_BYTES);
    machine::callbacks(Route::new(), app)
        .nest("/assets", crate::web::assets::endpoint().with(forms))
        .nest("/", in_frame(app).with(forms))
        .with(panic::catch())
        .with(Packed)
        .with(ReadableErrors(app.clone()))
        .with(SecurityHeaders::new(app.config.is_https()))
}
