//! The addresses that machines call: without the frame of the pages, with bounds of their own.

use poem::{Endpoint, EndpointExt, IntoEndpoint, Route, get, post};

use crate::{
    account::administration::handlers as administration, app::App, callback::handlers as callback, web::bounds::Bounds,
};

/// The largest mail that may come back: larger than any that servers take.
const MAIL_BYTES: u64 = 64 * 1024 * 1024;

pub fn callbacks(site: Route, app: &App) -> Route {
    site.at("/sms/receipts/:secret", alone(app, get(callback::receipts).post(callback::receipts)))
        .at("/sms/inbound/:secret", alone(app, post(callback::inbound)))
        .at("/mail/bounces/:secret", alone(app, post(callback::bounces)))
        .at("/readyz", alone(app, get(administration::ready).data(administration::Reading::default())))
        .at("/metrics", alone(app, get(administration::metrics)))
}

fn alone<E: IntoEndpoint>(app: &App, machine: E) -> impl Endpoint + use<E> {
    machine.into_endpoint().data(app.clone()).with(Bounds::new(MAIL_BYTES))
}
